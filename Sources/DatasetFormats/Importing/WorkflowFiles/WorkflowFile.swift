import Engine
import Review

/// One workflow file, read into a sample's content.
///
/// A call whose observation says `error` failed; it is no step, and the notes name it. A file of which every call
/// failed is no sample. A call without an observation's text keeps an empty output.
struct WorkflowFile {
    let content: ImportedContent
    let notes: ImportNotes
    let record: JSON?

    init(_ file: JSON, origin: ToolOrigin) throws(ImportObjection) {
        guard let object = file.object else {
            throw ImportObjection("It is \(file.article), not an object.", advice: "Write one workflow per file.")
        }
        let query = try Self.query(of: object)
        let response = try Self.response(of: object)
        var reading = ChainReading(origin: origin)
        try reading.read(object["api_use_chains"])
        let calls = reading.workflow.steps.map(\.call)
        if let objection = ImportObjection(sizeOf: calls) { throw objection }
        let tools = DerivedTools(defined: [], calls: calls)
        var notes = reading.notes
        if calls.isEmpty { notes.add("It has no calls. It is kept, and exports leave it out.") }
        if response == nil { notes.add("It has no response.") }
        notes.addOthers(in: object, than: Self.keys, "Keys")
        if object[WorkflowRecord.key] == nil, object["edits"] != nil || object["regenerated"] != nil {
            notes.add("It was edited, and what it was before is not recorded.")
        }
        content = ImportedContent(
            query: query, response: response, workflow: reading.workflow, tools: tools.all,
            derivedTools: tools.derived)
        self.notes = notes
        record = object[WorkflowRecord.key]
    }

    private static let keys: Set<String> = [
        "query", "api_use_chains", "response", "edited", "edits", "regenerated", WorkflowRecord.key,
    ]

    private static func query(of file: JSON.Object) throws(ImportObjection) -> String {
        guard file["api_use_chains"] != nil else {
            throw file["iterations"] == nil
                ? ImportObjection(
                    "It has no api_use_chains; its keys are \(file.keys.isEmpty ? "none" : file.keys.listed).",
                    advice: "Give a workflow file.")
                : ImportObjection(
                    "It is a trace of the reference, which has neither a query nor whole results.",
                    advice: "Give the workflow file of the same seed.")
        }
        guard let query = file["query"], let text = query.string, !text.isBlank else {
            throw ImportObjection(
                "Its query is \(file["query"].map { $0.string == nil ? $0.article : "empty" } ?? "missing").",
                advice: "Write what the user asks.")
        }
        return text
    }

    private static func response(of file: JSON.Object) throws(ImportObjection) -> String? {
        switch file["response"] {
        case nil, .null: return nil
        case .string(let text): return text.isBlank ? nil : text
        case .some(let other):
            throw ImportObjection("Its response is \(other.article), not a text.", advice: "Write it as a text.")
        }
    }
}
