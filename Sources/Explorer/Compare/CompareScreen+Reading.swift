import Canvas
import DisplaySafety
import Engine
import Review

/// The same in lines to be read out.
extension CompareScreen {
    /// Wide enough that nothing is cut or broken.
    private static let anyWidth = 100_000

    var lines: [String] {
        guard let comparison = state.compare.comparison, let known = state.compare.known else {
            return [state.compare.second == nil ? "There is no sample to compare yet." : "Reading the samples."]
        }
        let family = Lineage(known: known, comparison: comparison, pen: pen).entries.map { entry in
            let iterations = entry.member.sample.state.iterations.map { iteration in
                iteration.outcome.map { "\(iteration.number) \($0.news)" } ?? "\(iteration.number) running"
            }
            return said("\(entry.member.name) \(entry.words). Iterations: \(iterations.joined(separator: "; "))")
        }
        let here: [String] = state.compare.hunk == nil ? [] : place
        let all: [String] =
            heading(of: comparison) + ["Lineage:"] + family + ["Chains:"] + comparison.steps.map(sentence)
            + findings(of: comparison) + texts(.query) + texts(.response)
            + [pairwise(comparison).text.plain.trimmingSuffix(while: \.isWhitespace)].map(String.init)
        return all + here
    }

    var place: [String] {
        guard let comparison = state.compare.comparison else { return [] }
        guard let place = state.compare.hunk, hunks.indices.contains(place) else {
            return heading(of: comparison) + changes(of: comparison)
        }
        let hunk = hunks[place]
        return ["Difference \(place + 1) of \(hunks.count), \(hunk.pane.title):"] + words(of: hunk, comparison)
    }

    private func heading(of comparison: Comparison) -> [String] {
        comparison.sides.map { letter, side, _ in
            let count = side.view.workflow.steps.count
            return said("\(letter): \(side.title) of \(side.iterations), \(count) step\(count == 1 ? "" : "s").")
        }
    }

    /// The steps that differ.
    private func changes(of comparison: Comparison) -> [String] {
        let differing = comparison.steps.filter { $0.sign != .same }
        return differing.isEmpty ? ["The steps are the same."] : differing.map(sentence)
    }

    private func sentence(_ difference: StepDiff) -> String {
        switch difference {
        case .same(_, let place): said("same: step \(place.words)")
        case .added(let place): said("only B: step \(place.words) \(place.step.call.arguments.compactText)")
        case .removed(let place): said("only A: step \(place.words) \(place.step.call.arguments.compactText)")
        case .changed(let old, let new, let arguments):
            said(
                (["changed: step \(new.words)"]
                    + arguments.map { difference in
                        "\(difference.path) \(difference.old?.compactText ?? "nothing")"
                            + " became \(difference.new?.compactText ?? "nothing")"
                    } + (old.step.output == new.step.output ? [] : ["another output"])).joined(separator: ", "))
        }
    }

    private func findings(of comparison: Comparison) -> [String] {
        comparison.sides.flatMap { letter, _, alone in
            alone.map { said("only \(letter): \($0.target): \($0.evidence)") }
        }
    }

    private func texts(_ pane: CompareState.Pane) -> [String] {
        guard let text = text(of: pane) else { return [] }
        let rows = text.rows(width: Self.anyWidth).map { $0.left.text.plain.trimmed }
        let measures = text.measures.map { [$0.text.plain] } ?? []
        return [[pane.title, text.title].filter { !$0.isEmpty }.joined(separator: ", ") + ":"] + rows + measures
    }

    private func words(of hunk: CompareState.Hunk, _ comparison: Comparison) -> [String] {
        switch hunk.pane {
        case .chains:
            let blocks = chains(comparison, width: Self.anyWidth).filter { !$0.differing.isEmpty }
            let place = hunks.filter { $0.pane == .chains }.firstIndex(of: hunk) ?? 0
            return blocks.indices.contains(place) ? blocks[place].differing.map(sentence) : []
        case .query, .response: return texts(hunk.pane)
        }
    }

    private func said(_ text: String) -> String { pen.line(text).plain }
}

extension StepDiff {
    fileprivate var sign: DiffSign {
        switch self {
        case .same: .same
        case .added: .added
        case .removed: .removed
        case .changed: .changed
        }
    }
}

extension StepDiff.Place {
    fileprivate var words: String { "\(step.number) \(step.call.tool), chain \(chain.number)" }
}
