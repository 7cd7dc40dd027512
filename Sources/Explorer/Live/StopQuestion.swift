import Canvas
import DisplaySafety
import Engine

/// Asks before a growing sample is stopped where it is.
struct StopQuestion: Hashable, Sendable {
    let sample: SampleID
    let name: String

    /// Only `y` says yes.
    func isConfirmed(by key: Key) -> Bool { key == .character("y") }

    /// What is asked, and what becomes of the sample.
    var text: [String] {
        ["Stop \(name) where it is?", "What is recorded stays; toolgrad resume goes on with it."]
    }
}

/// A sample that grows, before it is stopped.
struct StopQuestionPicture {
    let question: StopQuestion
    let pen: Pen

    func draw(on frame: inout Frame) {
        let rows = [
            PaneRow(pen.line(question.text[1]), .text), .empty,
            PaneRow("y stops it   any other key lets it grow", .hintText),
        ]
        Panel(title: pen.line(question.text[0]), rows: rows).draw(
            columns: min(62, frame.size.columns), on: &frame, pen: pen)
    }
}
