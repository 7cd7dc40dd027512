import Canvas
import TestSupport
import Testing

@Suite("Pictures of frames")
struct FramePicturesTests {
    @Test func `may leave out spaces at the end of lines and empty lines at the end`() {
        expect(frame, shows: "\n ab")
        expect(frame, shows: "    \n ab \n    \n")
    }

    @Test(arguments: ["", "ab", "\nab", "\n ab\nc", "\n ac"])
    func `fail where a row differs`(picture: String) {
        withKnownIssue { expect(frame, shows: picture) }
    }

    @Test func `fail where a role differs`() {
        withKnownIssue { expect(frame, hasRoles: "text 4\ntext 4\ntext 4") }
    }

    private var frame: Frame {
        var frame = Frame(size: Size(columns: 4, rows: 3))
        frame.draw("ab", at: Position(row: 1, column: 1), ink: Ink(.reason))
        return frame
    }
}
