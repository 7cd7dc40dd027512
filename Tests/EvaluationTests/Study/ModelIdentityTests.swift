import DemoTools
import Engine
import Testing

@testable import Evaluation

@Suite struct `What tells one model from another` {
    @Test(arguments: [
        (ModelIdentity(name: "gpt-4.1", base: "https://api.example.com/v1"), "gpt-4.1 at https://api.example.com/v1"),
        (ModelIdentity(name: "one at two", base: "http://[::1]:8080"), "one at two at http://[::1]:8080"),
        (ModelIdentity(name: "rules/1", base: nil), "rules/1"),
        (ModelIdentity(name: "llama at home", base: nil), "llama at home"),
        (ModelIdentity(name: "", base: nil), ""),
    ])
    func `is its name and its endpoint, in a text that can be read again`(identity: ModelIdentity, text: String) {
        #expect(identity.description == text)
        #expect(ModelIdentity(text) == identity)
    }

    @Test func `is another endpoint under the same name`() {
        let tools = DemoTools().tools()
        let plan = BaselinePlan(method: .dfs, seed: 1)
        let models = ["good", "good at http://a", "good at http://b"]

        #expect(Set(models.map { plan.id(model: $0, library: tools) }).count == 3)
        #expect(plan.json(model: models[1], library: tools)["model"] == "good at http://a")
    }
}

@Suite struct `What tells one set of tools from another` {
    private let tools = Array(DemoTools().tools().prefix(3))

    @Test func `is which tools they are, and not their order`() {
        #expect(tools.contentHash() == tools.reversed().contentHash())
        #expect(tools.contentHash() != tools.dropLast().contentHash())
    }

    /// Stored studies are found by it.
    @Test func `is made as in the first version`() {
        let hashes = tools.map(\.contentHash.hex).sorted()

        #expect(tools.contentHash() == ContentHash(of: hashes.joined(separator: ",")))
        #expect(tools.contentHash(joinedBy: "\n") == ContentHash(of: hashes.joined(separator: "\n")))
        #expect([Tool]().contentHash() == ContentHash(of: ""))
    }
}

@Suite struct `How a call of a search ended` {
    @Test func `is told in words that no other ending has`() {
        #expect(Set(CallStatus.allCases.map(\.words)).count == CallStatus.allCases.count)
        #expect(CallStatus.answered.words == "answered" && CallStatus.rateLimited.words == "rate limit")
    }
}
