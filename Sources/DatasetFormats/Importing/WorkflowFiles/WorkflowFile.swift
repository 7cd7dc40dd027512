import Engine

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
        if calls.isEmpty { notes.add("It has no calls.") }
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
        guard let query = file["query"], let text = query.string, text.contains(where: { !$0.isWhitespace }) else {
            throw ImportObjection(
                "Its query is \(file["query"].map { $0.string == nil ? $0.article : "empty" } ?? "missing").",
                advice: "Write what the user asks.")
        }
        return text
    }

    private static func response(of file: JSON.Object) throws(ImportObjection) -> String? {
        switch file["response"] {
        case nil, .null: return nil
        case .string(let text): return text.contains { !$0.isWhitespace } ? text : nil
        case .some(let other):
            throw ImportObjection("Its response is \(other.article), not a text.", advice: "Write it as a text.")
        }
    }
}

/// The chains of a workflow file, as they are read.
private struct ChainReading {
    let origin: ToolOrigin
    private(set) var workflow = Workflow()
    private(set) var notes = ImportNotes()
    private var failed: [String] = []
    private var number = 0

    init(origin: ToolOrigin) {
        self.origin = origin
    }

    mutating func read(_ chains: JSON?) throws(ImportObjection) {
        guard let members = chains?.object?.members else {
            throw ImportObjection(
                "Its api_use_chains are \(chains?.article ?? "missing"), not an object.",
                advice: "Write an object of chains.")
        }
        guard members.count <= ImportLimits.chains else {
            throw ImportObjection(
                "It has \(members.count) chains; a workflow has at most \(ImportLimits.chains).",
                advice: "Leave chains out.")
        }
        let numbers = Self.numbers(of: members)
        if numbers == nil { notes.add("Its chains have names of another kind; they are numbered in their order.") }
        for (index, member) in members.enumerated() {
            let steps = try steps(of: member.value, "Chain \(member.key.quoted())")
            guard !steps.isEmpty else {
                notes.add("Chain \(member.key.quoted()) has no steps and was left out.")
                continue
            }
            workflow.chains.append(Chain(id: Chain.ID(numbers?[index] ?? index + 1), steps: steps))
        }
        guard failed.isEmpty || !workflow.chains.isEmpty else {
            throw ImportObjection(
                "All of its calls failed: \(failed.listed).", advice: "Leave it out; nothing in it was answered.")
        }
    }

    /// The numbers in the chains' names; nil unless each has one of its own and its id is its key.
    private static func numbers(of chains: [JSON.Object.Member]) -> [Int]? {
        let prefix = "api_use_chain_"
        let numbers = chains.compactMap { chain -> Int? in
            guard chain.key.hasPrefix(prefix), chain.value["chain_id"]?.string == chain.key,
                let number = Int(chain.key.dropFirst(prefix.count)), number > 0, "\(prefix)\(number)" == chain.key
            else { return nil }
            return number
        }
        return numbers.count == chains.count ? numbers : nil
    }

    private mutating func steps(of chain: JSON, _ what: String) throws(ImportObjection) -> [Step] {
        guard let object = chain.object else {
            throw ImportObjection("\(what) is \(chain.article), not an object.", advice: "Write chain_id and steps.")
        }
        notes.addOthers(in: object, than: ["chain_id", "intermediate_steps"], "Keys of chains")
        let given = object["intermediate_steps"] ?? .null
        if given.isNull { return [] }
        guard let pairs = given.array else {
            throw ImportObjection(
                "\(what): its intermediate_steps are \(given.article), not a list.", advice: "Write a list of pairs.")
        }
        var steps: [Step] = []
        for (index, pair) in pairs.enumerated() {
            let place = "\(what), step \(index + 1)"
            guard let parts = pair.array, parts.count == 2 else {
                throw ImportObjection("\(place): it is no pair.", advice: "Write a call and its observation.")
            }
            let call = try call(parts[0], place)
            switch try Observation(parts[1], place) {
            case .failed(let reason):
                failed.append(call.tool.text)
                notes.add("\(place) failed and was left out: \(call.tool.text.quoted()), \(reason.quoted(upTo: 200)).")
            case .returned(let output):
                number += 1
                steps.append(Step(number: number, imported: call, output: output, origin: origin))
            }
        }
        return steps
    }

    private mutating func call(_ action: JSON, _ place: String) throws(ImportObjection) -> ToolCall {
        guard let tool = action["tool"]?.string, !tool.isEmpty else {
            throw ImportObjection("\(place): its call names no tool.", advice: "Name it as `tool`.")
        }
        notes.addOthers(
            in: action.object ?? [:],
            than: ["tool", "tool_input", "log", "type", "message_log", "tool_call_id"], "Keys of calls")
        let name = ToolName(tool)
        switch action["tool_input"] {
        case .some(.object(let arguments)): return ToolCall(tool: name, arguments: .object(arguments))
        case .some(.string(let text)):
            if case .some(.object(let arguments)) = try? JSON(nested: text, place) {
                return ToolCall(tool: name, arguments: .object(arguments))
            }
            notes.add("\(place) gave a text as its input, not an object; it is kept as it is.")
            return ToolCall(tool: name, arguments: .string(text))
        case nil, .null, .bool, .number, .array:
            throw ImportObjection(
                "\(place): its tool_input is \(action["tool_input"]?.article ?? "missing").",
                advice: "Write an object, or a text.")
        }
    }
}

/// What a call of a workflow file came back with.
private enum Observation {
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
            self = failure.map(Observation.failed) ?? .returned(RecordedOutput(text))
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
