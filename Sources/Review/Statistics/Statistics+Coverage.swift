import Engine
import Foundation

extension Statistics {
    /// The tools of the runs, and those that samples use without them, as imported or edited ones may.
    private var known: Set<ToolName> { uses.seen.union(tools.keys) }

    var unusedTools: [ToolName] { known.filter { uses.accepted($0) == 0 }.sorted() }

    /// The tools that fewer accepted samples use than one would want, those with fewest first.
    var gaps: [ToolGap] {
        known.map { ToolGap(tool: $0, uses: uses.accepted($0)) }.filter { $0.uses < ToolGap.target }
            .sorted { ($0.uses, $0.tool) < ($1.uses, $1.tool) }
    }

    var coverageFigures: [Figure] {
        let unused = unusedTools.count
        return [
            counted(.toolsUsed, "tools used", known.count - unused), counted(.toolsNeverUsed, "never used", unused),
            counted(.toolGap, "fewer than 3 uses", gaps.count),
        ] + topTools + [entropy, pairs] + familyFigures
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

    /// The five families that most accepted samples use.
    private var familyFigures: [Figure] {
        let ranked = families.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return ranked.prefix(Self.listedFamilies).map { family, samples in
            Figure(
                .family, item: family, family, .share(samples, of: count(.accepted)),
                .hidden("No filter asks for a family."))
        }
    }

    /// More would say little.
    private static let listedFamilies = 5
}
