import Engine

/// A workflow as something to be told: its outputs, where its arguments come from, and how each step is talked about.
struct Story {
    let workflow: Workflow
    let library: [ToolName: Tool]
    let steps: [Int: Step]
    let outputs: [Int: JSON]
    let traces: [Int: [ArgumentTrace]]
    private(set) var manners: [Int: Manner] = [:]
    /// By step number, the steps that its output feeds.
    private let fed: [Int: [Step]]

    /// Draws how each step is talked about from a part of the random stream that is the step's own, so that query and
    /// response agree, and a new step leaves the words of the others as they are.
    init(_ workflow: Workflow, library: [ToolName: Tool], random: SeededGenerator) {
        self.workflow = workflow
        self.library = library
        steps = Dictionary(workflow.steps.map { ($0.number, $0) }) { first, _ in first }
        outputs = steps.mapValues { $0.output.json ?? .string(String(decoding: $0.output.bytes, as: UTF8.self)) }
        traces = workflow.traces(query: nil, library: library)
        fed = Self.fed(by: traces, steps)
        for step in workflow.steps {
            var random = random.part(1000 + step.number)
            manners[step.number] = Manner(of: step, in: self, random: &random)
        }
    }

    /// The same story with every waypoint asked for.
    var outspoken: Story {
        var story = self
        story.manners = manners.mapValues { Manner(isSilent: false, doubt: $0.doubt) }
        return story
    }

    /// The steps that the query asks for.
    var asked: [Step] { spoken.filter { manners[$0.number]?.isSilent != true } }

    /// The steps that the response tells: what is asked for, and the days and names behind what is only named.
    ///
    /// A place that is only named on the way needs no words of its own.
    var told: [Step] {
        spoken.filter { step in
            guard manners[step.number]?.isSilent == true, let wording = library[step.call.tool]?.wording else {
                return true
            }
            return !wording.outputMeanings.values.contains { Name.Kind(meaning: $0) == .place }
        }
    }

    /// All steps but the look-ups that something uses.
    private var spoken: [Step] {
        workflow.chains.flatMap(\.steps).filter { step in
            library[step.call.tool]?.wording.part != .lookup || fed[step.number] == nil
        }
    }

    /// Whether a step that the query asks for is about the step's result.
    func isNamed(_ step: Step) -> Bool {
        (fed[step.number] ?? []).contains { library[$0.call.tool]?.wording.part == .answer }
    }

    private static func fed(by traces: [Int: [ArgumentTrace]], _ steps: [Int: Step]) -> [Int: [Step]] {
        var fed: [Int: [Step]] = [:]
        for (number, traces) in traces {
            for trace in traces {
                guard case .output(let source, _) = trace.source, let step = steps[number] else { continue }
                fed[source, default: []].append(step)
            }
        }
        return fed
    }
}

/// How one step is talked about.
struct Manner {
    /// The query only names it on the way to something else.
    let isSilent: Bool
    let doubt: Claim?

    /// Something that the person who asks believes: that a number of the output is less than another.
    struct Claim {
        let doubt: Wording.Doubt
        let guess: JSON
        let isTrue: Bool
    }

    init(isSilent: Bool, doubt: Claim?) {
        self.isSilent = isSilent
        self.doubt = doubt
    }

    init(of step: Step, in story: Story, random: inout SeededGenerator) {
        let wording = story.library[step.call.tool]?.wording ?? Wording()
        let wantsSilence = Int.random(in: 0..<10, using: &random) < 7
        let doubts = Int.random(in: 0..<10, using: &random) < 4
        let isHigh = Bool.random(using: &random)
        isSilent = wantsSilence && wording.part == .waypoint && story.isNamed(step)
        doubt =
            doubts && !isSilent
            ? wording.doubts.randomElement(using: &random).flatMap { doubt in
                let most = story.library[step.call.tool]?.outputSchema?["properties"]?[doubt.number]?["maximum"]?.double
                return Claim(doubt, of: story.outputs[step.number], isHigh, most: most)
            }
            : nil
    }
}

extension Manner.Claim {
    /// Nil when the output has no such number.
    ///
    /// Nobody guesses more than there can be: more than a whole moon lit.
    init?(_ doubt: Wording.Doubt, of output: JSON?, _ isHigh: Bool, most: Double?) {
        guard let value = output?.values(matching: doubt.number).first?.value.double, value > 0 else { return nil }
        // A small count is known, not guessed.
        if value == value.rounded(), value < 5 { return nil }
        let high = value.roundNumber(above: true)
        let guess = isHigh && high < most ?? .infinity ? high : value.roundNumber(above: false)
        guard let number = JSON.Number(guess) else { return nil }
        self.init(doubt: doubt, guess: .number(number), isTrue: value < guess)
    }
}

extension Double {
    /// A round number near this one, and never this one: 1,600 or 1,700 for 1,628, 350 or 400 for 382.
    func roundNumber(above isHigh: Bool) -> Double {
        var exponent = 0
        while scaled(by: exponent) >= 10 { exponent += 1 }
        while scaled(by: exponent) < 1 { exponent -= 1 }
        let isWhole = self == rounded()
        // Tenths of the leading digit below 2, halves above: as people round. A whole number is rounded to a whole one.
        let parts = isWhole && exponent < 1 ? 1.0 : scaled(by: exponent) < 2 ? 10 : 2
        let steps = scaled(by: exponent) * parts
        let nearest = steps.rounded()
        let isRound = abs(steps - nearest) < 1e-6
        let low = isRound ? nearest - 1 : steps.rounded(.down)
        let high = isRound ? nearest + 1 : steps.rounded(.up)
        let chosen = isHigh || low <= 0 ? high : low
        return exponent >= 0 ? chosen * Self.power(exponent) / parts : chosen / (Self.power(-exponent) * parts)
    }

    /// The number with its leading digits before the point.
    private func scaled(by exponent: Int) -> Double {
        exponent >= 0 ? self / Self.power(exponent) : self * Self.power(-exponent)
    }

    private static func power(_ exponent: Int) -> Double { (0..<exponent).reduce(1) { power, _ in power * 10 } }
}
