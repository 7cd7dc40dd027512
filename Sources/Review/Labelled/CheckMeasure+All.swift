extension CheckMeasure {
    /// Every check on its own cases, in the order of the checks; then that of likeness, on pairs.
    ///
    /// - Throws: ``LabelledSetError`` for a case that cannot be read.
    package static func ofAllChecks() throws(LabelledSetError) -> [CheckMeasure] {
        var measures: [CheckMeasure] = []
        for check in [any Check].standard {
            guard let lines = LabelledCases.lines(of: check.name) else {
                throw LabelledSetError(check: check.name, line: 0, problem: "There are none.")
            }
            measures.append(CheckMeasure(of: check, on: try LabelledSet(check: check.name, lines: lines)))
        }
        return measures + [CheckMeasure(of: try LabelledPairs(lines: LabelledCases.lines(of: "duplicate") ?? ""))]
    }
}

/// The labelled cases that come with the program.
enum LabelledCases {
    static func lines(of check: String) -> String? {
        let bytes: [UInt8]? =
            switch check {
            case "arg_not_inferable": PackageResources.arg_not_inferable_jsonl
            case "bad_dependency": PackageResources.bad_dependency_jsonl
            case "duplicate": PackageResources.duplicate_jsonl
            case "empty_output": PackageResources.empty_output_jsonl
            case "hidden_characters": PackageResources.hidden_characters_jsonl
            case "invalid_arguments": PackageResources.invalid_arguments_jsonl
            case "leaks_tools": PackageResources.leaks_tools_jsonl
            case "personal_data": PackageResources.personal_data_jsonl
            case "redundant_step": PackageResources.redundant_step_jsonl
            case "secrets": PackageResources.secrets_jsonl
            case "side_effects": PackageResources.side_effects_jsonl
            case "time_bound": PackageResources.time_bound_jsonl
            case "ungrounded": PackageResources.ungrounded_jsonl
            case _: nil
            }
        return bytes.map { String(decoding: $0, as: UTF8.self) }
    }
}
