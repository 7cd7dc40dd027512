import Foundation

/// One measured number, what it is compared with, and how it came about.
struct Figure {
    enum Goal {
        case atMost(Double)
        case atLeast(Double)
    }

    let name: String
    let value: Double
    let unit: String
    var goal: Goal?

    /// A row of a table in Markdown.
    var row: String {
        "| \(name) | \(Self.text(of: value)) \(unit) | \(goal.map { "\($0.text) \(unit)" } ?? "") | \(verdict) |"
    }

    private var verdict: String {
        switch goal {
        case .atMost(let limit): value <= limit ? "yes" : "**no**"
        case .atLeast(let limit): value >= limit ? "yes" : "**no**"
        case nil: ""
        }
    }

    fileprivate static func text(of value: Double) -> String {
        switch abs(value) {
        case 100...: String(format: "%.0f", value)
        case 10...: String(format: "%.1f", value)
        default: String(format: "%.2f", value)
        }
    }
}

extension Figure.Goal {
    fileprivate var text: String {
        switch self {
        case .atMost(let limit): "≤ \(Figure.text(of: limit))"
        case .atLeast(let limit): "≥ \(Figure.text(of: limit))"
        }
    }
}

/// Figures that were measured together.
struct FigureTable {
    let title: String
    /// How they were measured.
    let method: String
    let figures: [Figure]

    var text: String {
        let head = ["### \(title)", "", method, "", "| figure | measured | goal | met |", "|---|---|---|---|"]
        return (head + figures.map(\.row) + [""]).joined(separator: "\n")
    }
}

extension [Double] {
    /// The value that so much of all values are not above; 0 when there are none.
    func percentile(_ share: Double) -> Double {
        guard !isEmpty else { return 0 }
        let place = Int((share * Double(count)).rounded(.up)) - 1
        return sorted()[Swift.min(count - 1, Swift.max(0, place))]
    }

    var median: Double { percentile(0.5) }
}
