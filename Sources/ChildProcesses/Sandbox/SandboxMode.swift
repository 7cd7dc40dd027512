/// Whether a child runs in a sandbox.
package enum SandboxMode: String, Hashable, Sendable, CaseIterable {
    /// In one where it can be had, and without where it cannot, which is said.
    case auto
    /// In one, or not at all.
    case require
    /// Without.
    case off

    /// The one of two that is safer.
    package static func stricter(_ one: SandboxMode, _ other: SandboxMode) -> SandboxMode {
        let strictestFirst: [SandboxMode] = [.require, .auto, .off]
        return strictestFirst.first { $0 == one || $0 == other } ?? .require
    }
}

/// What bubblewrap can do on this machine.
package enum SandboxAvailability: Hashable, Sendable {
    case usable(path: String)
    /// It is not installed.
    case missing
    /// It is there, and was not allowed to do what it is for.
    case refused(reason: String)
}

/// Why a child that must run in a sandbox was not started.
package enum SandboxError: Error, Hashable, Sendable {
    case missing(ChildCommand.Program)
    case refused(ChildCommand.Program, reason: String)
}

extension SandboxError: CustomStringConvertible {
    /// What failed, on what, and what to do.
    package var description: String {
        switch self {
        case .missing(let program):
            "\(program) must run in a sandbox, and bubblewrap is not installed. Install it (its program is bwrap), or "
                + "set its sandbox to auto or off."
        case .refused(let program, let reason):
            "\(program) must run in a sandbox, and bubblewrap cannot make one here: \(reason) Allow unprivileged user "
                + "namespaces, or set its sandbox to auto or off."
        }
    }
}

/// A command as it is to be started, and what people should know about it.
package struct SandboxedCommand: Hashable, Sendable {
    package let command: ChildCommand
    /// Whole sentences: that it runs without a sandbox, and listed paths that are not there.
    package let notices: [String]
}

extension SandboxMode {
    /// The command in the sandbox, or without where that is allowed.
    package func apply(
        _ sandbox: Sandbox, to command: ChildCommand, on availability: SandboxAvailability, files: SandboxFiles = .live
    ) throws(SandboxError) -> SandboxedCommand {
        switch (self, availability) {
        case (.off, _):
            SandboxedCommand(command: command, notices: [])
        case (.auto, .usable(let bubblewrap)), (.require, .usable(let bubblewrap)):
            sandbox.confining(command, with: bubblewrap, files)
        case (.auto, .missing):
            SandboxedCommand(
                command: command,
                notices: ["\(command.program) runs without a sandbox, since bubblewrap is not installed."])
        case (.auto, .refused(let reason)):
            SandboxedCommand(
                command: command,
                notices: ["\(command.program) runs without a sandbox, since bubblewrap cannot make one here: \(reason)"]
            )
        case (.require, .missing):
            throw .missing(command.program)
        case (.require, .refused(let reason)):
            throw .refused(command.program, reason: reason)
        }
    }
}
