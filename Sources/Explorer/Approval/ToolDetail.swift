import Canvas
import DisplaySafety
import Engine

/// A tool as its source describes it: all that a model would read, every character of it visible.
struct ToolDetail {
    let item: ApprovalItem
    let classified: ToolUse?
    let lowerings: [Lowering]
    let pen: Pen

    /// Bytes of a schema that are shown at most; who needs more is not to be trusted.
    private static let schemaLimit = 128 * 1024

    /// Cells of a name that is too long for the heading; no server may have one so long.
    private static let longName = 512

    init(_ item: ApprovalItem, in state: ApprovalState, pen: Pen) {
        self.item = item
        classified = state.classifications[item.tool.name]
        lowerings = state.lowerings(of: item)
        self.pen = pen
    }

    var title: SafeText { pen.line(item.tool.name.text) }

    func rows(width: Int) -> [PaneRow] {
        let name = title.width > width - 5 ? [Row(title.truncated(to: Self.longName), .stepTool)] : []
        let parts = [
            name, judgement, warnings, difference, section("Description", description), arguments, schemas,
        ]
        return parts.flatMap { $0.flatMap { row in PaneRow.wrapped(row.line, to: width, behind: row.lead) } }
    }

    /// A row before it is wrapped.
    private struct Row {
        var lead = Line()
        let line: Line

        init(_ text: SafeText, _ role: Role, behind lead: SafeText = "") {
            line = Line(text, Ink(role))
            self.lead = Line(lead, Ink(.textDim))
        }

        init(_ line: Line) { self.line = line }
    }

    private var judgement: [Row] {
        var line = classified.map { ToolUseMark($0, pen: pen).line } ?? Line("not classified", Ink(.textStrong))
        line.append(SafeText("   looks like \(item.suggested.rawValue)"), Ink(.textDim))
        if let hint = item.tool.hint { line.append(SafeText("   says it is \(hint.rawValue)"), Ink(.textDim)) }
        let lowered = lowerings.map { Row(pen.line($0.sentence), .lintWarn, behind: pen[.lint] + " ") }
        return [Row(line)] + lowered + [Row(standing, item.state == .same ? .textDim : .text)]
    }

    private var standing: SafeText {
        let before = item.current.map { " as \($0.rawValue)" } ?? ""
        return switch item.state {
        case .new: "new: it was never approved"
        case .same: SafeText("the same as was approved\(before)")
        case .changed: SafeText("CHANGED since it was approved\(before)")
        case .gone: SafeText("gone: approved\(before), and no longer there")
        }
    }

    private var warnings: [Row] {
        item.warnings.map { Row(pen.line($0), .lintError, behind: pen[.lintError] + " ") }
    }

    private var difference: [Row] {
        guard case .changed(let difference) = item.state else { return [] }
        return difference.changes.flatMap { change in
            section(SafeText("What changed: \(change.part.rawValue)"), change.lines.map(row))
        }
    }

    private func row(of line: DifferenceLine) -> Row {
        switch line {
        case .same(let text): Row(pen.whole(text.utf8), .diffContext, behind: "  ")
        case .removed(let text): Row("- " + pen.whole(text.utf8), .diffDel)
        case .added(let text): Row("+ " + pen.whole(text.utf8), .diffAdd)
        case .skipped(let count): Row(SafeText("  \(count) line\(count == 1 ? "" : "s") as before"), .textDim)
        }
    }

    private func section(_ name: SafeText, _ rows: [Row]) -> [Row] {
        [Row("", .text), Row(name, .diffHeader)] + rows
    }

    private var description: [Row] {
        let text = item.tool.description
        return [text.isEmpty ? Row("none", .textDim) : Row(pen.whole(text.utf8), .text)]
    }

    private var arguments: [Row] {
        let inputs = item.tool.inputs
        let heading: SafeText = inputs.isEmpty ? "Arguments" : SafeText("Arguments, \(inputs.count)")
        return section(heading, inputs.isEmpty ? [Row("none", .textDim)] : inputs.flatMap(rows))
    }

    private func rows(of input: Tool.Input) -> [Row] {
        var line = Line(pen.line(input.name), Ink(.jsonKey))
        line.append(pen.line("  " + input.schema.typeWords), Ink(.text))
        if input.isRequired { line.append("  required", Ink(.textStrong)) }
        let text = input.schema["description"]?.string
        return [Row(line)] + (text.map { [Row(pen.whole($0.utf8), .textDim, behind: "  ")] } ?? [])
    }

    /// What the arguments above leave out.
    private var schemas: [Row] {
        let output = item.tool.outputSchema.map { section("Output schema in full", schema($0)) } ?? []
        return section("Input schema in full", schema(item.tool.inputSchema)) + output
    }

    private func schema(_ value: JSON) -> [Row] {
        let text = value.prettyText
        guard text.utf8.count > Self.schemaLimit else { return [Row(pen.whole(text.utf8), .jsonString)] }
        let rest = "\(text.utf8.count - Self.schemaLimit) bytes more: nobody reads so much; think of leaving it off."
        return [
            Row(pen.whole(text.utf8.prefix(Self.schemaLimit)), .jsonString), Row(SafeText(rest), .lintError),
        ]
    }
}

extension JSON {
    /// What a schema allows, in a few words: `string`, `string or null`, `one of "a", "b"`, `array of string`.
    fileprivate var typeWords: String {
        if let values = self["enum"]?.array { return "one of " + values.map(\.compactText).joined(separator: ", ") }
        let types = self["type"]?.array?.compactMap(\.string) ?? [self["type"]?.string].compactMap(\.self)
        guard !types.isEmpty else { return "anything" }
        let items = types == ["array"] ? self["items"].map { " of " + $0.typeWords } : nil
        return types.joined(separator: " or ") + (items ?? "")
    }
}
