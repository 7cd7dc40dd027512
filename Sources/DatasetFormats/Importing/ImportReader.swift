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
    private let libraries: [String: JSON]

    /// Takes what a file alone does not tell.
    ///
    /// `names` maps its names to the tools' own, see ``names(ofManifest:)``; `origin` is where results count as coming
    /// from; `libraries` are the files of `manifest/libraries`, by the SHA-256 of their canonical text, see
    /// ``libraryHash(of:)``.
    package init(
        _ format: ImportFormat, file: String, names: [String: ToolName] = [:], origin: ToolOrigin = .simulated,
        libraries: [String: JSON] = [:]
    ) {
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
        if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return nil }
        return try sample(of: line, at: ImportPlace(file: file, line: number))
    }

    /// Reads a whole file: line by line, or as one sample, as the format has it.
    package func read(_ bytes: Data) -> ImportReading {
        var reading = ImportReading()
        guard format.isRowByRow else {
            let place = ImportPlace(file: file)
            reading.add { () throws(ImportProblem) in try sample(of: bytes, at: place) }
            return reading
        }
        // What follows the last line's end is no line.
        let lines = (bytes.last == 0x0A ? bytes.dropLast() : bytes).split(
            separator: 0x0A, omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            reading.add { () throws(ImportProblem) in try read(line: line, number: index + 1) }
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
        let row = try ChatRow(json, names: names, origin: origin)
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
            record: agrees ? file.record : nil)
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
    /// What records call a library by.
    package static func libraryHash(of library: JSON) -> String { ContentHash(of: library.compactText).hex }

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
