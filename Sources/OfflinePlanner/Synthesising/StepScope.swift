import Engine
import Foundation

/// What the slots of a step's phrases stand for.
struct StepScope: PhraseScope {
    let step: Step
    let story: Story

    var tool: Tool? { story.library[step.call.tool] }

    func values(of source: Phrase.Slot.Source) -> [JSON] {
        switch source {
        case .argument(let name), .subject(let name):
            return step.call.arguments[name].map { [$0] } ?? []
        case .output(let pattern):
            return (story.outputs[step.number] ?? .null).values(matching: pattern).map(\.value)
        case .guess:
            return (story.manners[step.number]?.doubt?.guess).map { [$0] } ?? []
        }
    }

    func saying(of argument: String) -> String? {
        guard let value = step.call.arguments[argument] else { return nil }
        return tool?.wording.sayings[argument]?[value.string ?? value.compactText]
    }

    /// What the thing is called that an argument came from: the subject of the step that fed it, else its own value.
    func name(of source: Phrase.Slot.Source, after mentions: Mentions) -> Name? {
        switch source {
        case .subject(let argument): name(of: argument, after: mentions)
        case .argument(let argument): ownName(of: argument)
        case .output, .guess: nil
        }
    }

    /// What the step's result is about is known once it was asked for or told.
    func introduceResult(to mentions: inout Mentions) {
        if let subject = subject(after: mentions) { mentions.note(subject) }
    }

    /// The name of what the step's whole result is about; nil where only items of it have names.
    private func subject(after mentions: Mentions) -> Name? {
        guard let wording = tool?.wording, let again = wording.again, wording.subject?.contains("[]") == false else {
            return nil
        }
        let kinds = Set(wording.outputMeanings.values.compactMap(Name.Kind.init))
        return name(at: .root, kinds: kinds, after: mentions).flatMap { again.isEmpty ? nil : $0 }
    }

    private func name(of argument: String, after mentions: Mentions) -> Name? {
        guard let value = step.call.arguments[argument], !value.saysNothing else { return nil }
        if let (feeder, path) = origin(of: argument) {
            let named = feeder.name(at: path, kinds: kinds(of: argument), after: mentions)
            if let named { return named }
        }
        return Name(saying(of: argument) ?? value.spoken, kinds: kinds(of: argument))
    }

    /// Places and days that are said as they are.
    private func ownName(of argument: String) -> Name? {
        let kinds = kinds(of: argument)
        guard !kinds.isEmpty, let value = step.call.arguments[argument], !value.saysNothing else { return nil }
        return Name(saying(of: argument) ?? value.spoken, kinds: kinds)
    }

    private func kinds(of argument: String) -> Set<Name.Kind> {
        guard let meaning = tool?.wording.inputMeanings[argument], let kind = Name.Kind(meaning: meaning) else {
            return []
        }
        return [kind]
    }

    /// The step that an argument's value comes from, and where in its output.
    private func origin(of argument: String) -> (StepScope, JSONPath)? {
        for trace in story.traces[step.number] ?? [] where trace.path.components.first == .key(argument) {
            guard case .output(let number, let path) = trace.source, let feeder = story.steps[number] else { continue }
            return (StepScope(step: feeder, story: story), path)
        }
        return nil
    }

    /// What this step's output is about at a place: its subject, with the indices of the place filled in.
    private func name(at path: JSONPath, kinds: Set<Name.Kind>, after mentions: Mentions) -> Name? {
        guard let template = tool?.wording.subject else {
            return namesake(of: kinds, after: mentions)
        }
        let scope = ItemScope(step: self, path: path)
        var fresh = Mentions()
        var known = mentions
        guard let full = Phrase(template).filled(from: scope, &fresh).map(inOwnWords) else { return nil }
        // A day within the name of another day is said in full: "that day" could be either.
        let spoken = kinds.contains(.day) ? full : Phrase(template).filled(from: scope, &known).map(inOwnWords)
        let again = tool?.wording.again.flatMap { Phrase($0).filled(from: scope, &known) }
        return Name(full, spoken: spoken, again: again, kinds: kinds, preposition: tool?.wording.preposition)
    }

    /// Without a subject, a result goes by the name of what it was asked about, if that is of the same kind.
    private func namesake(of kinds: Set<Name.Kind>, after mentions: Mentions) -> Name? {
        guard let input = tool?.inputs.first?.name, kinds.isEmpty || self.kinds(of: input) == kinds else { return nil }
        return name(of: input, after: mentions)
    }

    /// A look-up is called what the person typed; where its proper name is another, both are said: 京都 (Kyoto).
    private func inOwnWords(_ name: String) -> String {
        guard tool?.wording.part == .lookup else { return name }
        let typed = (story.traces[step.number] ?? []).first { $0.source == .open }?.value.string
        guard let typed, name.range(of: typed, options: [.caseInsensitive, .diacriticInsensitive]) == nil else {
            return name
        }
        return "\(typed) (\(name))"
    }
}

/// A step's scope, narrowed to the list item that a place belongs to.
private struct ItemScope: PhraseScope {
    let step: StepScope
    let path: JSONPath

    func values(of source: Phrase.Slot.Source) -> [JSON] {
        guard case .output(let pattern) = source else { return step.values(of: source) }
        let found = (step.story.outputs[step.step.number] ?? .null).values(matching: pattern)
        let own = found.filter { $0.path.item == path.item }
        return (own.isEmpty ? found.prefix(1).map(\.self) : own).map(\.value)
    }

    func saying(of argument: String) -> String? { step.saying(of: argument) }

    func name(of source: Phrase.Slot.Source, after mentions: Mentions) -> Name? {
        step.name(of: source, after: mentions)
    }
}
