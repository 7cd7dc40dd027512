/// What prompts say of the things that stages know.
enum Telling {
    /// A call as `tool({"name":"Oslo"})`.
    static func call(_ call: ToolCall) -> String {
        "\(call.tool.text.line(cutTo: 200))(\(call.arguments.compactText.cut(to: 1_000)))"
    }

    /// The workflow chain by chain, each step with its call and output.
    static func steps(of workflow: Workflow) -> String {
        guard !workflow.chains.isEmpty else { return "It has no steps yet." }
        let limit = Quotation.share(of: workflow.steps.count)
        return workflow.chains.map { chain in
            let steps = chain.steps.map { step in
                "step \(step.number): \(call(step.call)) -> \(Quotation.marked(step.output, limit: limit))"
            }
            return (["chain \(chain.id.number):"] + steps).joined(separator: "\n")
        }.joined(separator: "\n")
    }

    /// The calls of a trial in their order, each with what came of it.
    static func attempts(_ attempts: [Trial.Attempt], limit: Int = Quotation.outputLimit) -> String {
        guard !attempts.isEmpty else { return "None." }
        return attempts.enumerated().map { index, attempt in
            "call \(index + 1): \(call(attempt.call)) -> \(result(of: attempt, limit: limit))"
        }.joined(separator: "\n")
    }

    /// What came of a call: its output, or why it failed.
    static func result(of attempt: Trial.Attempt, limit: Int = Quotation.outputLimit) -> String {
        guard let output = attempt.outcome.output else {
            return "\(attempt.outcome.verdict) " + problem(of: attempt, limit: limit)
        }
        return output.bytes.isEmpty ? "an empty output" : Quotation.marked(output, limit: limit)
    }

    /// Why a call failed, in the words of whoever said so.
    static func problem(of attempt: Trial.Attempt, limit: Int = Quotation.outputLimit) -> String {
        Quotation.marked("error", attempt.outcome.problem ?? attempt.outcome.verdict, limit: limit)
    }

    /// Where the steps of a trial can go.
    static func places(in workflow: Workflow, mayOpenChain: Bool) -> [String] {
        (mayOpenChain ? ["new chain"] : []) + workflow.chains.map { "chain \($0.id.number)" }
    }

    /// The whole of the run's guidance, then the curator's notes, oldest first; where the notes are too long together
    /// the oldest are left out.
    static func notes(_ notes: [String], after guidance: [String] = []) -> String {
        let told = newest(notes.map(item), within: 4_000, called: "older note")
        let texts = guidance.map(item) + (told.map { [$0] } ?? [])
        return texts.isEmpty ? "None." : texts.joined(separator: "\n")
    }

    private static func item(_ note: String) -> String { "- \(note.line(cutTo: 1_000))" }

    /// As many of the last texts as fit, and how many were left out; nil where there are none.
    static func newest(_ texts: [String], within limit: Int, called noun: String) -> String? {
        var left = limit
        var kept = texts.reversed().prefix { text in
            left -= text.unicodeScalars.count + 1
            return left >= 0
        }.reversed().map(\.self)
        if kept.isEmpty, let last = texts.last { kept = [last.cut(to: limit)] }
        guard !kept.isEmpty else { return nil }
        let dropped = texts.count - kept.count
        return ((dropped > 0 ? ["[cut: \(dropped.times(noun))]"] : []) + kept).joined(separator: "\n")
    }
}
