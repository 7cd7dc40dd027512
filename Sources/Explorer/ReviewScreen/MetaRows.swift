import Canvas
import DisplaySafety
import Engine

/// Arguments and output of the step under the cursor, element by element, as far as a pane shows them.
struct MetaRows {
    let step: Step?
    let pen: Pen

    /// Bytes of an output that is shown element by element; a longer one is opened for that.
    private static let longest = 16_384

    func rows(width: Int) -> [PaneRow] {
        guard let step else { return [] }
        let output = step.output.bytes.count > Self.longest ? nil : step.output.json?.prettyText
        return [.empty, PaneRow(pen.line("step \(step.number) \(step.call.tool.text)"), .titleFocus)]
            + section("arguments", pen.paragraph(step.call.arguments.prettyText), width)
            + section("output", output.map(pen.paragraph) ?? pen.line(step.output), width)
    }

    private func section(_ title: SafeText, _ text: SafeText, _ width: Int) -> [PaneRow] {
        [PaneRow(title, .textDim)] + Line(text, Ink(.jsonString)).wrapped(to: width).map { PaneRow($0) }
    }
}
