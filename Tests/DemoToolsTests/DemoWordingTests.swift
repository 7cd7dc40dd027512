import DemoTools
import Engine
import Testing

@Suite("The wording of the demo library")
struct DemoWordingTests {
    private static let tools = DemoTools().tools()
    private static let names = tools.map(\.name)

    private func phrases(of tool: Tool) -> [String] {
        let wording = tool.wording
        let doubts = wording.doubts.flatMap { $0.asks + $0.confirmed + $0.refuted }
        return wording.openings + wording.asks + wording.answers + doubts
            + [wording.subject, wording.again].compactMap(\.self)
    }

    @Test(arguments: names) func `fills its slots with real inputs and outputs`(name: ToolName) throws {
        let tool = try #require(Self.tools.first { $0.name == name })

        let inputs = Set(tool.inputs.map(\.name))
        let outputs = Set((tool.outputSchema ?? nil).describedPaths)

        for phrase in phrases(of: tool) {
            for slot in phrase.slots where slot != "guess" {
                let isReal =
                    slot.hasPrefix("out.")
                    ? outputs.contains(String(slot.dropFirst(4)))
                    : inputs.contains(slot.hasPrefix("@") ? String(slot.dropFirst()) : slot)
                #expect(isReal, "\(tool.name): {\(slot)} in \"\(phrase)\"")
            }
        }
    }

    @Test(arguments: names) func `uses known filters and closes its brackets`(name: ToolName) throws {
        let tool = try #require(Self.tools.first { $0.name == name })

        let known: Set = ["in", "on", "date", "day", "time", "list", "count", "number", "the", "a"]

        for phrase in phrases(of: tool) {
            let filters = phrase.filters.filter { !$0.hasPrefix("n ") }
            #expect(known.isSuperset(of: filters), "\(tool.name): \"\(phrase)\"")
            for (opening, closing) in [("{", "}"), ("[", "]")] as [(Character, Character)] {
                #expect(phrase.count { $0 == opening } == phrase.count { $0 == closing }, "\(phrase)")
            }
        }
    }

    @Test(arguments: names) func `asks in questions and tells in sentences`(name: ToolName) throws {
        let tool = try #require(Self.tools.first { $0.name == name })

        let wording = tool.wording
        let isLookup = wording.part == .lookup
        #expect(wording.asks.count >= (isLookup ? 3 : 5))
        #expect(wording.answers.count >= 3)
        #expect(wording.openings.count >= (isLookup ? 2 : 5))
        for ask in wording.asks + wording.doubts.flatMap(\.asks) {
            #expect(ask.hasSuffix("?"), "\(ask)")
            #expect(ask.first.map { $0.isUppercase || $0 == "{" } == true, "\(ask)")
        }
        for sentence in wording.openings + wording.answers + wording.doubts.flatMap({ $0.confirmed + $0.refuted }) {
            #expect(sentence.hasSuffix(".") || sentence.hasSuffix(".]"), "\(sentence)")
        }
    }

    @Test(arguments: names) func `says every literal argument in every ask`(name: ToolName) throws {
        let tool = try #require(Self.tools.first { $0.name == name })

        let required = tool.inputs.filter(\.isRequired).map(\.name)

        for ask in tool.wording.asks + tool.wording.doubts.flatMap(\.asks) {
            let said = Set(ask.slots.map { $0.hasPrefix("@") ? String($0.dropFirst()) : $0 })
            for argument in required where argument != "longitude" {
                #expect(said.contains(argument), "\(argument) in \"\(ask)\"")
            }
        }
    }

    @Test(arguments: names) func `says fed arguments by what they came from`(name: ToolName) throws {
        let tool = try #require(Self.tools.first { $0.name == name })

        let values = tool.wording.values
        for phrase in phrases(of: tool) {
            for slot in phrase.slots where !slot.hasPrefix("out.") && !slot.hasPrefix("@") && slot != "guess" {
                #expect(values[slot]?.isEmpty == false, "\(tool.name): {\(slot)} has no literal in \"\(phrase)\"")
            }
        }
    }

    @Test(arguments: names) func `names no tool and no parameter`(name: ToolName) throws {
        let tool = try #require(Self.tools.first { $0.name == name })

        for phrase in phrases(of: tool) {
            #expect(!phrase.plainWords.contains("_"), "\(phrase)")
            #expect(!phrase.plainWords.contains("API"), "\(phrase)")
        }
    }

