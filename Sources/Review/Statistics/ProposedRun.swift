import Engine

/// A tool that few accepted samples use.
package struct ToolGap: Hashable, Sendable {
    package let tool: ToolName
    /// The accepted samples that use it.
    package let uses: Int

    /// The uses from which on there is no gap.
    package static let target = 3

    package init(tool: ToolName, uses: Int) {
        self.tool = tool
        self.uses = uses
    }
}

/// A run that would use tools with too few uses: the command that begins it.
package struct ProposedRun: Hashable, Sendable {
    /// More names would say nothing to a model.
    package static let mostTools = 24
    /// With longer ones the notes would be more than a run takes.
    private static let longestName = 72

    /// The tools that the run is told to use, those with fewest uses first.
    package let tools: [ToolName]
    /// How many others have too few uses, and are left for another run.
    package let others: Int
    /// The samples it takes when each brings one use.
    package let count: Int
    private let dataset: String

    /// Nil where there is no gap that a note can name.
    package init?(for gaps: [ToolGap], dataset: String) {
        let named = gaps.filter { $0.tool.text.isNotable(upTo: Self.longestName) }.prefix(Self.mostTools)
        guard !named.isEmpty else { return nil }
        tools = named.map(\.tool)
        others = gaps.count - named.count
        count = named.reduce(0) { $0 + max(1, ToolGap.target - $1.uses) }
        self.dataset = dataset
    }

    /// What all samples of the run are told.
    var notes: [String] {
        var notes: [String] = []
        for tool in tools.map(\.text) {
            if let last = notes.last, last.count + tool.count + 2 <= Guidance.longestNote {
                notes[notes.count - 1] = "\(last), \(tool)"
            } else {
                notes.append("use \(tool)")
            }
        }
        return notes
    }

    /// What a shell takes as it is.
    package var command: String {
        let words = ["--dataset", dataset, "--count", "\(count)", "--sampling", "coverage"]
        let notes = notes.flatMap { ["--guidance", $0] }
        return (["toolgrad", "generate"] + words + notes).map(\.quotedForShell).joined(separator: " ")
    }
}

extension String {
    /// Whether a note on one line can have it as a name.
    fileprivate func isNotable(upTo most: Int) -> Bool {
        !isEmpty && count <= most && !contains { $0.isWhitespace || $0 == "," }
            && unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    }

    /// The text as one word of a POSIX shell.
    fileprivate var quotedForShell: String {
        let isPlain =
            !isEmpty
            && unicodeScalars.allSatisfy { scalar in
                scalar.isASCII
                    && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                        || "_./:=@%+-".unicodeScalars.contains(scalar))
            }
        return isPlain ? self : "'" + replacing("'", with: "'\\''") + "'"
    }
}
