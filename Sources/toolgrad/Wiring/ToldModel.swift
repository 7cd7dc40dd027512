import Engine
import Foundation
import NcursesTerminal
import Synchronization

/// A model whose failing tries are told on stderr while they go on.
struct ToldModel: LanguageModel {
    private let model: any LanguageModel
    private let name: String
    private let tries: FailedTries

    init(_ model: any LanguageModel, name: String, tries: FailedTries = FailedTries()) {
        self.model = model
        self.name = name
        self.tries = tries
    }

    func complete(_ request: ModelRequest, through line: ModelLine) async throws -> Completion {
        try await model.complete(
            request,
            through: line.telling { [name, tries] reason, pause in
                await line.triesAgain(reason, pause)
                tries.tell(of: name, reason, pause)
            })
    }
}

/// Tells of tries that failed: of the first one at once, then of one every few seconds, with how many there were.
final class FailedTries: Sendable {
    private struct State {
        var failed = 0
        var told = 0
        var lastTold: Timestamp?
    }

    private let state = Mutex(State())
    private let now: @Sendable () -> Timestamp
    private let say: @Sendable (String) -> Void

    private static let pause = Duration.seconds(5)

    /// `say` gets one line, without its end.
    init(
        now: @escaping @Sendable () -> Timestamp = Surroundings.now,
        say: @escaping @Sendable (String) -> Void = FailedTries.note
    ) {
        self.now = now
        self.say = say
    }

    /// Notes a try of a model that failed, and that another is due after a pause.
    func tell(of model: String, _ reason: String, _ pause: Duration) {
        let moment = now()
        let count = state.withLock { state -> Int? in
            state.failed += 1
            if let last = state.lastTold, moment.since(last) < Self.pause { return nil }
            state.lastTold = moment
            defer { state.told = state.failed }
            return state.failed - state.told
        }
        guard let count else { return }
        let tries = count == 1 ? "A try of \(model) failed" : "\(count) tries of \(model) failed, at last so"
        say(ToolText.line("\(tries): \(reason) It is asked again in \(String(format: "%.1f", pause.inSeconds)) s."))
    }

    /// Beside a line of progress, which the next one writes anew; a stream that is closed is no reason to stop.
    static let note: @Sendable (String) -> Void = { line in
        try? Output.notes.write((StandardStreams.error.isTerminal ? "\r\u{1B}[K" : "") + line + "\n")
    }
}
