import Engine
import Foundation
import Synchronization
import TestSupport
import Testing

@Suite("The tool library")
struct ToolLibraryTests {
    private func library(output schema: JSON?, answers outcome: ToolOutcome) async throws -> ToolLibrary {
        let tool = Tool(
            name: "t", description: "T.",
            inputSchema: ["type": "object", "properties": ["n": ["type": "integer"]], "required": ["n"]],
            outputSchema: schema)
        return try await ToolLibrary(InlineToolSource([tool]) { _ in outcome })
    }

    @Test func `an output that breaks its schema is malformed, its bytes kept`() async throws {
        let schema: JSON = ["type": "object", "required": ["price"]]
        let output = RecordedOutput("{\"prize\":1}")
        let library = try await library(output: schema, answers: .returned(output))

        let result = await library.run(ToolCall(tool: "t", arguments: ["n": 1]))

        guard case .malformed(let kept, let reason) = result.outcome else {
            Issue.record("It should be malformed: \(result.outcome)")
            return
        }
        #expect(kept == output)
        #expect(reason.contains("price"))
    }

    @Test func `text that is no JSON is malformed only where a schema is declared`() async throws {
        let text = RecordedOutput("plain words")

        let free = try await library(output: nil, answers: .returned(text)).run(
            ToolCall(tool: "t", arguments: ["n": 1]))
        let bound = try await library(output: [:], answers: .returned(text)).run(
            ToolCall(tool: "t", arguments: ["n": 1]))

        #expect(free.outcome == .returned(text))
        #expect(bound.outcome == .malformed(text, reason: "The output is not JSON."))
    }

    @Test func `the word error in an output does not make it a failure`() async throws {
        let output = RecordedOutput("{\"error\":null,\"price\":12.5,\"title\":\"Five common errors\"}")

        let result = try await library(output: ["type": "object"], answers: .returned(output))
            .run(ToolCall(tool: "t", arguments: ["n": 1]))

        #expect(result.outcome.succeeded)
        #expect(result.outcome.verdict == "returned")
    }

    @Test(
        arguments: [
            (["n": "1"], "n"), ([:], "n"), ("text", "object"),
        ] as [(JSON, String)])
    func `a call that may not go is objected to, naming what is wrong`(arguments: JSON, mention: String) async throws {
        let library = try await library(output: nil, answers: .returned(RecordedOutput("1")))

        let objection = library.objection(to: ToolCall(tool: "t", arguments: arguments))

        #expect(objection?.contains(mention) == true, "\(objection ?? "no objection")")
    }

    @Test func `an argument given twice is objected to`() async throws {
        let library = try await library(output: nil, answers: .returned(RecordedOutput("1")))
        let twice = try JSON(parsing: "{\"n\":1,\"n\":2}")

        #expect(library.objection(to: ToolCall(tool: "t", arguments: twice)) == "The argument n is given twice.")
    }

    @Test func `a repeated name and a bad schema are named`() async throws {
        await #expect(throws: ToolSourceError.duplicateTool("a")) {
            _ = try await ToolLibrary(InlineToolSource([.named("a"), .named("a")]) { _ in .timedOut(after: .zero) })
        }
        let bad = Tool(name: "b", description: "", inputSchema: ["type": "objekt"])
        await #expect {
            _ = try await ToolLibrary(InlineToolSource([bad]) { _ in .timedOut(after: .zero) })
        } throws: { error in
            "\(error)".contains("A schema of b cannot be used")
        }
    }

    @Test func `one bad schema costs one tool, and its reason is kept`() async throws {
        let bad = Tool(name: "b", description: "", inputSchema: ["type": "objekt"])

        let library = try await ToolLibrary(InlineToolSource([.named("a"), bad]) { _ in .timedOut(after: .zero) })

        #expect(library.tools.map(\.name) == ["a"])
        #expect(library.leftOut.map(\.tool.name) == ["b"])
        #expect(library.leftOut.first?.tool.reason.contains("A schema of b cannot be used") == true)
    }

    @Test func `tools of one name in several sources get their source's name`() async throws {
        func source(_ name: String) -> NamedSource {
            NamedSource(
                name,
                InlineToolSource([.named("read"), .named(ToolName("only_\(name)"))]) { call in
                    .returned(RecordedOutput(["from": .string(name), "called": .string(call.tool.text)]))
                })
        }

        let library = try await ToolLibrary(of: [source("files"), source("mail")])

        #expect(library.tools.map(\.name) == ["files__read", "mail__read", "only_files", "only_mail"])
        let result = await library.run(ToolCall(tool: "mail__read", arguments: [:]))
        #expect(result.outcome.output?.json == ["from": "mail", "called": "read"])
        #expect(library.source(of: "mail__read") == "mail")
    }

    @Test func `a source is told only of its own calls, under its own names`() async throws {
        let heard = HeardContexts()
        let library = try await ToolLibrary(of: [
            NamedSource("a", heard),
            NamedSource("b", InlineToolSource([.named("find")]) { _ in .timedOut(after: .zero) }),
        ])
        let history = [
            ToolCall(tool: "a__find", arguments: ["n": 1]), ToolCall(tool: "b__find", arguments: ["n": 2]),
        ]

        _ = await library.run(
            ToolCall(tool: "a__find", arguments: [:]), in: CallContext(history: history, callsMade: 2))

        #expect(heard.all == [CallContext(history: [ToolCall(tool: "find", arguments: ["n": 1])], callsMade: 2)])
    }

    @Test func `names that differ only in normalisation are two tools`() async throws {
        let tools = [Tool.named("caf\u{E9}"), Tool.named("cafe\u{301}")]

        let library = try await ToolLibrary(InlineToolSource(tools) { _ in .timedOut(after: .zero) })

        #expect(library.byName.count == 2)
    }
}

@Suite("Recorded outputs")
struct RecordedOutputTests {
    @Test(arguments: [
        ("", true), (" \n", true), ("null", true), ("{}", true), ("[]", true), ("\"\"", true),
        ("0", false), ("false", false), ("{\"a\":null}", true), ("{\"items\":[],\"count\":0}", false), ("no", false),
    ])
    func `empty is judged by structure`(text: String, isEmpty: Bool) {
        #expect(RecordedOutput(text).isEmpty == isEmpty)
    }

    @Test func `bytes survive coding exactly`() throws {
        let bytes = Data([0x1B, 0x5B, 0x33, 0x31, 0x6D, 0x00, 0xFF, 0xFE, 0x0D, 0x0A])
        let output = RecordedOutput(bytes)

        let alone = try JSONDecoder().decode(RecordedOutput.self, from: JSONEncoder().encode(output))

        #expect(alone.bytes == bytes)
        #expect(alone.hash == ContentHash(of: bytes))
    }

    @Test func `the hash is SHA-256`() {
        // FIPS 180-4, the message "abc".
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

        #expect(RecordedOutput("abc").hash.hex == expected)
    }
}

/// Has one tool, `find`, and keeps what it is told about each call.
private final class HeardContexts: ToolSource {
    private let heard = Mutex<[CallContext]>([])

    var all: [CallContext] { heard.withLock { $0 } }

    func offer() -> ToolOffer { ToolOffer([.named("find")]) }

    func run(_ call: ToolCall, in context: CallContext) -> ToolResult {
        heard.withLock { $0.append(context) }
        return ToolResult(.timedOut(after: .zero), origin: .live)
    }
}
