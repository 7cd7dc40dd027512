import Engine

/// Gathers the rows of what was preferred in a sample; one that cannot be written does not keep the others back.
struct PreferenceLines {
    private let path: String
    private let fitting: RowFitting
    private var lines: [ExportedLine] = []
    private var refusals: [RowRefusal]

    /// No rows yet, and what kept some preferences from becoming pairs.
    init(for material: ExportMaterial, without obstacles: [PairObstacle]) {
        refusals = obstacles.map { RowRefusal(kind: .preference, reason: .unpaired($0)) }
        path = "data/\(material.part.rawValue).jsonl"
        fitting = material.fitting
    }

    /// Adds a row, which is as large as the larger of its continuations with the prompt.
    mutating func add(_ json: JSON, source: String, of continuations: [ExportRow], offering tools: [Tool]) {
        do throws(RowRefusal) {
            if let number = json.firstChangedNumber {
                throw .init(kind: .preference, reason: .changedNumber(number.text))
            }
            let measured = continuations.map { fitting.measured($0.offering(tools)) }
            guard let largest = measured.max(by: { $0.tokens ?? 0 < $1.tokens ?? 0 }) else { return }
            try fitting.check(largest, as: .preference)
            lines.append(ExportedLine(path, json.compactText, source: source, of: largest, offering: tools.count))
        } catch {
            refusals.append(error)
        }
    }

    /// The rows, and why others are not among them.
    ///
    /// - Throws: ``SkipReason`` when none of them can be written.
    func written() throws(SkipReason) -> FormatLines {
        if lines.isEmpty, let refusal = refusals.first { throw refusal.skipReason }
        return FormatLines(lines, without: refusals)
    }
}

extension ExportRow {
    fileprivate func offering(_ tools: [Tool]) -> ExportRow {
        ExportRow(kind: kind, query: query, turns: turns, response: response, tools: tools)
    }
}

extension RowRefusal {
    /// The same for a sample that has no other row.
    fileprivate var skipReason: SkipReason {
        switch reason {
        case .tooLong(let tokens, let limit): .tooLong(tokens: tokens, limit: limit)
        case .changedNumber(let text): .changedNumber(text)
        case .unpaired(let obstacle): .unpaired(obstacle)
        case .tooFewOtherTools, .noValueToLeaveOut, .sentenceWouldBreak, .asksMore: .nothingPreferred
        }
    }
}
