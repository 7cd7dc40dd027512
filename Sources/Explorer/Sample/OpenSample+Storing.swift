import Engine
import Review

extension OpenSample {
    /// Bytes that an edited text may have.
    private static let longestEdit = 65_536

    /// What to decide so that a text counts; nothing where it says what was there before.
    ///
    /// - Throws: ``EditProblem`` when it cannot count, with what to do.
    func actions(storing text: String, of field: EditedField, by reviewer: String) throws(EditProblem) -> [Decision
        .Action]
    {
        guard text.utf8.count <= Self.longestEdit || field == .sample else {
            throw EditProblem("The text has \(text.utf8.count) bytes, and no more than 64 KiB are kept. Shorten it.")
        }
        switch field {
        case .query: return text.isExactly(sample.query) ? [] : try checked(.query(text))
        case .response: return text.isExactly(sample.response) ? [] : try checked(.response(text))
        case .argument(let step, let path): return try argument(text, at: path, of: step)
        case .comment(let target):
            let before = review.comment(on: target, by: reviewer) ?? ""
            return text.isExactly(before) ? [] : [.comment(target, text: text)]
        case .sample: return try SampleDocument(of: sample).edits(in: text).checked(in: sample).map { .edit($0) }
        }
    }

    private func checked(_ edit: Edit) throws(EditProblem) -> [Decision.Action] {
        try [edit].checked(in: sample).map { .edit($0) }
    }

    private func argument(_ text: String, at path: JSONPath, of number: Int) throws(EditProblem) -> [Decision.Action] {
        guard let step = sample.workflow.step(number), let before = step.call.arguments.value(at: path) else {
            throw EditProblem("There is no \(path) in step \(number) any more.")
        }
        let schema = sample.tool(step.call.tool).map { EditedArgument.schema(at: path, in: $0.inputSchema) } ?? [:]
        let value: JSON
        do throws(ValueProblem) {
            value = try ValueText(of: before, schema: schema).value(of: text, allowedBy: schema)
        } catch { throw EditProblem(error.sentence) }
        return value == before ? [] : try checked(.argument(step: number, path: path, value))
    }
}

extension [Edit] {
    /// The same edits, each possible in the sample as it is.
    fileprivate func checked(in sample: ReviewedSample) throws(EditProblem) -> [Edit] {
        for edit in self {
            if let problem = edit.problem(in: sample) { throw EditProblem(problem) }
        }
        return self
    }
}

extension ReviewState {
    /// What a reviewer says of a target.
    func comment(on target: Target, by reviewer: String) -> String? {
        comments.first { $0.target == target && $0.reviewer == reviewer }?.text
    }
}

extension String {
    /// Whether both are the same scalar by scalar: other spellings of one character are a change.
    fileprivate func isExactly(_ other: String?) -> Bool { ExactText(self) == other.map(ExactText.init) }
}
