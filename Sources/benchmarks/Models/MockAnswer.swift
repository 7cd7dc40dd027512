import Engine

/// What a mock answers, before anybody puts it into the words of a protocol.
struct MockAnswer {
    enum Ending {
        case stopped, calls, length
    }

    let text: String
    let call: (name: String, arguments: String)?
    let ending: Ending

    private init(_ text: String, ending: Ending = .stopped) {
        self.text = text
        call = nil
        self.ending = ending
    }

    private init(calling name: String, _ arguments: String) {
        text = ""
        call = (name, arguments)
        ending = .calls
    }
}

extension MockAnswer {
    /// What is done about a question of selection.
    enum Choice {
        /// The first candidate goes wherever there is room.
        case first
        case decline
    }

    /// A good answer: a value in the form; a call of the first tool, and words once there are results.
    init(to question: MockQuestion, choosing choice: Choice) {
        let random = question.random
        if let form = question.form {
            let word = choice == .first ? "proposal 1" : "decline"
            var instance = SchemaInstance(of: form.schema, preferring: ["choice": word], using: random)
            self.init(instance.value().compactText)
        } else if let tool = question.tools.first, !question.hasResults {
            var instance = SchemaInstance(of: tool.parameters, using: random)
            self.init(calling: tool.name, instance.value().compactText)
        } else {
            self.init("The tool returned what was asked for.")
        }
    }

    /// An answer that nobody can use: broken JSON, JSON of another form, or one that was cut off.
    init(spoilt good: MockAnswer, by question: MockQuestion) {
        var random = question.random.part(1)
        let way = Int.random(in: 0..<3, using: &random)
        if let call = good.call {
            switch way {
            case 0: self.init(calling: call.name, String(call.arguments.dropLast()))
            case 1: self.init(calling: "no_such_tool", call.arguments)
            case _: self.init("", ending: .length)
            }
        } else if question.form == nil {
            self.init("", ending: way == 0 ? .length : .stopped)
        } else {
            switch way {
            case 0: self.init("{" + good.text)
            case 1: self.init(#"{"answer": "as you like it"}"#)
            case _: self.init(String(good.text.prefix(good.text.count / 2)), ending: .length)
            }
        }
    }
}

extension MockQuestion {
    /// The random stream of the answer.
    fileprivate var random: SeededGenerator {
        SeededGenerator(for: .proposing, seed: digest, sample: 0, iteration: 0)
    }

    /// Whether this is one of the questions, so many of a thousand, that get a spoilt answer.
    func isSpoilt(perThousand share: Int) -> Bool {
        var random = random.part(2)
        return Int.random(in: 0..<1000, using: &random) < share
    }
}
