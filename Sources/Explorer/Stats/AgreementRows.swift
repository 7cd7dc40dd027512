import Canvas
import DisplaySafety
import Review

/// How far first and second readings agree, as rows: never kappa alone.
struct AgreementRows {
    let summary: AgreementSummary?
    let pen: Pen

    /// How many rows the cursor can be on.
    static func count(of summary: AgreementSummary?) -> Int {
        summary.map { 4 + $0.reasons.count + pairs(of: $0).count } ?? 0
    }

    /// Every two readers, where there are more than two.
    private static func pairs(of summary: AgreementSummary) -> [PairwiseAgreement.Pair] {
        summary.pairwise.pairs.count > 1 ? summary.pairwise.pairs : []
    }

    var rows: [PaneRow] {
        guard let summary else { return [PaneRow(pen.line("–   no second pass yet"), .textDim)] }
        let open = "\(summary.disagreements.count), settled \(summary.adjudicated) of them"
        var lines: [Line] = [
            raw(of: summary), beyondChance(summary.decision),
            Line([Span(title("disagreements"), .text), Span(pen.line(open), .textStrong)]),
            line("first reason", summary.primaryReason),
        ]
        lines += summary.reasons.map { line($0.reason.rawValue, $0.figure) }
        lines += Self.pairs(of: summary).map { line($0.letters, $0.figure) }
        return lines.enumerated().map { PaneRow($1, item: .row($0)) }
    }

    private func raw(of summary: AgreementSummary) -> Line {
        var line = Line(title("decision"), Ink(.text))
        line = line + figure("raw", Self.number(summary.decision.raw))
        line.append(pen.line("   n \(summary.samples), \(summary.blind) of them blind"), Ink(.textDim))
        return line
    }

    private func beyondChance(_ figure: AgreementFigure) -> Line {
        var line = Line()
        for (name, estimate) in [("  kappa", figure.kappa), ("   AC1", figure.ac1)] {
            line = line + self.figure(name, Self.number(estimate?.value))
            guard let estimate else { continue }
            line.append(pen.line(" (\(ends(of: estimate)))"), Ink(.textDim))
        }
        return line
    }

    /// The ends of the interval, or why there is none.
    private func ends(of estimate: AgreementEstimate) -> String {
        if let interval = estimate.interval {
            return "\(Self.number(interval.lowerBound)) to \(Self.number(interval.upperBound))"
        }
        return estimate.samples < AgreementEstimate.fewest ? "–: n < \(AgreementEstimate.fewest)" : "–: no spread"
    }

    /// All three measures in one row.
    private func line(_ name: String, _ agreement: AgreementFigure) -> Line {
        var line = Line(title(name), Ink(.text))
        line = line + figure("raw", Self.number(agreement.raw))
        line = line + figure("  kappa", Self.number(agreement.kappa?.value))
        return line + figure("  AC1", Self.number(agreement.ac1?.value))
    }

    private func title(_ text: String) -> SafeText { pen.line(text).padded(to: 19) }

    private func figure(_ name: String, _ value: String) -> Line {
        Line([Span(pen.line(name + " "), .textDim), Span(pen.line(value), .textStrong)])
    }

    private static func number(_ number: Double?) -> String {
        guard let number else { return "–" }
        let hundredths = Int((abs(number) * 100).rounded())
        return "\(number < 0 && hundredths > 0 ? "-" : "")\(hundredths / 100).\((hundredths % 100).padded(to: 2))"
    }
}
