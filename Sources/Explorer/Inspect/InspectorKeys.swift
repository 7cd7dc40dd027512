import Canvas
import DisplaySafety

/// The keys while an artefact is read.
struct InspectorKeys {
    let pen: Pen

    /// Rows of keys that a screen of a size shows.
    static func height(in size: Size) -> Int { max(1, size.rows - 5) }

    static let rows: [(keys: String, help: String)] = [
        ("j k  down up", "next, previous element or row"),
        ("J K", "next, previous sibling"),
        ("l h  right left", "in or unfold, out or fold; sideways"),
        ("Enter", "fold or unfold; a string in full"),
        ("E C", "unfold all, fold all"),
        ("gg G  Home End", "beginning, end"),
        ("ctrl-d ctrl-u", "half a page down, up"),
        ("PgDn PgUp  Space", "a page down, up"),
        ("t  Tab", "the tree, or the bytes as recorded"),
        ("w", "wrap long strings and lines, or cut"),
        ("/", "find; capitals count where typed"),
        ("; ,  n N", "next, previous match"),
        ("] [", "next, previous of the list"),
        ("yy yp yq yk ya", "copy value, path, jq filter, key, all"),
        ("q  Esc  v", "close"),
    ]

    /// The rows that fit, from one on.
    func lines(from scroll: Int, in room: Inspector.Room) -> [Line] {
        Self.rows.dropFirst(scroll).prefix(room.rows).map { row in
            Line([
                Span(SafeText(row.keys).padded(to: 18), .hintKey),
                Span(SafeText(row.help).truncated(to: max(0, room.columns - 18), ellipsis: pen[.ellipsis]), .text),
            ])
        }
    }
}
