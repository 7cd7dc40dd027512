import Engine
import Evaluation
import TestSupport

/// A search with a model that follows a script, over tools that count.
struct SearchScene {
    let model: ScriptedModel
    var plan = SearchPlan.depthFirst
    var source: any ToolSource = CountingTools()
    var ledger: any RunLedger = ForgetfulLedger()
    var account = BudgetAccount(Budget()) { .zero }
    var askedBefore = AskedBefore()
    var seed: UInt64 = 7

    static let query = "What is known about Oslo?"
    static let item = SampleID(run: RunID(ContentHash(of: "a study")), index: 3)

    init(_ model: ScriptedModel, plan: SearchPlan = .depthFirst) {
        self.model = model
        self.plan = plan
    }

    func search() async throws -> SearchResult {
        let library = try await ToolLibrary(source)
        let study = Study(
            model: .init(model, name: "scripted"), library: library, ledger: ledger, account: account,
            askedBefore: askedBefore)
        return try await Search(plan, in: study).answer(
            Self.query, with: library.tools, for: Self.item,
            random: SeededGenerator(for: .searching, seed: seed, sample: 3, iteration: 0))
    }

    /// The two messages that open every conversation of the search.
    var opening: [ModelMessage] { Array((model.asked.first?.messages ?? []).prefix(2)) }

    /// The whole conversation of a question; 1 for the first.
    func conversation(of question: Int) -> [ModelMessage] { model.asked[question - 1].messages }
}

extension ScriptedModel.Line {
    static func call(_ name: String, _ arguments: String, saying text: String = "") -> Self {
        .calls(.to(name, arguments), saying: text)
    }

    static func answer(_ text: String) -> Self {
        .call("Finish", #"{"return_type":"give_answer","final_answer":"\#(text)"}"#)
    }

    static let giveUp = call("Finish", giveUpArguments)
    static let giveUpArguments = #"{"return_type":"give_up_and_restart"}"#
}

extension ModelMessage {
    /// What a model says with a call, which is the answer to a question with this number.
    static func says(
        _ question: Int, _ name: String, _ arguments: String, with text: String = ""
    ) -> ModelMessage {
        .assistant(text, calls: [RequestedCall(id: "call0000\(question)", name: name, arguments: arguments)])
    }

    /// What it is shown then.
    static func sees(_ question: Int, _ observation: String) -> ModelMessage {
        .tool(callID: "call0000\(question)", content: observation)
    }

    /// The message that asks for something else, in the words of the prompt.
    static func diversity(
        _ tries: (name: String, arguments: String, observation: String)..., seen: String = ""
    ) -> ModelMessage {
        let list = JSON.array(
            tries.map {
                [
                    "name": .string($0.name), "arguments": .string($0.arguments),
                    "observation": .string($0.observation),
                ]
            }
        ).prettyText
        let reminder = seen.isEmpty ? "" : "What you were shown last at this point: \(seen)\n"
        return .user(
            """
            You have been at this point before, and what you did here has not led to an answer. From here you have \
            already made these calls:
            \(list)
            \(reminder)Think again about where you stand, and now do something that differs from all of them.
            """)
    }
}

extension AnswerNode {
    /// The tree as text, a node a line: its number, what it is, `e` with its expansion, and its marks.
    var picture: String { lines.joined(separator: "\n") }

    private var lines: [String] {
        let marks = [
            (expansion > 0, "e\(expansion)"), (isPruned, "pruned"), (isTerminal, "terminal"), (isFinished, "finished"),
        ].filter { $0.0 }.map { $0.1 }
        let line = String(repeating: "  ", count: depth) + ([String(number), told] + marks).joined(separator: " ")
        return [line] + children.flatMap(\.lines)
    }

    private var told: String {
        switch kind {
        case .root: "root"
        case .thought(let words): "thought \(words)"
        case .action(let name): "action \(name)"
        case .input(let arguments, _, let status): "input \(arguments) -> \(status)"
        }
    }
}
