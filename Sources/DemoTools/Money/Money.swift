import Engine
import Foundation

/// Loans, savings and bills.
enum Money {
    static let tools = [loanPayment, savingsGrowth, tipSplit]

    static let loanPayment = DemoTool(
        "loan_payment", family: Family.money,
        "Computes the equal monthly payment that pays a loan back, paid at the end of each month, and its total cost.",
        inputs: [
            .number("amount", 1...1e9, "Amount borrowed.").means(.money).values(
                8000, 12_000, 15_000, 24_000, 60_000, 150_000, 240_000, 320_000, 450_000),
            .number("annual_rate_percent", 0...100, "Interest per cent a year.").means(.interestRate).values(
                2.5, 3.2, 3.75, 4.1, 4.5, 5, 5.9, 6.4, 7.25, 3),
            .whole("years", 1...50, "Years until it is paid back.").values(3, 4, 5, 7, 10, 15, 20, 25, 30),
        ],
        outputs: [
            .number("monthly_payment", 0...1e9, "Payment each month, to 0.01."),
            .whole("payments", 1...600, "How many payments there are."),
            .number("total_paid", 0...1e11, "All payments together, to 0.01."),
            .number("total_interest", 0...1e11, "What is paid on top of the amount, to 0.01."),
        ],
        wording: Wording(
            openings: ["We have found a flat we like.", "I need a new car and would have to borrow for it."],
            asks: [
                "What would I pay each month for a loan of {amount|number} over {years} years at "
                    + "{annual_rate_percent} % a "
                    + "year?",
                "If I borrow {amount|number} at {annual_rate_percent} % a year and pay it back over {years} years, "
                    + "what "
                    + "does it cost me a month and altogether?",
                "How much interest does a loan of {amount|number} cost over {years} years at {annual_rate_percent} "
                    + "%, paid "
                    + "back monthly?",
            ],
            answers: [
                "The payment is {out.monthly_payment|number} a month for {out.payments} months; in total you pay "
                    + "{out.total_paid|number}, of which {out.total_interest|number} is interest.",
                "It costs {out.monthly_payment|number} a month. Over {out.payments} payments the interest adds up to "
                    + "{out.total_interest|number}.",
                "You pay {out.monthly_payment|number} a month, {out.total_paid|number} altogether, with "
                    + "{out.total_interest|number} of interest in it.",
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
        "savings_growth", family: Family.money,
        "Computes what savings grow to with interest added monthly, from a first amount and a deposit each month.",
        inputs: [
            .number("initial_amount", 0...1e9, "Amount at the start.").values(0, 500, 1000, 2500, 5000, 10_000, 20_000),
            .number("monthly_deposit", 0...1e7, "Paid in at the end of each month.").values(
                50, 100, 150, 200, 300, 400, 75),
            .number("annual_rate_percent", 0...50, "Interest per cent a year.").means(.interestRate).values(
                1.5, 2, 2.75, 3, 3.5, 4, 5),
            .whole("years", 1...60, "Years of saving.").values(5, 8, 10, 12, 15, 18, 20, 30),
        ],
        outputs: [
            .number("final_balance", 0...1e15, "Balance at the end, to 0.01."),
            .number("paid_in", 0...1e15, "What was paid in altogether, to 0.01."),
            .number("interest", 0...1e15, "Interest earned, to 0.01."),
        ],
        wording: Wording(
            openings: [
                "We are saving for our daughter's studies.", "I would like to put something aside for a long journey.",
            ],
            asks: [
                "If I start with {initial_amount|number} and add {monthly_deposit|number} a month at "
                    + "{annual_rate_percent} % a year, how much is it after {years} years?",
                "What do {initial_amount|number} at the start and {monthly_deposit|number} every month grow to in "
                    + "{years} "
                    + "years at {annual_rate_percent} %?",
                "How much interest do I earn in {years} years at {annual_rate_percent} % when I begin with "
                    + "{initial_amount|number} and save {monthly_deposit|number} a month?",
            ],
            answers: [
                "After {years} years it is {out.final_balance|number}, of which {out.interest|number} is interest.",
                "The savings grow to {out.final_balance|number}: {out.paid_in|number} paid in and "
                    + "{out.interest|number} of "
                    + "interest.",
                "You end with {out.final_balance|number} and have earned {out.interest|number} of interest.",
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

    static let tipSplit = DemoTool(
        "tip_split", family: Family.money,
        "Adds a tip to a bill and divides it among the people at the table.",
        inputs: [
            .number("bill", 0.01...1e7, "The bill before the tip.").values(
                84.5, 126, 58.9, 212.4, 147.8, 96, 310, 73.2),
            .number("tip_percent", 0...100, "Tip in per cent of the bill.").values(5, 10, 12, 15, 18, 20),
            .whole("people", 1...500, "How many people pay.").values(2, 3, 4, 5, 6, 7, 8),
        ],
        outputs: [
            .number("tip", 0...1e7, "The tip, to 0.01."), .number("total", 0...1e8, "Bill and tip, to 0.01."),
            .number("per_person", 0...1e8, "What each pays, rounded up to 0.01."),
        ],
        wording: Wording(
            openings: ["We are {people} friends at a restaurant.", "Dinner is over and nobody wants to do the sums."],
            asks: [
                "What does each of {people} people pay of a bill of {bill|number} with {tip_percent} % tip?",
                "If {people} of us share {bill|number} and tip {tip_percent} %, how much is it for each?",
                "How much is a {tip_percent} % tip on {bill|number}, and what does each of {people} people owe?",
            ],
            answers: [
                "The tip is {out.tip|number}, the total {out.total|number}, and each pays {out.per_person|number}.",
                "Each of you owes {out.per_person|number}: the bill with a tip of {out.tip|number} comes to "
                    + "{out.total|number}.",
                "With {out.tip|number} of tip it is {out.total|number} altogether, so {out.per_person|number} for "
                    + "each.",
            ])
    ) { (arguments) throws(Refusal) in
        let bill = try arguments.number("bill")
        let tip = (bill * (try arguments.number("tip_percent"))).rounded() / 100
        let cents = ((bill + tip) * 100).rounded()
        let share = (cents / Double(try arguments.whole("people"))).rounded(.up) / 100
        return ["tip": .money(tip), "total": .money(cents / 100), "per_person": .money(share)]
    }
}
