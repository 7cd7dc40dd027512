import Engine
import Foundation

/// What the slots of a step's phrases stand for.
struct StepScope: PhraseScope {
    let step: Step
    let story: Story

    var tool: Tool? { story.library[step.call.tool] }

    func values(of source: Phrase.Slot.Source) -> [JSON] {
        switch source {
        case .argument(let name):
            return step.call.arguments[name].map { [$0] } ?? []
        case .output(let pattern):
            return (story.outputs[step.number] ?? .null).values(matching: pattern).map(\.value)
        case .subject(let name):
            return subject(of: name).map { [.string($0)] } ?? []
        }
    }

    func saying(of argument: String) -> String? {
        guard let value = step.call.arguments[argument] else { return nil }
        return tool?.wording.sayings[argument]?[value.string ?? value.compactText]
    }

    /// What the thing is called that an argument came from: the subject of the step that fed it, else its own value.
    private func subject(of argument: String) -> String? {
        let traces = story.traces[step.number] ?? []
        for trace in traces where trace.path.components.first == .key(argument) {
            guard case .output(let number, let path) = trace.source, let feeder = story.steps[number] else { continue }
            if let name = StepScope(step: feeder, story: story).subject(at: path) { return name }
        }
        return saying(of: argument) ?? step.call.arguments[argument]?.spoken
    }

    /// What this step's output is about at a place: its subject, with the indices of the place filled in.
    private func subject(at path: JSONPath) -> String? {
        guard let template = tool?.wording.subject else {
            return tool?.inputs.first.flatMap { subject(of: $0.name) }
        }
        var mentions = Mentions()
        return Phrase(template).filled(from: ItemScope(step: self, path: path), &mentions).map(inOwnWords)
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
}

/// A workflow as something to be told: its outputs, and where its arguments come from.
struct Story {
    let workflow: Workflow
    let library: [ToolName: Tool]
    let steps: [Int: Step]
    let outputs: [Int: JSON]
    let traces: [Int: [ArgumentTrace]]

    init(_ workflow: Workflow, library: [ToolName: Tool]) {
        self.workflow = workflow
        self.library = library
        steps = Dictionary(workflow.steps.map { ($0.number, $0) }) { first, _ in first }
        outputs = steps.mapValues { $0.output.json ?? .string(String(decoding: $0.output.bytes, as: UTF8.self)) }
        traces = workflow.traces(query: nil, library: library)
    }

    /// The steps that somebody asks for: answers, and look-ups that nothing uses.
    var asked: [Step] {
        workflow.chains.flatMap(\.steps).filter { step in
            library[step.call.tool]?.wording.part == .answer || !used.contains(step.number)
        }
    }

    private var used: Set<Int> {
        Set(
            traces.values.joined().compactMap { trace in
                guard case .output(let step, _) = trace.source else { return nil }
                return step
            })
    }
}
