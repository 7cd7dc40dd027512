import Canvas
import Engine
import Review
import Testing

@testable import Explorer

@Suite("Asking whether a call may be made")
struct AskingTests {
    private func asking(
        _ questions: ApprovalQuestion..., size: Size = .wide
    ) -> ExplorerState {
        var state = ExplorerState.example(size: size)
        for question in questions { _ = state.ask(question) }
        return state
    }

    private func denied(_ effect: Effect?) -> Int? {
        guard case .answerApproval(let id, .denied) = effect else { return nil }
        return id
    }

    @Test func `a question opens at once where nothing is in its way, and hears no key at first`() {
        var state = ExplorerState.example()

        let effects = state.update(.approvalAsked(AskedCall.question(4)))

        #expect(effects == [.wake(1, after: .milliseconds(500))])
        #expect(state.overlay?.opensByItself == true)
        #expect(state.press("y") == [.wake(2, after: .milliseconds(500))], "Whoever types on is not answering.")
        #expect(state.update(.woken(1)).isEmpty)
        #expect(state.press("y") == [.wake(3, after: .milliseconds(500))])
        #expect(state.update(.woken(3)).isEmpty)
        #expect(state.press("y") == [.answerApproval(id: 4, .allowed)])
        #expect(state.overlay == nil)
    }

    @Test(arguments: [Size.wide, .small, Size(columns: 60, rows: 16)])
    func `it shows that it does not hear yet, and which key it did not hear`(size: Size) {
        var state = ExplorerState.example(size: size)
        func text() -> String { state.frame(in: size, glyphs: .utf8).text() }
        func ink() -> Role? { state.frame(in: size, glyphs: .utf8).ink(of: "y allow once") }
        _ = state.update(.approvalAsked(AskedCall.question(4)))
        #expect(text().contains("wait… no key is heard yet"))
        #expect(ink() == .hintDisabled)

        _ = state.press("y")
        #expect(text().contains("wait… y was not heard"))
        state.listen()
        #expect(text().contains("y came too early: press it again if you mean it"))
        #expect(ink() == .hintKey)
        _ = state.press("j")

        #expect(!text().contains("too early"))
    }

    @Test func `nothing moves when it begins to hear`() {
        var state = ExplorerState.example()
        func borders() -> [Int?] {
            let rows = state.frame(in: .wide, glyphs: .utf8).text().split(separator: "\n")
            return ["Allow this call?", "y allow once"].map { text in rows.firstIndex { $0.contains(text) } }
        }
        _ = state.update(.approvalAsked(AskedCall.question(4)))
        let before = borders()

        _ = state.press("y")
        #expect(borders() == before)
        state.listen()
        #expect(borders() == before)
        _ = state.press("j")

        #expect(borders() == before)
        #expect(!before.contains(nil))
    }

    @Test func `a paste that came too early is not repeated`() {
        var state = ExplorerState.example()
        _ = state.update(.approvalAsked(AskedCall.question(4)))

        _ = state.press("paste:secret")

        let text = state.frame(in: .wide, glyphs: .utf8).text()
        #expect(text.contains("a paste was not heard"))
        #expect(!text.contains("secret"))
    }

    @Test(arguments: ["n", "q", "enter", "esc", "alt-y"]) func `no is what every leaving key says`(key: String) {
        var state = asking(AskedCall.question(4))

        let effects = state.press(key)

        #expect(effects.count == 1)
        #expect(denied(effects.first) == 4)
        #expect(state.overlay == nil)
    }

    @Test(arguments: [Size.wide, .small, Size(columns: 60, rows: 16)])
    func `every key that answers is named`(size: Size) {
        let text = asking(AskedCall.question(4), size: size).frame(in: size, glyphs: .utf8).text()

        for hint in [
            "y allow once", "Y allow write_note until you quit", "n deny, as do q enter esc", "j/k g/G scroll",
        ] { #expect(text.contains(hint)) }
        #expect(text.contains("ctrl-c quit"))
    }

    @Test(arguments: ["a", "tab", "x", ":", "f1", "w", "left"]) func `a key without a meaning says so`(key: String) {
        var state = asking(AskedCall.question(4))

        _ = state.press(key)

        let text = state.frame(in: .wide, glyphs: .utf8).text()
        #expect(text.contains("\(key) does nothing here: y allows, n denies."))
    }

    @Test(arguments: ["a", "r", "space", "tab", "x", ":", "w", "paste:y", "ctrl-d", "f1"])
    func `no other key answers or leaves`(key: String) {
        var state = asking(AskedCall.question(4))

        #expect(state.press(key).isEmpty)
        #expect(state.overlay?.opensByItself == true)
    }

    @Test func `questions wait in their order, each deaf at first`() {
        var state = asking(AskedCall.question(1), AskedCall.question(2), AskedCall.question(3))
        #expect(state.frame(in: .wide, glyphs: .utf8).text().contains("2 more wait"))

        #expect(state.press("y") == [.answerApproval(id: 1, .allowed), .wake(2, after: .milliseconds(500))])
        #expect(!state.press("y").contains { $0.allows }, "One y is one answer.")
        state.listen()
        #expect(denied(state.press("n").first) == 2)
        state.listen()
        #expect(state.press("y") == [.answerApproval(id: 3, .allowed)])
    }

    @Test func `a tool that writes can be allowed until the curator quits`() {
        var state = asking(AskedCall.question(1), AskedCall.question(2))

        let effects = state.press("Y")

        #expect(effects == [.answerApproval(id: 1, .allowed), .answerApproval(id: 2, .allowed)])
        #expect(
            state.update(.approvalAsked(AskedCall.question(3, AskedCall.writing, ["name": "other"])))
                == [.answerApproval(id: 3, .allowed)])
        #expect(state.overlay == nil)
        #expect(state.frame(in: .wide, glyphs: .utf8).text().contains("1 tool unasked"))
    }

