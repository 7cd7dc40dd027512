import DemoTools
import Engine
import Testing

@Suite("The demo library")
struct DemoToolsTests {
    private let tools = DemoTools().tools()

    @Test func `offers many tools in many fields`() {
        #expect(tools.count >= 60)
        #expect(Set(tools.map(\.family)).count >= 10)
    }

    @Test func `gives every tool a name of its own in two words`() {
        #expect(Set(tools.map(\.name)).count == tools.count)
        for tool in tools {
            #expect(tool.name.text.wholeMatch(of: /[a-z]+_[a-z]+/) != nil, "\(tool.name)")
        }
    }

    @Test func `only reads`() {
        #expect(tools.allSatisfy { $0.effects == .read })
    }

    @Test func `can be put into a library`() async throws {
        let library = try await ToolLibrary(DemoTools())

        #expect(library.tools.map(\.name) == tools.map(\.name).sorted())
    }

    @Test func `describes every tool and every value`() {
        for tool in tools {
            #expect(tool.description.count > 40, "\(tool.name)")
            for schema in [tool.inputSchema, tool.outputSchema ?? nil] {
                for member in schema["properties"]?.object?.members ?? [] {
                    #expect(member.value["description"]?.string?.isEmpty == false, "\(tool.name) \(member.key)")
                }
            }
        }
    }

    @Test func `rejects an unknown tool`() {
        let result = DemoTools().run(ToolCall(tool: "no such tool", arguments: [:]))

        #expect(result.outcome.isRejection)
        #expect(result.origin == .demo)
    }

    @Test(
        arguments: [
            ["date": "2027-05-17", "colour": "red"], ["date": 17], [:], [], "2027-05-17", nil, ["date": nil],
        ] as [JSON])
    func `rejects arguments that break the schema`(arguments: JSON) {
        let result = DemoTools().run(ToolCall(tool: "date_facts", arguments: arguments))

        #expect(result.outcome.isRejection, "\(result.outcome.verdict)")
    }

    @Test func `answers no wild argument with a crash`() {
        let wild: [JSON] = [
            nil, true, -1, 0, 1e300, -1e300, "", "\u{0}", "9999-99-99", "2027-13-40", "25:61", "((((((((((((((((H", [],
            [1e308, 1e308], [:], .string(String(repeating: "Z9", count: 99)), .string("👩‍👩‍👧‍👦ﷺ"), 0.5,
            "H999999999999999999999",
        ]

        for tool in tools {
            for value in wild {
                let members = tool.inputs.map { JSON.Object.Member(key: $0.name, value: value) }
                let result = DemoTools().run(ToolCall(tool: tool.name, arguments: .object(JSON.Object(members))))
                #expect(result.origin == .demo)
            }
        }
    }

    @Test func `says what failed and what to do next`() throws {
        let result = DemoTools().run(ToolCall(tool: "city_lookup", arguments: ["name": "Brigadoon"]))

        let recorded = try #require(result.outcome.recorded?.json)
        #expect(result.outcome.verdict == "failed")
        #expect(recorded["error"]?.string == "There is no city called \"Brigadoon\" in the data.")
        #expect(recorded["hint"]?.string?.isEmpty == false)
    }
}

@Suite("Calls of the demo library")
struct DemoCallTests {
    private static let rehearsal = Rehearsal(rounds: 3, callsPerTool: 40)

    @Test func `validate against the input schemas`() throws {
        for (tool, take) in Self.rehearsal.all {
            let failures = try JSONSchema(tool.inputSchema).failures(of: take.call.arguments)
            #expect(failures.isEmpty, "\(tool.name) \(take.call.arguments.compactText) \(failures)")
        }
    }

    @Test func `return what the output schemas promise, or fail with a reason`() throws {
        for (tool, take) in Self.rehearsal.all {
            switch take.outcome {
            case .returned(let output):
                let schema = try JSONSchema(try #require(tool.outputSchema))
                let failures = schema.failures(of: try #require(output.json))
                #expect(failures.isEmpty, "\(tool.name) \(take.call.arguments.compactText) \(failures)")
            case .failed(let output):
                #expect(output.errorText.hasSuffix("."), "\(tool.name) \(output.errorText)")
            case .malformed, .refused, .rejected, .denied, .timedOut, .unreachable:
                Issue.record("\(tool.name) \(take.call.arguments.compactText): \(take.outcome.verdict)")
            }
        }
    }

    @Test func `succeed for every tool, and fail honestly for most`() {
        for tool in Self.rehearsal.tools {
            let takes = Self.rehearsal.takes[tool.name] ?? []
            let succeeded = takes.count { $0.outcome.succeeded }
            #expect(succeeded * 2 > takes.count, "\(tool.name): \(succeeded) of \(takes.count)")
        }
        let failing = Self.rehearsal.tools.filter { tool in
            Self.rehearsal.takes[tool.name]?.contains { !$0.outcome.succeeded } == true
        }
        #expect(failing.count >= 12)
    }

    @Test func `give the same answer every time`() {
        let second = Rehearsal(rounds: 1, callsPerTool: 10)
        let third = Rehearsal(rounds: 1, callsPerTool: 10)

        #expect(second.all.map(\.take.outcome) == third.all.map(\.take.outcome))
        #expect(second.all.count >= 22 * 10 / 2)
    }
}
