import Engine
import Foundation
import TestSupport
import Testing

@testable import toolgrad

@Suite("What the doctor says of a model", .timeLimit(.minutes(2)))
struct DoctorModelTests {
    /// Answers each of the questions; sends as many requests for it as it is told.
    private struct Patient: LanguageModel {
        var requests = 1
        var pieces = ["re", "ady"]
        var answers: @Sendable (ModelRequest) throws -> Completion = Patient.healthy

        func complete(_ request: ModelRequest, through line: ModelLine) async throws -> Completion {
            for _ in 0..<requests { try await line.beforeSending() }
            for piece in pieces { line.streamed?(.answer(piece)) }
            return try answers(request)
        }

        @Sendable static func healthy(_ request: ModelRequest) -> Completion {
            if request.answer != nil { return said("{\"larger\": 7}", answer: "{\"larger\": 7}") }
            guard let tool = request.tools.first else { return said("ready") }
            return said("", calls: [RequestedCall(id: "1", name: tool.name, arguments: "{\"number\": 7}")])
        }

        static func said(
            _ text: String, calls: [RequestedCall] = [], answer: String? = nil, ending: Completion.Ending = .stopped,
            isEstimated: Bool = false
        ) -> Completion {
            Completion(
                text: text, calls: calls, answer: answer, ending: ending,
                usage: TokenUsage(prompt: 100, completion: 10, isEstimated: isEstimated), model: "gemma",
                body: RecordedOutput(Data()))
        }
    }

    private let price = Price(input: Money(nanodollars: 1_000_000_000), output: Money(nanodollars: 2_000_000_000))

    private func checks(_ model: any LanguageModel, price: Price? = nil) async -> [Diagnosis] {
        let ticks = Ticks()
        return await ModelChecks(
            model: model, name: "gemma", price: price,
            manner: { ModelChecks.Manner(answers: "by a schema", calls: "as calls") }, elapsed: { ticks.next() }
        ).all()
    }

    /// A patient that is well but for the answers to questions of one kind.
    private func ill(
        _ isMeant: @escaping @Sendable (ModelRequest) -> Bool,
        _ answer: @escaping @Sendable () throws -> Completion
    ) -> Patient {
        Patient { try isMeant($0) ? answer() : Patient.healthy($0) }
    }

    private func finding(_ subject: String, _ found: [Diagnosis]) -> String? {
        found.first { $0.subject == subject }.map { "\($0.verdict.word) \($0.text)" }
    }

