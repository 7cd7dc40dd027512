import ChildProcesses
import DisplaySafety
import Foundation
import HTTPTransport

/// Reads the keys of endpoints from where the settings say they are.
struct KeyReader: Sendable {
    let environment: ModelEnvironment
    /// The home folder, for paths that begin with `~/`.
    let home: String
    /// How long a command may take.
    var deadline = Duration.seconds(30)

    /// The endpoint's key; nil for one that has none and needs none.
    ///
    /// - Throws: ``EndpointProblem`` when nothing says where the key is, ``KeyProblem`` when it cannot be had from
    ///   there, or `CancellationError`.
    func key(of endpoint: EndpointSettings) async throws -> Secret? {
        try endpoint.checkKey(in: environment)
        let text: String
        switch endpoint.key {
        case .none: return nil
        case .variable(let name):
            guard let value = environment.text(ofKey: name) else { return nil }
            text = value
        case .command(let line): text = try await printed(by: line, endpoint)
        case .file(let path): text = try KeyFile(path: expanded(path)).text()
        }
        let key = text.firstLine
        guard !key.isEmpty else { throw KeyProblem.empty(endpoint.key) }
        guard key.unicodeScalars.allSatisfy({ (0x21...0x7E).contains($0.value) }) else {
            throw KeyProblem.unsendable(endpoint.key)
        }
        return Secret(key)
    }

    private func expanded(_ path: String) -> String {
        path.hasPrefix("~/") ? home + path.dropFirst() : path
    }

    private func printed(by line: String, _ endpoint: EndpointSettings) async throws -> String {
        let command = ChildCommand.shell(line, environment: environment.ofKeyCommands)
        let result: ChildResult
        do { result = try await command.collect(within: deadline, limits: Self.limits) } catch {
            guard let error = error as? ChildProcessError else { throw error }
            throw KeyProblem.command(endpoint: "\(endpoint)", reason: error.reason)
        }
        let output = String(decoding: result.output, as: UTF8.self)
        guard result.ending.isSuccess else {
            let words = Self.words(result.errors, hiding: output)
            throw KeyProblem.command(endpoint: "\(endpoint)", reason: "it \(result.ending).\(words)")
        }
        return output
    }

    private static let limits = ChildLimits(output: 64 << 10, errors: 4 << 10)
    private static let mostWords = 300

    /// What a failed command said, without anything that it printed as a key.
    private static func words(_ errors: Data, hiding output: String) -> String {
        var said = String(decoding: errors, as: UTF8.self)
        let secrets = output.split(whereSeparator: \.isWhitespace).sorted { $0.count > $1.count }
        for secret in secrets { said = Secret(String(secret)).masked(in: said) }
        said = said.trimmingCharacters(in: .whitespacesAndNewlines)
        return said.isEmpty ? "" : " It said: " + SafeText(String(said.suffix(mostWords))).plain
    }
}

/// A file that holds a key.
private struct KeyFile {
    let path: String

    private static let mostBytes = 64 << 10

    /// What it holds, once it is certain that nobody else can read it.
    func text() throws(KeyProblem) -> String {
        // A pipe that nobody writes to is no reason to wait.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            throw .file(path: path, reason: "it cannot be read: \(String(cString: strerror(errno))).")
        }
        defer { close(descriptor) }
        var found = stat()
        guard fstat(descriptor, &found) == 0, found.st_mode & S_IFMT == S_IFREG else {
            throw .file(path: path, reason: "it is no file.")
        }
        guard found.st_mode & 0o077 == 0 else { throw .open(path: path, mode: found.st_mode & 0o777) }
        guard found.st_uid == geteuid() || geteuid() == 0 else {
            throw .file(path: path, reason: "it belongs to another user.")
        }
        var bytes = [UInt8](repeating: 0, count: Self.mostBytes)
        let count = read(descriptor, &bytes, bytes.count)
        guard count >= 0 else {
            throw .file(path: path, reason: "it cannot be read: \(String(cString: strerror(errno))).")
        }
        return String(decoding: bytes.prefix(count), as: UTF8.self)
    }
}

extension String {
    /// Without blanks around it.
    fileprivate var firstLine: String {
        let line = split(omittingEmptySubsequences: false) { $0.isNewline }.first ?? ""
        return line.trimmingCharacters(in: .whitespaces)
    }
}

extension ChildProcessError {
    /// As the rest of a sentence about the command; the command itself may be private.
    fileprivate var reason: String {
        switch self {
        case .notStarted(_, let reason): "it cannot be started: \(reason)"
        case .timedOut(_, let limit): "it took longer than \(limit.components.seconds) s and was stopped."
        case .tooMuchOutput(_, let limit): "it printed more than \(limit) bytes."
        }
    }
}
