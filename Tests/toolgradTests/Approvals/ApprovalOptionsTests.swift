import ArgumentParser
import Engine
import Testing

@testable import toolgrad

@Suite("The options of an approval")
struct ApprovalOptionsTests {
    private let review = ApprovalReview(
        of: ToolOffer(
            ["get_a", "get_b", "set_a", "drop_a"].map {
                Tool(name: $0, description: "", inputSchema: ["type": "object"])
            }), from: "box", command: "serve", identity: ContentHash(of: "serve"), against: nil)

    private func choice(_ arguments: String...) throws -> [ToolName: Tool.Effects] {
        try ApprovalOptions.parse(arguments).choice(in: review)
    }

    @Test func `classify by patterns, each of which may be repeated`() throws {
        #expect(try choice("--read", "get_*") == ["get_a": .read, "get_b": .read])
        #expect(
            try choice("--read", "get_a", "--destructive", "drop_*", "--read", "get_b", "--write", "set_?")
                == ["get_a": .read, "get_b": .read, "set_a": .write, "drop_a": .destructive])
    }

    @Test func `take the strictest of several that match, in whatever order`() throws {
        #expect(try choice("--destructive", "drop_*", "--write", "*_a", "--read", "*")["drop_a"] == .destructive)
        #expect(try choice("--write", "*_a", "--read", "get_*")["get_a"] == .write)
    }

    @Test func `use all-as for the rest alone`() throws {
        #expect(
            try choice("--all-as", "destructive", "--read", "get_*", "--write", "set_*")
                == ["get_a": .read, "get_b": .read, "set_a": .write, "drop_a": .destructive])
    }

    @Test func `switch off whatever else is said`() throws {
        #expect(
            try choice("--all-as", "read", "--off", "drop_*", "--off", "set_a") == ["get_a": .read, "get_b": .read])
    }

    @Test func `switch off what was approved before`() throws {
        let approved = review.approval(of: ["get_a": .read, "get_b": .read])
        let again = ApprovalReview(
            of: ToolOffer(review.listed.map(\.tool)), from: "box", command: "serve", identity: approved.identity,
            against: approved)

        #expect(try ApprovalOptions.parse(["--off", "get_b"]).choice(in: again) == ["get_a": .read])
        #expect(
            try ApprovalOptions.parse(["--read", "drop_a"]).choice(in: again).keys.sorted() == [
                "drop_a", "get_a", "get_b",
            ])
    }

    @Test func `name the patterns that match nothing`() throws {
        let options = try ApprovalOptions.parse(["--read", "git_*", "--read", "get_*", "--off", "nope"])

        #expect(options.idlePatterns(in: review) == ["git_*", "nope"])
    }

    @Test func `decide nothing by themselves`() throws {
        let options = try ApprovalOptions.parse([])

        #expect(!options.decides)
        #expect(!options.yes)
        #expect(options.choice(in: review).isEmpty)
    }

    @Test(
        arguments: [
            (["--yes"], "--yes approves nothing by itself. Say which tools, for example with --read 'get_*'."),
            (["--read", ""], "A pattern is empty. Give a name or a pattern such as 'get_*'."),
            (["--all-as", "safe"], "The value 'safe' is invalid for '--all-as <effects>'"),
        ])
    func `refuse what says nothing`(arguments: [String], reason: String) {
        let error = #expect(throws: (any Error).self) { try ApprovalOptions.parse(arguments) }

        #expect(error.map { ApprovalOptions.message(for: $0) }?.hasPrefix(reason) == true)
    }
}

@Suite("The command that would approve")
struct ApprovalCommandLineTests {
    private func line(
        _ choice: [ToolName: Tool.Effects], off: [ToolName] = [], source: String = "box", file: String = "mcp.json"
    ) -> ApprovalCommandLine {
        ApprovalCommandLine(configFile: file, source: source, choice: choice, tools: (choice.keys + off).sorted())
    }

    @Test func `matches families of one kind by one pattern`() {
        let line = line(["get_a": .read, "get_b": .read, "set_a": .write, "set_b": .destructive, "now": .read])

        #expect(
            line.text == "toolgrad tools approve --mcp-config mcp.json --server box --read 'get_*' --read now "
                + "--write set_a --destructive set_b --yes")
    }

    @Test func `does not match what is off`() {
        #expect(line(["get_a": .read, "get_b": .read], off: ["get_c"]).patterns(for: .read) == ["get_a", "get_b"])
    }

    @Test func `matches everything by a star`() {
        #expect(line(["a": .write, "b": .write]).patterns(for: .write) == ["*"])
        #expect(line(["a": .write]).patterns(for: .write) == ["a"])
    }

    @Test func `quotes for a shell, and shows nothing raw`() {
        let text = line(["a": .read], source: "it's $HOME", file: "my\u{1B}file").text

        #expect(text.contains(#"--server 'it'\''s $HOME'"#))
        #expect(text.contains("--mcp-config 'my‹ESC›file'") || text.contains("--mcp-config 'my‹U+001B›file'"))
    }

    @Test func `names those that no pattern can tell apart, and leaves them out`() {
        let line = line(["a\u{200B}b": .read, "c": .write], off: ["a\u{200C}b"])

        #expect(line.unsayable == ["a\u{200B}b"])
        #expect(line.patterns(for: .read).isEmpty)
    }

    @Test func `approves exactly what was chosen, whatever the names`() throws {
        let words = ["get", "set", "list", "item", "a", "gеt", "x*", "y?", "ж"]
        var random = SeededGenerator(for: .sampling, seed: 3, sample: 1, iteration: 1)
        for _ in 0..<200 {
            var found: Set<ToolName> = []
            for _ in 0..<12 {
                let parts = words.shuffled(using: &random).prefix(Int.random(in: 1...3, using: &random))
                found.insert(ToolName(parts.joined(separator: "_")))
            }
            let names = found.sorted()
            var choice: [ToolName: Tool.Effects] = [:]
            for name in names where Bool.random(using: &random) {
                choice[name] = Tool.Effects.allCases.randomElement(using: &random)
            }
            let line = ApprovalCommandLine(configFile: "f", source: "box", choice: choice, tools: names)
            let options = Tool.Effects.allCases.flatMap { effects in
                line.patterns(for: effects).flatMap { ["--\(effects.rawValue)", $0.text] }
            }
            let review = ApprovalReview(
                of: ToolOffer(names.map { Tool(name: $0, description: "", inputSchema: ["type": "object"]) }),
                from: "box", command: "serve", identity: ContentHash(of: "serve"), against: nil)

            let made = try ApprovalOptions.parse(options).choice(in: review)

            #expect(made == choice.filter { !line.unsayable.contains($0.key) })
        }
    }
}
