import Engine
import Foundation

/// Loans, savings, prices and bills.
///
/// Amounts are in any one currency; people are expected to say euros.
enum Money {
    static let tools = [loanPayment, savingsGrowth, tipSplit, priceDiscount, percentChange, fuelCost]

    static let loanPayment = DemoTool(
        "loan_payment", family: Family.money, occasions: [.money, .home],
        """
        Computes the equal monthly payment that pays a loan back, paid at the end of each month, and its total cost, \
        in the currency of the amount.
        """,
        inputs: [
            .number("amount", 1...1e9, "Amount borrowed.").means(.money).said([
                6000: "6,000 euros", 8000: "8,000 euros", 9500: "9,500 euros", 12_000: "12,000 euros",
                15_000: "15,000 euros", 18_000: "18,000 euros", 22_500: "22,500 euros", 28_000: "28,000 euros",
                35_000: "35,000 euros", 42_000: "42,000 euros",
            ]),
            .number("annual_rate_percent", 0...100, "Interest per cent a year.").values(
                3, 3.2, 3.75, 4.1, 4.5, 4.9, 5, 5.4, 5.9, 6.4, 7.25),
            .whole("years", 1...50, "Years until it is paid back.").values(2, 3, 4, 5, 6, 7, 8),
        ],
        outputs: [
            .number("monthly_payment", 0...1e9, "Payment each month, to 0.01."),
            .whole("payments", 1...600, "How many payments there are."),
            .number("total_paid", 0...1e11, "All payments together, to 0.01."),
            .number("total_interest", 0...1e11, "What is paid on top of the amount, to 0.01."),
        ],
        wording: Wording(
            subject: "the loan", again: "that loan",
            openings: [
                "The bank has made us an offer.", "I would have to borrow the money.",
                "My parents want to know whether we can afford it.", "Our old savings will not stretch that far.",
                "Before I sign anything, I want to see the numbers.", "We would rather pay in instalments.",
            ],
            asks: [
                "What would I pay each month if I borrow {@amount} over {years} years at {annual_rate_percent} %?",
                "How much interest would I pay on {@amount} over {years} years at {annual_rate_percent} % a year?",
                "If we borrow {@amount} at {annual_rate_percent} % for {years} years, what is it a month?",
                "What does borrowing {@amount} for {years} years at {annual_rate_percent} % come to each month?",
                "How high are the instalments on {@amount} over {years} years at {annual_rate_percent} % a year?",
                "Could you work out the instalments for {@amount} at {annual_rate_percent} % over {years} years?",
            ],
            answers: [
                "You would pay {out.monthly_payment|number} euros a month, and {out.total_interest|number} euros of "
                    + "interest over the {years} years.",
                "The instalment is {out.monthly_payment|number} euros a month; interest adds up to "
                    + "{out.total_interest|number} euros.",
                "Each of the {out.payments} instalments is {out.monthly_payment|number} euros, with "
                    + "{out.total_interest|number} euros of interest in all.",
            ],
            doubts: [
                Wording.Doubt(
                    about: "monthly_payment",
                    asks: [
                        "My wife thinks {@amount} at {annual_rate_percent} % over {years} years costs less than "
                            + "{guess|number} euros a month. Is that so?",
                        "Can I borrow {@amount} over {years} years at {annual_rate_percent} % for less than "
                            + "{guess|number} euros a month?",
                    ],
                    confirmed: [
                        "Yes, the instalment comes to {out.monthly_payment|number} euros a month.",
                        "Yes: you would pay {out.monthly_payment|number} euros a month, "
                            + "{out.total_paid|number} euros in all.",
                    ],
                    refuted: [
                        "No, the instalment comes to {out.monthly_payment|number} euros a month.",
                        "Not quite: you would pay {out.monthly_payment|number} euros a month, "
                            + "{out.total_paid|number} euros in all.",
                    ])
            ])
    ) { (arguments) throws(Refusal) in
        let amount = try arguments.number("amount")
        let payments = try arguments.whole("years") * 12
        let rate = try arguments.number("annual_rate_percent") / 1200
        let payment =
            rate == 0
            ? amount / Double(payments) : amount * rate / (1 - pow(1 + rate, -Double(payments)))
        let total = payment * Double(payments)
        return [
            "monthly_payment": .money(payment), "payments": .whole(payments), "total_paid": .money(total),
            "total_interest": .money(total - amount),
        ]
    }

