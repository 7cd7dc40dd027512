import Engine

/// A sample that was read from a file, and what the file did not say.
package struct ImportedSample: Hashable, Sendable {
    /// Where it stands.
    package let place: ImportPlace
    package let format: ImportFormat
    package let content: ImportedContent
    /// What was left out or had to be made up for this sample, a sentence each; beside the format's own losses.
    package let notes: [String]
    /// The seed of its run, where the file's name tells it.
    package let seed: UInt64?
    /// The `toolgrad_record` of a workflow file; nil where there is none, and where the file was changed so that it says
    /// something else than its record.
    package let record: WorkflowRecord?
}

/// What a sample is made of.
package struct ImportedContent: Hashable, Sendable {
    package let query: String
    /// Nil where the row has none.
    package let response: String?
    /// Without chains where the row has no calls.
    package let workflow: Workflow
    /// What the row offered, and then what ``derivedTools`` names.
    package let tools: [Tool]
    /// The tools whose definitions the row does not have; theirs are made from the arguments.
    package let derivedTools: [ToolName]
}
