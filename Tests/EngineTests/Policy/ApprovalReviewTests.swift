import Engine
import TestSupport
import Testing

@Suite("Reviewing an approval")
struct ApprovalReviewTests {
    private let get = Tool.hinting("get_it", nil, description: "Gets it.")
    private let set = Tool.hinting("set_it", .write, description: "Sets it.")
    private let drop = Tool.hinting("drop_it", nil, description: "Drops it.")
    private let command = "serve --all"

    @Test func `finds everything new without an approval`() {
        let review = review([get, set], against: nil)

        #expect(review.entries.map(\.state) == [.new, .new])
        #expect(review.entries.map(\.current) == [nil, nil])
        #expect(review.entries.map(\.suggestion.effects) == [.read, .write])
        #expect(review.commandChange == nil)
        #expect(review.standing.isEmpty)
        #expect(!review.isSettled)
    }

    @Test func `finds what is new, the same, changed and gone`() {
        let changed = Tool.hinting("set_it", .write, description: "Sets it, and more.")
        let approval = approval((get, .read), (set, .write), (drop, .destructive))

        let review = review([changed, get, .named("fresh")], against: approval)

        #expect(
            review.entries.map(\.state) == [
                .changed(ToolDifference(from: set, to: changed)), .same, .new, .gone,
            ])
        #expect(review.entries.map(\.current) == [.write, .read, nil, .destructive])
        #expect(review.entries.map(\.tool.name) == ["set_it", "get_it", "fresh", "drop_it"])
        #expect(review.standing == ["get_it": .read])
        #expect(!review.isSettled)
    }

    @Test func `is settled when nothing is open`() {
        let approval = approval((get, .read), (drop, .destructive))

        #expect(review([get], against: approval).isSettled)
        #expect(!review([get], against: approval, command: "serve --none").isSettled)
    }

    @Test func `lets nothing stand when the command changed`() {
        let review = review([get], against: approval((get, .read)), command: "serve --none")

        #expect(review.commandChange?.was == "serve --all")
        #expect(review.commandChange?.now == "serve --none")
        #expect(review.entries.map(\.state) == [.same])
        #expect(review.standing.isEmpty)
        #expect(review.choice(by: Classification([.init("get_*", .read)])) == ["get_it": .read])
    }

    @Test func `tells the variables whose values are others, where the command looks the same`() {
        let approval = ToolApproval(
            source: "box", command: command, identity: ContentHash(of: "then"),
            marks: ["TOKEN": "a1b", "ROOT": "000", "OLD": "123"], tools: [.init(definition: get, effects: .read)])

        let review = ApprovalReview(
            of: ToolOffer([get]), from: "box", command: command, identity: ContentHash(of: "now"),
            marks: ["TOKEN": "fff", "ROOT": "000", "NEW": "456"], against: approval)

        #expect(review.commandChange?.looksTheSame == true)
        #expect(review.commandChange?.variables == ["NEW", "OLD", "TOKEN"])
        #expect(review.commandChange?.before == "serve --all  # with another value of NEW, OLD, TOKEN")
        #expect(review.standing.isEmpty)
        #expect(review.approval(of: ["get_it": .read]).marks == ["TOKEN": "fff", "ROOT": "000", "NEW": "456"])
    }

    @Test func `blames no variable where the command is another one, or nothing has a name`() {
        func change(to command: String, marks: [String: String]) -> CommandChange? {
            ApprovalReview(
                of: ToolOffer([get]), from: "box", command: command, identity: ContentHash(of: "now"), marks: marks,
                against: approval((get, .read))
            ).commandChange
        }

        #expect(change(to: "serve --none", marks: ["TOKEN": "fff"])?.variables == [])
        #expect(change(to: "serve --none", marks: [:])?.before == command)
        #expect(change(to: command, marks: [:])?.before == "serve --all  # with another value of what is not shown")
    }

    @Test func `chooses by rules, and keeps what stands where none matches`() {
        let changed = Tool.hinting("set_it", .write, description: "Sets it, and more.")
        let review = review([get, changed, drop, .named("fresh")], against: approval((get, .read), (set, .write)))

        let choice = review.choice(by: Classification([.init("drop_*", .destructive)]))

        #expect(choice == ["get_it": .read, "drop_it": .destructive])
        #expect(review.choice(by: Classification([.init("*", .write)]))["get_it"] == .write)
    }

    @Test func `makes an approval of what was chosen, pinned to what is listed now`() {
        let changed = Tool.hinting("set_it", .write, description: "Sets it, and more.")
        let review = review([get, changed], against: approval((get, .read), (set, .write), (drop, .read)))

        let approval = review.approval(of: ["set_it": .destructive, "drop_it": .read, "no_such": .read])

        #expect(approval.source == "box")
        #expect(approval.command == command)
        #expect(approval.identity == ContentHash(of: command))
        #expect(approval.tools.map(\.definition.definitionHash) == [changed.definitionHash])
        #expect(approval.tools.map(\.effects) == [.destructive])
        #expect(self.review([changed], against: approval).isSettled)
    }

    @Test func `flags twins, those that are gone included`() {
        let twin = Tool.hinting("gеt_it", nil)

        let listed = review([get, twin, set], against: nil)
        let replaced = review([twin], against: approval((get, .read)))

        #expect(listed.entries.map(\.lookAlikes) == [["gеt_it"], ["get_it"], []])
        #expect(replaced.entries.map(\.lookAlikes) == [["get_it"], ["gеt_it"]])
    }

    @Test func `passes on what cannot be used`() {
        let broken = LeftOutTool(name: "broken", reason: "Its schema is none.")

        let review = ApprovalReview(
            of: ToolOffer([get], leftOut: [broken]), from: "box", command: command,
            identity: ContentHash(of: command), against: nil)

        #expect(review.leftOut == [broken])
    }

    private func review(_ tools: [Tool], against approval: ToolApproval?, command: String? = nil) -> ApprovalReview {
        let command = command ?? self.command
        return ApprovalReview(
            of: ToolOffer(tools), from: "box", command: command, identity: ContentHash(of: command), against: approval)
    }

    private func approval(_ tools: (Tool, Tool.Effects)...) -> ToolApproval {
        ToolApproval(
            source: "box", command: command, identity: ContentHash(of: command),
            tools: tools.map { .init(definition: $0, effects: $1) })
    }
}

