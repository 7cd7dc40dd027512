extension ProposalForm {
    /// Keeps the first usable proposals; what is left out or cut is said at the end of the reason.
    func read(_ answer: JSON) -> FormReading<Proposals> {
        if let problem = Shape.problem(of: answer, against: Self.outline) { return .unusable(problem: problem) }
        let reason = answer["reason"]?.string ?? ""
        let items = answer["proposals"]?.array ?? []
        guard !items.isEmpty else {
            return .poor(
                Proposals(reason: reason, all: []),
                problem: "There are no proposals. Make at least one, if the tools allow any use at all.")
        }
        var kept: [Proposal] = []
        var notes: [String] = []
        var objections: [String] = []
        for (index, item) in items.enumerated() where kept.count < count {
            do throws(Objection) {
                let draft = try proposal(item, as: Proposal.ID(kept.count + 1))
                kept.append(draft.proposal)
                notes += draft.note.map { ["Of proposal \(kept.count) \($0)."] } ?? []
            } catch {
                objections.append("Proposal \(index + 1) in your list: \(error.text).")
            }
        }
        guard !kept.isEmpty else { return .unusable(problem: objections.prefix(6).joined(separator: "\n")) }
        let surplus = items.count - kept.count - objections.count
        if surplus > 0 { notes.append("\(surplus.times("proposal")) above the number asked for left out.") }
        notes += objections.map { "Left out: \($0.line(cutTo: 400))" }
        return .usable(Proposals(reason: ([reason] + notes.map { "[\($0)]" }).joined(separator: " "), all: kept))
    }

    private struct Draft {
        let proposal: Proposal
        /// What was cut; nil for nothing.
        let note: String?
    }

    /// What must hold for the whole before single proposals are looked at.
    private static let outline = Shape.object([("reason", Shape.text), ("proposals", ["type": "array"])])

    private func proposal(_ item: JSON, as id: Proposal.ID) throws(Objection) -> Draft {
        guard item.object != nil else { throw Objection("it is no object") }
        let instruction = (item["instruction"]?.string ?? "").withoutOuterSpace
        guard !instruction.isEmpty else { throw Objection("it has no instruction") }
        switch strategy {
        case .lean:
            let given = try list("calls", of: item)
            var calls: [PlannedCall] = []
            for call in given.prefix(most) { calls.append(try planned(call, number: calls.count + 1)) }
            let proposal = Proposal(
                id: id, instruction: instruction, tools: calls.map(\.tool).withoutRepetition, calls: calls)
            return Draft(proposal: proposal, note: cut(given.count, "call"))
        case .paper:
            let given = try list("tools", of: item)
            var tools: [ToolName] = []
            for name in given { tools.append(try tool(named: name).name) }
            let distinct = tools.withoutRepetition
            let proposal = Proposal(id: id, instruction: instruction, tools: Array(distinct.prefix(most)))
            return Draft(proposal: proposal, note: cut(distinct.count, "tool"))
        }
    }

    private func cut(_ given: Int, _ noun: String) -> String? {
        given > most ? "the last \((given - most).times(noun)) left out: at most \(most) may be" : nil
    }

    private func list(_ key: String, of item: JSON) throws(Objection) -> [JSON] {
        guard let list = item[key]?.array, !list.isEmpty else { throw Objection("it has no \(key)") }
        return list
    }

    private func planned(_ call: JSON, number: Int) throws(Objection) -> PlannedCall {
        do throws(Objection) {
            let tool = try tool(named: call["tool"] ?? .null)
            let form = ArgumentsForm(tool: tool, references: References(steps: steps, earlierCalls: number - 1))
            return PlannedCall(tool: tool.name, arguments: try form.read(call["arguments"] ?? .object([:])))
        } catch {
            throw Objection("in call \(number), \(error.text)")
        }
    }

    /// The sampled tool that is meant.
    private func tool(named name: JSON) throws(Objection) -> Tool {
        guard let text = name.string else { throw Objection("a tool's name is missing") }
        guard let meant = Spelling.name(meantBy: text, among: toolNames),
            let tool = batch.first(where: { ExactText($0.name.text) == ExactText(meant) })
        else { throw Objection("\(JSON.string(text.cut(to: 80)).compactText) is no tool of this round") }
        return tool
    }
}

extension [ToolName] {
    /// Each name once, in the order of its first place.
    fileprivate var withoutRepetition: [ToolName] {
        var seen: Set<ToolName> = []
        return filter { seen.insert($0).inserted }
    }
}
