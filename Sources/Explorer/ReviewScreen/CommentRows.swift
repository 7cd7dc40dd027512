import Canvas
import DisplaySafety
import Review

/// What reviewers said about a part of the sample.
struct CommentRows {
    let comments: [ReviewState.Comment]
    let pen: Pen

    /// Those about one target, each behind its reviewer's name; the cursor can be on them.
    func rows(on target: Target, indent: Int, width: Int) -> [PaneRow] {
        comments.filter { $0.target == target }.flatMap { comment in
            let lead = Line(
                SafeText(String(repeating: " ", count: indent)) + pen.line("\(comment.reviewer): "), Ink(.textDim))
            let text = Line(pen.paragraph(comment.text), Ink(.note))
            return PaneRow.wrapped(text, to: width, behind: lead, item: .comment(target))
        }
    }
}
