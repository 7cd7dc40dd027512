import Engine

extension Money {
    static let tipSplit = DemoTool(
        "tip_split", family: Family.money, occasions: [.money],
        """
        Adds a tip to a bill and divides the sum among the people at the table; each share is rounded up to 0.01.
        """,
        inputs: [
            .number("bill", 0.01...1e7, "The bill before the tip.").values([
                .money(84.5), 126, .money(58.9), .money(212.4), .money(147.8), 96, 310, .money(73.2), .money(189.6),
                .money(264.3),
            ]),
            .number("tip_percent", 0...100, "Tip in per cent of the bill.").values(5, 8, 10, 12, 15, 18, 20),
            .whole("people", 1...500, "How many people pay.").values(2, 3, 4, 5, 6, 7, 8, 9),
        ],
        outputs: [
            .number("tip", 0...1e7, "The tip, to 0.01."), .number("total", 0...1e8, "Bill and tip, to 0.01."),
            .number("per_person", 0...1e8, "What each pays, rounded up to 0.01."),
        ],
        wording: Wording(
            subject: "the bill", again: "the bill",
            openings: [
                "Dinner is over and nobody wants to do the sums.", "We have just eaten very well.",
                "The waiter is standing here with the bill.", "All of us want to pay the same.",
                "Last night I paid for the whole table.", "Everybody at our table has a different result.",
            ],
            asks: [
                "What does each of us owe if {people} people share a bill of {bill|number} euros with {tip_percent} % tip?",
                "How much is it each when {people} of us split {bill|number} euros and tip {tip_percent} %?",
                "If {people} of us split {bill|number} euros and leave {tip_percent} % as a tip, what does each pay?",
                "How do {people} people share a bill of {bill|number} euros plus {tip_percent} % for the waiter?",
                "With {tip_percent} % for the waiter, what is {bill|number} euros divided by {people}?",
                "Can you split {bill|number} euros plus {tip_percent} % tip among {people} people?",
            ],
            answers: [
                "Each of you pays {out.per_person|number} euros; with the tip the bill comes to {out.total|number}.",
                "With {out.tip|number} euros of tip the bill is {out.total|number} euros, so "
                    + "{out.per_person|number} euros each.",
                "You owe {out.per_person|number} euros each, {out.total|number} euros altogether.",
            ],
            doubts: [
                Wording.Doubt(
                    about: "per_person",
                    asks: [
                        "My friend says that with {tip_percent} % tip {bill|number} euros is less than {guess|number} "
                            + "euros each for {people} of us. Is that right?",
                        "Do we get away with less than {guess|number} euros each if {people} of us split "
                            + "{bill|number} euros and tip {tip_percent} %?",
                    ],
                    confirmed: [
                        "Yes, each of you pays {out.per_person|number} euros.",
                        "Yes: {out.total|number} euros with the tip makes {out.per_person|number} each.",
                    ],
                    refuted: [
                        "No, each of you pays {out.per_person|number} euros.",
                        "Not quite: {out.total|number} euros with the tip makes {out.per_person|number} each.",
                    ])
            ])
    ) { (arguments) throws(Refusal) in
        let bill = try arguments.number("bill")
        let tip = (bill * (try arguments.number("tip_percent"))).rounded() / 100
        let cents = ((bill + tip) * 100).rounded()
        let share = (cents / Double(try arguments.whole("people"))).rounded(.up) / 100
        return ["tip": .money(tip), "total": .money(cents / 100), "per_person": .money(share)]
    }

