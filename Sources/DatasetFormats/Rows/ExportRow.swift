import Engine

/// One conversation to train on: a sample, or what is made of it, with the tools that it offers.
struct ExportRow: Sendable {
    /// What a row teaches.
    enum Kind: Hashable, Sendable {
        /// The sample as it is.
        case calls
        /// The tools that are needed are not offered, and nothing is called.
        case irrelevance(without: [ToolName])
        /// The query does not say a value that a call needs, and it is asked for.
        case missingParameter(step: Int, JSONPath)

        /// The kind without what is special about the row.
        typealias Title = RowKind

        var title: Title {
            switch self {
            case .calls: .calls
            case .irrelevance: .irrelevance
            case .missingParameter: .missingParameter
            }
        }
    }

    let kind: Kind
    let query: String
    /// The steps as turns: those of one turn are parallel calls.
    var turns: [[ExportStep]]
    let response: String
    /// What the row offers, in the order of their source.
    let tools: [Tool]
    /// How large the row is; nil before it was measured.
    var tokens: Int?

    var steps: [ExportStep] { turns.flatMap(\.self) }
}

/// A step as a row shows it.
struct ExportStep: Sendable {
    let step: Step
    /// What the tool returned, as text; may be cut.
    let output: String
    /// How many characters the whole output has; nil where nothing was cut.
    let wholeLength: Int?

    init(_ step: Step, output: String? = nil, wholeLength: Int? = nil) {
        self.step = step
        self.output = output ?? step.output.portableText
        self.wholeLength = wholeLength
    }
}

extension ExportRow {
    /// The sample as it is, offering these tools.
    init(_ sample: ExportableSample, offering tools: [Tool]) {
        self.init(
            kind: .calls, query: sample.query,
            turns: sample.workflow.turns(query: sample.query, tools: sample.toolsInUse).map { turn in
                turn.map { ExportStep($0) }
            }, response: sample.response, tools: tools)
    }
}
