import Engine
import Review

/// A sample that is judged in two ways, as whoever settles it sees it: nobody is named, and which is A says nothing.
package struct Dispute: Identifiable, Hashable, Sendable {
    /// Which sample.
    package let id: SampleID
    let name: String
    let query: String
    let response: String
    /// What was grown and edited, to be read in full.
    let workflow: Workflow
    /// What the sample's tools say of themselves.
    let tools: [ToolName: Tool]
    /// What reviewers edited, as exports name it.
    let edited: [String]
    let a: Opinion
    let b: Opinion
    /// What settled it; nil while nobody did.
    var outcome: Opinion?

    /// The tools of each chain, in the order of its steps.
    var chains: [[String]] { workflow.chains.map { chain in chain.steps.map(\.call.tool.text) } }

    /// A sample that was read twice; the two readings in an order that only the sample decides.
    package init(_ reading: ReadTwice, of sample: ReviewedSample) {
        (id, name) = (reading.id, reading.label)
        query = sample.query ?? ""
        response = sample.response ?? ""
        (workflow, tools) = (sample.workflow, sample.tools)
        edited = sample.editedPaths
        let isSwapped =
            ContentHash(of: "adjudicate \(id.run.hash.hex) \(id)").hex.utf8.first.map { $0 % 2 == 0 } ?? false
        let (first, second) = (reading.first.opinion, reading.second.opinion)
        (a, b) = isSwapped ? (second, first) : (first, second)
        outcome = reading.adjudication?.opinion
    }
}
