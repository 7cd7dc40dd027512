import Canvas
import DisplaySafety
import Engine
import Review

/// The chains of both sides, row by row beside each other: what one side has alone leaves a gap on the other.
struct ComparedChains {
    /// A step of both sides, or of one, in rows of the same number.
    struct Block {
        var left: [PaneRow]
        var right: [PaneRow]
        /// The steps in which the sides differ there; none where they do not.
        var differing: [StepDiff]

        /// Whether each step there is on one side alone.
        fileprivate var isReplaced: Bool {
            !differing.isEmpty && differing.allSatisfy { $0.old == nil || $0.new == nil }
        }
    }

    let comparison: Comparison
    let width: Int
    let pen: Pen

    /// The steps, then what checks find on one side alone.
    var blocks: [Block] {
        guard !comparison.steps.isEmpty else {
            return [Block(left: nothing(on: comparison.first), right: nothing(on: comparison.second), differing: [])]
        }
        var (left, right): (Chain.ID?, Chain.ID?)
        let steps = comparison.steps.map { difference in
            defer {
                left = difference.old?.chain ?? left
                right = difference.new?.chain ?? right
            }
            return block(
                difference, opensLeft: difference.old.map { $0.chain != left } ?? false,
                opensRight: difference.new.map { $0.chain != right } ?? false)
        }
        return (Self.joined(steps) + [found]).map(\.padded)
    }

    /// What came in the place of what is gone stands beside it.
    private static func joined(_ blocks: [Block]) -> [Block] {
        blocks.reduce(into: []) { joined, block in
            guard var last = joined.last, last.isReplaced, block.isReplaced else {
                return joined.append(block)
            }
            last.left += block.left
            last.right += block.right
            last.differing += block.differing
            joined[joined.count - 1] = last
        }
    }

    private func nothing(on side: Comparison.Side) -> [PaneRow] {
        [PaneRow(side.iterations == 0 ? "No iteration was recorded." : "No step yet.", .textDim)]
    }

    private func block(_ difference: StepDiff, opensLeft: Bool, opensRight: Bool) -> Block {
        switch difference {
        case .same(let old, let new):
            return Block(
                left: head(old, .same, opensLeft) + arguments(of: old.step, comparison.first.view, besides: []),
                right: head(new, .same, opensRight) + arguments(of: new.step, comparison.second.view, besides: []),
                differing: [])
        case .added(let place):
            return Block(
                left: [], right: whole(place, .added, comparison.second.view, opensRight), differing: [difference])
        case .removed(let place):
            return Block(
                left: whole(place, .removed, comparison.first.view, opensLeft), right: [], differing: [difference])
        case .changed(let old, let new, let arguments):
            let other = old.step.output != new.step.output
            return Block(
                left: changed(old, .removed, comparison.first.view, arguments, other, opensLeft),
                right: changed(new, .added, comparison.second.view, arguments, other, opensRight),
                differing: [difference])
        }
    }

    /// A step that the other side does not have.
    private func whole(_ place: StepDiff.Place, _ sign: DiffSign, _ view: SampleView, _ opens: Bool) -> [PaneRow] {
        head(place, sign, opens) + arguments(of: place.step, view, besides: [], sign) + [output(of: place.step, sign)]
    }

    /// A step that the other side has otherwise.
    private func changed(
        _ place: StepDiff.Place, _ sign: DiffSign, _ view: SampleView, _ differences: [StepDiff.ArgumentDiff],
        _ outputDiffers: Bool, _ opens: Bool
    ) -> [PaneRow] {
        let own = differences.compactMap { difference -> (path: JSONPath, value: JSON)? in
            switch sign {
            case .removed: difference.old.map { (difference.oldPath, $0) }
            case .added, .changed, .same: difference.new.map { (difference.path, $0) }
            }
        }
        let rows = own.map { argument in
            row(sign, Line(pen.line("\(argument.path) \(argument.value.compactText)"), Ink(sign.role)))
        }
        return head(place, .changed, opens)
            + arguments(of: place.step, view, besides: Set(own.map(\.path))) + rows
            + (outputDiffers ? [output(of: place.step, sign)] : [])
    }

