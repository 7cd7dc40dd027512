import Engine
import FaultServer
import Foundation
import Synchronization

/// A model's endpoint that answers from a tape, strictly: a request that is not on it is a failure.
struct TapeServer: Sendable {
    /// A request that cannot be answered.
    struct Lack: Error, Hashable, CustomStringConvertible {
        let request: String
        let reason: String

        var description: String { "\(reason) The request was: \(request)" }
    }

    private let server: FaultServer
    private let deck: Deck

    static func start(_ tape: ModelTape) async throws -> TapeServer {
        let deck = Deck(tape)
        return TapeServer(server: try await FaultServer.start { deck.behaviour(for: $0) }, deck: deck)
    }

    var baseURL: String { server.baseURL }
    /// What was asked, in order.
    var asked: [String] { server.requests.map(\.bodyText) }
    /// What could not be answered, in order.
    var lacks: [Lack] { deck.lacks.withLock(\.self) }

    func stop() async { await server.stop() }

    /// Does some work, as long as everything that is asked meanwhile can be answered.
    ///
    /// - Throws: ``Lack``, and what the work throws.
    func answering(_ work: @escaping @Sendable () async throws -> Void) async throws {
        try await withThrowingTaskGroup { group in
            group.addTask { try await work() }
            group.addTask { try await failAtFirstLack() }
            _ = try await group.next()
            group.cancelAll()
        }
    }

    private func failAtFirstLack() async throws {
        while true {
            if let lack = lacks.first { throw lack }
            try await Task.sleep(for: .milliseconds(50))
        }
    }
}

/// The tape that is played.
private final class Deck: Sendable {
    private let tape: ModelTape
    let lacks = Mutex<[TapeServer.Lack]>([])

    init(_ tape: ModelTape) { self.tape = tape }

    func behaviour(for request: SeenRequest) -> Behaviour {
        do {
            let question = TapedQuestion(request.body)
            return try question.behaviour(with: try answer(to: question.request))
        } catch {
            let lack = TapeServer.Lack(request: request.bodyText, reason: "\(error)")
            lacks.withLock { $0.append(lack) }
            return .text(lack.reason, status: 500)
        }
    }

    private func answer(to request: Data) throws -> Data {
        guard let known = tape.answer(to: request) else { throw NotRecorded() }
        return known
    }
}

private struct NotRecorded: Error, CustomStringConvertible {
    var description: String { "The tape has no answer to this request; record it again if the request is right." }
}
