import Engine

/// Questions and possible answers for the Berkeley Function-Calling Leaderboard's checker, version 4.
///
/// Names of functions and parameters become Python identifiers; where one had to change, `toolgrad_names` of the
/// question's line says what it is really called. The answer is the
/// calls of the first turn, which the checker compares as a set: what later ones need no question tells. Rows for testing have files of
/// their own, whose names end in `_test`.
struct BFCLFormat: ExportFormat {
    func objection(to sample: ExportableSample) -> SkipReason? {
        let values = sample.workflow.steps.map(\.call.arguments) + sample.toolsInUse.map(\.inputSchema)
        return values.lazy.compactMap(\.firstEndlessNumber).first.map { .unloadableNumber($0.text) }
    }

    func lines(for material: ExportMaterial, in plan: ExportPlan) throws(SkipReason) -> FormatLines {
        let path = Self.fileName(plan.options.datasetName, material.part)
        var lines: [ExportedLine] = []
        for (place, row) in material.rows.enumerated() {
            let entry = try BFCLEntry(row, of: material.sample.id, number: place + 1, in: plan)
            lines.append(ExportedLine(path, entry.question.compactText, of: row))
            guard let answer = entry.answer else { continue }
            lines.append(ExportedLine("possible_answer/" + path, answer.compactText, row: nil))
        }
        return FormatLines(lines)
    }

    private static func fileName(_ dataset: String, _ part: ExportPart) -> String {
        let words = dataset.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-")) }
        let name = words.isEmpty ? "dataset" : words.joined(separator: "_")
        switch part {
        case .train: return "BFCL_v4_\(name).json"
        case .test: return "BFCL_v4_\(name)_test.json"
        }
    }
}

extension JSON {
    /// The first number that Python reads as infinite.
    fileprivate var firstEndlessNumber: Number? {
        switch self {
        case .null, .bool, .string: nil
        case .number(let number): number.double.isFinite || number.isWritten ? nil : number
        case .array(let items): items.lazy.compactMap(\.firstEndlessNumber).first
        case .object(let object): object.members.lazy.compactMap(\.value.firstEndlessNumber).first
        }
    }
}

extension JSON.Number {
    /// Whether it is an integer written out, which has no limit in Python but its 4,300 digits.
    fileprivate var isWritten: Bool { !text.contains { ".eE".contains($0) } && text.utf8.count <= 4_300 }
}
