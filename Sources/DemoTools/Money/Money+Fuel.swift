import Engine

extension Money {
    static let fuelCost = DemoTool(
        "fuel_cost", family: Family.money, occasions: [.trip, .money],
        """
        Computes how many litres of fuel a car burns over a distance, from its litres per 100 km, and what they cost at \
        a price per litre.
        """,
        inputs: [
            .number("distance_km", 0.1...2500, "Kilometres to drive, at most 2500.").means(.distance).said([
                60: "60 km", 120: "120 km", 185: "185 km", 240: "240 km", 310: "310 km", 420: "420 km", 560: "560 km",
                780: "780 km", 1150: "1,150 km",
            ]),
            .number("litres_per_100_km", 0.5...100, "Litres that the car burns per 100 km.").values(
                4.6, 5.1, 5.4, 5.8, 6, 6.3, 6.7, 7.2, 7.9, 8.5),
            .number("price_per_litre", 0.01...1000, "Price of one litre.").values([
                .money(1.58), .money(1.65), .money(1.69), .money(1.72), .money(1.75), .money(1.79), .money(1.83),
                .money(1.88), .money(1.94),
            ]),
        ],
        outputs: [
            .number("litres", 0...40_000, "Litres of fuel, to 0.1 l."),
            .number("cost", 0...1e8, "What they cost, to 0.01, in the currency of the price."),
        ],
        wording: Wording(
            subject: "the drive", again: "that drive",
            openings: [
                "We would take the car.", "Four of us want to share a car.", "My old car is thirsty.",
                "I am wondering whether driving is worth it.", "Petrol has become dear around here.",
                "A friend offers to drive if I pay for the petrol.",
            ],
            asks: [
                "What does petrol cost for {@distance_km} at {litres_per_100_km} l per 100 km and {price_per_litre} "
                    + "euros a litre?",
                "How much is the petrol for {@distance_km} if a litre is {price_per_litre} euros and the car needs "
                    + "{litres_per_100_km} l per 100 km?",
                "If my car takes {litres_per_100_km} l per 100 km and a litre is {price_per_litre} euros, what would "
                    + "{@distance_km} cost me?",
                "Can you tell me what petrol for {@distance_km} costs at {litres_per_100_km} l per 100 km and "
                    + "{price_per_litre} euros a litre?",
                "At {price_per_litre} euros a litre and {litres_per_100_km} l per 100 km, what do I spend on petrol "
                    + "for {@distance_km}?",
            ],
            answers: [
                "The car burns about {out.litres|n litre} of petrol, which costs {out.cost|number} euros.",
                "You would spend {out.cost|number} euros on about {out.litres|n litre} of petrol.",
                "Petrol comes to {out.cost|number} euros for about {out.litres|n litre}, without any detours.",
            ],
            doubts: [
                Wording.Doubt(
                    about: "cost",
                    asks: [
                        "Is petrol for {@distance_km} less than {guess|number} euros at {litres_per_100_km} l per "
                            + "100 km and {price_per_litre} euros a litre?",
                        "My brother says petrol for {@distance_km} is under {guess|number} euros at "
                            + "{litres_per_100_km} l per 100 km and {price_per_litre} euros a litre. Right?",
                    ],
                    confirmed: [
                        "Yes, the petrol comes to {out.cost|number} euros for {out.litres|n litre}.",
                        "Right: the petrol costs {out.cost|number} euros.",
                    ],
                    refuted: [
                        "No, the petrol comes to {out.cost|number} euros for {out.litres|n litre}.",
                        "Not quite: the petrol costs {out.cost|number} euros.",
                    ])
            ])
    ) { (arguments) throws(Refusal) in
        let litres = try arguments.number("distance_km") / 100 * arguments.number("litres_per_100_km")
        return [
            "litres": .decimal(litres, places: 1), "cost": .money(litres * (try arguments.number("price_per_litre"))),
        ]
    }
}
