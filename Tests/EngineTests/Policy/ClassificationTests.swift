import Engine
import TestSupport
import Testing

@Suite("Classifying tools")
struct ClassificationTests {
    private let rules = Classification([
        .init("*", .destructive), .init("get_*", .read), .init("get_and_*", .write),
    ])

    @Test(
        arguments: [
            ("get_time", Tool.Effects.read), ("get_and_clear", .write), ("anything", .destructive),
        ])
    func `goes by the last rule that matches`(name: String, effects: Tool.Effects) {
        #expect(rules.rule(for: ToolName(name))?.effects == effects)
    }

    @Test func `leaves a tool open that no rule matches`() {
        #expect(Classification([.init("get_*", .read)]).rule(for: "list_all") == nil)
    }

    @Test func `names the patterns that match nothing`() {
        let tools: [Tool] = [.named("get_time"), .named("list_all")]

        #expect(Classification([.init("git_*", .read), .init("get_*", .read)]).idlePatterns(among: tools) == ["git_*"])
    }

    @Test(
        arguments: [
            ("get_current_time", Tool.Effects.read), ("list", .read), ("searchIssues", .read), ("user-find", .read),
            ("get_post", .read), ("get_commit", .read), ("git_diff_unstaged", .read), ("calculate", .read),
            ("create_issue", .write), ("git_commit", .write), ("post_get", .write), ("get_or_create", .write),
            ("updateUser", .write), ("git_add", .write), ("send.mail", .write), ("list_add_item", .write),
            ("delete_file", .destructive), ("list_delete", .destructive), ("search_and_remove", .destructive),
            ("createOrDropTable", .destructive), ("git_reset", .destructive), ("run_query", .destructive),
            ("frobnicate", .destructive), ("", .destructive), ("target", .destructive), ("чтение", .destructive),
        ])
    func `suggests by the verb of a name, strictly where there is none`(name: String, effects: Tool.Effects) {
        #expect(EffectsSuggestion(for: .named(ToolName(name))).effects == effects)
    }

    @Test func `says what a suggestion goes by`() {
        #expect(EffectsSuggestion(for: .named("readFile")).ground == .verb("read"))
        #expect(EffectsSuggestion(for: .named("frobnicate")).ground == .nothing)
        #expect(EffectsSuggestion(for: .hinting("frobnicate", .read)).ground == .hint)
        #expect(rules.suggestion(for: .named("get_x")).ground == .rule("get_*"))
    }

    @Test(arguments: Tool.Effects.allCases, Tool.Effects.allCases)
    func `never suggests less than the verb of the name`(claim: Tool.Effects, verb: Tool.Effects) {
        let name: ToolName =
            switch verb {
            case .read: "get_it"
            case .write: "create_it"
            case .destructive: "delete_it"
            }

        #expect(EffectsSuggestion(for: .hinting(name, claim)).effects == max(claim, verb))
    }

    @Test func `suggests for a whole listing, rules before names`() {
        let tools: [Tool] = [.named("get_a"), .named("frobnicate"), .named("get_and_b")]
        let some = Classification([.init("get_and_*", .destructive)])

        #expect(some.suggestions(for: tools).map(\.effects) == [.read, .destructive, .destructive])
    }
}

extension Tool {
    /// A tool whose source claims something about its effects.
    static func hinting(_ name: ToolName, _ hint: Effects?, description: String = "Does it.") -> Tool {
        Tool(name: name, description: description, inputSchema: ["type": "object"], hint: hint)
    }
}
