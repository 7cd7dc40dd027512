import Canvas
import Engine
import Evaluation
import Testing

@testable import Explorer

/// Studies as a dataset has them.
enum StudyExample {
    static let first = RunID(ContentHash(of: "baseline 1"))
    static let second = RunID(ContentHash(of: "baseline 2"))

    static let baselines = [
        ListedStudy(
            id: first, name: "react on demo tools", facts: ["model M-small"], began: .at(9, 30), items: 1),
        ListedStudy(
            id: second, name: "dfs on demo tools", facts: ["model M-small", "seed 7"], began: .at(12, 41), items: 6),
    ]

    /// What a dataset with these studies answers.
    static func answer(to request: StudyRequest) -> StudyAnswer {
        switch request {
        case .baselines: .baselines(baselines)
        case .indices(let study): .indices(study, Array(1...count(of: study)))
        case .baselineRows(let study, let indices):
            .baselineRows(study, indices.map { BaselineExample.rows(of: study)[$0 - 1] })
        case .baseline(let study, let index): .baseline(study, BaselineExample.samples(of: study)[index - 1])
        case .evaluations: .evaluations(EvaluationExample.studies)
        case .evaluationRows(let study, let indices):
            .evaluationRows(study, indices.map { EvaluationExample.rows(of: study)[$0 - 1] })
        case .evaluation(let study, let index):
            .evaluation(study, index: index, EvaluationExample.items(of: study)[index - 1])
        }
    }

    private static func count(of study: RunID) -> Int {
        baselines.contains { $0.id == study }
            ? BaselineExample.samples(of: study).count : EvaluationExample.items(of: study).count
    }

    /// A text with everything that a terminal would obey, or draw over its neighbours.
    static let evil =
        "\u{1B}[2J\u{1B}]0;x\u{7}\u{202E}gpj.\u{0}\u{9B}31m\u{200B}東京\u{0301}\u{0301}\u{0301}\u{0301}\u{0301}\r\n\t"
}

extension ExplorerState {
    /// Answers what was asked of the studies, until nothing is asked any more; gives all that was asked.
    @discardableResult
    mutating func answer(
        _ effects: [Effect], with reply: (StudyRequest) -> StudyAnswer = StudyExample.answer
    ) -> [StudyRequest] {
        var (waiting, asked) = (effects[...], [StudyRequest]())
        while let effect = waiting.popFirst() {
            guard case .read(let request) = effect else { continue }
            asked.append(request)
            waiting += update(.studyRead(reply(request)))
        }
        return asked
    }

    /// The explorer after these keys, each of which is answered.
    func reading(
        _ script: String, with reply: (StudyRequest) -> StudyAnswer = StudyExample.answer
    ) -> ExplorerState {
        var state = self
        for key in script.split(separator: " ") { state.answer(state.press(String(key)), with: reply) }
        return state
    }

    /// What a session line after line tells of keys, and then of every answer to them; nothing where it is silent.
    mutating func telling(
        _ script: String, with reply: (StudyRequest) -> ExplorerEvent = { .studyRead(StudyExample.answer(to: $0)) }
    ) -> [[String]] {
        let reader = LinearReader()
        var before = self
        var waiting = press(script)[...]
        var told = [reader.lines(from: before, to: self)]
        while let effect = waiting.popFirst() {
            guard case .read(let request) = effect else { continue }
            before = self
            let event = reply(request)
            waiting += update(event)
            told.append(reader.lines(after: event, from: before, to: self))
        }
        return told.filter { !$0.isEmpty }
    }
}

/// The whole screen as text.
func picture(of state: ExplorerState) -> String { state.frame(in: state.size, glyphs: .utf8).text() }

/// What there is to read in full, where something is open for that.
func titles(of state: ExplorerState) -> [String] {
    guard case .inspector(let inspector)? = state.overlay else { return [] }
    return inspector.artefacts.map(\.title)
}

/// Expects that every row is filled, and that nothing a terminal would obey is drawn.
func expectHarmless(_ state: ExplorerState, at location: SourceLocation = #_sourceLocation) {
    let frame = state.frame(in: state.size, glyphs: .utf8)
    expectWhole(frame, state.size, at: location)
    let scalars = frame.cells.flatMap(\.text.unicodeScalars)
    let obeyed = scalars.filter { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) || $0.value == 0x202E }
    #expect(obeyed.isEmpty, sourceLocation: location)
}