    @Test func `is all well with one that is`() async {
        let found = await checks(Patient(), price: price)

        #expect(found.allSatisfy { $0.area == .model && $0.verdict == .ok })
        #expect(
            found.map { "\($0.subject): \($0.text)" } == [
                "reply: answered after 250 ms", "streaming: the answer came in pieces: 2",
                "schema: the answer fits its schema, asked for by a schema",
                "tools: the tool was called with arguments that fit, offered as calls",
                "usage: 3 requests, 300 tokens asked and 30 answered",
                "price: $1.00 asked and $2.00 answered, a million tokens; these answers: $0.00036",
            ])
    }

    @Test func `asks three small questions`() async {
        let model = ScriptedModel(answering: Patient.healthy)

        _ = await checks(model)

        #expect(model.asked.count == 3)
        #expect(model.asked.allSatisfy { $0.model == "gemma" && $0.maxTokens == 256 && $0.estimatedTokens < 200 })
        #expect(model.asked.map { $0.answer != nil } == [false, true, false])
        #expect(model.asked.map(\.toolChoice) == [.none, .none, .required])
        #expect(ModelChecks.announcement.hasPrefix("3 small questions, of at most 256 tokens an answer; 12 requests"))
    }

    @Test func `asks nothing more of an endpoint that gives no answer, and repeats its reason`() async {
        let error = ModelError.keyRefused(endpoint: "lab.example:443", status: 401)
        let model = ScriptedModel(.failure(error))

        let found = await checks(model, price: price)

        #expect(found == [Diagnosis(.model, "reply", .fail, "\(error)")])
        #expect(model.asked.count == 1)
    }

    @Test func `tells failures of single questions apart`() async {
        let error = ModelError.rejected(endpoint: "e:1", status: 400, message: "no tools")

        let noTools = await checks(ill({ !$0.tools.isEmpty }) { throw error })
        let noForm = await checks(ill({ $0.answer != nil }) { throw error })

        #expect(finding("tools", noTools) == "FAIL \(error)")
        #expect(finding("schema", noTools)?.hasPrefix("ok ") == true)
        #expect(finding("schema", noForm) == "FAIL \(error)")
        #expect(finding("tools", noForm)?.hasPrefix("ok ") == true)
        #expect(finding("usage", noForm) == "ok 3 requests, 200 tokens asked and 20 answered")
    }

    @Test(arguments: [
        ("{\"larger\": 5}", "warn an answer that does not fit its schema, asked for by a schema: "),
        ("{\"larger\": 7, \"x\": 1}", "warn an answer that does not fit its schema, asked for by a schema: "),
        ("{\"larger\"", "warn an answer that does not fit its schema, asked for by a schema: It is not JSON: "),
    ])
    func `warns of an answer that does not fit`(answer: String, wanted: String) async {
        let found = await checks(ill({ $0.answer != nil }) { Patient.said(answer, answer: answer) })

        #expect(finding("schema", found)?.hasPrefix(wanted) == true, "\(found)")
        #expect(found.verdict == .warn)
    }

    @Test func `warns of an answer that is none, and says why`() async {
        let cut = await checks(ill({ $0.answer != nil }) { Patient.said("Well", ending: .length) })
        let silent = await checks(ill({ $0.answer == nil && $0.tools.isEmpty }) { Patient.said("", ending: .length) })
        let declined = await checks(ill({ !$0.tools.isEmpty }) { Patient.said("", ending: .refused("I may not.")) })

        let reason = "it was cut off at 256 tokens, which is little for a model that reasons"
        #expect(finding("schema", cut) == "warn no JSON in the answer, asked for by a schema: \(reason)")
        #expect(finding("reply", silent) == "warn without a word, after 250 ms: \(reason)")
        #expect(
            finding("tools", declined)
                == "warn no call, though one was asked for, offered as calls: it declined: I may not.")
    }

    @Test func `warns of a call that was not asked for, or does not fit`() async {
        func found(_ name: String, _ arguments: String) async -> String? {
            let call = RequestedCall(id: "1", name: name, arguments: arguments)
            return finding("tools", await checks(ill({ !$0.tools.isEmpty }) { Patient.said("", calls: [call]) }))
        }

        #expect(await found("other", "{}") == "warn a call of other, which was not offered, offered as calls")
        #expect(
            await found("note_number", "{\"number\": \"7\"}")?.hasPrefix("warn a call whose arguments do not fit")
                == true)
        #expect(await found("note_number", "")?.contains("It is not JSON") == true)
    }

    @Test func `warns of an answer that comes at once, of estimates, and of an unknown price`() async {
        let found = await checks(
            Patient(pieces: []) { request in
                request.answer == nil
                    ? Patient.healthy(request) : Patient.said("", answer: "{\"larger\": 7}", isEstimated: true)
            })

        #expect(finding("streaming", found) == "warn the answer came at once, so it is not seen as it is written")
        #expect(
            finding("usage", found)?.hasPrefix("warn 3 requests, 300 tokens asked and 30 answered, by our estimate")
                == true)
        #expect(finding("price", found)?.hasPrefix("warn unknown, so cost is shown as unknown") == true)
        #expect(finding("price", found)?.contains("[prices.\"gemma\"]") == true)
    }

    @Test func `ends after a dozen requests, whatever the endpoint wants`() async {
        let found = await checks(Patient(requests: 7))

        #expect(finding("schema", found) == "FAIL No answer after 12 requests, which are all that this check sends.")
        #expect(finding("usage", found)?.contains("12 requests") == true)
    }
}

@Suite("How the doctor would reach a model", .timeLimit(.minutes(2)))
struct DoctorModelAccessTests {
    private func access(_ lines: String, hasKey: Bool) throws -> [String] {
        let settings = try Settings.read(text: "[endpoints.lab]\n" + lines, file: "config.toml").models
        let endpoint = try #require(settings.endpoints["lab"])
        let model = ModelChoice.Model(endpoint: endpoint, name: "gemma")
        return ModelAccessChecks(model: model, hasKey: hasKey).all.map {
            "\($0.verdict.word) \($0.subject): \($0.text)"
        }
    }

