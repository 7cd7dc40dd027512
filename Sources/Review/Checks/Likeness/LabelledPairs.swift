import Engine
import Foundation

/// Two samples written by hand, and whether they are the same task.
package struct LabelledPair: Hashable, Sendable {
    package let name: String
    package let isFault: Bool
    package let query: String
    package let other: String
    package let calls: [ToolCall]
    package let otherCalls: [ToolCall]

    /// How the second sample is too like the first; nil where it is not.
    package var match: LikenessIndex.Match? {
        let run = RunID(ContentHash(of: "labelled"))
        var index = LikenessIndex()
        _ = index.add(SampleID(run: run, index: 1), query: other, calls: otherCalls)
        return index.add(SampleID(run: run, index: 2), query: query, calls: calls)
    }
}

/// Labelled pairs of samples: what ``LabelledSet`` is for checks of one sample.
package struct LabelledPairs: Sendable {
    package let pairs: [LabelledPair]

    /// Reads one pair a line; empty lines and lines that begin with `//` are passed over.
    ///
    /// A pair is an object: `case`, `fault`, `query` and `other`, and where the calls matter `chains` and `otherChains`,
    /// written as in ``LabelledSet``.
    package init(lines: String) throws(LabelledSetError) {
        var pairs: [LabelledPair] = []
        for (index, line) in lines.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard !line.allSatisfy(\.isWhitespace), !line.hasPrefix("//") else { continue }
            guard let json = try? JSON(parsing: String(line)), let pair = LabelledPair(json) else {
                throw LabelledSetError(
                    check: "duplicate", line: index + 1,
                    problem: "It needs \"case\", \"fault\", \"query\" and \"other\" of the right types.")
            }
            pairs.append(pair)
        }
        self.pairs = pairs
    }

    /// The pairs that are faults and were found, those that were missed, and the false alarms, by name.
    package var measure: (found: [String], missed: [String], falseAlarms: [String]) {
        let judged = pairs.map { ($0, $0.match != nil) }
        func names(_ isFault: Bool, _ isFound: Bool) -> [String] {
            judged.filter { $0.0.isFault == isFault && $0.1 == isFound }.map(\.0.name)
        }
        return (names(true, true), names(true, false), names(false, true))
    }
}

extension LabelledPair {
    fileprivate init?(_ json: JSON) {
        guard let name = json["case"]?.string, let isFault = json["fault"]?.bool, let query = json["query"]?.string,
            let other = json["other"]?.string
        else { return nil }
        self.init(
            name: name, isFault: isFault, query: query, other: other, calls: Self.calls(json["chains"]),
            otherCalls: Self.calls(json["otherChains"]))
    }

    private static func calls(_ chains: JSON?) -> [ToolCall] {
        (chains?.array ?? []).flatMap { $0.array ?? [] }.compactMap { step in
            step["tool"]?.string.map { ToolCall(tool: ToolName($0), arguments: step["arguments"] ?? [:]) }
        }
    }
}