    private func head(_ place: StepDiff.Place, _ sign: DiffSign, _ opens: Bool) -> [PaneRow] {
        var line = Line(pen.line(" \(sign.text) "), Ink(sign.role))
        line.append(SafeText((opens ? "c\(place.chain.number)" : "").padded(to: 4)), Ink(.chainId))
        line.append(SafeText("\(place.step.number) "), Ink(.stepIndex))
        line.append(pen.line(place.step.call.tool.text), Ink(sign == .same ? .stepTool : sign.role))
        return [PaneRow(line)]
    }

    /// The arguments with their sources, as many in a row as fit.
    private func arguments(
        of step: Step, _ view: SampleView, besides paths: Set<JSONPath>, _ sign: DiffSign = .same
    ) -> [PaneRow] {
        let traces = (view.traces[step.number] ?? []).filter { !paths.contains($0.path) }
        let parts = traces.map { trace -> Line in
            let value = Line(
                pen.line("\(trace.path) \(trace.value.compactText)"), Ink(sign == .same ? .diffContext : sign.role))
            return value + Line(" ") + ProvenanceMark(trace, pen: pen).short
        }
        return ChainsPane.packed(parts, max(1, width - Self.indent), pen).filter { $0.width > 0 }.map { row(sign, $0) }
    }

    private func output(of step: Step, _ sign: DiffSign) -> PaneRow {
        row(sign, Line("out ", Ink(.textDim)) + Line(pen.line(step.output), Ink(.textDim)))
    }

    private func row(_ sign: DiffSign, _ line: Line) -> PaneRow {
        PaneRow(Line(pen.line(" \(sign.text)".padded(to: Self.indent)), Ink(sign.role)) + line)
    }

    /// Where arguments begin.
    private static let indent = 9

    /// What checks find in the steps of one side alone.
    private var found: Block {
        let alone = comparison.sides.map { self.rows(on: $0.alone) }
        return Block(left: alone[0], right: alone[1], differing: [])
    }

    private func rows(on findings: [Finding]) -> [PaneRow] {
        findings.filter { $0.target != .query && $0.target != .response }.flatMap { finding in
            let role = finding.severity.role.role
            return PaneRow.wrapped(
                Line(pen.line("\(finding.target): \(finding.evidence)"), Ink(role)), to: width,
                behind: Line(SafeText(" ") + pen[.lintError] + SafeText(" "), Ink(role)))
        }
    }
}

extension ComparedChains.Block {
    /// Both sides of the same height.
    fileprivate var padded: Self {
        let height = max(left.count, right.count)
        let fill = { (rows: [PaneRow]) in rows + Array(repeating: PaneRow.empty, count: height - rows.count) }
        return Self(left: fill(left), right: fill(right), differing: differing)
    }
}

/// How a row of one side compares with the other.
enum DiffSign {
    case same, added, removed, changed

    var text: String {
        switch self {
        case .same: " "
        case .added: "+"
        case .removed: "-"
        case .changed: "~"
        }
    }

    var role: Role {
        switch self {
        case .same: .diffContext
        case .added: .diffAdd
        case .removed: .diffDel
        case .changed: .diffChange
        }
    }
}

extension StepDiff {
    /// The step on the old side; nil where it has none.
    var old: Place? {
        switch self {
        case .same(let place, _), .removed(let place), .changed(let place, _, _): place
        case .added: nil
        }
    }

    /// The step on the new side; nil where it has none.
    var new: Place? {
        switch self {
        case .same(_, let place), .added(let place), .changed(_, let place, _): place
        case .removed: nil
        }
    }
}

extension String {
    /// With spaces up to a width, for texts of our own.
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: Swift.max(0, width - count))
    }
}
