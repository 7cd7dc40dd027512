import Engine
import Evaluation
import Foundation

/// The cells of a comparison, as text and Markdown have them alike.
struct ComparisonGrid {
    struct Cell: Hashable {
        let text: String
        /// The 95 % interval; nil where there is none.
        var interval: String?

        static let none = Cell(text: "–")
    }

    struct Row {
        let title: String
        /// One for each head; empty for a row that is only a title.
        let cells: [Cell]
    }

    /// What a column is called: its order above its method.
    struct Head: Hashable {
        let order: String
        let method: String
    }

    let heads: [Head]
    let rows: [Row]

    /// Others' figures follow those of the table, in columns of their own.
    init(_ table: ComparisonTable, beside published: [PublishedFigures]) {
        heads =
            table.columns.map { Head(order: $0.method.order.rawValue, method: $0.method.rawValue) }
            + published.map { Head(order: "published", method: $0.title) }
        func row(
            _ title: String, _ own: (ComparisonTable.Column) -> Cell,
            _ others: (PublishedFigures) -> Cell = { _ in .none }
        ) -> Row {
            Row(title: title, cells: table.columns.map(own) + published.map(others))
        }
        let judged = table.judges.flatMap { judge in
            let solved = row(judge.title) { $0.figures.judged(by: judge.identity).map(Cell.init) ?? .none }
            let published = row("  unsolvable as pass") {
                $0.figures.judged(by: judge.identity).flatMap(Cell.init(published:)) ?? .none
            }
            return published.cells.contains { $0 != .none } ? [solved, published] : [solved]
        }
        rows =
            [
                row("model", { Cell(text: $0.model) }, { _ in Cell(text: "see notes") }),
                row("samples") { Cell(text: "\($0.figures.samples)") },
                row("passed", { Cell($0.figures.passed) }, { Cell(text: Self.percent($0.passed)) }),
            ] + judged
            + ComparedQuantity.allCases.flatMap { quantity in
                [
                    Row(title: quantity.title, cells: []),
                    row(
                        "  per sample", { Cell($0.figures.quantities[quantity], \.perSample, quantity) },
                        { Cell($0, quantity) }),
                    row("  per passed sample") { Cell($0.figures.quantities[quantity], \.perPassed, quantity) },
                ]
            }
    }

    /// `63.8 %`.
    static func percent(_ share: Double) -> String { String(format: "%.1f %%", share * 100) }
}

extension ComparisonGrid.Cell {
    fileprivate init(_ share: MethodFigures.Share) {
        guard let value = share.value else {
            self = .none
            return
        }
        text = ComparisonGrid.percent(value)
        interval = share.interval.map { String(format: "%.1f–%.1f", $0.lowerBound * 100, $0.upperBound * 100) }
    }

    fileprivate init(_ judged: JudgedFigures) {
        text = (judged.rate.map(ComparisonGrid.percent) ?? "–") + " of \(judged.counted.count)"
    }

    /// Nil where there is no such figure.
    fileprivate init?(published judged: JudgedFigures) {
        guard let share = judged.published, let queries = judged.solvability else { return nil }
        text = ComparisonGrid.percent(share) + " of \(queries.count)"
    }

    /// What nobody knows is never shown as zero.
    fileprivate init(
        _ figures: MethodFigures.Quantity?, _ path: KeyPath<MethodFigures.Quantity, MethodFigures.Mean?>,
        _ quantity: ComparedQuantity
    ) {
        guard let figures, let mean = figures[keyPath: path] else {
            text = figures?.known == 0 ? "unknown" : "–"
            return
        }
        text = quantity.text(of: mean.value)
        let ends = mean.interval.map { [quantity.text(of: $0.lowerBound), quantity.text(of: $0.upperBound)] } ?? []
        // Where all samples are alike, resampling them tells nothing.
        interval = Set(ends).count < 2 ? nil : ends.joined(separator: "–")
        if mean.interval == nil, figures.known > 1 { interval = "–" }
    }

    fileprivate init(_ published: PublishedFigures, _ quantity: ComparedQuantity) {
        guard let value = published.perSample[quantity] else {
            self = .none
            return
        }
        text = (published.upperBounds.contains(quantity) ? "< " : "") + quantity.text(of: value)
    }
}

extension ComparedQuantity {
    /// A value with as many digits as one may want to compare.
    func text(of value: Double) -> String {
        switch self {
        case .steps, .modelCalls, .toolCalls, .wallTime: String(format: value < 100 ? "%.2f" : "%.1f", value)
        case .tokens: String(format: value < 100 ? "%.1f" : "%.0f", value)
        case .cost: String(format: value < 0.01 && value > 0 ? "%.6f" : "%.4f", value)
        }
    }
}
