import Engine
import Testing

@Suite("Prompts")
struct PromptTests {
    @Test func `every embedded prompt has a text and knows its placeholders`() throws {
        #expect(PromptSet.names.count == 8)
        for name in PromptName.allCases {
            let text = try #require(PromptSet.embedded.text(of: name.rawValue))

            for input in name.inputs { #expect(text.contains(input.placeholder), "\(name.rawValue)") }
        }
    }

    @Test func `a replaced prompt changes the hash, and the same texts have the same hash`() throws {
        let text = try #require(PromptSet.embedded.text(of: "synthesise"))
        let same = try PromptSet(replacing: ["synthesise": text])
        let other = try PromptSet(replacing: ["synthesise": text + "Be brief.\n"])

        #expect(same == .embedded)
        #expect(same.contentHash == PromptSet.embedded.contentHash)
        #expect(other.contentHash != PromptSet.embedded.contentHash)
        #expect(other.text(of: "select") == PromptSet.embedded.text(of: "select"))
    }

    @Test func `a name that no prompt has is named with those that exist`() {
        #expect(throws: PromptProblem.unknownPrompt("synthesize")) {
            try PromptSet(replacing: ["synthesize": "# user\nx"])
        }
        let text = "\(PromptProblem.unknownPrompt("synthesize"))"
        #expect(text.hasPrefix("There is no prompt synthesize. The prompts are propose-lean, propose-paper,"))
    }

    @Test func `an unknown placeholder is named with the file and the ones that exist`() {
        #expect(
            problem(with: "# system\nYou write.\n# user\n{{steps}} {{form}} {{tols}}") == """
                synthesise.md has the placeholder {{tols}}, which it does not know. It knows {{steps}}, {{form}}.
                """)
    }

    @Test func `a missing placeholder is named with the file and the ones that exist`() {
        #expect(
            problem(with: "# system\nYou write.\n# user\nWrite as {{form}}.") == """
                synthesise.md lacks {{steps}}. It must have {{steps}}, {{form}}.
                """)
    }

    @Test func `missing, repeated and misplaced sections are named`() {
        #expect(
            problem(with: "# user\n{{steps}} {{form}}") == """
                synthesise.md has no text under a line `# system`. Write that section.
                """)
        #expect(
            problem(with: "# system\nx\n# user\n{{steps}} {{form}}\n# user\ny") == """
                synthesise.md has the line `# user` twice. Join the two sections.
                """)
        #expect(
            problem(with: "Hello\n# system\nx\n# user\n{{steps}} {{form}}") == """
                synthesise.md has text before its first section. Begin it with a line `# system`.
                """)
    }

    @Test func `other headings and single braces belong to the text`() throws {
        let text = "# system\n# Rules\n{\"a\": {\"b\": 1}}\n\n# user\n## The work\n{{steps}}\n{{form}}\n"

        #expect(throws: Never.self) { try PromptSet(replacing: ["synthesise": text]) }
    }

    private func problem(with text: String) -> String? {
        do {
            _ = try PromptSet(replacing: ["synthesise": text])
            return nil
        } catch {
            return "\(error)"
        }
    }
}