    static let priceDiscount = DemoTool(
        "price_discount", family: Family.money, occasions: [.money, .home],
        """
        Takes a discount in per cent off a price, and if given a second discount off what remains, and tells the price \
        to pay and the saving.
        """,
        inputs: [
            .number("price", 0.01...1e9, "The full price.").values(
                2400, 2900, 3600, 4200, 4800, 5500, 6900, 8500, 9500, 12_500, 18_900),
            .number("percent_off", 0...100, "The discount in per cent.").values(5, 8, 10, 12, 15, 20, 25, 30),
            .number("second_percent_off", 0...100, "A second discount, off the reduced price.").values(2, 3, 5, 10)
                .optional(0),
        ],
        outputs: [
            .number("price_to_pay", 0...1e9, "What is left to pay, to 0.01.").means(.money),
            .number("saved", 0...1e9, "What is saved, to 0.01."),
            .number("total_percent_off", 0...100, "Both discounts together, in per cent of the full price, to 0.01."),
        ],
        wording: Wording(
            part: .waypoint,
            subject: "{price|number} euros less {percent_off} %[ and another {second_percent_off} %]",
            again: "the reduced price",
            openings: [
                "There is a sale on at the shop down the road.", "We have our eye on something expensive.",
                "I have been offered a discount.", "My wife found a good offer.",
                "They are clearing the showroom.", "Until Saturday our favourite shop is having a sale.",
            ],
            asks: [
                "What do I pay for {price|number} euros with {percent_off} % off[ and another {second_percent_off} % on "
                    + "top]?",
                "How much is {price|number} euros less {percent_off} %[ and then {second_percent_off} % more]?",
                "How much do I save with {percent_off} %[ and then another {second_percent_off} %] off a price of "
                    + "{price|number} euros?",
                "If {price|number} euros is cut by {percent_off} %[ and again by {second_percent_off} %], what is left?",
                "With {percent_off} %[ and another {second_percent_off} %] off, what becomes of {price|number} euros?",
                "Is {percent_off} %[ and another {second_percent_off} %] off {price|number} euros a big saving?",
            ],
            answers: [
                "The reduced price is {out.price_to_pay|number} euros, which saves you {out.saved|number}.",
                "You pay {out.price_to_pay|number} euros and save {out.saved|number}.",
                "Taken off {price|number} euros, the discount is worth {out.saved|number} euros and leaves "
                    + "{out.price_to_pay|number} to pay.",
            ])
    ) { (arguments) throws(Refusal) in
        let price = try arguments.number("price")
        let kept =
            (1 - (try arguments.number("percent_off")) / 100)
            * (1 - (try arguments.number("second_percent_off")) / 100)
        let cents = (price * kept * 100).rounded()
        return [
            "price_to_pay": .money(cents / 100), "saved": .money(price - cents / 100),
            "total_percent_off": .decimal((1 - kept) * 100, places: 2),
        ]
    }

    static let percentChange = DemoTool(
        "percent_change", family: Family.money, occasions: [.money, .school, .home],
        """
        Computes by how many per cent a number grew or fell from a first to a second value, and the difference. The \
        first value must be greater than 0.
        """,
        inputs: [
            .number("from", 0.01...1e12, "The first value.").values(620, 640, 675, 720, 760, 780, 810, 840, 905, 930),
            .number("to", 0...1e12, "The second value.").values(590, 655, 690, 735, 798, 850, 880, 925, 960, 990),
        ],
        outputs: [
            .number("percent", -100...1e16, "Change in per cent of the first value, negative for a fall, to 0.01."),
            .number("size_percent", 0...1e16, "The same without its sign."),
            .number("difference", -1e12...1e12, "Second less first value, to 0.01."),
            .truth("is_rise", "Whether the second value is greater."),
        ],
        wording: Wording(
            subject: "the change", again: "that change",
            openings: [
                "I am going through the bills of the last two years.", "Percentages never were my strong point.",
                "We are arguing about how much things have changed.", "My son is learning percentages.",
                "Our landlord has sent a letter with new figures.", "Somebody has to check the figures of our club.",
            ],
            asks: [
                "What is the step from {from} to {to} euros in per cent?",
                "By how many per cent does one go up or down from {from} to {to} euros?",
                "How big is the change from {from} to {to} euros in per cent?",
                "If a bill goes from {from} to {to} euros, how many per cent is that?",
                "How much has changed, in per cent, if it was {from} euros last year and is {to} now?",
                "Is going from {from} to {to} euros a big change in per cent?",
            ],
            answers: [
                "From {from} to {to} is [yes out.is_rise: a rise][no out.is_rise: a fall] of {out.size_percent} %.",
                "Going from {from} to {to} means {out.size_percent} % [yes out.is_rise: more][no out.is_rise: less].",
                "The [yes out.is_rise: rise][no out.is_rise: fall] from {from} to {to} is {out.size_percent} %.",
            ],
            doubts: [
                Wording.Doubt(
                    about: "size_percent",
                    asks: [
                        "My sister says that from {from} to {to} euros is a change of less than {guess} per cent. "
                            + "Is she right?",
                        "Is the step from {from} to {to} euros less than {guess} per cent?",
                    ],
                    confirmed: [
                        "Yes, from {from} to {to} is only {out.size_percent} %.",
                        "Right: the change is {out.size_percent} %.",
                    ],
                    refuted: [
                        "No, from {from} to {to} is {out.size_percent} %.",
                        "Not quite: the change is {out.size_percent} %.",
                    ])
            ])
    ) { (arguments) throws(Refusal) in
        let (start, end) = (try arguments.number("from"), try arguments.number("to"))
        let percent = (end - start) / start * 100
        return [
            "percent": .decimal(percent, places: 2), "size_percent": .decimal(abs(percent), places: 2),
            "difference": .decimal(end - start, places: 2), "is_rise": .bool(end > start),
        ]
    }
}
