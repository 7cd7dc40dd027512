import DatasetStore
import Engine
import Foundation
import HTTPTransport
import LanguageModels

/// How long a thousand samples take that all grow at once over an endpoint that thinks for half a second.
struct InFlight {
    let run: MockRun
    let samples: Int

    private static let delay = Duration.milliseconds(500)
    /// Proposing and selecting in each iteration, and the synthesis: strategy `lean` with trials that succeed.
    private static let questionsInARow = 2 * MockRun.iterations + 1

    private var criticalSeconds: Double { Double(Self.questionsInARow) * Self.delay.seconds }

    func tables(in folder: borrowing WorkFolder) async throws -> [FigureTable] {
        OpenFiles.raiseLimit()
        let memory = try await measured(folder.programs, storing: ForgetfulLedger(), recording: TallyRecorder())
        let dataset = try Dataset.open(at: folder.file("in-flight"), mode: .readWrite)
        defer { folder.remove("in-flight") }
        let generator = run.generator(.lean, asking: MockModel())
        try await dataset.beginRun(
            generator.run, plan: generator.plan, planner: generator.planner, library: run.library.tools,
            requested: samples, at: Timestamp(microseconds: 0))
        let stored = try await measured(folder.programs, storing: dataset, recording: dataset)
        try dataset.close()
        return [
            table("nothing stored", memory), table("every question, call and event on the disk first", stored),
        ]
    }

    /// Grows the samples once, over a server and a client of their own.
    private func measured(
        _ programs: LivingPrograms, storing ledger: some RunLedger, recording recorder: some EventRecorder
    ) async throws -> Passage {
        let server = try MockServerProgram(delay: Self.delay, among: programs)
        let sender = try AsyncHTTPSender(HTTPConfiguration(connectionsPerHost: samples))
        var passage = Passage()
        let tally = TallyRecorder()
        let model = ChatCompletions(
            ModelEndpoint(
                name: "mock", base: try BaseURL("http://127.0.0.1:\(server.port)/v1"), mostAtOnce: samples),
            sender: TimedSender(sender: sender, waits: passage.requests))
        let control = RunControl(concurrency: samples)
        let generator = run.generator(
            .lean, asking: model, control: control, ledger: TimedLedger(ledger: ledger, waits: passage.store))
        let timed = TimedRecorder(recorder: recorder, tally: tally, waits: passage.store)
        PeakMemory.forget()
        let before = server.cpuSeconds
        passage.took = try await Measurement.of {
            try await Run(generator, control: control, recorder: timed).grow(1...samples)
        }.took
        passage.memory = PeakMemory.mebibytes
        passage.serverCPUSeconds = server.cpuSeconds - before
        passage.tally = await tally.tally
        await sender.shutdown()
        return passage
    }

    private func table(_ where: String, _ passage: Passage) -> FigureTable {
        FigureTable(
            title: "\(samples.grouped) samples in flight, \(`where`)",
            method:
                "Strategy lean, \(MockRun.iterations) iterations, batches of \(run.plan(.lean).batch) of "
                + "\(run.library.tools.count) tools, chat completions over HTTP; a server in a process of its own, on "
                + "the same processors, answers \(Self.delay.seconds) s after each request. The critical path is the "
                + "\(Self.questionsInARow) questions of a sample, one after the other: \(criticalSeconds) s. "
                + "Waits for the store are of every call by itself, also of those that wait at the same time.",
            figures: passage.figures(of: samples, critical: criticalSeconds))
    }
}

/// What was seen while the samples grew.
private struct Passage {
    let requests = Waits()
    let store = Waits()
    var took = Measurement(seconds: 0, cpuSeconds: 0)
    var serverCPUSeconds = 0.0
    var memory: Double?
    var tally = Tally()

    func figures(of samples: Int, critical: Double) -> [Figure] {
        let waits = requests.all
        let cores = Double(ProcessInfo.processInfo.activeProcessorCount)
        let sent = Double(waits.count)
        return [
            Figure(
                name: "samples complete", value: Double(tally.completed), unit: "", goal: .atLeast(Double(samples))),
            Figure(name: "wall time", value: took.seconds, unit: "s"),
            Figure(
                name: "wall time against the critical path", value: took.seconds / critical, unit: "times",
                goal: .atMost(1.5)),
            Figure(name: "requests", value: sent, unit: ""),
            Figure(name: "most requests in flight", value: Double(requests.mostAtOnce), unit: ""),
            Figure(name: "request to head of the reply, median", value: waits.median.map { $0 * 1000 }, unit: "ms"),
            Figure(
                name: "request to head of the reply, 99th percentile", value: waits.percentile(0.99).map { $0 * 1000 },
                unit: "ms"),
            Figure(name: "CPU of the client", value: took.cpuSeconds, unit: "s"),
            Figure(
                name: "CPU of the client per request", value: sent == 0 ? nil : took.cpuSeconds * 1000 / sent,
                unit: "ms"),
            Figure(name: "CPU of the server", value: serverCPUSeconds, unit: "s"),
            Figure(
                name: "of all processors, client and server",
                value: (took.cpuSeconds + serverCPUSeconds) / took.seconds / cores * 100, unit: "%"),
            Figure(
                name: "waits for the store, of a sample", value: store.all.reduce(0, +) / Double(samples), unit: "s"),
            Figure(name: "events", value: Double(tally.events) / took.seconds, unit: "/s"),
            Figure(name: "peak memory of the client", value: memory, unit: "MiB"),
        ]
    }
}
