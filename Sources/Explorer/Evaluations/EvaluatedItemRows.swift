import Canvas
import DisplaySafety
import Engine
import Evaluation

/// An item of an evaluation as rows: what was asked, the calls of truth and model side by side, and what is wrong.
struct EvaluatedItemRows {
    let item: EvaluatedItem
    /// The same item of the evaluation that this one is compared with.
    let other: (name: String, item: EvaluatedItem)?
    let width: Int
    let pen: Pen

    /// Calls and mistakes that are shown one by one; all of them can be read in full.
    private static let most = 100

    var rows: [PaneRow] {
        wrapped(item.truth.query, .text) + [.empty]
            + labelled("offered", item.truth.offered.map(\.text).joined(separator: ", "), .stepTool)
            + calls(of: item, titled: "Calls") + mistakes + responses + comparison + judgement
    }

    private func heading(_ text: String) -> [PaneRow] { [.empty, PaneRow(pen.line(text), .titleFocus)] }

    private func calls(of item: EvaluatedItem, titled title: String) -> [PaneRow] {
        let aligned = item.alignedCalls
        let counts = "truth \(item.truth.calls.count), model \(item.prediction?.calls.count ?? 0)"
        let rows = aligned.prefix(Self.most).flatMap { self.rows(of: $0, in: item) }
        let nothing = aligned.isEmpty ? [PaneRow("none, and none was called for", .textDim)] : []
        return heading("\(title)   \(counts)") + problem(of: item) + rows + nothing + rest(aligned.count, "calls")
    }

    private func rest(_ count: Int, _ noun: String) -> [PaneRow] {
        count > Self.most ? [PaneRow(pen.line("and \(count - Self.most) \(noun) more"), .textDim)] : []
    }

    private func problem(of item: EvaluatedItem) -> [PaneRow] {
        guard let prediction = item.prediction else { return [PaneRow("There is no prediction.", .lintError)] }
        return prediction.problem.map { labelled("no whole prediction:", $0, .lintError) } ?? []
    }

    private func rows(of call: AlignedCall, in item: EvaluatedItem) -> [PaneRow] {
        let verdict = EvaluatedCall(call, item.score.mistakes)
        var line = Line(
            pen[verdict.glyph].padded(to: pen.glyphs.width(of: EvaluatedCall.glyphs) + 1), Ink(verdict.role))
        line.append(SafeText(call.expectedNumber.map(String.init) ?? " ").padded(to: 3), Ink(.stepIndex))
        line.append(pen.line(call.expected?.tool.text ?? call.found?.name ?? ""), Ink(.stepTool))
        return [PaneRow(line, right: Line(SafeText(verdict.word), Ink(verdict.role)))] + arguments(of: call, verdict)
            + differences(of: call, in: item) + outcome(of: call)
    }

    /// Truth and model share a line where both say the same.
    private func arguments(of call: AlignedCall, _ verdict: EvaluatedCall) -> [PaneRow] {
        let expected = call.expected?.arguments.compactText
        guard verdict != .same else { return indented("both ", expected ?? "", .jsonString) }
        return (expected.map { indented("truth", $0, .diffDel) } ?? [])
            + (call.found.map { indented("model", $0.arguments, .diffAdd) } ?? [])
    }

    private func differences(of call: AlignedCall, in item: EvaluatedItem) -> [PaneRow] {
        item.score.mistakes.filter { $0.call == call.foundNumber && call.foundNumber != nil }.prefix(Self.most).flatMap
        {
            mistake -> [PaneRow] in
            switch mistake {
            case .wrongArgument(_, _, let path, let expected, let found):
                indented(
                    "  \(path)",
                    "expected \(expected?.compactText ?? "nothing"), found \(found?.compactText ?? "nothing")",
                    .diffChange)
            case .invalid(_, _, let reason): indented("  schema", reason, .lintError)
            case .noPrediction, .missing, .extra, .hallucinated, .calledInVain, .failed, .wrongOrder: []
            }
        }
    }

    private func outcome(of call: AlignedCall) -> [PaneRow] {
        guard let call = call.found else { return [] }
        switch call.outcome {
        case .failed, .notOffered: return indented(call.ending.word, call.ending.reason, .stepFail)
        case .worked, nil: return []
        }
    }

    private var mistakes: [PaneRow] {
        let all = item.score.mistakes
        guard !all.isEmpty else { return heading("Mistakes") + [PaneRow("none", .stepOk)] }
        let rows = all.prefix(Self.most).flatMap { mistake in
            let sign = pen[mistake.isFault ? .lintError : .lint].padded(to: 3)
            let role: Role = mistake.isFault ? .lintError : .lintWarn
            return PaneRow.wrapped(
                Line(pen.line(mistake.sentence), Ink(.text)), to: width, behind: Line(sign, Ink(role)))
        }
        return heading("Mistakes   \(all.count)") + rows + rest(all.count, "mistakes")
    }

    private var responses: [PaneRow] {
        heading("Responses") + said("truth", item.truth.response) + said("model", item.prediction?.response ?? "")
            + (other.map { said("A    ", $0.item.prediction?.response ?? "") } ?? [])
    }

    private func said(_ who: String, _ text: String) -> [PaneRow] {
        labelled(SafeText(who), text.isEmpty ? "says nothing" : text, text.isEmpty ? .textDim : .text)
    }

    private var comparison: [PaneRow] {
        guard let other else { return [] }
        return calls(of: other.item, titled: "Calls in A, \(other.name)")
    }

    private var judgement: [PaneRow] {
        judgement(item.judged) { verdict in
            verdict.requests.prefix(Self.most).flatMap {
                labelled(SafeText("\(Int($0.score))").padded(to: 3), "\($0.request): \($0.reason)", .text)
            }
        }
            + judgement(item.solved) { ruling in
                labelled(SafeText(ruling.verdict.rawValue), ruling.reason, .text)
            }
    }

    private func judgement<Verdict>(
        _ judged: EvaluatedItem.Judged<Verdict>?, _ rows: (Verdict) -> [PaneRow]
    ) -> [PaneRow] {
        guard let judged else { return [] }
        let told =
            switch judged.outcome {
            case .unjudged(let reason), .inconclusive(let reason): labelled("no verdict:", reason, .textDim)
            case .judged(let verdict): rows(verdict)
            }
        return heading("Judged") + labelled("by", "\(judged.judge)", .textDim) + told
    }

    private func wrapped(_ text: String, _ role: Role) -> [PaneRow] {
        Line(pen.paragraph(text), Ink(role)).wrapped(to: max(1, width)).map { PaneRow($0) }
    }

    private func labelled(_ label: SafeText, _ text: String, _ role: Role) -> [PaneRow] {
        PaneRow.wrapped(
            Line(pen.paragraph(text), Ink(role)), to: width, behind: Line(label + " ", Ink(.textDim)))
    }

    private func indented(_ label: String, _ text: String, _ role: Role) -> [PaneRow] {
        let lead = (SafeText("     ") + pen.line(label) + " ").truncated(to: width / 2, ellipsis: pen[.ellipsis])
        return PaneRow.wrapped(Line(pen.paragraph(text), Ink(role)), to: width, behind: Line(lead, Ink(.textDim)))
    }
}
