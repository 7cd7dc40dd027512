import DatasetFormats
import DisplaySafety
import Engine
import Review

/// A decision as a line of the journal; what is not stored of it is left out.
struct JournalLine {
    let decision: Decision
    /// The label of its sample.
    let label: String

    /// For machines: exact.
    var json: JSON {
        var line: JSON.Object = [
            "seq": .count(decision.sequence), "ts": .string(decision.time.iso), "reviewer": .string(decision.reviewer),
            "sample": .string(label), "action": .string(decision.action.title),
        ]
        for member in decision.action.members { line.set(member.key, member.value) }
        if let bulk = decision.bulk { line.set("bulk", .count(bulk)) }
        return .object(line)
    }

    /// For people: one line, safe for a terminal.
    var text: String {
        let words = ["\(decision.sequence)", decision.time.short, decision.reviewer, label, decision.action.words]
        let bulk = decision.bulk.map { ["of bulk \($0)"] } ?? []
        return SafeText((words + bulk).joined(separator: "  ").replacing("\n", with: " ")).plain
    }
}

extension Decision.Action {
    /// What the action carries.
    fileprivate var members: [JSON.Object.Member] {
        switch self {
        case .accept, .skip, .returnToPending, .flag, .unflag: []
        case .reject(let reasons, let note):
            [.init(key: "reasons", value: .array(reasons.map(\.json))), .init(key: "note", value: .string(note))]
        case .edit(let edit): [.init(key: "patch", value: edit.patch)]
        case .comment(let target, let text):
            [
                .init(key: "target", value: .string(target.description)),
                .init(key: "text", value: .string(text)),
            ]
        case .undo(let sequence): [.init(key: "undoes", value: .count(sequence))]
        }
    }

    /// The action in a line for people, not yet safe to show.
    var words: String {
        switch self {
        case .accept, .skip, .returnToPending, .flag, .unflag: title
        case .reject(let reasons, let note):
            "reject  \(reasons.map(\.words).joined(separator: ", "))" + (note.isEmpty ? "" : "  \"\(note)\"")
        case .edit(let edit): "edit  \(edit.path)"
        case .comment(let target, let text): "comment  \(target)  " + (text.isBlank ? "taken back" : "\"\(text)\"")
        case .undo(let sequence): "undo  \(sequence)"
        }
    }
}

extension AnchoredReason {
    /// The reason for machines.
    var json: JSON {
        var object: JSON.Object = ["code": .string(reason.rawValue), "target": .string(target.description)]
        if let other { object.set("other", .string(other)) }
        return .object(object)
    }

    /// The reason for people, not yet safe to show.
    var words: String { "\(reason.rawValue) at \(target)" + (other.map { " of \($0)" } ?? "") }
}

extension Edit {
    /// The edit and what it changes, as exports name it.
    fileprivate var patch: JSON {
        var object = json.object ?? [:]
        object.set("paths", .array(paths.map(JSON.string)))
        return .object(object)
    }
}