    @Test func `another definition of an allowed tool asks again`() {
        var state = asking(AskedCall.question(1))
        _ = state.press("Y")
        let other = Tool(
            name: AskedCall.writing.name, description: "Sends a note to everybody.", inputSchema: ["type": "object"],
            effects: .write)

        _ = state.ask(AskedCall.question(2, other))

        #expect(state.overlay?.opensByItself == true)
    }

    @Test func `a tool that destroys is allowed call by call`() {
        var state = asking(AskedCall.question(1, AskedCall.deleting))

        #expect(state.press("Y").isEmpty)
        #expect(state.frame(in: .wide, glyphs: .utf8).text().contains("allowed call by call"))
        #expect(state.press("y") == [.answerApproval(id: 1, .allowed)])
        _ = state.ask(AskedCall.question(2, AskedCall.deleting))
        #expect(state.overlay?.opensByItself == true)
    }

    @Test func `nothing is allowed before its end was in sight`() {
        var state = asking(AskedCall.question(1, AskedCall.writing, AskedCall.hostile), size: .small)

        #expect(state.press("y").isEmpty)
        #expect(state.press("Y").isEmpty)
        #expect(state.frame(in: .small, glyphs: .utf8).text().contains("G shows their end"))
        #expect(state.press("G").isEmpty)
        #expect(state.frame(in: .small, glyphs: .utf8).text().contains("and this is what matters"))
        #expect(state.press("y") == [.answerApproval(id: 1, .allowed)])
    }

    @Test(arguments: [Size.wide, .small, Size(columns: 60, rows: 16)])
    func `that arguments hide something is said on every screen, also beside a complaint`(size: Size) {
        var state = asking(AskedCall.question(1, AskedCall.deleting, AskedCall.hostile), size: size)

        for key in ["y", "j"] {
            _ = state.press(key)
            let text = state.frame(in: size, glyphs: .utf8).text()
            #expect(text.contains("!! the arguments hold characters that are not visible"))
            #expect(text.contains("!! destructive"))
        }
    }

    @Test func `every row of the arguments can be scrolled to`() {
        var state = asking(AskedCall.question(1, AskedCall.writing, AskedCall.hostile), size: .small)
        var seen = state.frame(in: .small, glyphs: .utf8).text()

        for _ in 0..<70 {
            _ = state.press("j")
            seen += state.frame(in: .small, glyphs: .utf8).text()
        }

        #expect((1...60).allSatisfy { seen.contains("\"line \($0)\"") })
    }

    @Test(arguments: [":", "/", "e", "c", "r", "?", "W tab", "v", "g", "y"])
    func `whoever is busy is not disturbed`(keys: String) {
        var state = ExplorerState.example()
        _ = state.press(keys)
        let before = state.overlay

        let effects = state.update(.approvalAsked(AskedCall.question(4)))

        #expect(effects.isEmpty)
        #expect(state.overlay == before)
        #expect(state.approvals.waiting.map(\.id) == [4])
        #expect(state.frame(in: .wide, glyphs: .utf8).text().contains("1 call asks for permission"))
    }

    @Test func `it asks once what was open is closed`() {
        var state = ExplorerState.example()
        _ = state.press(":")
        _ = state.update(.approvalAsked(AskedCall.question(4)))

        let effects = state.press("esc")

        #expect(effects.contains(.wake(1, after: .milliseconds(500))))
        #expect(state.overlay?.opensByItself == true)
    }

    @Test func `keys that wait for their sample never answer`() {
        var state = ExplorerState.example()
        _ = state.press("n")
        _ = state.press("y y y")
        _ = state.update(.approvalAsked(AskedCall.question(4)))
        #expect(state.overlay == nil, "The keys come first.")

        state.load(ExampleSample.reviewed(index: 2))
        let effects = state.press("y")

        #expect(!effects.contains { $0.allows })
    }