    @Test(arguments: names) func `gives meanings to real inputs and outputs`(name: ToolName) throws {
        let tool = try #require(Self.tools.first { $0.name == name })

        let inputs = Set(tool.inputs.map(\.name))
        let outputs = Set((tool.outputSchema ?? nil).describedPaths)

        #expect(inputs == Set(tool.wording.inputMeanings.keys))
        #expect(outputs.isSuperset(of: tool.wording.outputMeanings.keys))
        #expect(inputs.isSuperset(of: tool.wording.values.keys))
        for (input, sayings) in tool.wording.sayings {
            let values = Set((tool.wording.values[input] ?? []).map { $0.string ?? $0.compactText })
            #expect(values.isSuperset(of: sayings.keys), "\(tool.name) \(input)")
        }
    }

    @Test(arguments: names) func `tells or hands on a good part of its output`(name: ToolName) throws {
        let tool = try #require(Self.tools.first { $0.name == name })

        let told = Set(tool.wording.answers.flatMap(\.slots).filter { $0.hasPrefix("out.") }.map { $0.dropFirst(4) })
        let leaves = (tool.outputSchema ?? nil).describedLeaves
        let used = leaves.count { told.contains($0[...]) || tool.wording.outputMeanings[$0] != nil }

        #expect(used * 5 >= leaves.count * 2, "\(tool.name): \(used) of \(leaves.count)")
    }

    @Test(arguments: names) func `offers enough literals, or can be fed`(name: ToolName) throws {
        let tool = try #require(Self.tools.first { $0.name == name })

        let fed = Set(Self.tools.flatMap { $0.wording.outputMeanings.values })

        for input in tool.inputs where input.isRequired {
            let values = tool.wording.values[input.name] ?? []
            let meaning = tool.wording.inputMeanings[input.name]
            let isFed = meaning.map(fed.contains) == true
            let isChoice = input.schema["enum"] != nil
            #expect(values.count >= 6 || isFed || isChoice && values.count >= 2, "\(tool.name) \(input.name)")
            #expect(Set(values.map(\.canonicalText)).count == values.count, "\(tool.name) \(input.name)")
        }
    }

    @Test(arguments: names) func `names its occasions, and varies its beginnings`(name: ToolName) throws {
        let tool = try #require(Self.tools.first { $0.name == name })

        #expect(!tool.wording.occasions.isEmpty)
        for phrases in [tool.wording.openings, tool.wording.asks] {
            let beginnings = phrases.map { $0.split(separator: " ").prefix(3).joined(separator: " ") }
            #expect(Set(beginnings).count == beginnings.count, "\(tool.name): \(beginnings)")
        }
    }

    @Test(arguments: names) func `answers in sentences that stand alone`(name: ToolName) throws {
        let tool = try #require(Self.tools.first { $0.name == name })

        for sentence in tool.wording.answers + tool.wording.doubts.flatMap({ $0.confirmed + $0.refuted }) {
            let first = sentence.drop { $0 == "[" }.prefix { $0.isLetter }.lowercased()
            #expect(!["it", "they", "this", "these", "he", "she"].contains(first), "\(tool.name): \(sentence)")
        }
    }

    @Test(arguments: names) func `has a subject that says what a waypoint was given`(name: ToolName) throws {
        let tool = try #require(Self.tools.first { $0.name == name })
        guard tool.wording.part == .waypoint else { return }

        let subject = try #require(tool.wording.subject)
        let said = Set(subject.slots.map { $0.drop { $0 == "@" } })
        for input in tool.inputs where input.isRequired && input.name != "longitude" {
            #expect(said.contains(input.name[...]), "\(tool.name): \(input.name) in \"\(subject)\"")
        }
        #expect(tool.wording.again != nil)
    }

    @Test(arguments: names) func `says its own name nowhere`(name: ToolName) throws {
        let tool = try #require(Self.tools.first { $0.name == name })
        let words = name.text.replacing("_", with: " ")

        for phrase in phrases(of: tool) {
            #expect(!phrase.lowercased().contains(words), "\(name): \(phrase)")
        }
    }

    @Test func `keeps coordinates in pairs`() {
        for tool in Self.tools {
            for meanings in [tool.wording.inputMeanings, tool.wording.outputMeanings] {
                let count = { (meaning: String) in meanings.values.count { $0 == meaning } }
                #expect(count("place.latitude") == count("place.longitude"), "\(tool.name)")
                #expect(count("place.latitude") <= 1, "\(tool.name)")
            }
        }
    }

    @Test func `connects the fields`() {
        let links = Self.tools.flatMap { giver in
            Self.tools.filter { taker in
                giver.family != taker.family
                    && !Set(giver.wording.outputMeanings.values)
                        .isDisjoint(with: taker.wording.inputMeanings.values)
            }.map { "\(giver.family) → \($0.family)" }
        }

        #expect(Set(links).count >= 10, "\(Set(links).sorted())")
    }
}
