import Foundation
import Testing

@testable import toolgrad

@Suite("The key of an endpoint", .timeLimit(.minutes(1)))
struct EndpointKeyTests {
    private let folder: URL
    private static let canary = "sk-CANARY-0123456789"

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("keys-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func clean() { try? FileManager.default.removeItem(at: folder) }

    private func reader(_ variables: [String: String] = [:]) -> KeyReader {
        let usual = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "OPENAI_API_KEY": Self.canary]
        return KeyReader(
            environment: ModelEnvironment(environment: usual.merging(variables) { $1 }), home: folder.path)
    }

    private func endpoint(_ line: String) throws -> EndpointSettings {
        let text = "[endpoints.lab]\nbase_url = \"https://lab.example/v1\"\n" + line
        return try #require(try Settings.read(text: text, file: "config.toml").models.endpoints["lab"])
    }

    /// A key is known only by what it hides.
    private func isCanary(_ line: String, _ reader: KeyReader) async throws -> Bool {
        let key = try #require(try await reader.key(of: try endpoint(line)))
        return key.masked(in: "<\(Self.canary)>") == "<<secret>>"
            && key.masked(in: "something else") == "something else"
    }

    /// Why there is no key, in words that show none.
    private func problem(_ line: String, _ reader: KeyReader) async throws -> String {
        let endpoint = try endpoint(line)
        let error = await #expect(throws: (any Error).self) { try await reader.key(of: endpoint) }
        let text = "\(try #require(error))"
        #expect(!text.contains("CANARY"), "\(text)")
        #expect(!String(reflecting: error).contains("CANARY"))
        return text
    }

    private func write(_ text: String, _ name: String, mode: Int) throws {
        let file = folder.appendingPathComponent(name)
        try Data(text.utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
    }

    @Test func `comes from a variable, a command, or a private file`() async throws {
        defer { clean() }
        try write("  \(Self.canary)\r\nsecond line\n", "key", mode: 0o600)

        #expect(try await isCanary("api_key_env = \"LAB_KEY\"", reader(["LAB_KEY": Self.canary + "\n"])))
        #expect(try await isCanary("api_key_cmd = \"cat \(folder.path)/key\"", reader()))
        #expect(try await isCanary("api_key_file = \"~/key\"", reader()))
        #expect(try await isCanary("api_key_file = \"\(folder.path)/key\"", reader()))
    }

    @Test func `is none where none is wanted`() async throws {
        defer { clean() }

        #expect(try await reader().key(of: try endpoint("needs_key = false")) == nil)
    }

    @Test func `that is missing is named by where it should be`() async throws {
        defer { clean() }

        #expect(try await problem("api_key_env = \"LAB_KEY\"", reader()).contains("Set LAB_KEY to its key"))
        #expect(try await problem("", reader()).contains("api_key_env = \"LAB_KEY\""))
        #expect(
            try await problem("api_key_file = \"~/none\"", reader())
                == "The key in \(folder.path)/none cannot be used: it cannot be read: No such file or directory.")
    }

    @Test(arguments: [0o644, 0o640, 0o604, 0o660, 0o610, 0o601])
    func `is refused in a file that others can open`(mode: Int) async throws {
        defer { clean() }
        try write(Self.canary, "key", mode: mode)

        let problem = try await problem("api_key_file = \"~/key\"", reader())

        #expect(
            problem == "The key in \(folder.path)/key is not used, since others can read the file (mode "
                + "\(String(mode, radix: 8))). Make it private: chmod 600 \(folder.path)/key")
    }

    @Test func `is refused in what is no file`() async throws {
        defer { clean() }
        try #require(mkfifo(folder.appendingPathComponent("pipe").path, 0o600) == 0)

        for name in ["pipe", "."] {
            #expect(try await problem("api_key_file = \"~/\(name)\"", reader()).contains("it is no file."))
        }
    }

    @Test(arguments: ["", "\n\(EndpointKeyTests.canary)", "   \n"])
    func `must be on the first line`(text: String) async throws {
        defer { clean() }
        try write(text, "key", mode: 0o600)

        #expect(
            try await problem("api_key_file = \"~/key\"", reader()).contains(
                "is empty. Its first line must be the key."))
    }

    @Test(arguments: [
        "\(EndpointKeyTests.canary) x", "\(EndpointKeyTests.canary)\u{E9}", "\(EndpointKeyTests.canary)\u{1}",
    ])
    func `must fit into the head of a request`(text: String) async throws {
        defer { clean() }
        try write(text, "key", mode: 0o600)

        #expect(try await problem("api_key_file = \"~/key\"", reader()).contains("no request can carry it."))
    }

    @Test func `is not told to the command that prints another`() async throws {
        defer { clean() }
        setenv("TOOLGRAD_TEST_KEY", Self.canary, 1)
        defer { unsetenv("TOOLGRAD_TEST_KEY") }
        let command = "cat /proc/self/environ > \(folder.path)/seen; echo other-key"

        _ = try await reader(["GNUPGHOME": "/g"]).key(of: try endpoint("api_key_cmd = \"\(command)\""))

        let seen = try String(contentsOf: folder.appendingPathComponent("seen"), encoding: .utf8)
        let names = Set(seen.split(separator: "\0").compactMap { $0.split(separator: "=").first.map(String.init) })
        #expect(!seen.contains("CANARY"))
        // The shell sets the last two itself.
        #expect(names.subtracting(["PWD", "_"]) == ["PATH", "LANG", "GNUPGHOME"])
    }

    @Test func `is not shown when its command fails, whatever that says`() async throws {
        defer { clean() }
        let command = "echo \(Self.canary); echo tried \(Self.canary) >&2; printf '\\033[31mred' >&2; exit 3"

        let text = try await problem("api_key_cmd = '''\(command)'''", reader())

        #expect(
            text == "The command of api_key_cmd gave no key for lab (lab.example:443): it exited with 3. "
                + "It said: tried <secret>\n‹U+001B›[31mred")
    }

    @Test func `is waited for, but not for ever`() async throws {
        defer { clean() }
        var reader = reader()
        reader.deadline = .seconds(1)

        let text = try await problem("api_key_cmd = \"echo \(Self.canary); sleep 300\"", reader)

        #expect(text.hasSuffix("it took longer than 1 s and was stopped."))
    }

    @Test func `is not looked for in endless words`() async throws {
        defer { clean() }

        #expect(
            try await problem("api_key_cmd = \"yes \(Self.canary)\"", reader()).contains(
                "it printed more than 65536 bytes."))
    }
}
