import Engine

extension Travel {
    static let flightDistance = DemoTool(
        "flight_distance", family: Family.travel, occasions: [.trip, .quiz, .meeting],
        """
        Measures the great-circle distance between two airports and estimates the flight time: 30 minutes for climb \
        and descent, and the distance at 850 km/h. An unknown code, or airports less than 100 km apart, make a failed call.
        """,
        inputs: [
            .text("from_iata", "IATA code of the airport of departure.").means(.airportCode).values(codes),
            .text("to_iata", "IATA code of the airport of arrival.").means(.airportCode).values(codes),
        ],
        outputs: [
            .number("distance_km", 0...20_100, "Kilometres along the great circle."),
            .text("estimated_time", "Rough time in the air, such as 7 h 1 min."),
            .text("direction", "Compass direction at departure."),
            .text("from_city", "City of departure."),
            .text("to_city", "City of arrival.").means(.placeName),
        ],
        wording: Wording(
            subject: "{out.to_city}", again: "{out.to_city}",
            openings: [
                "I get restless on long flights.",
                "My knees do not care for long hours in the air.",
                "We are choosing seats for {@from_iata} to {@to_iata}.",
                "Our toddler has never flown before.",
                "Somebody on our team has to fly from {@from_iata} to {@to_iata}.",
                "The film list on board depends on how long we fly.",
            ],
            asks: [
                "How far is it by air from {@from_iata} to {@to_iata}?",
                "How long does a flight from {@from_iata} to {@to_iata} take, roughly?",
                "What distance does a plane cover between {@from_iata} and {@to_iata}?",
                "Is it a long flight from {@from_iata} to {@to_iata}?",
                "What flying time should I expect from {@from_iata} to {@to_iata}?",
                "Which way does a plane set out from {@from_iata} to {@to_iata}, and how long is it in the air?",
            ],
            answers: [
                "From {out.from_city} to {out.to_city} a plane covers {out.distance_km|number} km, setting out to the "
                    + "{out.direction}; reckon with about {out.estimated_time} in the air.",
                "The flight from {out.from_city} to {out.to_city} is {out.distance_km|number} km long and takes roughly "
                    + "{out.estimated_time}; the plane starts towards the {out.direction}.",
                "Flying from {out.from_city} to {out.to_city} takes about {out.estimated_time} for "
                    + "{out.distance_km|number} km, at first to the {out.direction}.",
            ],
            doubts: [
                Wording.Doubt(
                    about: "distance_km",
                    asks: [
                        "My cousin swears the flight from {@from_iata} to {@to_iata} is under {guess|number} km. "
                            + "Is she right?",
                        "Can it be less than {guess|number} km by air from {@from_iata} to {@to_iata}?",
                        "Is a flight from {@from_iata} to {@to_iata} really shorter than {guess|number} km?",
                    ],
                    confirmed: [
                        "Yes: from {out.from_city} to {out.to_city} it is {out.distance_km|number} km by air.",
                        "Right, the flight from {out.from_city} to {out.to_city} measures {out.distance_km|number} km.",
                    ],
                    refuted: [
                        "No: from {out.from_city} to {out.to_city} it is {out.distance_km|number} km by air, more than "
                            + "that.",
                        "Not quite, the flight from {out.from_city} to {out.to_city} measures "
                            + "{out.distance_km|number} km.",
                    ])
            ])
    ) { (arguments) throws(Refusal) in
        let start = try Airport.withCode(try arguments.text("from_iata"))
        let end = try Airport.withCode(try arguments.text("to_iata"))
        guard start != end else {
            throw .impossible("Both ends of the flight are \(start.name).", next: "Give two different airports.")
        }
        let distance = start.place.kilometres(to: end.place)
        guard distance >= 100 else {
            throw .impossible(
                "\(start.name) and \(end.name) are too close for a flight.", next: "Give airports 100 km apart or more."
            )
        }
        return [
            "distance_km": .decimal(distance, places: 0),
            "estimated_time": .string(ClockTime.duration(Int((30 + distance / 850 * 60).rounded()))),
            "direction": .string(Coordinate.compassPoint(start.place.bearing(to: end.place))),
            "from_city": .string(start.city), "to_city": .string(end.city),
        ]
    }

