import Engine
import Explorer
import Foundation
import NcursesTerminal

/// Runs the user's editor on a terminal that shows no screen; what is not a terminal has none.
struct LinearEditor: Sendable {
    let surroundings: Surroundings
    /// Whether keys come from a terminal and output goes to one.
    let hasTerminal: Bool

    init(_ surroundings: Surroundings, hasTerminal: Bool = StandardStreams.canShowScreen) {
        self.surroundings = surroundings
        self.hasTerminal = hasTerminal
    }

    /// Opens a text in the editor, and tells what became of it.
    func edit(_ text: String, of field: EditedField, _ sample: SampleID) async -> ExplorerEvent {
        guard hasTerminal else {
            return .editAbandoned("There is no terminal for an editor; e and c take the text here.")
        }
        do {
            let file = try EditorFile(text, named: field.fileName, in: surroundings.scratchFolder)
            guard try await run(on: file.path) else {
                file.remove()
                return .editAbandoned("The editor \(surroundings.editor) ended with a failure; nothing was changed.")
            }
            let edited = try file.edited()
            file.remove()
            return edited.map { .edited(sample, field, text: $0) } ?? .editAbandoned("Nothing was changed.")
        } catch { return .editAbandoned("\(error)") }
    }

    /// Whether the editor ended well.
    private func run(on path: String) async throws -> Bool {
        let child = try start(on: path)
        return await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                var status: Int32 = 0
                while waitpid(child, &status, 0) < 0, errno == EINTR {}
                continuation.resume(returning: status == 0)
            }
        }
    }

    /// It gets the terminal and the usual effect of every signal.
    private func start(on path: String) throws -> pid_t {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
        var arguments = Self.pointers(to: ["sh", "-c", "\(surroundings.editor) \"$1\"", "sh", path])
        surroundings.hideKeys()
        var environment = Self.pointers(to: ProcessInfo.processInfo.environment.map { "\($0)=\($1)" })
        defer { for text in arguments + environment { free(text) } }
        var child: pid_t = 0
        let problem = posix_spawn(&child, "/bin/sh", nil, &attributes, &arguments, &environment)
        guard problem == 0 else {
            throw CommandFailure("The editor cannot be started: \(String(cString: strerror(problem))).")
        }
        return child
    }

    /// As C wants them: to be freed, with a null pointer at the end.
    private static func pointers(to texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
        texts.map { strdup($0) } + [nil]
    }
}

/// Stops the program as ctrl-z does in a shell; it goes on with `fg`.
func suspendProgram() { raise(SIGTSTP) }
