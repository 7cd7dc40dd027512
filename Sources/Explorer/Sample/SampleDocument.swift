import Engine
import Review

/// Query, response and arguments of a sample in one text, for the reviewer's editor.
struct SampleDocument: Sendable {
    /// What a part of the document is about.
    private enum Part: Hashable {
        case query, response
        case arguments(step: Int)

        var title: String {
            switch self {
            case .query: "query"
            case .response: "response"
            case .arguments(let step): "step \(step)"
            }
        }
    }

    private let parts: [(part: Part, text: String)]
    private let notes: [Int: String]

    init(of sample: ReviewedSample) {
        parts =
            [(.query, sample.query ?? ""), (.response, sample.response ?? "")]
            + sample.workflow.steps.map { (.arguments(step: $0.number), $0.call.arguments.prettyText) }
        notes = Dictionary(uniqueKeysWithValues: sample.workflow.steps.map { ($0.number, $0.call.tool.text) })
    }

    /// Parts under headings; only what is below a heading is read again.
    var text: String {
        let parts = parts.map { part, text in "\(Self.heading(of: part, note: note(on: part)))\n\(text)\n" }
        return ([Self.preface] + parts).joined(separator: "\n")
    }

    private static let preface = """
        Change the texts below the headings; the headings themselves stay as they are.
        Save and leave to keep the changes; leave with a failure, or change nothing, to cancel.

        """

    private static func heading(of part: Part, note: String) -> String {
        "===== \(part.title)\(note.isEmpty ? "" : " (\(note))") ====="
    }

    private func note(on part: Part) -> String {
        guard case .arguments(let step) = part else { return "" }
        return notes[step].map { "arguments of \($0)" } ?? ""
    }

    /// What was changed in a text that ``text`` gave.
    ///
    /// - Throws: ``EditProblem`` when a heading is missing or arguments cannot be read.
    func edits(in edited: String) throws(EditProblem) -> [Edit] {
        let texts = try sections(of: edited)
        var edits: [Edit] = []
        for (part, before) in parts {
            guard let after = texts[part], ExactText(after) != ExactText(before.trimmedLines) else { continue }
            edits.append(try edit(of: part, to: after))
        }
        return edits
    }

    private func edit(of part: Part, to text: String) throws(EditProblem) -> Edit {
        switch part {
        case .query: return .query(text)
        case .response: return .response(text)
        case .arguments(let step):
            do { return .argument(step: step, path: JSONPath([]), try JSON(parsing: text)) } catch {
                throw EditProblem("The arguments of step \(step) cannot be read: \(error)")
            }
        }
    }

    private func sections(of edited: String) throws(EditProblem) -> [Part: String] {
        let headings = Dictionary(
            uniqueKeysWithValues: parts.map { (Self.heading(of: $0.part, note: note(on: $0.part)), $0.part) })
        var texts: [Part: [Substring]] = [:]
        var current: Part?
        // Only a line feed ends a line: what else looks like an end belongs to the text.
        for line in edited.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Substring.init) {
            if let part = headings[String(line)] {
                current = part
                texts[part] = []
            } else if let current {
                texts[current]?.append(line)
            }
        }
        if let missing = parts.first(where: { texts[$0.part] == nil }) {
            throw EditProblem("The heading of \(missing.part.title) is missing; put it back or undo the change.")
        }
        return texts.mapValues { $0.joined(separator: "\n").trimmedLines }
    }
}

extension String {
    /// Without empty lines and spaces at both ends.
    fileprivate var trimmedLines: String {
        var rest = self[...]
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}

/// Why an edited text cannot be stored, and what to do.
struct EditProblem: Error, Hashable, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
