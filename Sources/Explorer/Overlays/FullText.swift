import Canvas
import DisplaySafety
import Engine
import Foundation
import Review

/// Everything there is of one item, for the reader.
struct FullText {
    /// Bytes of one output that are shown; the rest is counted.
    private static let limit = 256 * 1024

    let title: String
    private(set) var lines: [Line]

    /// Nil where there is nothing more than the pane shows.
    init?(of item: PaneItem?, in pane: Pane, _ open: OpenSample) {
        switch (item, pane) {
        case (.proposal(let id)?, _):
            guard let trial = open.iteration?.trials.first(where: { $0.id == id }) else { return nil }
            let selection = open.iteration?.selection.map { [Line(), Self.text("why: \($0.reason)", .reason)] } ?? []
            self.init("Proposal \(id.number) of it \(open.viewed): every attempt", Self.lines(of: trial) + selection)
        case (.step(let number)?, _), (.output(let number)?, _), (.argument(let number, _)?, _):
            guard let step = open.sample.workflow.step(number) else { return nil }
            self.init("Step \(number) \(step.call.tool)", Self.lines(of: step.call) + Self.lines(of: step.output))
        case (_, .query):
            guard let query = open.view.query else { return nil }
            self.init("Query", [Self.text(query)])
        case (_, .response):
            guard let response = open.view.response else { return nil }
            self.init("Response", [Self.text(response)])
        case (_, .gradient):
            guard let iteration = open.iteration else { return nil }
            self.init("Gradient it \(iteration.number)", Self.lines(of: iteration))
        case (.chain?, _), (.sample?, _), (.noOp?, _), (.proposerReason?, _), (nil, _):
            return nil
        }
    }

    private init(_ title: String, _ lines: [Line]) {
        self.title = title
        self.lines = lines
    }

    private static func lines(of trial: Trial) -> [Line] {
        var lines = [text("\"\(trial.proposal.instruction)\""), Line()]
        for (index, attempt) in trial.attempts.enumerated() {
            let role: Role = attempt.outcome.succeeded ? .stepOk : .stepFail
            lines.append(
                Line([
                    Span(SafeText("call \(index + 1)  "), .stepIndex),
                    Span(SafeText(attempt.call.tool.text), .stepTool),
                    Span(SafeText("  \(attempt.outcome.verdict)  (\(attempt.result.origin.rawValue))"), role),
                ]))
            lines += self.lines(of: attempt.call)
            if let problem = attempt.outcome.problem { lines.append(text(problem, .proposalFailed)) }
            lines += attempt.outcome.recorded.map(self.lines(of:)) ?? []
            lines.append(Line())
        }
        if let ending = trial.ending { lines.append(text(ending.text, trial.succeeded ? .report : .proposalFailed)) }
        return lines
    }

    private static func lines(of call: ToolCall) -> [Line] {
        [Line(SafeText("arguments"), Ink(.textDim)), text(call.arguments.prettyText, .jsonString)]
    }

    /// JSON one element a line; anything else byte for byte.
    private static func lines(of output: RecordedOutput) -> [Line] {
        let shown = output.bytes.prefix(limit)
        let text = shown.count == output.bytes.count ? output.json?.prettyText : nil
        var lines = [
            Line(SafeText("output, \(output.bytes.count) bytes, \(output.hash.short)"), Ink(.textDim)),
            Line(text.map { SafeText($0) } ?? SafeText(shown), Ink(.jsonString)),
        ]
        if shown.count < output.bytes.count {
            lines.append(Line(SafeText("\(output.bytes.count - shown.count) more bytes are not shown"), Ink(.lintWarn)))
        }
        return lines
    }

    private static func lines(of iteration: Iteration) -> [Line] {
        var lines: [Line] = []
        if let selection = iteration.selection { lines += [text("why: \(selection.reason)", .reason), Line()] }
        lines += iteration.steering.compactMap(\.note).flatMap { [text("you: \($0)", .note), Line()] }
        if let proposals = iteration.proposals { lines += [text("proposer: \(proposals.reason)"), Line()] }
        lines.append(text("pool: \(iteration.pool.map(\.text).joined(separator: ", "))", .textDim))
        return lines
    }

    private static func text(_ text: String, _ role: Role = .text) -> Line {
        let bytes = text.utf8.prefix(limit)
        return Line(SafeText(bytes), Ink(role))
    }
}
