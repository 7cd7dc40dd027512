import Engine
import TestSupport
import Testing

@Suite("Settings of the models")
struct ModelSettingsTests {
    private let base = ModelSettings(strategy: .lean, model: .init(ScriptedModel(), name: "small"))

    @Test func `the planner is the model, or each of several once`() {
        var mixed = base
        mixed.proposing = .init(ScriptedModel(), name: "big")
        mixed.synthesising = .init(ScriptedModel(), name: "big")

        #expect(Stages.model(base).planner == "small")
        #expect(Stages.model(mixed).planner == "big+small")
    }

    @Test func `whatever changes what is asked changes the identity`() throws {
        func changed(_ change: (inout ModelSettings) throws -> Void) rethrows -> String {
            var settings = base
            try change(&settings)
            return Stages.model(settings).identity
        }
        let text = (PromptSet.embedded.text(of: "select") ?? "") + "Be strict.\n"

        let identities = [
            changed { $0.strategy = .paper }, changed { $0.temperature = 0 }, changed { $0.temperature = 1 },
            changed { $0.maxTokens = 100 },
            changed { $0.selecting = .init(ScriptedModel(), name: "big") },
            changed { $0.executing = .init(ScriptedModel(), name: "big") },
            try changed { $0.prompts = try PromptSet(replacing: ["select": text]) }, changed { _ in },
        ]

        #expect(Set(identities).count == identities.count)
    }

    @Test func `another way to the same model changes nothing`() {
        var other = base
        other.proposing = .init(MockPlanner(), name: "small")

        #expect(Stages.model(other).identity == Stages.model(base).identity)
    }
}