    static let travelTime = DemoTool(
        "travel_time", family: Family.travel, occasions: [.trip, .quiz, .sport, .school],
        """
        Computes how long a distance takes at a steady speed, in hours without a rest, and how many days that is at \
        eight hours a day.
        """,
        inputs: [
            .number("distance_km", 0.1...40_000, "Kilometres to go.").means(.distance).said([
                120: "120 km", 185: "185 km", 240: "240 km", 310: "310 km", 420: "420 km", 560: "560 km", 60: "60 km",
                780: "780 km", 1150: "1,150 km", 95: "95 km", 650: "650 km",
            ]),
            .number("speed_kmh", 0.5...1500, "Steady speed in kilometres an hour.").said([
                18: "18 km/h on a bike", 20: "20 km/h on a bike", 25: "25 km/h on an e-bike", 45: "45 km/h on a moped",
                70: "70 km/h in a camper van", 80: "80 km/h by coach", 90: "90 km/h by car", 110: "110 km/h by car",
                160: "160 km/h by train", 250: "250 km/h by train",
            ]),
        ],
        outputs: [
            .text("time", "How long it takes without a rest, such as 12 h 30 min."),
            .number("hours", 0...80_000, "The same in hours, to 0.1 h."),
            .whole(
                "days_of_travel", 2...10_000, "Days at eight hours a day, begun days counted whole; left out for one."
            )
            .optional,
        ],
        wording: Wording(
            openings: [
                "I dream of doing this without a plane.",
                "We like to imagine distances as time on the road.",
                "My brother claims that slow travel is no slower in the end.",
                "Our scout group is planning something a little mad.",
                "Two friends and I have far too much holiday left.",
            ],
            asks: [
                "How long would {@distance_km} take in a straight line at a steady {speed_kmh}?",
                "How many days would I need for {@distance_km} at {speed_kmh}, without any detour?",
                "At {speed_kmh}, how long would I be under way for {@distance_km}?",
                "What would {@distance_km} come to in hours at {speed_kmh}?",
                "Is {@distance_km} a matter of hours or of days at {speed_kmh}?",
                "Could I manage {@distance_km} in a week at {speed_kmh}, eight hours a day?",
            ],
            answers: [
                "At {speed_kmh}, {@distance_km} takes {out.time} without a rest"
                    + "[, or {out.days_of_travel|n day} at eight hours a day].",
                "You would need {out.time} at {speed_kmh}, in a straight line and without a rest"
                    + "[; with eight hours a day that makes {out.days_of_travel|n day}].",
                "Without rests and detours, {out.time} at {speed_kmh} would do"
                    + "[, that is {out.days_of_travel|n day} at eight hours a day].",
            ],
            doubts: [
                Wording.Doubt(
                    about: "hours",
                    asks: [
                        "My son says {@distance_km} takes less than {guess|n hour} at {speed_kmh}. Is he right?",
                        "Would {@distance_km} really take less than {guess|n hour} at {speed_kmh}, straight ahead?",
                    ],
                    confirmed: [
                        "Yes: at {speed_kmh}, {@distance_km} takes {out.time} without a rest.",
                        "Right, {out.time} is enough at {speed_kmh}, without rests and detours.",
                    ],
                    refuted: [
                        "No: at {speed_kmh}, {@distance_km} takes {out.time}, even without a rest.",
                        "Not quite, at {speed_kmh} you need {out.time}, even without a rest.",
                    ])
            ])
    ) { (arguments) throws(Refusal) in
        let hours = try arguments.number("distance_km") / arguments.number("speed_kmh")
        var journey: JSON.Object = [
            "time": .string(ClockTime.duration(max(1, Int((hours * 60).rounded())))),
            "hours": .decimal(hours, places: 1),
        ]
        if hours > 8 { journey.set("days_of_travel", .whole(Int((hours / 8).rounded(.up)))) }
        return .object(journey)
    }
}
