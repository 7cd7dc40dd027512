import Engine
import FaultServer
import Foundation
import Testing

@Suite("A key in the environment", .timeLimit(.minutes(5)))
struct CanaryTests {
    @Test func `reaches its endpoint, and is found nowhere else, whatever the endpoint answers`() async throws {
        let canary = Canary()
        let program = try canary.program()
        defer { program.clean() }
        // Concurrency 1, so that the requests come in this order: propose, select, propose, select, synthesise.
        let server = try await FaultServer.start { request in
            switch request.index {
            case 0: canary.echo(status: 401)
            case 1, 2: canary.echo(status: 500)
            case 4: canary.echo(status: 400)
            case _: Behaviour.goodAnswer(to: request)
            }
        }
        let file = program.file("a.toolgrad")
        let model = ["--model", "gpt-canary", "--base-url", server.baseURL]
        let generate =
            ["generate", "--count", "1", "--concurrency", "1", "--iterations", "2", "--batch", "1000", "--json"]
            + model + ["--dataset", file]

        let refused = try await program.start(generate).ending()
        let grown = try await program.start(generate).ending()
        let others = [
            ["show", "--json"], ["show", "s-00001"], ["show", "s-00001", "--json"], ["journal", "--json"], ["doctor"],
            ["doctor", "--format", "json"] + model,
            ["export", "--format", "trl", "--include", "all", "--output", program.file("trl")],
            ["export", "--format", "toolgrad", "--include", "all", "--output", program.file("toolgrad-files")],
        ]
        var statuses: [Int32] = []
        for command in others {
            statuses.append(try await program.start(command + ["--dataset", file]).ending().status)
        }
        let replay = ["generate", "--replay", file, "--dataset", program.file("b.toolgrad")]
        let replayed = try await program.start(replay).ending()
        let questions = server.requests
        await server.stop()

        #expect(refused.status == 1)
        #expect(refused.errors.contains("refused the API key (HTTP 401)"), "\(refused.errors)")
        #expect(grown.status == 0, "\(grown.errors)")
        #expect(grown.output.contains(#""outcome":"completed""#), "\(grown.output)")
        #expect(replayed.status == 0, "\(replayed.output)\(replayed.errors)")
        // The doctor's small questions are not those of a run, so what it says of the answers is left open.
        #expect(statuses.enumerated().filter { $0.offset != 5 }.allSatisfy { $0.element == 0 }, "\(statuses)")
        #expect(questions.count >= 9, "\(questions.count)")
        #expect(questions.allSatisfy { $0[header: "Authorization"] == "Bearer \(canary.key)" })
        #expect(try canary.traces(in: program.folder) == [])
    }

    @Test func `stands in no command line and no file while a question is under way, nor after a kill`() async throws {
        let canary = Canary()
        let program = try canary.program()
        defer { program.clean() }
        let server = try await FaultServer.start { request in
            request.index == 0
                ? Behaviour.goodAnswer(to: request) : request.index == 1 ? canary.echo(status: 500) : .hang
        }
        let file = program.file("a.toolgrad")

        let running = try program.start([
            "generate", "--count", "1", "--batch", "1000", "--model", "gpt-canary", "--base-url", server.baseURL,
            "--dataset", file,
        ])
        while server.requests.count < 3 { try await Task.sleep(for: .milliseconds(20)) }
        let commands = CommandLines.all
        let during = try canary.traces(in: program.folder)
        running.kill()
        _ = await running.ending()
        let authorizations = Set(server.requests.map { $0[header: "Authorization"] })
        await server.stop()

        #expect(authorizations == ["Bearer \(canary.key)"])
        #expect(commands.contains { $0.contains(Data(file.utf8)) }, "The program was not seen running.")
        #expect(!commands.contains(where: canary.isIn))
        #expect(during == [])
        #expect(try canary.traces(in: program.folder) == [])
    }

