import Engine

/// A row as a question with its expected answer: what a model is offered, and what it is to call.
package struct OfferedTask: Hashable, Sendable {
    package let sample: SampleID
    package let kind: RowKind
    package let query: String
    /// The calls as turns: those of one turn need nothing of one another; none where no tool can help.
    package let turns: [[ToolCall]]
    package let response: String
    /// What is offered, in the order of the tools' source.
    package let tools: [Tool]

    package var calls: [ToolCall] { turns.flatMap(\.self) }

    init(_ row: ExportRow, of sample: ExportableSample) {
        self.sample = sample.id
        kind = row.kind.title
        query = row.query
        turns = row.turns.map { $0.map(\.step.call) }
        response = row.response
        tools = row.tools
    }
}
