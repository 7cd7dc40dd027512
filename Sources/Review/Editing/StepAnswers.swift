import Engine

/// What a tool gave for some arguments.
struct StepAnswer: Hashable, Sendable {
    let arguments: JSON
    let output: RecordedOutput
    let origin: ToolOrigin
}

/// Everything that a step's tool gave, first when the sample grew and then whenever the step was run again.
struct StepAnswers: Hashable, Sendable {
    private var all: [StepAnswer]

    /// Begins with what the step was grown with.
    init(of step: Step) {
        all = [StepAnswer(arguments: step.call.arguments, output: step.output, origin: step.origin)]
    }

    mutating func add(_ answer: StepAnswer) {
        all.append(answer)
    }

    /// The newest answer to arguments, however these are spelled; nil when the tool was never asked so.
    func answer(to arguments: JSON) -> StepAnswer? {
        let text = ExactText(arguments.canonicalText)
        return all.last { ExactText($0.arguments.canonicalText) == text }
    }
}

extension Step {
    /// The step with other arguments and an output; nil for the output that it has.
    func showing(_ arguments: JSON, _ answer: StepAnswer?) -> Step {
        Step(
            number: number, call: ToolCall(tool: call.tool, arguments: arguments), output: answer?.output ?? output,
            origin: answer?.origin ?? origin, iteration: iteration, proposal: proposal)
    }
}
