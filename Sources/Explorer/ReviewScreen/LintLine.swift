import Canvas
import DisplaySafety
import Engine
import Review

/// What the checks found, in one row: how much, how much of it models found, and of each check the first finding.
struct LintLine {
    let state: ExplorerState
    let pen: Pen

    func draw(in rect: Rect, on frame: inout Frame) {
        guard let open = state.open else { return }
        let findings = open.findings
        let lints = findings.count { $0.origin == .lint }
        var line = Line(SafeText(" LINT \(lints)"), Ink(lints == 0 ? .textDim : .lintWarn))
        line = line + judged(in: open)
        if findings.isEmpty {
            line.append(open.state.outcome == nil ? "  nothing found so far" : "  no findings", Ink(.textDim))
        }
        var checks: Set<String> = []
        for finding in findings where checks.insert(finding.check).inserted {
            let others = findings.filter { $0.check == finding.check }.count - 1
            line.append("  ")
            let by = finding.origin == .llm ? " llm" : ""
            line.append(pen[finding.glyph] + pen.line(" \(finding.check)\(by)"), Ink(finding.severity.role.role))
            let more = others > 0 ? " +\(others)" : ""
            line.append(pen.line(" \(detail(of: finding, in: open))\(more)"), Ink(.textDim))
        }
        frame.draw(PaneRow(line, right: prefills(findings)), at: rect.origin, columns: rect.columns, pen: pen)
    }

    /// How much models found; a dash where none has judged.
    private func judged(in open: OpenSample) -> Line {
        guard let findings = open.judgedFindings else {
            return Line(pen.drawsASCII ? " llm -" : " llm –", Ink(.textDim))
        }
        return Line(SafeText(" llm \(findings.count)"), Ink(findings.isEmpty ? .textDim : .lintWarn))
    }

    private func detail(of finding: Finding, in open: OpenSample) -> String {
        // Which sample it repeats says more than where.
        if finding.reason == .duplicate { return finding.evidence }
        return switch finding.target {
        case .argument(let step, let path):
            "step \(step) \(path)" + (value(at: path, of: step, in: open).map { "=\($0)" } ?? "")
        case .step(let number):
            "step \(number) \(open.sample.workflow.step(number)?.call.tool.text ?? "")"
        case .query, .response: "\(finding.target): \(finding.evidence)"
        case .whole, .chain, .iteration, .proposal: "\(finding.target)"
        }
    }

    private func value(at path: JSONPath, of step: Int, in open: OpenSample) -> String? {
        guard let value = open.sample.workflow.step(step)?.call.arguments.value(at: path) else { return nil }
        return value.string ?? value.compactText
    }

    private func prefills(_ findings: [Finding]) -> Line {
        var keys: [String] = []
        for finding in findings where finding.marksItsReason && !keys.contains(String(finding.reason.key)) {
            keys.append(String(finding.reason.key))
        }
        guard !keys.isEmpty else { return Line() }
        return Line(SafeText("r prefills \(keys.joined(separator: " ")) "), Ink(.textDim))
    }
}

extension Finding {
    fileprivate var glyph: Glyph {
        if reason == .argumentNotInferable, severity == .error { return .provMissing }
        return severity == .error ? .lintError : .lint
    }
}
