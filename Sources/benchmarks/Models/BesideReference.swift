import DatasetStore
import Engine
import Foundation
import HTTPTransport
import LanguageModels
import Synchronization

/// What a sample takes beside what the reference takes for one.
struct BesideReference {
    /// Grown one after the other, as the reference does.
    let samples: Int

    /// What toolgrad 0.2.0 of PyPI took for a sample of ten iterations of three proposals, run against a mock model.
    private enum Reference {
        static let requests = 90.0
        static let toolCalls = 30.0
        static let toolServers = 40.0
        static let cpuSeconds = 9.0
        static let mebibytes = 355.0
    }

    func tables(in folder: borrowing WorkFolder) async throws -> [FigureTable] {
        var tables: [FigureTable] = []
        for strategy in [Plan.Strategy.paper, .lean] { tables.append(try await table(strategy, in: folder)) }
        return tables
    }

    private func table(_ strategy: Plan.Strategy, in folder: borrowing WorkFolder) async throws -> FigureTable {
        let server = try MockServerProgram(delay: .zero, among: folder.programs)
        let tools = try await MockToolProgram(report: folder.file("mock-tools"))
        let sender = try AsyncHTTPSender(HTTPConfiguration())
        let traffic = Traffic()
        let model = ChatCompletions(
            ModelEndpoint(name: "mock", base: try BaseURL("http://127.0.0.1:\(server.port)/v1")),
            sender: CountedSender(sender: sender, traffic: traffic))
        let dataset = try Dataset.open(at: folder.file("beside"), mode: .readWrite)
        defer { folder.remove("beside") }
        let run = MockRun(on: tools.library)
        let generator = run.generator(strategy, asking: model, ledger: dataset)
        try await dataset.beginRun(
            generator.run, plan: generator.plan, planner: generator.planner, library: run.library.tools,
            requested: samples, at: Timestamp(microseconds: 0))
        PeakMemory.forget()
        let took = try await Measurement.of {
            try await Run(generator, control: RunControl(concurrency: 1), recorder: dataset).grow(1...samples)
        }.took
        let memory = PeakMemory.mebibytes
        let totals = try await dataset.totals(of: generator.run)
        let serving = await tools.end()
        try dataset.close()
        await sender.shutdown()
        return FigureTable(
            title: "A sample beside the reference's, strategy \(strategy.rawValue)", method: method,
            figures: figures(traffic, totals, took, memory, serving))
    }

    private var method: String {
        "Goals are what the reference takes for a sample (toolgrad 0.2.0 of PyPI, run against a mock model: 90 requests, "
            + "30 tool calls, 40 server processes, about 9 CPU-seconds, 355 MiB). Here \(samples) samples of "
            + "\(MockRun.iterations) iterations of \(MockRun.proposals) proposals, one after the other, over HTTP from a mock "
            + "that answers at once; the tools are an MCP server in a process of its own, and every question, call and event is "
            + "on the disk first. Bytes are those of the requests' and replies' bodies."
    }

    private func figures(
        _ traffic: Traffic, _ totals: RunTotals, _ took: Measurement, _ memory: Double?,
        _ serving: (cpuSeconds: Double, mebibytes: Double)?
    ) -> [Figure] {
        let (sent, count) = (traffic.counts, Double(samples))
        return [
            Figure(name: "samples complete", value: Double(totals.completed), unit: "", goal: .atLeast(count)),
            Figure(
                name: "requests, a sample", value: Double(sent.requests) / count, unit: "",
                goal: .atMost(Reference.requests)),
            Figure(
                name: "tool calls, a sample", value: Double(totals.toolCalls) / count, unit: "",
                goal: .atMost(Reference.toolCalls)),
            Figure(
                name: "tool servers started, a sample", value: 1 / count, unit: "",
                goal: .atMost(Reference.toolServers)),
            Figure(
                name: "CPU of client and tool server, a sample",
                value: serving.map { ($0.cpuSeconds + took.cpuSeconds) / count }, unit: "s",
                goal: .atMost(Reference.cpuSeconds)),
            Figure(
                name: "peak memory of client and tool server",
                value: serving.flatMap { serving in memory.map { $0 + serving.mebibytes } }, unit: "MiB",
                goal: .atMost(Reference.mebibytes)),
            Figure(name: "sent to the model, a sample", value: Double(sent.sent) / 1024 / count, unit: "KiB"),
            Figure(name: "received from it, a sample", value: Double(sent.received) / 1024 / count, unit: "KiB"),
            Figure(name: "wall time, a sample", value: took.seconds / count, unit: "s"),
        ]
    }
}

/// How much went over the wire.
private final class Traffic: Sendable {
    struct Counts {
        var requests = 0
        var sent = 0
        var received = 0
    }

    private let kept = Mutex(Counts())

    var counts: Counts { kept.withLock(\.self) }

    func count(_ change: (inout Counts) -> Void) { kept.withLock { change(&$0) } }
}

/// Sends requests and counts them, and the bytes of their bodies and replies.
private struct CountedSender<Sender: HTTPSender>: HTTPSender {
    let sender: Sender
    let traffic: Traffic

    func send(_ request: HTTPRequest) async throws -> HTTPReply {
        traffic.count {
            $0.requests += 1
            $0.sent += request.body.count
        }
        let reply = try await sender.send(request)
        let whole = try await reply.collected()
        traffic.count { $0.received += whole.count }
        let rest = SinglePiece(whole)
        return HTTPReply(status: reply.status, headers: reply.headers, body: HTTPBody { rest.take() })
    }
}

/// A body that has been read, given once more.
private final class SinglePiece: Sendable {
    private let piece: Mutex<Data?>

    init(_ piece: Data) {
        self.piece = Mutex(piece)
    }

    func take() -> Data? {
        piece.withLock { piece in
            defer { piece = nil }
            return piece
        }
    }
}
