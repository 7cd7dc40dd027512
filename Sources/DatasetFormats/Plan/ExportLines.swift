import Engine
import Review

/// The second look at the samples of an export: makes the lines, and keeps account of them.
package struct ExportLines: Sendable {
    package let plan: ExportPlan
    private let making: RowMaking
    private let format: any ExportFormat
    private var tools: [RunID: ToolIndex] = [:]
    private var libraries: [RunID: ExportedLibrary] = [:]
    private var written: Set<SampleID> = []
    private var lineCounts: [String: Int] = [:]
    /// What was written so far, and what was not.
    package private(set) var totals: ExportTotals
    /// What the second look left out, beside what the first one did.
    package private(set) var refused: [SkippedSample] = []

    package init(_ plan: ExportPlan) {
        self.plan = plan
        making = RowMaking(for: plan.name, plan.options, order: plan.order)
        format = plan.name.format
        totals = ExportTotals(of: plan)
    }

    /// What to append for one sample, in order: the lines of the data, and those of the account.
    ///
    /// With its record, a format that has room for it can be read back without loss; with the samples that reviewers
    /// compared it with, one of pairs has those that were preferred.
    package mutating func appending(
        _ sample: ReviewedSample, record: WorkflowRecord? = nil, comparedWith others: [ReviewedSample] = []
    ) -> [ExportedFile] {
        guard plan.ready.contains(sample.id), written.insert(sample.id).inserted else { return [] }
        do throws(SkipReason) {
            let candidate = try ExportableSample(sample, tools: index(of: sample))
            let made = try making.made(for: candidate, among: sample.library)
            let material = ExportMaterial(
                sample: candidate, reviewed: sample, part: plan.split.part(of: sample.id),
                record: try kept(record), rows: made.rows, fitting: made.fitting,
                compared: Dictionary(others.map { ($0.id, $0) }) { first, _ in first })
            let written = try format.lines(for: material, in: plan)
            for refusal in made.refusals + written.refusals { totals.add(refusal) }
            return account(written.lines, of: candidate, material.part)
        } catch {
            return [leaveOut(sample.id, error)]
        }
    }

    /// What to append after the last sample for those that the first look found and the second one did not meet.
    package mutating func missing() -> [ExportedFile] {
        let missing = plan.ready.subtracting(written).sorted { ($0.run.hash.hex, $0) < ($1.run.hash.hex, $1) }
        return missing.map { sample in
            written.insert(sample)
            return leaveOut(sample, .gone)
        }
    }

    /// What was left out by the first look, for the account.
    package var skippedLines: [ExportedFile] { plan.skipped.map(Self.line) }

    /// Refuses an export in which no sample became a row.
    package func requireSome() throws(ExportError) {
        guard totals.rows.isEmpty else { return }
        throw .nothingToExport(format: plan.name.rawValue, skipped: plan.skipped + refused)
    }

    /// The files that describe the whole, after the last sample.
    package var descriptions: [ExportedFile] { format.descriptions(of: totals, in: plan) }

    /// The manifest of what was written.
    package func manifest(of files: [WrittenFile]) -> ExportedFile {
        ExportedFile(
            path: ExportManifest.path,
            text: ExportManifest(of: plan, totals, files.filter { $0.path != ExportManifest.path }).json.prettyText
                + "\n", rows: 0)
    }

    /// How many samples were written, and how many were left out.
    package var counts: (samples: Int, skipped: Int) { (totals.samples, totals.skipped) }
}

extension ExportLines {
    private mutating func leaveOut(_ sample: SampleID, _ reason: SkipReason) -> ExportedFile {
        let skipped = SkippedSample(sample: sample, reason: reason)
        totals.add(skipped)
        refused.append(skipped)
        return Self.line(skipped)
    }

    private mutating func account(
        _ lines: [ExportedLine], of sample: ExportableSample, _ part: ExportPart
    ) -> [ExportedFile] {
        var files: [ExportedFile] = []
        for line in lines where !line.path.hasPrefix("manifest/libraries/") || lineCounts[line.path] == nil {
            lineCounts[line.path, default: 0] += 1
            files.append(ExportedFile(path: line.path, text: line.text + "\n", rows: line.row == nil ? 0 : 1))
            guard let title = line.row else { continue }
            totals.add(line, as: title, part)
            let row = ExportedRow(sample, line, line: lineCounts[line.path] ?? 1, kind: title)
            files.append(ExportedFile(path: "manifest/rows.jsonl", text: row.json.compactText + "\n", rows: 0))
        }
        totals.add(sample)
        return files
    }

    private mutating func kept(_ record: WorkflowRecord?) throws(SkipReason) -> ExportedRecord? {
        guard let record, format.keepsRecords else { return nil }
        if let library = libraries[record.sample.run] { return ExportedRecord(record: record, library: library) }
        do throws(WorkflowRecordProblem) {
            let library = try ExportedLibrary(of: record.tools)
            libraries[record.sample.run] = library
            return ExportedRecord(record: record, library: library)
        } catch { throw .unwritableRecord("\(error)") }
    }

    private static func line(_ skipped: SkippedSample) -> ExportedFile {
        ExportedFile(path: "manifest/skipped.jsonl", text: skipped.json.compactText + "\n", rows: 0)
    }

    private mutating func index(of sample: ReviewedSample) -> ToolIndex {
        if let known = tools[sample.id.run] { return known }
        let index = ToolIndex(sample.library)
        tools[sample.id.run] = index
        return index
    }
}

/// A file as it was written.
package struct WrittenFile: Hashable, Sendable {
    package let path: String
    package let bytes: Int
    package let hash: ContentHash
    package let rows: Int

    package init(path: String, bytes: Int, hash: ContentHash, rows: Int) {
        self.path = path
        self.bytes = bytes
        self.hash = hash
        self.rows = rows
    }
}
