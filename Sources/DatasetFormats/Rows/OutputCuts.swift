import Engine

/// Cuts the tool outputs of a row, the longest first, until the row is small enough.
///
/// All outputs above a common length are cut to it, so the longest lose most. A cut is marked in the text:
/// `… [cut: 900 of 1000 characters]` says how many of how many are gone.
struct OutputCuts {
    private let row: ExportRow
    private let size: RowSize
    private let outputs: [Int: Output]

    private struct Output {
        let characters: [Character]
        /// How many characters from the beginning have to stay.
        let kept: Int
    }

    init(_ row: ExportRow, keeping values: [Int: [String]], _ size: RowSize) {
        self.row = row
        self.size = size
        outputs = Dictionary(
            row.steps.map { step in
                let floor = Self.end(of: values[step.step.number] ?? [], in: step.output)
                return (step.step.number, Output(characters: Array(step.output), kept: max(floor, Self.shortest)))
            }
        ) { first, _ in first }
    }

    /// Cut no more than needed; nil when even the shortest outputs leave the row above the limit.
    func fitting(into limit: Int) -> ExportRow? {
        let fixed = size.tokensWithoutOutputs(of: row)
        func fits(_ length: Int) -> Bool {
            fixed + row.steps.reduce(0) { $0 + size.tokens(ofOutput: cut($1, to: length).output) } <= limit
        }
        var shortest = Self.shortest
        var longest = outputs.values.map(\.characters.count).max() ?? 0
        guard fixed < limit, fits(shortest) else { return nil }
        while longest - shortest > 1 {
            let middle = (shortest + longest) / 2
            if fits(middle) { shortest = middle } else { longest = middle }
        }
        var fitted = row
        fitted.turns = row.turns.map { $0.map { cut($0, to: shortest) } }
        return fitted.measured(size.tokens(of: fitted))
    }

    private func cut(_ step: ExportStep, to length: Int) -> ExportStep {
        guard let output = outputs[step.step.number] else { return step }
        let kept = max(length, output.kept)
        let whole = output.characters.count
        let mark = "… [cut: \(whole - kept) of \(whole) characters]"
        guard kept + mark.count < whole else { return step }
        return ExportStep(step.step, output: String(output.characters[..<kept]) + mark, wholeLength: whole)
    }

    /// Where the last of the values ends that first stands there; all of the output where one is not found as it is.
    private static func end(of values: [String], in output: String) -> Int {
        values.map { value in
            let found = output.range(of: JSON.string(value).compactText.dropFirst().dropLast())
            return found.map { output.distance(from: output.startIndex, to: $0.upperBound) } ?? output.count
        }.max() ?? 0
    }

    /// A cut output that is shorter than this would say nothing.
    private static let shortest = 40
}

extension String {
    fileprivate func range(of part: some StringProtocol) -> Range<Index>? {
        firstRange(of: String(part))
    }
}