    @Test func `goes to no endpoint with a key of its own, and to no command that prints one`() async throws {
        let canary = Canary()
        let program = try canary.program()
        defer { program.clean() }
        let server = try await FaultServer.start { Behaviour.goodAnswer(to: $0) }
        try program.settings(
            """
            [endpoints.own]
            base_url = "\(server.baseURL)"
            api_key_cmd = "env > '\(program.file("child-environment"))'; cat /proc/$PPID/cmdline > '\(program.file("parent"))'; echo sk-own"
            """)

        let ending = try await program.start([
            "generate", "--count", "1", "--iterations", "1", "--batch", "1000", "--model", "own/gpt-canary",
            "--dataset", program.file("a.toolgrad"),
        ]).ending()
        let questions = server.requests
        await server.stop()

        let environment = try String(contentsOfFile: program.file("child-environment"), encoding: .utf8)
        #expect(ending.status == 0, "\(ending.errors)")
        #expect(environment.contains("PATH="))
        #expect(questions.count >= 3)
        #expect(questions.allSatisfy { $0[header: "Authorization"] == "Bearer sk-own" })
        #expect(
            !questions.contains { question in
                question.headers.contains { canary.isIn(Data($0.value.utf8)) } || canary.isIn(Data(question.body))
            })
        #expect(try canary.traces(in: program.folder) == [])
    }

    @Test(arguments: ["redirect", "page", "cut"])
    func `is taken out of what is told of an endpoint that sends it back`(kind: String) async throws {
        let canary = Canary()
        let program = try canary.program()
        defer { program.clean() }
        let elsewhere = try await FaultServer.start(.json("{}"))
        let server = try await FaultServer.start(
            kind == "redirect"
                ? .redirect(to: "\(elsewhere.baseURL)/\(canary.inURL)?key=\(canary.inURL)")
                : kind == "page"
                    ? .html("<html><title>No entry for \(canary.key)</title></html>")
                    // Where a long message is cut, no half of the key may be left.
                    : .json(canary.error(String(repeating: "x", count: 290)), status: 400))
        let model = ["--model", "gpt-canary", "--base-url", server.baseURL, "--dataset", program.file("a.toolgrad")]

        let grown = try await program.start(["generate", "--count", "1", "--iterations", "1"] + model).ending()
        let asked = try await program.start(["doctor"] + model).ending()
        let questions = server.requests
        await server.stop()

        #expect(grown.status != 0 || !grown.output.isEmpty)
        #expect(asked.status == 1, "\(asked.output)")
        #expect(
            (grown.output + grown.errors + asked.output).contains(canary.marks(kind)), "\(grown.errors)\(asked.output)")
        #expect(!questions.isEmpty)
        #expect(questions.allSatisfy { $0[header: "Authorization"] == "Bearer \(canary.key)" })
        #expect(elsewhere.requests.isEmpty)
        #expect(try canary.traces(in: program.folder) == [])
        await elsewhere.stop()
    }

    @Test func `would be found in each form in which an endpoint repeats it`() throws {
        let canary = Canary()

        for form in canary.forms {
            for padding in ["", "x", "xy"] {
                let coded = Data((padding + form).utf8).base64EncodedString()
                #expect(canary.isIn(Data("... \(form) ...".utf8)), "\(form)")
                #expect(form == canary.inBase64 || canary.isIn(Data(coded.utf8)), "\(coded)")
            }
        }
    }
}

/// A key that is not like anything else on this machine, and how it is found.
private struct Canary: Sendable {
    let key: String
    /// Of the key, what every way of quoting it leaves as it is.
    private let plain: String
    private let needles: [Data]

    init() {
        let number = UUID().uuidString.filter(\.isHexDigit).prefix(12)
        plain = "sk-CANARY-\(number)"
        key = plain + #"/+=&"\x"#
        let bytes = Data(key.utf8)
        // Base64 of a text depends on how many bytes of another text come before it.
        let coded = (0..<3).map { before in
            let text = (Data(repeating: 0, count: before) + bytes).base64EncodedString()
            let (first, end) = ((before * 8 + 5) / 6, (before + 22) * 8 / 6)
            return String(text.dropFirst(first).prefix(end - first))
        }
        needles = ([String(plain.dropFirst(3))] + coded).map { Data($0.utf8) }
    }

    var inBase64: String { Data(key.utf8).base64EncodedString() }
    var inURL: String { key.addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(["-"])) ?? key }

    /// The key as it is, as base64, as a URL and as JSON write it.
    var forms: [String] {
        let inJSON = String(JSON.string(key).compactText.dropFirst().dropLast())
        return [key, inBase64, inURL, inJSON, inJSON.replacing("/", with: "\\/")]
    }

    func isIn(_ bytes: Data) -> Bool { needles.contains { bytes.contains($0) } }

    /// The files of a folder that have the key in any form, in their bytes or in their names.
    func traces(in folder: URL) throws -> [String] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        #expect(paths.contains { $0.hasSuffix(".toolgrad") }, "There is no dataset to look into.")
        return try paths.filter { path in
            let file = folder.appendingPathComponent(path)
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder) else { return false }
            return try isIn(Data(path.utf8)) || !isFolder.boolValue && isIn(Data(contentsOf: file))
        }
    }

    /// The program with this key in its environment.
    func program() throws -> Program {
        var program = try Program()
        program.variables = ["OPENAI_API_KEY": key, "no_proxy": "127.0.0.1"]
        return program
    }

    /// The body of an error that repeats the key in every form.
    func error(_ beginning: String) -> String {
        let message = "\(beginning)\(forms.joined(separator: " or ")) is not welcome."
        return (["error": ["message": .string(message), "type": "invalid_request_error"]] as JSON).compactText
    }

    func echo(status: Int) -> Behaviour { .json(error("The key "), status: status) }

    /// What must be told of an endpoint, so that it is known that the key was in what was told.
    func marks(_ kind: String) -> String {
        switch kind {
        case "redirect": "redirects to"
        case "page": "No entry for <secret>"
        case _: "HTTP 400"
        }
    }
}

extension Program {
    /// Writes the user's settings.
    fileprivate func settings(_ text: String) throws {
        let place = folder.appendingPathComponent("toolgrad")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        try text.write(to: place.appendingPathComponent("config.toml"), atomically: true, encoding: .utf8)
    }
}

/// How the programs on this machine were started.
private enum CommandLines {
    static var all: [Data] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.filter { $0.allSatisfy(\.isNumber) }.compactMap { number in
            FileManager.default.contents(atPath: "/proc/\(number)/cmdline")
        }
    }
}

extension Data {
    fileprivate func contains(_ other: Data) -> Bool { range(of: other) != nil }
}
