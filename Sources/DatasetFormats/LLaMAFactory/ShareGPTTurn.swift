import Engine

/// One turn of a row as ShareGPT has them: who speaks, and what is said.
struct ShareGPTTurn {
    let speaker: String
    let text: String

    init(_ speaker: String, _ text: String) {
        self.speaker = speaker
        self.text = text
    }

    var json: JSON { ["from": .string(speaker), "value": .string(text)] }
}

extension ExportStep {
    /// The call as an object of name and arguments.
    func namedCall(_ names: PortableNames) -> JSON {
        ["name": .string(names[step.call.tool]), "arguments": step.call.arguments]
    }
}
