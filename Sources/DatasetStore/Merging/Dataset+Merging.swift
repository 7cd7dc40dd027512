import Engine
import GRDB
import Review

extension Dataset {
    /// Brings over what another dataset has: runs, samples with everything their stages asked and called, decisions with
    /// their reviewers and times, remembered results and artefacts.
    ///
    /// A sample is known by its run, index and branch. Where both files have it, the longer history counts; where the
    /// two differ, nothing of it is brought over, and the report names it. Decisions get new numbers, and lie among
    /// those that are here by their times. The other file is not changed; it may be open for reading only.
    ///
    /// Studies are not brought over: they stand beside the samples and stay in the file in which they were made, and so do
    /// what artefacts say of them. The report names them.
    ///
    /// It is committed in parts: whoever is interrupted merges again, which adds what is missing. Merging twice changes
    /// nothing.
    ///
    /// - Throws: ``DatasetError/runIsLocked(_:holder:)`` while a run that both have is being grown here.
    package func merge(_ other: Dataset) async throws -> MergeReport {
        try await merge(other, by: .standard)
    }

    func merge(_ other: Dataset, by batch: Merge.Batch) async throws -> MergeReport {
        guard mode == .readWrite else { throw DatasetError.readOnly(path: path) }
        let locks = try await other.runs().map { try lockRun($0.id) }
        defer { for lock in locks { lock.release() } }
        var merge = Merge(from: other, into: self, by: batch)
        try await merge.takeRuns()
        try await merge.takeSamples()
        try await merge.takeRememberedResults()
        try await merge.takeArtefacts()
        try await merge.takeDecisions()
        try await merge.nameStudies()
        try await merge.nameStudyNotes()
        return merge.report
    }
}

/// A merge under way; only a part of the other file is in memory at any time.
struct Merge {
    let source: Dataset
    let target: Dataset
    var report = MergeReport()
    /// Nothing of these is taken.
    var refused: Set<SampleID> = []

    let batch: Batch

    /// What one commit takes over: at most so many samples or decisions, and not much more than so many bytes.
    struct Batch: Sendable {
        let rows: Int
        let bytes: Int

        static let standard = Batch(rows: 100, bytes: 4 << 20)
    }

    init(from source: Dataset, into target: Dataset, by batch: Batch) {
        self.batch = batch
        self.source = source
        self.target = target
    }
}

extension Merge {
    fileprivate mutating func nameStudies() async throws {
        let known = Set(try await target.studies().map(\.id))
        report.studiesLeft = try await source.studies().filter { !known.contains($0.id) }
    }

    fileprivate mutating func takeSamples() async throws {
        var last = LabelPlace(number: 0, branch: "")
        var waiting: [(label: SampleLabel, sample: PackedSample)] = []
        while true {
            let page = try await source.samples(after: last, limit: batch.rows)
            for entry in page {
                do {
                    let path = source.path
                    let sample = try await source.read { try PackedSample(entry.sample, in: $0, path: path) }
                    waiting.append((entry.label, sample))
                } catch DatasetError.damaged(_, let what) {
                    refused.insert(entry.sample)
                    report.refuse(entry.sample, labelled: entry.label, "the other file is damaged: \(what)")
                }
                if waiting.reduce(0, { $0 + $1.sample.bytes }) >= batch.bytes { try await take(&waiting) }
            }
            try await take(&waiting)
            guard let end = page.last?.place else { return }
            last = end
        }
    }

    private mutating func take(_ waiting: inout [(label: SampleLabel, sample: PackedSample)]) async throws {
        guard !waiting.isEmpty else { return }
        let (samples, path) = (waiting.map(\.sample), target.path)
        let adoptions = try await target.write(.alone) { database in
            try samples.map { try database.adopt($0, path: path) }
        }
        for ((label, sample), adoption) in zip(waiting, adoptions) {
            if case .refused = adoption.growth { refused.insert(sample.id) }
            report.add(adoption, of: sample.id, labelled: label)
        }
        waiting = []
    }
}

/// A sample's place in the order of a file.
struct SampleEntry: Sendable {
    let place: LabelPlace
    let sample: SampleID

    var label: SampleLabel { SampleLabel(number: place.number, branch: sample.branch) }
}

extension Dataset {
    /// Some of the samples that come after a place, in the order of the labels.
    fileprivate func samples(after place: LabelPlace, limit: Int) async throws -> [SampleEntry] {
        try await read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT sample.number, sample.branch, sample.position, run.hash AS run
                    FROM sample JOIN run ON run.id = sample.run
                    WHERE (sample.number, sample.branch) > (?, ?) ORDER BY sample.number, sample.branch LIMIT ?
                    """, arguments: [place.number, place.branch, limit]
            ).map { row in
                SampleEntry(place: LabelPlace(number: row["number"], branch: row["branch"]), sample: SampleID(row))
            }
        }
    }
}
