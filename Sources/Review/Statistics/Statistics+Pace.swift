import Engine

extension Statistics {
    var paceFigures: [Figure] {
        [
            timed(.median, "median", pace.quantile(0.5).map(Figure.Value.time)),
            timed(.ninetieth, "p90", pace.quantile(0.9).map(Figure.Value.time)),
            timed(.perHour, "per hour", pace.perHour.map(Figure.Value.perHour)),
            today, activity,
        ] + costFigures + [figure(.edited, "edited", edited, of: samples, where: .edited)] + editFigures
    }

    private func timed(_ term: StatisticsTerm, _ title: String, _ value: Figure.Value?) -> Figure {
        Figure(
            term, title, value ?? .unknown,
            .hidden("It is about all of them together; since:2026-11-01 shows later ones."))
    }

    private var today: Figure {
        Figure(
            .today, "today", .count(pace.today),
            .shown(narrowed(by: [.since(pace.dayBegan)]), count: pace.samplesToday))
    }

    private var activity: Figure {
        let series = interval == .today ? pace.hoursOfToday : pace.days(interval == .week ? 7 : 14)
        let title = interval == .today ? "today by the hour" : "last \(series.counts.count) days"
        let numbers = series.counts.map(\.withCommas).joined(separator: " ")
        return Figure(
            .activity, title, .series(series),
            .hidden(
                "Each \(series.unit.rawValue), \(interval == .today ? "midnight first" : "today last"): \(numbers)."))
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
