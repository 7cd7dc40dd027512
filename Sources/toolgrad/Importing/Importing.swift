import DatasetFormats
import DatasetStore
import DemoTools
import Engine
import Foundation

/// Reads files into a dataset: samples with a record into their own runs, the others into a run of the import.
struct Importing {
    private let list: ImportList
    private let origin: ToolOrigin
    /// What rows do not tell of tools is known of the built-in ones.
    private let builtIn = DemoTools().tools()
    private var target: ImportTarget
    /// What became of the rows so far; it is true also where ``run()`` throws.
    private(set) var report = ImportReport()
    /// Runs that were begun here, each held for as long as it is added to.
    private var locks: [RunID: RunLock] = [:]
    private var counts: [RunID: Int] = [:]
    /// What the next commit takes.
    private var waiting: [(taken: AdoptedSample, read: ImportedSample)] = []
    private var waitingBytes = 0

    /// One commit takes at most so many samples, and not much more than so many bytes of files.
    private static let batch = (samples: 200, bytes: 8 << 20)

    init(_ list: ImportList, origin: ToolOrigin, into target: ImportTarget) {
        self.list = list
        self.origin = origin
        self.target = target
    }

    /// Reads every row; a dataset that was to be begun is not, where no row is a sample.
    ///
    /// - Throws: ``DatasetError``, or ``CommandFailure`` for a file that cannot be read at all.
    mutating func run() async throws {
        do { try await takeAll() } catch {
            release()
            await target.abandon(after: error)
            throw error
        }
        release()
    }

    private mutating func takeAll() async throws {
        let run = RunID(importedFrom: "files", contents: try contents())
        for file in list.files { try await take(file, into: run) }
        try await commit()
    }

    private func release() {
        for lock in locks.values { lock.release() }
    }

    /// The same for the same files, wherever they lie.
    private func contents() throws -> ContentHash {
        var hasher = ContentHasher()
        hasher.add(Data(origin.rawValue.utf8))
        for file in list.files {
            hasher.add(Data(file.format.rawValue.utf8))
            let pieces = try FilePieces(file.path)
            while let piece = try pieces.next() { hasher.add(piece) }
        }
        return hasher.hash
    }
}

extension Importing {
    private mutating func take(_ file: ImportList.File, into run: RunID) async throws {
        let reader = ImportReader(
            file.format, file: file.path, names: file.names, origin: origin, libraries: list.libraries,
            tools: builtIn)
        if file.isChanged { report.noteChange(of: file.path) }
        var rows = try FileRows(file.path, file.layout)
        while let row = try rows.next() {
            if let kind = file.derivedKind(at: row.spot) {
                report.leaveOut(kind, of: file.path)
                continue
            }
            let read: Result<ImportedSample?, ImportProblem> = Result { () throws(ImportProblem) in
                try reader.read(row)
            }
            switch read {
            case .success(let sample?): try await take(sample, of: row, into: run)
            case .success(nil): continue
            case .failure(let problem): try report.add(problem)
            }
        }
    }

    private mutating func take(_ sample: ImportedSample, of row: ImportRow, into run: RunID) async throws {
        waiting.append((adopted(sample, into: run), sample))
        if case .bytes(let bytes) = row.content { waitingBytes += bytes.count }
        if waiting.count >= Self.batch.samples || waitingBytes >= Self.batch.bytes { try await commit() }
    }

    private mutating func adopted(_ sample: ImportedSample, into run: RunID) -> AdoptedSample {
        guard let record = sample.record else {
            let index = next(in: run, atLeast: (counts[run] ?? 0) + 1)
            let id = SampleID(run: run, index: index)
            let beginning = RunBeginning(
                plan: sample.plan, planner: ImportedSample.planner, library: sample.content.tools, requested: index)
            return AdoptedSample(id, of: beginning, events: sample.events(at: Surroundings.now(), as: id))
        }
        let beginning = RunBeginning(
            plan: record.plan ?? sample.plan, planner: record.planner, library: record.tools,
            requested: next(in: record.sample.run, atLeast: record.sample.index))
        return AdoptedSample(record.sample, of: beginning, events: record.events, decisions: record.decisions)
    }

    /// How many samples of a run are asked for by now.
    private mutating func next(in run: RunID, atLeast index: Int) -> Int {
        let count = max(index, counts[run] ?? 0)
        counts[run] = count
        return count
    }

    private mutating func commit() async throws {
        guard !waiting.isEmpty else { return }
        let dataset = try target.opened()
        for run in Set(waiting.map(\.taken.id.run)) where locks[run] == nil { locks[run] = try dataset.lockRun(run) }
        let adoptions = try await dataset.adopt(waiting.map(\.taken), at: Surroundings.now())
        for (adoption, sample) in zip(adoptions, waiting) { report.add(adoption, sample.read) }
        waiting = []
        waitingBytes = 0
    }
}
