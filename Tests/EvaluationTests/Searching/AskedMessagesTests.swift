import Engine
import Evaluation
import Synchronization
import TestSupport
import Testing

/// What servers that speak OpenAI's chat completions refuse is checked in every question of searches whose model does
/// anything at all, drawn by a seed.
@Suite("The messages of a question in a search")
struct AskedMessagesTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let plan: SearchPlan

        var testDescription: String { name }
    }

    private static let cases: [Case] = {
        var short = SearchPlan(width: 3, depthLimit: 7, queryLimit: 40, observationLimit: 12)
        short.backAfterGivingUp = 1
        return [
            Case(name: "depth first", plan: SearchPlan(width: 2, queryLimit: 40)),
            Case(name: "one chain", plan: .react),
            Case(name: "wide, with short observations", plan: short),
        ]
    }()

    @Test(arguments: cases)
    func `are taken by every server, whatever the model does`(of test: Case) async throws {
        var asked = 0
        for seed in 1...40 as ClosedRange<UInt64> {
            let scene = SearchScene(.whimsical(seed: seed), plan: test.plan)

            let result = try await scene.search()

            for (number, request) in scene.model.asked.enumerated() {
                let problem = request.messages.refusal
                #expect(problem == nil, "Seed \(seed), question \(number + 1): \(problem ?? "")")
            }
            #expect(result.queries == scene.model.asked.count)
            asked += result.queries
        }
        #expect(asked > 40, "Most searches ask more than once.")
    }

    @Test func `leave out words that say nothing, which the tree keeps`() async throws {
        let scene = SearchScene(
            ScriptedModel(.words("Hm."), .words(" \n"), .words(""), .call("find", #"{"name":"Oslo"}"#), .answer("Yes."))
        )

        let result = try await scene.search()

        #expect(scene.conversation(of: 4) == scene.opening + [.assistant("Hm.")])
        #expect(scene.conversation(of: 5)[2] == .says(4, "find", #"{"name":"Oslo"}"#, with: "Hm.\n"))
        #expect(
            Array(result.messages.prefix(5))
                == scene.opening + [.assistant("Hm."), .assistant(" \n"), .assistant("")])
        #expect(result.ending == .answered("Yes."))
    }

    @Test func `ask the same again, with another seed, where a model says nothing at all`() async throws {
        let scene = SearchScene(ScriptedModel(.words(""), .answer("Yes.")))

        _ = try await scene.search()

        #expect(scene.conversation(of: 2) == scene.opening)
        #expect(Set(scene.model.asked.map(\.seed)).count == 2)
    }

    /// The check itself, held against lists that are refused.
    @Test(
        arguments: [
            ([.user("a")], "opening"), ([.system("a"), .user("b"), .system("c")], "system"),
            ([.system("a"), .user("b"), .assistant("c"), .assistant("d")], "row"),
            ([.system("a"), .user("b"), .assistant(" ")], "nothing"),
            ([.system("a"), .user("b"), .tool(callID: "call00001", content: "c")], "call"),
            ([.system("a"), .user("b"), .says(1, "find", "{}")], "result"),
            ([.system("a"), .user("b"), .says(1, "find", "{}"), .user("c"), .sees(1, "d")], "result"),
            ([.system("a"), .user("b"), .says(1, "find", "[]"), .sees(1, "d")], "arguments"),
            ([.system("a"), .user("b"), .says(1, "no name", "{}"), .sees(1, "d")], "name"),
            (
                [
                    .system("a"), .user("b"), .says(1, "find", "{}"), .sees(1, "c"), .says(1, "find", "{}"),
                    .sees(1, "c"),
                ],
                "twice"
            ),
        ] as [([ModelMessage], String)])
    func `are known to be refused`(messages: [ModelMessage], word: String) {
        #expect(messages.refusal?.contains(word) == true, "\(messages.refusal ?? "taken")")
    }
}

extension [ModelMessage] {
    /// Why a server would refuse them; nil where it takes them.
    fileprivate var refusal: String? {
        guard count > 1, case .system = self[0], case .user = self[1] else { return "The opening is another." }
        var ids: Set<String> = []
        var waiting: [String] = []
        for (index, message) in enumerated() {
            if case .tool(let id, _) = message {
                guard waiting.first == id else { return "Message \(index) is a result without its call." }
                waiting.removeFirst()
                continue
            }
            guard waiting.isEmpty else { return "The call before message \(index) has no result." }
            switch message {
            case .system: if index > 0 { return "Message \(index) is a second system message." }
            case .user, .tool: continue
            case .assistant(let words, let calls):
                if case .assistant = self[index - 1] { return "Message \(index) is a second answer in a row." }
                if calls.isEmpty, words.allSatisfy(\.isWhitespace) { return "Message \(index) says nothing." }
                for call in calls {
                    guard ids.insert(call.id).inserted else { return "The id \(call.id) is given twice." }
                    guard call.name.wholeMatch(of: #/[A-Za-z0-9_\-]{1,64}/#) != nil else { return "The name is none." }
                    let arguments = try? JSON(parsing: call.arguments)
                    guard arguments?.object != nil else { return "The arguments are no object." }
                }
                waiting = calls.map(\.id)
            }
        }
        return waiting.isEmpty ? nil : "The last call has no result."
    }
}

extension ScriptedModel {
    /// A model that does whatever a model may do, right or wrong, as a seed decides.
    fileprivate static func whimsical(seed: UInt64) -> ScriptedModel {
        let dice = Mutex(SeededGenerator(for: .searching, seed: seed, sample: 1, iteration: 0))
        return ScriptedModel { _ in
            dice.withLock { dice in
                let words = ["", " \n", "Let me see.", "And then?"].randomElement(using: &dice) ?? ""
                return Completion.whims.randomElement(using: &dice)?(words) ?? .words(words)
            }
        }
    }
}

extension Completion {
    fileprivate static let whims: [@Sendable (String) -> Completion] = [
        { .words($0) }, { .words($0) }, { .words($0, ending: .length) },
        { _ in .words("", ending: .refused("I will not.")) },
        { _ in .words("", ending: .refused("")) },
        { .calling([.to("find", #"{"name":"Oslo"}"#)], saying: $0) },
        { .calling([.to("find", #"{"name":"Rome"}"#)], saying: $0) },
        { .calling([.to("functions.detail", #"{"id":"1"}"#)], saying: $0) },
        { .calling([.to("fail", #"{"name":"x"}"#), .to("find", #"{"name":"x"}"#)], saying: $0) },
        { .calling([.to("empty", #"{"name":"cut o"#)], saying: $0) }, { .calling([.to("find", "[]")], saying: $0) },
        { .calling([.to("find", "")], saying: $0) }, { .calling([.to("", "{}")], saying: $0) },
        { .calling([.to("look around, Ünïcode", "{}")], saying: $0) },
        { .calling([.to("ind", #"{"name":"by its end"}"#)], saying: $0) },
        { .calling([.to("Finish", #"{"return_type":"give_up_and_restart"}"#)], saying: $0) },
        { .calling([.to("Finish", #"{"return_type":"give_up_and_restart"}"#)], saying: $0) },
        { .calling([.to("Finish", #"{"return_type":"shrug"}"#)], saying: $0) },
        { .calling([.to("Finish", "{")], saying: $0) },
    ]
}
