import Engine

extension Home {
    static let powerCost = DemoTool(
        "power_cost", family: Family.home, occasions: [.home, .money],
        "Computes the electricity an appliance uses and what it costs in euros, in a month of 30 days and in a year of "
            + "365 days.",
        inputs: [
            .number("watts", 0.1...1_000_000, "Power of the appliance in watts.").said([
                60: "a 60-watt lamp", 100: "a 100-watt television", 150: "a 150-watt computer",
                300: "a 300-watt dehumidifier", 400: "a 400-watt games machine", 500: "a 500-watt towel rail",
                800: "an 800-watt air conditioner", 1000: "a 1000-watt heater", 1500: "a 1500-watt fan heater",
                2000: "a 2000-watt oil radiator",
            ]),
            .number("hours_per_day", 0.01...24, "Hours a day that it runs.").values(2, 3, 4, 5, 6, 8, 1.5, 2.5),
            .number("price_per_kwh", 0.001...10, "Euros for a kilowatt-hour.").values(
                0.24, 0.26, 0.28, 0.29, 0.31, 0.33, 0.35, 0.38),
        ],
        outputs: [
            .number("month_kwh", 0...1_000_000, "Kilowatt-hours in 30 days, to 0.1 kWh.").means(.energy),
            .number("month_cost", 0...10_000_000, "Euros for 30 days."),
            .number("year_cost", 0...100_000_000, "Euros for 365 days."),
        ],
        wording: Wording(
            sayings: [
                "price_per_kwh": [
                    "0.24": "24 cents", "0.26": "26 cents", "0.28": "28 cents", "0.29": "29 cents",
                    "0.31": "31 cents", "0.33": "33 cents", "0.35": "35 cents", "0.38": "38 cents",
                ]
            ],
            openings: [
                "I opened the electricity bill and had to sit down.", "We are arguing about what to switch off first.",
                "My flatmate leaves everything running.", "Our meter turns faster than I would like.",
                "Our supplier has a new tariff.", "A neighbour wants to share the costs of our workshop.",
            ],
            asks: [
                "What does {watts} cost in euros a month at {hours_per_day} hours a day and {price_per_kwh} a "
                    + "kilowatt-hour?",
                "How much a month is {watts} for {hours_per_day} hours a day when a kilowatt-hour is "
                    + "{price_per_kwh}?",
                "At {price_per_kwh} a kilowatt-hour, what do I pay for {watts} that runs {hours_per_day} hours a day?",
                "If {watts} runs {hours_per_day} hours a day at {price_per_kwh} a kWh, what does that cost in a year?",
                "How expensive is {watts} at {hours_per_day} hours a day and {price_per_kwh} a kilowatt-hour?",
            ],
            answers: [
                "Running {watts} for {hours_per_day} hours a day costs about {out.month_cost|number} euros a "
                    + "month, so {out.year_cost|number} euros a year.",
                "With {out.month_kwh|number} kWh in 30 days, {watts} costs {out.month_cost|number} euros a month, or "
                    + "{out.year_cost|number} euros a year.",
                "You pay about {out.month_cost|number} euros a month for {watts}, and {out.year_cost|number} euros "
                    + "over a whole year.",
            ],
            doubts: [
                Wording.Doubt(
                    about: "year_cost",
                    asks: [
                        "Does {watts} at {hours_per_day} hours a day and {price_per_kwh} a kWh cost less than "
                            + "{guess|number} euros a year?",
                        "Is {watts} for {hours_per_day} hours a day at {price_per_kwh} a kWh really under "
                            + "{guess|number} euros a year?",
                    ],
                    confirmed: [
                        "Yes, {watts} costs {out.year_cost|number} euros a year at that rate.",
                        "Yes, a whole year of {watts} comes to {out.year_cost|number} euros.",
                    ],
                    refuted: [
                        "No, {watts} costs {out.year_cost|number} euros a year at that rate.",
                        "Not quite: a whole year of {watts} comes to {out.year_cost|number} euros.",
                    ])
            ])
    ) { (arguments) throws(Refusal) in
        let daily = try arguments.number("watts") * arguments.number("hours_per_day") / 1000
        let price = try arguments.number("price_per_kwh")
        return [
            "month_kwh": .decimal(daily * 30, places: 1), "month_cost": .money(daily * 30 * price),
            "year_cost": .money(daily * 365 * price),
        ]
    }
}
