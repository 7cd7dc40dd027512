import Engine

/// What a call of a workflow file came back with.
enum WorkflowObservation {
    case returned(RecordedOutput)
    case failed(reason: String)

    /// A text counts as it is; `{error, response}` as what it holds; any other object as compact JSON.
    ///
    /// It is judged by its structure: only an `error` that says something is a failure, never a word in a text.
    init(_ json: JSON, _ place: String) throws(ImportObjection) {
        if let text = json.string {
            let inside = (try? JSON(parsing: text))?.object ?? [:]
            let isEnvelope = inside.count == 2 && inside["error"] != nil && inside["response"] != nil
            let failure = isEnvelope ? Self.failure(in: inside) : nil
            self = failure.map(WorkflowObservation.failed) ?? .returned(RecordedOutput(text))
            return
        }
        guard let object = json.object else {
            throw ImportObjection(
                "\(place): its observation is \(json.article).", advice: "Write a text, or error and response.")
        }
        if let reason = Self.failure(in: object) {
            self = .failed(reason: reason)
            return
        }
        switch object["response"] {
        case nil: self = .returned(RecordedOutput(json))
        case .null: self = .returned(RecordedOutput(""))
        case .string(let text): self = .returned(RecordedOutput(text))
        case .some(let value): self = .returned(RecordedOutput(value))
        }
    }

    private static func failure(in object: JSON.Object) -> String? {
        switch object["error"] {
        case nil, .null, .bool(false): return nil
        case .string(let text): return text.isEmpty ? nil : text
        case .some(let value): return RecordedOutput(value).isEmpty || value.int == 0 ? nil : value.compactText
        }
    }
}