    @Test func `a call that is given up asks no longer`() {
        var state = asking(AskedCall.question(1), AskedCall.question(2), AskedCall.question(3))

        _ = state.update(.approvalWithdrawn(2))
        let effects = state.update(.approvalWithdrawn(1))

        #expect(!effects.contains { $0.answers })
        state.listen()
        #expect(state.press("y") == [.answerApproval(id: 3, .allowed)])
    }

    /// Two calls of a growing run ask, and the curator is about to leave.
    private func leaving() -> ExplorerState {
        var state = ExplorerState.growing(ExampleSample.events.prefix(5))
        _ = state.ask(AskedCall.question(1))
        _ = state.ask(AskedCall.question(2))
        _ = state.press("ctrl-c")
        state.listen()
        return state
    }

    @Test func `leaving answers nothing that waits, nor what asks then`() {
        var state = leaving()

        #expect(state.press("c") == [.quit(.cancelling)])
        #expect(state.update(.approvalAsked(AskedCall.question(3))).isEmpty)
        #expect(state.overlay == nil)
        #expect(state.approvals.waiting.isEmpty)
    }

    @Test func `leaving at once answers nothing that waits`() {
        var state = asking(AskedCall.question(1), AskedCall.question(2))

        #expect(state.press("ctrl-c") == [.quit(.atOnce)])
        #expect(state.approvals.waiting.isEmpty)
    }

    @Test func `while what is in flight is finished, its calls are still asked about`() {
        var state = leaving()

        let effects = state.press("s")

        #expect(effects.contains(.quit(.afterInFlight)))
        #expect(!effects.contains { $0.answers })
        #expect(state.overlay?.opensByItself == true)
        state.listen()
        #expect(state.press("y").first == .answerApproval(id: 1, .allowed))
    }

    @Test func `the question of how to leave says that calls wait`() {
        let text = leaving().frame(in: .wide, glyphs: .utf8).text()

        #expect(text.contains("2 calls ask for permission: s goes on asking."))
    }

    @Test func `leaving where nothing can be asked does not wait for an answer`() {
        var state = ExplorerState.growing(ExampleSample.events.prefix(5))
        _ = state.ask(AskedCall.question(1))
        _ = state.update(.resized(Size(columns: 40, rows: 10)))

        #expect(state.press("q") == [.quit(.cancelling)])
    }

    @Test func `a screen without room puts the question off`() {
        var state = asking(AskedCall.question(1))

        _ = state.update(.resized(Size(columns: 40, rows: 10)))
        #expect(state.overlay == nil)
        #expect(state.press("y").isEmpty)
        #expect(state.frame(in: Size(columns: 70, rows: 10), glyphs: .utf8).text().contains("1 call asks"))
        _ = state.update(.resized(.small))

        #expect(state.overlay?.opensByItself == true)
        #expect(!state.press("y").contains { $0.answers })
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `random keys never allow without a y, and never answer twice`(seed: UInt64) {
        var dice = Dice(seed: seed)
        var state = ExplorerState.example()
        var (asked, open, answered) = (0, Set<Int>(), 0)
        for step in 0..<1_500 {
            if step.isMultiple(of: 7) {
                asked += 1
                open.insert(asked)
                let tool = dice.below(2) == 0 ? AskedCall.writing : AskedCall.deleting
                _ = state.update(.approvalAsked(AskedCall.question(asked, tool)))
            }
            if step.isMultiple(of: 3) { state.listen() }
            if dice.below(40) == 0 {
                _ = state.update(.resized(dice.below(2) == 0 ? .small : Size(columns: 30, rows: 9)))
            }
            let key = dice.key()
            guard key != .character("y"), key != .character("Y"), key != .control("c") else { continue }
            for effect in state.update(.key(key)) {
                #expect(!effect.allows)
                guard case .answerApproval(let id, _) = effect else { continue }
                #expect(open.remove(id) != nil, "\(id) was answered twice, or never asked.")
                answered += 1
            }
        }
        #expect(answered > 0, "A session without an answer proves little.")
    }
}

@Suite("Asking line after line")
struct LinearAskingTests {
    private let reader = LinearReader()

    private func asked(_ question: ApprovalQuestion) -> (state: ExplorerState, lines: [String]) {
        let before = ExplorerState.example()
        var state = before
        _ = state.ask(question)
        return (state, reader.lines(after: .approvalAsked(question), from: before, to: state))
    }