    static let savingsGrowth = DemoTool(
        "savings_growth", family: Family.money, occasions: [.money],
        """
        Computes what savings grow to with interest added monthly, from a first amount and a deposit at the end of \
        each month. Amounts beyond all bounds are an error.
        """,
        inputs: [
            .number("initial_amount", 0...1e9, "Amount at the start.").values(
                500, 800, 1000, 1500, 2500, 4000, 5000, 7500, 10_000),
            .number("monthly_deposit", 0...1e7, "Paid in at the end of each month.").values(
                40, 50, 75, 100, 120, 150, 200, 250, 300),
            .number("annual_rate_percent", 0...50, "Interest per cent a year.").values(
                1.5, 1.8, 2, 2.25, 2.75, 3, 3.5, 4),
            .whole("years", 1...60, "Years of saving.").values(3, 5, 6, 8, 10, 12, 15, 18, 20),
        ],
        outputs: [
            .number("final_balance", 0...1e15, "Balance at the end, to 0.01."),
            .number("paid_in", 0...1e15, "What was paid in altogether, to 0.01."),
            .number("interest", 0...1e15, "Interest earned, to 0.01."),
        ],
        wording: Wording(
            subject: "the savings", again: "the savings",
            openings: [
                "We are saving for our daughter's studies.", "I would like to put something aside for later.",
                "A savings bank near us has a good offer.", "Grandmother left me a little money.",
                "Now that I have my first job, I want to save.", "Our club needs a new boathouse one day.",
            ],
            asks: [
                "If I start with {initial_amount|number} euros and add {monthly_deposit} a month at "
                    + "{annual_rate_percent} %, what is it after {years} years?",
                "How much is saved in {years} years from {initial_amount|number} euros plus {monthly_deposit} a month "
                    + "at {annual_rate_percent} %?",
                "What do {initial_amount|number} euros and {monthly_deposit} more each month grow to in {years} years "
                    + "at {annual_rate_percent} %?",
                "With {initial_amount|number} euros to begin with, {monthly_deposit} a month and {annual_rate_percent} %, where "
                    + "am I in {years} years?",
                "Where do {initial_amount|number} euros and {monthly_deposit} a month get me in {years} years at "
                    + "{annual_rate_percent} %?",
            ],
            answers: [
                "After {years} years you have {out.final_balance|number} euros, {out.interest|number} of them interest.",
                "The savings grow to {out.final_balance|number} euros: {out.paid_in|number} paid in and "
                    + "{out.interest|number} of interest.",
                "You end up with {out.final_balance|number} euros, of which {out.interest|number} is interest.",
            ],
            doubts: [
                Wording.Doubt(
                    about: "final_balance",
                    asks: [
                        "My uncle says {initial_amount|number} euros plus {monthly_deposit} a month at "
                            + "{annual_rate_percent} % stay below {guess|number} in {years} years. Is he right?",
                        "Do {initial_amount|number} euros and {monthly_deposit} a month at {annual_rate_percent} % stay "
                            + "below {guess|number} for {years} years?",
                    ],
                    confirmed: [
                        "Yes, the savings reach {out.final_balance|number} euros after {years} years.",
                        "Right: after {years} years you have {out.final_balance|number} euros.",
                    ],
                    refuted: [
                        "No, the savings grow to {out.final_balance|number} euros in {years} years.",
                        "Not quite: after {years} years you have {out.final_balance|number} euros.",
                    ])
            ])
    ) { (arguments) throws(Refusal) in
        let start = try arguments.number("initial_amount")
        let deposit = try arguments.number("monthly_deposit")
        let months = Double(try arguments.whole("years") * 12)
        let rate = try arguments.number("annual_rate_percent") / 1200
        let growth = pow(1 + rate, months)
        let deposits = rate == 0 ? deposit * months : deposit * (growth - 1) / rate
        let balance = start * growth + deposits
        let paid = start + deposit * months
        guard balance <= 1e14 else {
            throw .impossible("The balance grows beyond all bounds.", next: "Give fewer years or a lower rate.")
        }
        return ["final_balance": .money(balance), "paid_in": .money(paid), "interest": .money(balance - paid)]
    }
}
