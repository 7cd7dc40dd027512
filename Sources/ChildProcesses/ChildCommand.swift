/// A program to start as a child, and all that it is given.
package struct ChildCommand: Hashable, Sendable {
    package enum Program: Hashable, Sendable, CustomStringConvertible {
        /// Looked for in the `PATH` of the child's own environment.
        case named(String)
        case at(path: String)

        package var description: String {
            switch self {
            case .named(let name): name
            case .at(let path): path
            }
        }
    }

    package var program: Program
    package var arguments: [String]
    /// Every variable that the child has; nothing is inherited.
    package var environment: [String: String]
    /// Where it works; nil for the folder we work in.
    package var folder: String?

    package init(
        _ program: Program, _ arguments: [String] = [], environment: [String: String], folder: String? = nil
    ) {
        self.program = program
        self.arguments = arguments
        self.environment = environment
        self.folder = folder
    }

    /// A line of shell, as a user writes it.
    package static func shell(_ line: String, environment: [String: String]) -> ChildCommand {
        ChildCommand(.at(path: "/bin/sh"), ["-c", line], environment: environment)
    }
}

/// How a child ended.
package enum ChildEnding: Hashable, Sendable {
    case exited(code: Int32)
    case signalled(number: Int32)

    package var isSuccess: Bool { self == .exited(code: 0) }
}

extension ChildEnding: CustomStringConvertible {
    package var description: String {
        switch self {
        case .exited(let code): "exited with \(code)"
        case .signalled(let number): "was ended by signal \(number)"
        }
    }
}