    /// What a line comes to, all its keys pressed.
    private func effects(of line: String, in state: ExplorerState) -> [Effect] {
        var (state, input) = (state, LinearInput())
        input.type(line)
        var effects: [Effect] = []
        while let typed = input.next(in: state) {
            guard case .keys(let keys) = typed else { continue }
            effects += keys.flatMap { state.update(.key($0)) }
            state.listen()
        }
        return effects
    }

    @Test func `a question is read out with all of its arguments`() {
        let lines = asked(AskedCall.question(1, AskedCall.deleting, ["path": "/\u{202E}x"])).lines

        #expect(
            lines == [
                "sample s-00007 asks for permission to call delete_folder of notes.",
                "  effects: !! destructive: it may destroy something for good", "  arguments:",
                "  they hold characters that are not visible", "    {", "        \"path\": \"/‹U+202E›x\"",
                "      }", "y allows it once, n or an empty line denies it. [y/N]",
            ])
    }

    @Test(arguments: ["n", "", "esc", "enter"]) func `no is the default`(line: String) {
        let effects = effects(of: line, in: asked(AskedCall.question(1)).state)

        #expect(effects.filter(\.answers).count == 1)
        #expect(!effects.contains { $0.allows })
    }

    @Test(arguments: ["y", "Y"]) func `yes is said in a line of its own`(line: String) {
        #expect(effects(of: line, in: asked(AskedCall.question(1)).state) == [.answerApproval(id: 1, .allowed)])
    }

    @Test(arguments: ["yes", "yy", "a", "r 3", "Yes", "G"]) func `what is no answer changes nothing`(line: String) {
        #expect(effects(of: line, in: asked(AskedCall.question(1)).state).isEmpty)
    }

    @Test func `what stands behind something else in its line is no answer`() {
        var state = ExplorerState.example()
        _ = state.press("?")
        _ = state.update(.approvalAsked(AskedCall.question(1)))

        let effects = effects(of: "esc y y", in: state)

        #expect(!effects.contains { $0.answers })
    }

    @Test func `one yes answers one of two`() {
        var state = asked(AskedCall.question(1)).state
        _ = state.update(.approvalAsked(AskedCall.question(2)))

        #expect(effects(of: "y y", in: state).filter(\.answers) == [.answerApproval(id: 1, .allowed)])
    }

    @Test func `the end of the lines denies`() {
        let state = asked(AskedCall.question(1)).state

        #expect(state.leaving.first?.answers == true)
        #expect(state.leaving.first?.allows == false)
        #expect(state.leaving.last == .quit(.atOnce))
    }
}

extension Effect {
    fileprivate var answers: Bool {
        guard case .answerApproval = self else { return false }
        return true
    }

    fileprivate var allows: Bool {
        guard case .answerApproval(_, .allowed) = self else { return false }
        return true
    }
}

@Suite("Calls that were not let through")
struct HeldBackCallTests {
    private static let outcomes: [(ToolOutcome, String, String)] = [
        (.refused(code: -32602, reason: "Unknown tool."), "refused", "Unknown tool. (protocol error -32602)"),
        (.denied(reason: "The curator did not allow this call."), "denied", "The curator did not allow this call."),
    ]

    private func state(_ outcome: ToolOutcome) -> ExplorerState {
        let call = ToolCall(tool: "city_lookup", arguments: ["name": "東京"])
        let proposal = Proposal(id: Proposal.ID(1), instruction: "Find it.", tools: ["city_lookup"])
        let attempt = Trial.Attempt(call: call, result: ToolResult(outcome, origin: .live))
        let proposals = Proposals(reason: "", all: [proposal])
        let events: [RunEvent] = [
            .began(planner: "offline", plan: .demo(seed: 1)), .iterationBegan(1),
            .sampled(["city_lookup"]), .proposed(proposals), .attempted(Proposal.ID(1), attempt),
            .tried(Proposal.ID(1), .failed(reason: outcome.problem ?? "")),
        ]
        return .growing(events)
    }

    @Test(arguments: outcomes) func `the gradient and the inspector say which it was, and why`(
        outcome: ToolOutcome, word: String, reason: String
    ) {
        var state = state(outcome)
        _ = state.press("tab")
        let gradient = state.frame(in: .wide, glyphs: .utf8).text()
        _ = state.press("enter")
        let inspector = state.frame(in: .wide, glyphs: .utf8).text()

        #expect(gradient.contains("✗ \(word)"))
        #expect(inspector.contains("why \(word)"))
        #expect(inspector.contains(reason))
    }

    @Test(arguments: outcomes) func `they are told line after line`(outcome: ToolOutcome, word: String, reason: String)
    {
        let state = state(outcome)
        let lines = LinearReader().whereabouts(in: state) + (state.open.map { LinearReader().iteration(of: $0) } ?? [])

        #expect(lines.contains { $0.contains("city_lookup: \(word)") })
        #expect(lines.contains { $0.contains(reason) })
    }
}
