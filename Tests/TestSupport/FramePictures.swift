import Canvas
import Testing

/// Expects that a frame shows this picture: its rows from the top, one for each line.
///
/// Spaces at the end of a line and empty lines at the end may be left out.
package func expect(
    _ frame: Frame, shows picture: String, at location: SourceLocation = #_sourceLocation
) {
    expectSame(frame.text(), picture, location)
}

/// Expects that a frame is drawn in these roles, written as `Frame.roles()` writes them.
package func expect(
    _ frame: Frame, hasRoles picture: String, at location: SourceLocation = #_sourceLocation
) {
    expectSame(frame.roles(), picture, location)
}

private func expectSame(_ shown: String, _ picture: String, _ location: SourceLocation) {
    let shown = rows(shown)
    let wanted = rows(picture)
    guard shown != wanted else { return }
    let differences = (0..<max(shown.count, wanted.count)).compactMap { row -> String? in
        let (actual, should) = (row < shown.count ? shown[row] : "", row < wanted.count ? wanted[row] : "")
        return actual == should ? nil : "row \(row)\n  shows    |\(actual)|\n  expected |\(should)|"
    }
    let message = differences.joined(separator: "\n") + "\nall of it:\n" + shown.joined(separator: "\n")
    Issue.record("\(message)", sourceLocation: location)
}

/// The rows without spaces at their ends and without empty ones at the end.
private func rows(_ text: String) -> [String] {
    var rows = text.split(separator: "\n", omittingEmptySubsequences: false).map { row in
        String(row.reversed().drop { $0 == " " }.reversed())
    }
    while rows.last == "" { rows.removeLast() }
    return rows
}
