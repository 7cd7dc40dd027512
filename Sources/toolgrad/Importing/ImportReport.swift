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
    private var notes: [String: Noted] = [:]
    private var refusals = FirstOnes<String>()
    private var refusedDecisions = FirstOnes<DecisionRefusal>()
    /// Files that are not as an export wrote them.
    private var changed = FirstOnes<String>()
    /// Rows that an export makes again, by file and kind.
    private var derived: [String: [String: Int]] = [:]

    /// Where a note holds.
    private struct Noted {
        var count = 0
        /// The first ones.
        var places: [ImportPlace] = []
    }

    /// Notes, and places of one note, that are named; the others are counted.
    private static let mostNamed = (notes: 20, places: 5)

    /// Says on stderr what is wrong with a row; nothing is passed over silently.
    mutating func add(_ problem: ImportProblem) throws {
        problems += 1
        try Output.notes.line(ToolText.line("\(problem)"))
    }

    /// Counts a row that was made of a sample beside its own.
    mutating func leaveOut(_ kind: String, of file: String) {
        derived[file, default: [:]][kind, default: 0] += 1
    }

    /// Notes that a file with derived rows is not as its export wrote it, so that these are not known in it.
    mutating func noteChange(of file: String) {
        changed.add(file)
    }

    mutating func add(_ adoption: Adoption, _ sample: ImportedSample) {
        decisions += adoption.newDecisions
        for refusal in adoption.refusedDecisions { refusedDecisions.add(refusal) }
        if sample.record == nil {
            formats.insert(sample.format)
            for note in sample.notes { add(note, at: sample.place) }
        }
        switch adoption.growth {
        case .new: samples["new", default: 0] += 1
        case .same: samples["there already", default: 0] += 1
        case .extended: samples["grown further", default: 0] += 1
        case .refused(let reason):
            problems += 1
            refusals.add("\(sample.place): it was not taken: \(reason).")
        }
    }

    private mutating func add(_ note: String, at place: ImportPlace) {
        notes[note, default: Noted()].count += 1
        if notes[note, default: Noted()].places.count < Self.mostNamed.places { notes[note]?.places.append(place) }
    }

    /// The summary on stdout; what the files did not tell on stderr.
    func tell() throws {
        for line in refusalLines { try Output.notes.line(ToolText.line(line)) }
        for format in ImportFormat.allCases where formats.contains(format) {
            try Output.notes.line("What \(format.rawValue) files do not tell:")
            for loss in format.losses { try Output.notes.line("  " + loss) }
        }
        for line in noteLines + changedLines + derivedLines { try Output.notes.line(ToolText.line(line)) }
        try Output.data.line(summary)
    }

    /// The commonest notes with the rows that they are about.
    private var noteLines: [String] {
        let sorted = notes.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        let lines = sorted.prefix(Self.mostNamed.notes).map { note, noted in
            let count = noted.count == 1 ? "1 sample" : "\(noted.count) samples"
            let rest = noted.count > noted.places.count ? "; … and \(noted.count - noted.places.count) more" : ""
            return "  \(count): \(note) (\(noted.places.map(\.description).joined(separator: "; "))\(rest))"
        }
        let others = sorted.count - lines.count
        return others > 0 ? lines + ["  … and \(others) more \(others == 1 ? "note" : "notes")"] : lines
    }

    /// Samples and decisions that were not taken: the first ones, and how many more there are.
    var refusalLines: [String] {
        let rest = refusals.others > 0 ? ["… and \(refusals.others) more samples that were not taken"] : []
        return refusals.named + rest + DecisionRefusal.lines(refusedDecisions.named, of: refusedDecisions.count)
    }

    private var changedLines: [String] {
        let rest = changed.others > 0 ? ["… and \(changed.others) more files that were changed"] : []
        return changed.named.map { "\($0) was changed since it was exported, so every row of it is read." } + rest
    }

    private var derivedLines: [String] {
        derived.sorted { $0.key < $1.key }.map { file, kinds in
            let counts = kinds.sorted { $0.key < $1.key }.map { "\($0.value) of \($0.key)" }.joined(separator: ", ")
            return "\(file): rows that were left out: \(counts). Derived rows are made again on export."
        }
    }

    private var summary: String {
        let counts = samples.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
        let leftOut = derived.values.flatMap(\.values).reduce(0, +)
        var text = "Samples: \(counts.isEmpty ? "none" : counts); \(decisions) new decisions"
        if refusedDecisions.count > 0 { text += "; \(refusedDecisions.count) decisions were not taken" }
        if leftOut > 0 { text += "; \(leftOut) derived rows left out" }
        if problems > 0 { text += "; \(problems) rows were not read" }
        return text + "."
    }
}

extension DecisionRefusal {
    /// A line for each of the decisions that are named, and one for how many more there are.
    static func lines(_ named: [DecisionRefusal], of count: Int) -> [String] {
        let shown = named.prefix(20)
        let rest = count - shown.count
        return shown.map(\.line) + (rest > 0 ? ["… and \(rest) more decisions that were not taken"] : [])
    }
}

extension DecisionRefusal {
    private var line: String {
        let cause =
            switch reason {
            case .noSample: "the sample was not taken"
            case .nothingToUndo: "what it takes back is not there"
            }
        return "\(sample): the decision “\(action)” of \(reviewer) was not taken: \(cause)."
    }
}
