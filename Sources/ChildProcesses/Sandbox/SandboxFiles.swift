import Foundation
import Glibc

/// What a sandbox asks about files while it is put together.
package struct SandboxFiles: Sendable {
    /// The path with all links followed; nil when there is nothing.
    package var resolved: @Sendable (String) -> String?
    /// Whether this may be run.
    package var isProgram: @Sendable (String) -> Bool
    /// The first bytes of a file, at most 256; nil when it cannot be read.
    package var beginning: @Sendable (String) -> Data?

    package init(
        resolved: @escaping @Sendable (String) -> String?, isProgram: @escaping @Sendable (String) -> Bool,
        beginning: @escaping @Sendable (String) -> Data?
    ) {
        self.resolved = resolved
        self.isProgram = isProgram
        self.beginning = beginning
    }

    package static let live = SandboxFiles(
        resolved: { path in
            guard let real = realpath(path, nil) else { return nil }
            defer { free(real) }
            return String(cString: real)
        },
        isProgram: { path in
            var facts = stat()
            return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
        },
        beginning: { path in
            guard let file = FileHandle(forReadingAtPath: path) else { return nil }
            defer { try? file.close() }
            return try? file.read(upToCount: 256)
        })

    /// Where a program is, as its caller finds it; links are not followed.
    func program(_ program: ChildCommand.Program, path: String?) -> String? {
        switch program {
        case .at(let path): isProgram(path) ? path : nil
        case .named(let name) where name.contains("/"): isProgram(name) ? name : nil
        case .named(let name):
            (path ?? "/usr/bin:/bin").split(separator: ":").map { "\($0)/\(name)" }.first(where: isProgram)
        }
    }

    /// The program that runs a script, as its first line names it; nil for what is no script.
    func interpreter(of script: String, path: String?) -> String? {
        guard let beginning = beginning(script), beginning.starts(with: Data("#!".utf8)) else { return nil }
        let line = String(decoding: beginning.dropFirst(2).prefix { $0 != 0x0A }, as: UTF8.self)
        let words = line.split(separator: " ").map(String.init)
        guard let first = words.first else { return nil }
        guard first.hasSuffix("/env"), let name = words.dropFirst().first(where: { !$0.hasPrefix("-") })
        else { return first }
        return program(.named(name), path: path)
    }
}
