import Engine
import Foundation
import NcursesTerminal
import Synchronization

/// A model whose failing tries are told on stderr while they go on.
struct ToldModel: LanguageModel {
    private let model: any LanguageModel
    private let name: String
    private let tries: FailedTries

    init(_ model: any LanguageModel, name: String, tries: FailedTries) {
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
///
/// Models that share it are told of together, so that a judge beside a model makes no more lines.
final class FailedTries: Sendable {
    private struct State {
        var failed = 0
        /// Whose tries failed since the last line.
        var names: Set<String> = []
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
        let news = state.withLock { state -> State? in
            state.failed += 1
            state.names.insert(model)
            if let last = state.lastTold, moment.since(last) < Self.pause { return nil }
            defer { state = State(lastTold: moment) }
            return state
        }
        guard let news else { return }
        let tries =
            switch (news.failed, news.names.count) {
            case (1, _): "A try of \(model) failed"
            case (let count, 1): "\(count) tries of \(model) failed, at last so"
            case (let count, _): "\(count) tries failed, at last of \(model) so"
            }
        say(ToolText.line("\(tries): \(reason) It is asked again in \(String(format: "%.1f", pause.inSeconds)) s."))
    }

    /// Beside a line of progress, which the next one writes anew; a stream that is closed is no reason to stop.
    static let note: @Sendable (String) -> Void = { line in
        try? Output.notes.write((StandardStreams.error.isTerminal ? "\r\u{1B}[K" : "") + line + "\n")
    }
}
