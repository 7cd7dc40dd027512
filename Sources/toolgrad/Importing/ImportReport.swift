import DatasetFormats
import DatasetStore
import DisplaySafety
import Engine

/// What became of the rows of an import.
struct ImportReport {
    private var samples: [String: Int] = [:]
    private(set) var problems = 0
    private var decisions = 0
    private var formats: Set<ImportFormat> = []
    private var notes: [String: Int] = [:]
    private var refusals: [String] = []

    /// Says on stderr what is wrong with a row; nothing is passed over silently.
    mutating func add(_ problem: ImportProblem) throws {
        problems += 1
        try Output.notes.line(ToolText.line("\(problem)"))
    }

    mutating func add(_ adoption: Adoption, _ sample: ImportedSample, record: WorkflowRecord?) {
        decisions += adoption.newDecisions
        if record == nil {
            formats.insert(sample.format)
            for note in sample.notes { notes[note, default: 0] += 1 }
        }
        switch adoption.growth {
        case .new: samples["new", default: 0] += 1
        case .same: samples["there already", default: 0] += 1
        case .extended: samples["grown further", default: 0] += 1
        case .refused(let reason):
            problems += 1
            refusals.append("\(sample.place): it was not taken: \(reason).")
        }
    }

    /// The summary on stdout; what the files did not tell on stderr.
    func tell() throws {
        for refusal in refusals { try Output.notes.line(ToolText.line(refusal)) }
        for format in ImportFormat.allCases where formats.contains(format) {
            try Output.notes.line("What \(format.rawValue) files do not tell:")
            for loss in format.losses { try Output.notes.line("  " + loss) }
        }
        for (note, count) in notes.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).prefix(20) {
            try Output.notes.line(ToolText.line("  \(count == 1 ? "1 sample" : "\(count) samples"): \(note)"))
        }
        let counts = samples.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
        let rest = problems == 0 ? "" : "; \(problems) rows were not read"
        try Output.data.line(
            "Samples: \(counts.isEmpty ? "none" : counts); \(decisions) new decisions\(rest).")
    }
}
