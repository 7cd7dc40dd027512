import DisplaySafety
import Engine
import Evaluation

/// A stored sample of a baseline as text: what was asked, what came of it, and the tree of the search.
struct AnswerTreeText {
    let sample: BaselineSample

    /// The most of one node's text, in columns.
    private static let width = 100

    /// Each line ends with a line feed.
    var text: String {
        let result = sample.result
        let head =
            [
                "Sample \(sample.index)  \(sample.method.rawValue)  \(result.ending.title)"
                    + (sample.verdict.map { ", judged \($0.rawValue)" } ?? ""),
                "Query     \(sample.instruction.query)",
                "About     \(sample.instruction.related.map(\.text).joined(separator: ", "))",
                "Offered   \(sample.offered.map(\.text).joined(separator: ", "))",
            ]
            + (result.ending.words.isEmpty
                ? [] : ["\(result.isAnswered ? "Answer " : "Problem")   \(result.ending.words)"])
        let judged = sample.opinions.flatMap { opinion in
            let query = opinion.solvability.map { "Query is  \($0.ruling.words(by: $0.judge))" }
            return ["Judged    \(opinion.ruling.words(by: opinion.judge))"] + [query].compactMap(\.self)
        }
        let silences = sample.silences.map { "Judged    no verdict, by \($0.judge): \($0.reason)" }
        let size = "Tree      \(result.tree.size) nodes, \(result.queries.questions), depth \(result.tree.deepest)"
        let safe = (head + judged + silences).map { SafeText($0.inOneLine).plain }
        return (safe + [size] + lines(below: result.tree, indent: "")).map { $0 + "\n" }.joined()
    }

    private func lines(below node: AnswerNode, indent: String) -> [String] {
        // Most nodes have one child: a chain stays in its column, and only forks go to the right.
        node.children.enumerated().flatMap { number, child in
            let isLast = number == node.children.count - 1
            let isFork = node.children.count > 1
            let mark = isFork ? (isLast ? "└─ " : "├─ ") : ""
            let deeper = isFork ? indent + (isLast ? "   " : "│  ") : indent
            return [line(for: child, after: indent + mark)] + lines(below: child, indent: deeper)
        }
    }

    private func line(for node: AnswerNode, after indent: String) -> String {
        let text = SafeText(node.words.inOneLine).truncated(to: Self.width, ellipsis: "…").plain
        return indent + text + node.marks
    }
}

extension AnswerNode {
    fileprivate var words: String {
        switch kind {
        case .root: "root"
        case .thought(let text): "thought  \(text)"
        case .action(let name): "call     \(name)"
        case .input(let arguments, let observation, let status):
            "         \(arguments) → \(status.words): \(observation)"
        }
    }

    fileprivate var marks: String {
        let marks = [(isFinished, "finished"), (isTerminal, "end"), (isPruned, "pruned")].filter(\.0).map(\.1)
        return marks.isEmpty ? "" : "  [\(marks.joined(separator: ", "))]"
    }
}

extension Ruling where Verdict: RawRepresentable<String> {
    fileprivate func words(by judge: JudgeIdentity) -> String {
        "\(verdict.rawValue), by \(judge)" + (reason.isEmpty ? "" : ": \(reason)")
    }
}

extension String {
    fileprivate var inOneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}
