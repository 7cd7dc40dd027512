import DatasetFormats
import DatasetStore
import DisplaySafety
import Engine
import Foundation

/// Reads files into a dataset: samples with a record into their own runs, the others into a run of the import.
struct Importing {
    private let list: ImportList
    private let origin: ToolOrigin
    private let dataset: Dataset
    private var report = ImportReport()
    /// Runs that were begun here, each held for as long as it is added to.
    private var locks: [RunID: RunLock] = [:]
    private var counts: [RunID: Int] = [:]

    init(_ list: ImportList, origin: ToolOrigin, into dataset: Dataset) {
        self.list = list
        self.origin = origin
        self.dataset = dataset
    }

    /// - Throws: ``DatasetError``, or ``CommandFailure`` for a file that cannot be read at all.
    func run() async throws -> ImportReport {
        var copy = self
        defer { for lock in copy.locks.values { lock.release() } }
        let run = RunID(importedFrom: "files", contents: try contents())
        for file in list.files {
            let reader = ImportReader(
                file.format, file: file.path, names: file.names, origin: origin, libraries: list.libraries)
            if file.format.isRowByRow {
                try await copy.takeLines(of: file, by: reader, into: run)
            } else {
                let bytes = try Self.bytes(of: file.path)
                try await copy.take(reader.read(bytes), into: run)
            }
        }
        return copy.report
    }

    /// The same for the same files, wherever they lie.
    private func contents() throws -> ContentHash {
        var hasher = ContentHasher()
        hasher.add(Data(origin.rawValue.utf8))
        for file in list.files {
            hasher.add(Data(file.format.rawValue.utf8))
            guard let handle = FileHandle(forReadingAtPath: file.path) else { throw Self.unreadable(file.path) }
            defer { try? handle.close() }
            while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty { hasher.add(piece) }
        }
        return hasher.hash
    }

    private static func bytes(of path: String) throws -> Data {
        do { return try Data(contentsOf: URL(fileURLWithPath: path)) } catch { throw unreadable(path) }
    }

    private static func unreadable(_ path: String) -> CommandFailure {
        CommandFailure("\(path) cannot be read. Check its permissions.")
    }
}

extension Importing {
    private mutating func takeLines(of file: ImportList.File, by reader: ImportReader, into run: RunID) async throws {
        guard var lines = LineReader(file.path) else { throw Self.unreadable(file.path) }
        var number = 0
        while let line = try lines.next() {
            number += 1
            let read: Result<ImportedSample?, ImportProblem> = Result { () throws(ImportProblem) in
                try reader.read(line: line, number: number)
            }
            switch read {
            case .success(let sample?): try await take(sample, into: run)
            case .success(nil): continue
            case .failure(let problem): try report.add(problem)
            }
        }
    }

    private mutating func take(_ reading: ImportReading, into run: RunID) async throws {
        for problem in reading.problems { try report.add(problem) }
        for sample in reading.samples { try await take(sample, into: run) }
    }

    private mutating func take(_ sample: ImportedSample, into run: RunID) async throws {
        if let json = sample.record {
            try await take(try WorkflowRecord(json, libraries: list.libraries), sample)
            return
        }
        let index = (counts[run] ?? 0) + 1
        counts[run] = index
        try await begin(run, plan: sample.plan, planner: ImportedSample.planner, tools: [], requested: index)
        try await dataset.addTools(sample.content.tools, to: run)
        let id = SampleID(run: run, index: index)
        let adoption = try await dataset.adopt(id, events: sample.events(at: Surroundings.now(), as: id))
        report.add(adoption, sample, record: nil)
    }

    private mutating func take(_ record: WorkflowRecord, _ sample: ImportedSample) async throws {
        guard let plan = record.plan else { return }
        try await begin(
            record.sample.run, plan: plan, planner: record.planner, tools: record.tools,
            requested: max(record.sample.index, counts[record.sample.run] ?? 0))
        counts[record.sample.run] = max(record.sample.index, counts[record.sample.run] ?? 0)
        let adoption = try await dataset.adopt(
            record.sample, events: record.events, decisions: record.decisions)
        report.add(adoption, sample, record: record)
    }

    private mutating func begin(
        _ run: RunID, plan: Plan, planner: String, tools: [Tool], requested: Int
    ) async throws {
        if locks[run] == nil { locks[run] = try dataset.lockRun(run) }
        try await dataset.beginRun(
            run, plan: plan, planner: planner, library: tools, requested: requested, at: Surroundings.now())
    }
}