    @Test func `says what is asked where, and with which key`() throws {
        #expect(
            try access("base_url = \"https://lab.example/v1\"\napi_key_env = \"LAB_KEY\"", hasKey: true) == [
                "ok endpoint: gemma, asked of lab at https://lab.example/v1",
                "ok key: sent with each request, from the variable LAB_KEY",
            ])
        #expect(
            try access("base_url = \"http://127.0.0.1:8080/v1\"\napi_key_env = \"LAB_KEY\"", hasKey: false) == [
                "ok endpoint: gemma, asked of lab at http://127.0.0.1:8080/v1, this machine",
                "ok key: none is sent: this machine needs none; LAB_KEY is not set",
            ])
    }

    @Test func `warns of plain text`() throws {
        let lines = "base_url = \"http://10.0.0.7/v1\"\nallow_http = true\nneeds_key = false"

        #expect(
            try access(lines, hasKey: false) == [
                "warn endpoint: gemma, asked of lab at http://10.0.0.7/v1, in plain text that can be read and changed on its way",
                "ok key: none is sent: needs_key = false",
            ])
    }

    @Test func `fails before anything is sent where a key is missing`() async throws {
        let program = try Program()
        defer { program.clean() }
        let settings = program.folder.appendingPathComponent("toolgrad")
        try FileManager.default.createDirectory(at: settings, withIntermediateDirectories: true)
        try Data("endpoints.lab = { base_url = \"https://lab.invalid\", api_key_env = \"TOOLGRAD_NO_SUCH_KEY\" }".utf8)
            .write(to: settings.appendingPathComponent("config.toml"))

        let text = try await program.run("doctor", "--model", "lab/gemma")
        let json = try JSON(
            parsing: try await program.run("doctor", "--model", "lab/gemma", "--format", "json").output)

        let sentence = "There is no key for lab (lab.invalid:443). Set TOOLGRAD_NO_SUCH_KEY to its key"
        #expect(text.status == 1)
        #expect(text.output.contains("model\n  FAIL  endpoint    \(sentence)"), "\(text.output)")
        #expect(!text.errors.contains("is asked"))
        #expect(json["verdict"] == "fail")
        #expect(json["checks"]?.array?.contains { $0["area"] == "model" && $0["verdict"] == "fail" } == true)
    }

    @Test func `shows no key when the endpoint cannot be reached`() async throws {
        let program = try Program()
        defer { program.clean() }
        let settings = program.folder.appendingPathComponent("toolgrad")
        try FileManager.default.createDirectory(at: settings, withIntermediateDirectories: true)
        let key = program.file("key")
        try Data("sk-CANARY-0123456789\n".utf8).write(to: URL(fileURLWithPath: key))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key)
        try Data("endpoints.lab = { base_url = \"http://127.0.0.1:1/v1\", api_key_file = \"\(key)\" }".utf8)
            .write(to: settings.appendingPathComponent("config.toml"))

        let ending = try await program.run("doctor", "--model", "lab/gemma")

        #expect(ending.status == 1)
        #expect(ending.errors.contains("gemma is asked 3 small questions"))
        #expect(ending.output.contains("sent with each request, from the file \(key)"))
        #expect(ending.output.contains("FAIL  reply       127.0.0.1:1 is not available: "), "\(ending.output)")
        #expect(!(ending.output + ending.errors).contains("CANARY"))
    }

    @Test func `says nothing of models where none is named`() async throws {
        let program = try Program()
        defer { program.clean() }

        let none = try await program.run("doctor")
        let offline = try await program.run("doctor", "--model", "offline")
        let rules = try await program.run("doctor", "--model", "rules")

        #expect(!none.output.contains("\nmodel\n"))
        #expect(offline.output.contains("\nmodel\n  ok    planner     offline: no model is asked\n"))
        #expect(
            rules.output.contains(
                "\nmodel\n  ok    solver      rules: no model is asked; they answer in baseline, evaluate and compare\n"
            ),
            "\(rules.output)")
    }
}

/// A clock that goes on a quarter of a second whenever it is read.
private final class Ticks: @unchecked Sendable {
    private let lock = NSLock()
    private var count = 0

    func next() -> Duration {
        lock.withLock {
            count += 1
            return .milliseconds(250 * count)
        }
    }
}
