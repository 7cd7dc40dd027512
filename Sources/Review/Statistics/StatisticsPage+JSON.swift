import Engine

extension StatisticsPage {
    /// The page for machines: a member for each section, and what each figure means under `definitions`.
    package var json: JSON {
        var page: JSON.Object = ["filter": .string(filter.text), "interval": intervalMembers]
        for section in StatisticsSection.allCases { page.set(section.rawValue, .object(members(of: section))) }
        page.set("never_used", .array(unusedTools.map { .string($0.text) }))
        page.set("gaps", .array(gaps.map { ["tool": .string($0.tool.text), "uses": .count($0.uses)] }))
        page.set("proposed_run", proposedRun()?.json ?? .null)
        page.set("explained_samples", .count(explained))
        page.set("definitions", definitions)
        return .object(page)
    }

    private var intervalMembers: JSON {
        ["name": .string(interval.name), "since": beginning.map { .string($0.utcText) } ?? .null]
    }

    private func members(of section: StatisticsSection) -> JSON.Object {
        var members = JSON.Object()
        for figure in figures(of: section) {
            guard let item = figure.item else {
                members.set(figure.term.name, figure.json)
                continue
            }
            var items = members[figure.term.name]?.object ?? [:]
            items.set(item, figure.json)
            members.set(figure.term.name, .object(items))
        }
        return members
    }

    private var definitions: JSON {
        .object(
            StatisticsTerm.allCases.reduce(into: JSON.Object()) { $0.set($1.rawValue, .string($1.definition)) })
    }
}

extension StatisticsTerm {
    /// The name within its section.
    fileprivate var name: String { String(rawValue.drop { $0 != "." }.dropFirst()) }
}

extension Figure {
    /// The figure for machines.
    package var json: JSON {
        var object = value.members
        if let interval {
            object.set("interval", .array([.decimal(interval.lowerBound), .decimal(interval.upperBound)]))
        }
        for part in parts { object.set(part.title, part.json) }
        switch samples {
        case .shown(let filter, let count):
            object.set("filter", .string(filter.text))
            object.set("filtered", .count(count))
        case .hidden: object.set("filter", .null)
        }
        return .object(object)
    }
}

extension ProposedRun {
    fileprivate var json: JSON {
        [
            "command": .string(command), "tools": .array(tools.map { .string($0.text) }), "other_tools": .count(others),
        ]
    }
}

extension Figure.Value {
    fileprivate var members: JSON.Object {
        switch self {
        case .count(let count): ["value": .count(count)]
        case .share(let part, let whole):
            [
                "value": .count(part), "of": .count(whole),
                "share": whole > 0 ? .decimal(Double(part) / Double(whole)) : .null,
            ]
        case .bits(let bits, let most): ["value": .decimal(bits), "of": .decimal(most), "unit": "bits"]
        case .money(let money): ["value": .text(of: money), "unit": "USD"]
        case .atLeast(let money): ["value": nil, "at_least": .text(of: money), "unit": "USD"]
        case .time(let time): ["value": .decimal(time.milliseconds), "unit": "ms"]
        case .perHour(let rate): ["value": .decimal(rate)]
        case .series(let series):
            [
                "value": .count(series.sum), "series": .array(series.counts.map { .count($0) }),
                "unit": .string(series.unit.rawValue),
            ]
        case .unknown: ["value": nil]
        }
    }
}

extension JSON {
    fileprivate static func count(_ count: Int) -> JSON { .number(Number(count)) }

    /// Four decimals say all that a share is worth.
    fileprivate static func decimal(_ number: Double) -> JSON {
        Number((number * 10_000).rounded() / 10_000).map(JSON.number) ?? .null
    }

    fileprivate static func text(of money: Money) -> JSON {
        Number(text: money.dollars).map(JSON.number) ?? .string(money.dollars)
    }
}

extension Duration {
    fileprivate var milliseconds: Double { Double(components.seconds) * 1000 + Double(components.attoseconds) / 1e15 }
}
