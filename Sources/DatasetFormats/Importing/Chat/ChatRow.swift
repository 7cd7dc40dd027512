import Engine

/// One row of chat messages and tools, read into a sample's content.
struct ChatRow {
    let content: ImportedContent
    let notes: ImportNotes

    /// `names` maps names of the row back to the tools' own.
    init(
        _ row: JSON, names: [String: ToolName], known: KnownTools, origin: ToolOrigin
    ) throws(ImportObjection) {
        let (object, messages) = try Self.messages(of: row)
        let transcript = try Self.transcript(of: messages)
        guard let query = transcript.query else {
            throw ImportObjection("It has no user's message.", advice: "Begin with what the user asks.")
        }
        let naming = RowNames(names)
        let calls = transcript.calls.map { ToolCall(tool: naming[$0.call.tool], arguments: $0.call.arguments) }
        if let objection = ImportObjection(sizeOf: calls) { throw objection }
        let defined = try ToolDefinitions(object).tools.map { known.whole($0.renamed(to: naming[$0.name.text])) }
        let tools = DerivedTools(defined: defined, calls: calls)
        let steps = zip(transcript.calls, calls).enumerated().map { index, made in
            Step(
                number: index + 1, imported: made.1, output: made.0.output ?? RecordedOutput(""), origin: origin)
        }
        let chains = ChainBuilding(steps, turns: transcript.calls.map(\.turn), query: query, tools: tools.all)
        content = ImportedContent(
            query: query, response: transcript.response, workflow: chains.workflow, tools: tools.all,
            derivedTools: tools.derived)
        notes = Self.notes(object, transcript, tools, chains, naming)
    }

    private static func messages(of row: JSON) throws(ImportObjection) -> (JSON.Object, [JSON]) {
        guard let object = row.object else {
            throw ImportObjection(
                "It is \(row.article), not an object.", advice: "Write one row per line, as an object.")
        }
        guard let given = object["messages"] else {
            throw ImportObjection(
                "It has no messages; its keys are \(object.keys.isEmpty ? "none" : object.keys.listed).",
                advice: "Write the conversation as `messages`.")
        }
        guard let messages = given.array else {
            throw ImportObjection("Its messages are \(given.article), not a list.", advice: "Write a list.")
        }
        guard messages.count <= ImportLimits.messages else {
            throw ImportObjection(
                "It has \(messages.count) messages; at most \(ImportLimits.messages) are read.",
                advice: "Split the conversation, or leave it out.")
        }
        return (object, messages)
    }

    private static func transcript(of messages: [JSON]) throws(ImportObjection) -> ChatTranscript {
        var transcript = ChatTranscript()
        for (index, message) in messages.enumerated() {
            try transcript.read(try ChatMessage(message, "Message \(index + 1)"), number: index + 1)
        }
        return transcript
    }

    private static func notes(
        _ row: JSON.Object, _ transcript: ChatTranscript, _ tools: DerivedTools, _ chains: ChainBuilding,
        _ naming: RowNames
    ) -> ImportNotes {
        var notes = transcript.notes
        let silent = transcript.calls.indices.filter { transcript.calls[$0].output == nil }.map { $0 + 1 }
        if !silent.isEmpty { notes.add("No results are recorded for these calls: \(silent.listed).") }
        if transcript.calls.isEmpty {
            notes.add("It has no calls: the assistant answers at once. It is kept, and exports leave it out.")
        }
        if transcript.response == nil { notes.add("It has no response.") }
        if let note = tools.note { notes.add(note) }
        if let note = naming.note(for: tools.all) { notes.add(note) }
        notes.add(chains.notes)
        notes.addOthers(
            in: row, than: ["messages", "tools", "functions", "parallel_tool_calls", "chat_template_kwargs"], "Columns")
        return notes
    }
}

/// Names of a row, and the tools' own where an export had to change them.
struct RowNames {
    private let originals: [ExactText: ToolName]

    init(_ originals: [String: ToolName]) {
        self.originals = Dictionary(originals.map { (ExactText($0.key), $0.value) }) { first, _ in first }
    }

    subscript(name: String) -> ToolName { originals[ExactText(name)] ?? ToolName(name) }

    /// Says which of the tools have their own names back; nil when none has.
    func note(for tools: [Tool]) -> String? {
        let present = Set(tools.map(\.name))
        let restored = originals.filter { present.contains($0.value) }.values.sorted()
        return restored.isEmpty ? nil : "Names were mapped back: \(restored.map(\.text).listed)."
    }
}

extension Step {
    /// A step of which no iteration is known: it has number 0, and so has its proposal.
    init(number: Int, imported call: ToolCall, output: RecordedOutput, origin: ToolOrigin) {
        self.init(
            number: number, call: call, output: output, origin: origin, iteration: 0, proposal: Proposal.ID(0))
    }
}
