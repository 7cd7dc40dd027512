import Engine

/// The chains of a workflow file, as they are read.
struct ChainReading {
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
        guard pairs.count <= ImportLimits.calls else {
            throw ImportObjection(
                "\(what) has \(pairs.count) steps; at most \(ImportLimits.calls) are read.", advice: "Leave it out.")
        }
        var steps: [Step] = []
        for (index, pair) in pairs.enumerated() {
            let place = "\(what), step \(index + 1)"
            guard let parts = pair.array, parts.count == 2 else {
                throw ImportObjection("\(place): it is no pair.", advice: "Write a call and its observation.")
            }
            let call = try call(parts[0], place)
            switch try WorkflowObservation(parts[1], place) {
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
