import Engine
import Foundation
import HTTPTransport

/// The APIs of a ToolBench library, called through a ToolBench server.
package struct ToolBenchSource: ToolSource {
    private let library: ToolBenchLibrary
    private let server: ToolBenchServer
    private let http: any HTTPSender

    package init(_ library: ToolBenchLibrary, through server: ToolBenchServer, over http: any HTTPSender) {
        self.library = library
        self.server = server
        self.http = http
    }

    package func offer() -> ToolOffer {
        switch server.door {
        case .virtual: ToolOffer(library.simulated, leftOut: library.leftOut)
        case .rapidapi: ToolOffer(library.live, leftOut: library.leftOut)
        }
    }

    /// Sends one call, once.
    ///
    /// An answer with an error is a failed call with the bytes of the whole answer; else the output is the answer's
    /// response: a text as it is, anything else as JSON.
    package func run(_ call: ToolCall, in context: CallContext) async -> ToolResult {
        ToolResult(await outcome(of: call), origin: server.origin)
    }

    private func outcome(of call: ToolCall) async -> ToolOutcome {
        guard let address = library.address(of: call.tool) else {
            return .rejected(reason: "There is no tool called \(call.tool).")
        }
        var body = Data()
        do {
            let reply = try await http.send(server.request(for: call, at: address))
            for try await piece in reply.body { body.append(piece) }
            guard server.key?.secret.isRepeated(in: body) != true else { return .repeatsKey }
            return ToolBenchAnswer.outcome(status: reply.status, body: body)
        } catch is CancellationError {
            return .unreachable(reason: "The call was cancelled.")
        } catch let error as HTTPError {
            guard server.key?.secret.isRepeated(in: body) != true else { return .repeatsKey }
            return error.outcome(after: body)
        } catch {
            return .unreachable(reason: "\(error)")
        }
    }
}

extension ToolOutcome {
    /// What is answered is stored to the last byte, and a key must not be.
    fileprivate static let repeatsKey = ToolOutcome.malformed(
        RecordedOutput(Data()), reason: "The answer repeats the server's key, so it is not kept.")
}
