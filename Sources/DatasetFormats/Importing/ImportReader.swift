import Engine
import Foundation
import Review

/// Reads samples from the bytes of files; touches no file itself.
package struct ImportReader: Sendable {
    package let format: ImportFormat
    /// As the user named it; it stands in problems, and its name may tell a seed.
    package let file: String
    private let names: [String: ToolName]
    private let origin: ToolOrigin
    private let libraries: RecordLibraries
    private let known: KnownTools

    /// Takes what a file alone does not tell.
    ///
    /// `names` maps its names to the tools' own, see ``names(ofManifest:)``; `origin` is where results count as coming
    /// from; `libraries` are those of `manifest/libraries`; `tools` are known from elsewhere, and a definition that is the same as one of theirs stands
    /// for it, with all that rows do not tell of a tool.
    package init(
        _ format: ImportFormat, file: String, names: [String: ToolName] = [:], origin: ToolOrigin = .simulated,
        libraries: RecordLibraries = RecordLibraries(), tools: [Tool] = []
    ) {
        known = KnownTools(tools)
        self.format = format
        self.file = file
        self.names = names
        self.origin = origin
        self.libraries = libraries
    }

    /// Reads one line; nil for one that is empty or white space.
    ///
    /// `number` is 1 for the first line of the file. A carriage return at the end is white space.
    package func read(
        line: some Collection<UInt8>, number: Int
    ) throws(ImportProblem) -> ImportedSample? {
        try read(ImportRow(spot: .line(number), content: .bytes(Array(line))))
    }

    /// Reads one row; nil for a line that is empty or white space.
    package func read(_ row: ImportRow) throws(ImportProblem) -> ImportedSample? {
        let place = ImportPlace(file: file, at: row.spot)
        switch row.content {
        case .bytes(let bytes):
            if case .line = row.spot, bytes.allSatisfy(\.isJSONSpace) { return nil }
            return try sample(of: bytes, at: place)
        case .tooLong(let count): throw ImportObjection.tooLong(count).problem(at: place)
        case .broken(let what):
            throw ImportProblem(place, wrong: what, advice: "Write one JSON list, or one row per line.")
        }
    }

    /// Reads a whole file that is in memory: line by line, element by element or as one sample, as it is laid out.
    package func read(_ bytes: Data) -> ImportReading {
        let bytes = Array(bytes)
        var reading = ImportReading()
        var splitter = RowSplitter(ImportContent.layout(bytes, as: format))
        for row in splitter.add(bytes) + splitter.finish() {
            reading.add { () throws(ImportProblem) in try read(row) }
        }
        return reading
    }

    private func sample(of bytes: some Collection<UInt8>, at place: ImportPlace) throws(ImportProblem) -> ImportedSample
    {
        do throws(ImportObjection) {
            let json = try JSON(importing: bytes)
            switch format {
            case .toolgrad: return try workflow(json, place)
            case .trl, .openai: return try row(json, place)
            }
        } catch { throw error.problem(at: place) }
    }

    private func row(_ json: JSON, _ place: ImportPlace) throws(ImportObjection) -> ImportedSample {
        let row = try ChatRow(json, names: names, known: known, origin: origin)
        return ImportedSample(
            place: place, format: format, content: row.content, notes: row.notes.sentences, seed: nil, record: nil)
    }

    private func workflow(_ json: JSON, _ place: ImportPlace) throws(ImportObjection) -> ImportedSample {
        let file = try WorkflowFile(json, origin: origin)
        var notes = file.notes
        let record = try file.record.map { json throws(ImportObjection) in try self.record(json) }
        let agrees = record.map { file.content.agrees(with: $0.reviewed) } ?? true
        if !agrees { notes.add("It says something else than its \(WorkflowRecord.key), which was left out.") }
        return ImportedSample(
            place: place, format: format, content: file.content, notes: notes.sentences,
            seed: agrees ? record?.seed ?? WorkflowFileName(place.file)?.seed : WorkflowFileName(place.file)?.seed,
            record: agrees ? record : nil)
    }

    private func record(_ json: JSON) throws(ImportObjection) -> WorkflowRecord {
        do throws(WorkflowRecordProblem) { return try WorkflowRecord(json, libraries: libraries) } catch {
            throw ImportObjection(error.wrong, advice: error.advice)
        }
    }
}

/// What became of the rows of a file.
package struct ImportReading: Hashable, Sendable {
    package private(set) var samples: [ImportedSample] = []
    /// One for each row that is no sample.
    package private(set) var problems: [ImportProblem] = []
    /// Lines of white space.
    package private(set) var emptyLines = 0

    fileprivate mutating func add(_ read: () throws(ImportProblem) -> ImportedSample?) {
        do throws(ImportProblem) {
            if let sample = try read() { samples.append(sample) } else { emptyLines += 1 }
        } catch { problems.append(error) }
    }
}

extension ImportReader {
    /// The `toolNames` of an export's manifest: from the names in its files to the tools' own.
    package static func names(ofManifest manifest: JSON) -> [String: ToolName] {
        let members = manifest["toolNames"]?.object?.members ?? []
        return Dictionary(
            members.compactMap { member in
                member.value.string.map { (member.key, ToolName($0)) }
            }
        ) { first, _ in first }
    }
}

extension ImportedContent {
    /// Whether the file says what a sample says, as it was exported: texts, chains, calls and outputs.
    fileprivate func agrees(with sample: ReviewedSample) -> Bool {
        sample.query.map(ExactText.init) == ExactText(query)
            && sample.response.map(ExactText.init) == response.map(ExactText.init)
            && workflow.said == sample.workflow.said
    }
}

extension Workflow {
    /// Chain by chain what was called and what came back, as exports write it.
    fileprivate var said: [[JSON]] {
        chains.filter { !$0.steps.isEmpty }.map { chain in
            [.number(.init(chain.id.number))]
                + chain.steps.map {
                    [.string($0.call.tool.text), $0.call.arguments, .string($0.output.portableText)]
                }
        }
    }
}
