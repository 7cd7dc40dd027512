import Engine

extension Statistics {
    var paceFigures: [Figure] {
        [
            timed(.median, "median", pace.quantile(0.5).map(Figure.Value.time)),
            timed(.ninetieth, "p90", pace.quantile(0.9).map(Figure.Value.time)),
            timed(.perHour, "per hour", pace.perHour.map(Figure.Value.perHour)),
            timed(.today, "today", .count(pace.today)),
        ] + costFigures + [figure(.edited, "edited", edited, of: samples, where: .edited)] + editFigures
    }

    private func timed(_ term: StatisticsTerm, _ title: String, _ value: Figure.Value?) -> Figure {
        Figure(term, title, value ?? .unknown, .hidden("No filter asks when something was decided."))
    }

    private var costFigures: [Figure] {
        let why = Figure.Samples.hidden("It is about all samples together: cost:>0.01 shows dear ones.")
        let asked = Figure.Samples.hidden("No filter asks for tokens.")
        return [
            Figure(.cost, "cost", cost(per: 1), why),
            Figure(.costPerCompleted, "per finished sample", cost(per: completed), why),
            Figure(.costPerAccepted, "per accepted sample", cost(per: count(.accepted)), why),
            Figure(.promptTokens, "tokens sent", .count(spending.promptTokens), asked),
            Figure(.completionTokens, "tokens answered", .count(spending.completionTokens), asked),
        ]
    }

    /// What is not known is not shown as nothing.
    private func cost(per samples: Int) -> Figure.Value {
        guard samples > 0, spending.questions == 0 || spending.unpriced < spending.questions else { return .unknown }
        let part = Money(nanodollars: spending.cost.nanodollars / Int64(samples))
        return spending.unpriced > 0 ? .atLeast(part) : .money(part)
    }

    private var editFigures: [Figure] {
        EditKind.allCases.compactMap { kind in
            edits[kind].map {
                Figure(
                    .edit, item: kind.rawValue, "edited \(kind.rawValue)", .share($0, of: edited),
                    .hidden("No filter asks what was edited; edited shows all of them."))
            }
        }
    }
}
