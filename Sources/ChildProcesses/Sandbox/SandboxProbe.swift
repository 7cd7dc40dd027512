import Foundation

/// Finds out, once, whether bubblewrap can make a sandbox here.
package actor SandboxProbe {
    private let environment: [String: String]
    private let program: String
    private var finding: Task<SandboxAvailability, Never>?

    /// Looks for the program in the `PATH` of this environment.
    package init(environment: [String: String], program: String = "bwrap") {
        self.environment = environment.filter { $0.key == "PATH" }
        self.program = program
    }

    /// What it can do, tried by really running it; later answers are the first one.
    package func availability() async -> SandboxAvailability {
        if let finding { return await finding.value }
        let found = Task { [environment, program] in await Self.find(program, environment) }
        finding = found
        return await found.value
    }

    private static func find(_ program: String, _ environment: [String: String]) async -> SandboxAvailability {
        guard let path = SandboxFiles.live.program(.named(program), path: environment["PATH"]) else { return .missing }
        let trial = Sandbox(home: nil, currentFolder: "/")
            .confining(ChildCommand(.named("true"), environment: environment), with: path, .live).command
        do {
            let result = try await trial.collect(within: .seconds(5))
            guard !result.ending.isSuccess else { return .usable(path: path) }
            let words = String(decoding: result.errors.suffix(500), as: UTF8.self)
            let reason = words.trimmingCharacters(in: .whitespacesAndNewlines)
            return .refused(reason: (reason.isEmpty ? "it \(result.ending)" : reason) + ".")
        } catch {
            return .refused(reason: "\(error)")
        }
    }
}