@Suite("The difference of a tool")
struct ToolDifferenceTests {
    private func tool(
        _ description: String = "Does it.", input: JSON = ["type": "object"], output: JSON? = nil,
        hint: Tool.Effects? = nil
    ) -> Tool {
        Tool(name: "it", description: description, inputSchema: input, outputSchema: output, hint: hint)
    }

    @Test func `shows each part that changed, and no other`() {
        let difference = ToolDifference(
            from: tool("One.\nTwo.", hint: .read), to: tool("One.\n2.", output: ["type": "string"]))

        #expect(difference.changes.map(\.part) == [.description, .output, .hint])
        #expect(difference.changes[0].lines == [.same("One."), .removed("Two."), .added("2.")])
        #expect(difference.changes[1].lines == [.added("{"), .added("  \"type\": \"string\""), .added("}")])
        #expect(difference.changes[2].lines == [.removed("read"), .added("none")])
    }

    @Test func `shows a schema with its keys sorted`() {
        let difference = ToolDifference(
            from: tool(input: ["type": "object", "additionalProperties": false]),
            to: tool(input: ["additionalProperties": true, "type": "object"]))

        #expect(
            difference.changes.map(\.lines) == [
                [
                    .same("{"), .removed("  \"additionalProperties\": false,"),
                    .added("  \"additionalProperties\": true,"), .same("  \"type\": \"object\""), .same("}"),
                ]
            ])
    }

    @Test func `is empty exactly when the pinned hash is the same`() {
        let variants = [
            tool(), tool("Does it. "), tool("caf\u{E9}"), tool("cafe\u{301}"), tool(hint: .read), tool(output: [:]),
            tool(input: ["type": "object", "title": "x"]), tool(input: ["title": "x", "type": "object"]),
        ]

        for left in variants {
            for right in variants {
                let isSame = left.definitionHash == right.definitionHash
                #expect(ToolDifference(from: left, to: right).changes.isEmpty == isSame)
            }
        }
    }

    @Test func `tells lines by their line feeds alone`() {
        let lines = ToolDifference(from: tool("a\r\nb\u{2028}c"), to: tool("a\r\nb")).changes.first?.lines

        #expect(lines == [.same("a\r"), .removed("b\u{2028}c"), .added("b")])
    }

    @Test func `folds what did not change`() {
        let lines = (1...30).map { "line \($0)" }
        var changed = lines
        changed[14] = "other"

        let difference = ToolDifference(
            from: tool(lines.joined(separator: "\n")), to: tool(changed.joined(separator: "\n")))

        #expect(
            difference.changes.first?.lines == [
                .skipped(11), .same("line 12"), .same("line 13"), .same("line 14"), .removed("line 15"),
                .added("other"), .same("line 16"), .same("line 17"), .same("line 18"), .skipped(12),
            ])
    }

    @Test func `gives back both texts`() {
        var random = SeededGenerator(for: .sampling, seed: 5, sample: 1, iteration: 1)
        for _ in 0..<200 {
            let old = (0..<Int.random(in: 0...8, using: &random)).map { _ in "abc".randomElement(using: &random) }
            let new = (0..<Int.random(in: 0...8, using: &random)).map { _ in "abc".randomElement(using: &random) }
            let (before, after) = (old.compactMap { $0.map { "\($0)" } }, new.compactMap { $0.map { "\($0)" } })

            let lines =
                ToolDifference(
                    from: tool(before.joined(separator: "\n")), to: tool(after.joined(separator: "\n"))
                ).changes.first?.lines ?? after.map { .same($0) }

            guard !lines.contains(where: \.isSkip) else { continue }
            #expect(lines.compactMap(\.old) == before)
            #expect(lines.compactMap(\.new) == after)
        }
    }

    @Test func `does without comparing what is far too long`() {
        let old = (0..<2000).map { "old \($0)" }.joined(separator: "\n")
        let new = (0..<2000).map { "new \($0)" }.joined(separator: "\n")

        let lines = ToolDifference(from: tool(old), to: tool(new)).changes.first?.lines ?? []

        #expect(lines.prefix(2000).allSatisfy { $0.new == nil })
        #expect(lines.dropFirst(2000).allSatisfy { $0.old == nil })
        #expect(lines.count == 4000)
    }
}

extension DifferenceLine {
    fileprivate var old: String? {
        switch self {
        case .same(let text), .removed(let text): text
        case .added, .skipped: nil
        }
    }

    fileprivate var new: String? {
        switch self {
        case .same(let text), .added(let text): text
        case .removed, .skipped: nil
        }
    }

    fileprivate var isSkip: Bool {
        guard case .skipped = self else { return false }
        return true
    }
}
