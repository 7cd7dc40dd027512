import FaultServer
import Foundation
import HTTPTransport
import Testing

@Suite("Cancelling a request")
struct SenderCancellationTests {
    @Test(arguments: [
        Behaviour.hang, .slowHead(every: .milliseconds(50)), .headOnly(), .slowBody(every: .milliseconds(50)),
        .events(["data: one\n\n"], ending: .stall), .endlessBody,
    ])
    func `closes its connection within 200 ms`(behaviour: Behaviour) async throws {
        try await sending(to: behaviour) { it in
            let task = Task { await it.sender.outcome(of: it.request(limits: SizeLimits(body: .max))) }
            try await eventually { it.server.requests.count == 1 }
            try await Task.sleep(for: .milliseconds(100))

            let cancelled = ContinuousClock.now
            task.cancel()

            #expect(await task.value == .cancelled)
            try await eventually { it.server.openConnections == 0 }
            // The server holds the watch: on a busy machine, this test itself may have to wait for its turn.
            let closed = try #require(it.server.connections.first?.closed)
            #expect(cancelled.duration(to: closed) < .milliseconds(200))
        }
    }

    @Test func `ends a wait for a connection`() async throws {
        try await sending(to: .hang, through: HTTPConfiguration(connectionsPerHost: 1)) { it in
            let first = Task { await it.sender.outcome(of: it.request()) }
            try await eventually { it.server.requests.count == 1 }
            let second = Task { await it.sender.outcome(of: it.request()) }
            try await Task.sleep(for: .milliseconds(100))

            second.cancel()
            #expect(await second.value == .cancelled)
            first.cancel()
            #expect(await first.value == .cancelled)

            #expect(it.server.requests.count == 1)
        }
    }

    @Test func `before it begins sends nothing`() async throws {
        try await sending(to: .json("{}")) { it in
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return await it.sender.outcome(of: it.request())
            }

            #expect(await task.value == .cancelled)
            #expect(it.server.requests.isEmpty)
        }
    }

    @Test func `happens by itself when the body is dropped`() async throws {
        try await sending(to: .endlessBody) { it in
            do {
                let reply = try await it.sender.send(it.request())
                for try await _ in reply.body { break }
            }

            try await eventually { it.server.openConnections == 0 }
        }
    }

    @Test func `happens by itself when the body is never read`() async throws {
        try await sending(to: .events(["data: one\n\n"], ending: .stall)) { it in
            do {
                #expect(try await it.sender.send(it.request()).status == 200)
            }

            try await eventually { it.server.openConnections == 0 }
        }
    }

    @Test func `gives its connection to the next one`() async throws {
        try await sending(to: .hang, .json("{}"), through: HTTPConfiguration(connectionsPerHost: 1)) { it in
            let first = Task { await it.sender.outcome(of: it.request()) }
            try await eventually { it.server.requests.count == 1 }
            first.cancel()

            #expect(await it.sender.outcome(of: it.request()) == .reply(status: 200, body: "{}"))
        }
    }

    @Test func `many times leaves nothing behind`() async throws {
        try await sending(to: .hang) { it in
            for round in 1...50 {
                let task = Task { await it.sender.outcome(of: it.request()) }
                try await eventually { it.server.requests.count == round }
                task.cancel()
                #expect(await task.value == .cancelled)
            }

            try await eventually { it.server.openConnections == 0 }
        }
    }
}
