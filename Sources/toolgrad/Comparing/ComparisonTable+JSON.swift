import Engine
import Evaluation

extension ComparisonTable {
    /// Everything in the table, unrounded; what is not known is null.
    func json(beside published: [PublishedFigures] = []) -> JSON {
        [
            "columns": .array(columns.map(\.json)), "notes": .array(notes.map(JSON.string)),
            "published": .array(published.map(\.json)),
        ]
    }
}

extension ComparisonTable.Column {
    fileprivate var json: JSON {
        [
            "method": .string(method.rawValue), "order": .string(method.order.rawValue), "model": .string(model),
            "endpoint": endpoint.map(JSON.string) ?? .null,
            "seed": JSON.Number(text: "\(seed)").map(JSON.number) ?? .null, "tools": .string(tools.hex),
            "tool_count": toolCount.map(JSON.count) ?? .null,
            "instructions": instructions.map { .string($0.rawValue) } ?? .null, "wanted": .count(wanted),
            "samples": .count(figures.samples),
            "passed": [
                "count": .count(figures.passed.part), "share": .figure(figures.passed.value),
                "interval": .interval(figures.passed.interval),
            ],
            "judged": .array(figures.judged.map(\.json)),
            "per_sample": quantities(\.perSample), "per_passed_sample": quantities(\.perPassed),
        ]
    }

    private func quantities(_ path: KeyPath<MethodFigures.Quantity, MethodFigures.Mean?>) -> JSON {
        .object(
            JSON.Object(
                ComparedQuantity.allCases.map { quantity in
                    let figures = figures.quantities[quantity]
                    let mean = figures?[keyPath: path]
                    let value: JSON = [
                        "value": .figure(mean?.value), "interval": .interval(mean?.interval),
                        "known": .count(figures?.known ?? 0),
                    ]
                    return JSON.Object.Member(key: quantity.key, value: value)
                }))
    }
}

extension PublishedFigures {
    fileprivate var json: JSON {
        let figures = ComparedQuantity.allCases.compactMap { quantity in
            perSample[quantity].map { value in
                JSON.Object.Member(
                    key: quantity.key,
                    value: ["value": .figure(value), "is_upper_bound": .bool(upperBounds.contains(quantity))])
            }
        }
        return [
            "title": .string(title), "source": .string(source), "passed": .figure(passed),
            "per_sample": .object(JSON.Object(figures)),
        ]
    }
}

extension ComparedQuantity {
    /// As machines read it, with its unit.
    fileprivate var key: String {
        switch self {
        case .steps: "ground_truth_steps"
        case .modelCalls: "model_calls"
        case .toolCalls: "tool_calls"
        case .tokens: "tokens"
        case .cost: "cost_usd"
        case .wallTime: "seconds"
        }
    }
}

extension JSON {
    fileprivate static func figure(_ value: Double?) -> JSON { value.map(JSON.init(floatLiteral:)) ?? .null }

    fileprivate static func interval(_ bounds: ClosedRange<Double>?) -> JSON {
        bounds.map { [.figure($0.lowerBound), .figure($0.upperBound)] } ?? .null
    }
}
