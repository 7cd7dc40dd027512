import Engine
import Foundation

extension Statistics {
    /// The tools of the runs, and those that samples use without them, as imported or edited ones may.
    private var known: Set<ToolName> { uses.seen.union(tools.keys) }

    var unusedTools: [ToolName] { known.filter { uses.accepted($0) == 0 }.sorted() }

    var coverageFigures: [Figure] {
        let unused = unusedTools.count
        let gap = known.count { uses.accepted($0) < 3 }
        return [
            counted(.toolsUsed, "tools used", known.count - unused), counted(.toolsNeverUsed, "never used", unused),
            counted(.toolGap, "fewer than 3 uses", gap),
        ] + topTools + [entropy, pairs] + families
    }

    private func counted(_ term: StatisticsTerm, _ title: String, _ count: Int) -> Figure {
        Figure(term, title, .share(count, of: known.count), .hidden("It counts tools, not samples."))
    }

    private var topTools: [Figure] {
        uses.top(5).map { tool in
            let count = uses.accepted(tool)
            let isExact = tool.text.isExactPattern(among: uses.seen.map(\.text))
            let shown = Figure.Samples.shown(narrowed(by: [.standing(.accepted), .tool(tool.text)]), count: count)
            return Figure(
                .topTool, item: tool.text, tool.text, .share(count, of: self.count(.accepted)),
                isExact ? shown : .hidden("A filter cannot tell its name from others."))
        }
    }

    private var entropy: Figure {
        Figure(
            .entropy, "entropy", known.isEmpty ? .unknown : .bits(uses.entropy, of: log2(Double(known.count))),
            .hidden("It is about all accepted samples together."))
    }

    private var pairs: Figure {
        Figure(
            .pairs, "pairs seen", .share(uses.pairCount, of: known.count * max(0, known.count - 1) / 2),
            .hidden("It counts pairs of tools, not samples."))
    }

    /// The four families with most uses, and the others together.
    private var families: [Figure] {
        var counts: [String: Int] = [:]
        for (tool, verdicts) in uses.verdicts where verdicts.accepted > 0 {
            counts[tools[tool] ?? "", default: 0] += verdicts.accepted
        }
        let named = counts.filter { !$0.key.isEmpty }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        guard !named.isEmpty else { return [] }
        let total = counts.values.reduce(0, +)
        let rest = total - named.prefix(4).reduce(0) { $0 + $1.value }
        let listed = named.prefix(4).map { ($0.key, $0.value) } + (rest > 0 ? [("other families", rest)] : [])
        return listed.map { family, count in
            Figure(.family, item: family, family, .share(count, of: total), .hidden("No filter asks for a family."))
        }
    }
}
