import Foundation

/// One measured number, what it is compared with, and how it came about.
struct Figure {
    enum Goal {
        case atMost(Double)
        case atLeast(Double)
    }

    let name: String
    /// Nil where nothing could be measured, which never meets a goal.
    let value: Double?
    let unit: String
    var goal: Goal?

    /// A row of a table in Markdown.
    var row: String {
        "| \(name) | \(measured) | \(goal.map { "\($0.text) \(unit)" } ?? "") | \(verdict) |"
    }

    private var measured: String { value.map { "\(Self.text(of: $0)) \(unit)" } ?? "not measured" }

    private var verdict: String {
        goal.map { goal in value.map(goal.isMet) == true ? "yes" : "**no**" } ?? ""
    }

    fileprivate static func text(of value: Double) -> String {
        switch abs(value) {
        case value.rounded(): String(format: "%.0f", value)
        case 100...: String(format: "%.0f", value)
        case 10...: String(format: "%.1f", value)
        default: String(format: "%.2f", value)
        }
    }
}

extension Figure.Goal {
    fileprivate func isMet(by value: Double) -> Bool {
        switch self {
        case .atMost(let limit): value <= limit
        case .atLeast(let limit): value >= limit
        }
    }

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
    /// The value that so much of all values are not above; nil when there are none.
    func percentile(_ share: Double) -> Double? {
        guard !isEmpty else { return nil }
        let place = Int((share * Double(count)).rounded(.up)) - 1
        return sorted()[Swift.min(count - 1, Swift.max(0, place))]
    }

    var median: Double? { percentile(0.5) }
}

extension Int {
    /// `10,000`.
    var grouped: String { formatted(.number.locale(.init(identifier: "en_US"))) }
}
