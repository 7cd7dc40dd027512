import Canvas
import DisplaySafety
import Engine

/// A JSON text being read as a tree: the element under the cursor, what is folded, and where the top of the screen is.
struct TreePage: Hashable, Sendable {
    /// A row by its element; a string that is shown in full has several.
    struct Place: Hashable, Sendable {
        var element = 0
        var row = 0
    }

    let outline: JSONOutline
    private(set) var folds = Folds()
    private(set) var cursor = 0
    private(set) var top = Place()
    /// Whether every string is shown in full.
    private(set) var wraps = false
    /// The strings that are shown in full by themselves.
    private(set) var unrolled: Set<Int> = []

    init(_ outline: JSONOutline, at start: JSONPath = .root) {
        self.outline = outline
        cursor = outline.element(at: start)
    }

    mutating func goTo(_ element: Int) {
        folds.reveal(element, of: outline)
        cursor = element
    }

    /// Goes to an element and shows what was found in it, also far behind the beginning of a string.
    mutating func goTo(_ element: Int, matching needle: Needle, in room: Inspector.Room) {
        goTo(element)
        let marked = lines(of: element, marking: needle, in: room).flatMap(\.spans).contains {
            $0.ink.role == .listMatch
        }
        if !marked, outline[element].kind == .string { unrolled.insert(element) }
    }

    mutating func move(by distance: Int, in room: Inspector.Room) {
        var left = abs(distance)
        while left > 0 { left -= distance > 0 ? moveDown(by: left, in: room) : moveUp(by: left) }
    }

    /// To the next element, or on in a string that is longer than the screen; says how many rows that took.
    private mutating func moveDown(by most: Int, in room: Inspector.Room) -> Int {
        let below = top.element == cursor ? rows(of: cursor, in: room) - top.row - room.rows : 0
        guard below <= 0 else {
            top.row += min(most, below)
            return min(most, below)
        }
        cursor = folds.next(after: cursor, of: outline) ?? cursor
        return 1
    }

    private mutating func moveUp(by most: Int) -> Int {
        guard top.element != cursor || top.row == 0 else {
            let above = min(most, top.row)
            top.row -= above
            return above
        }
        cursor = folds.previous(before: cursor, of: outline) ?? cursor
        return 1
    }

    mutating func goToStart() {
        cursor = 0
        top = Place()
    }

    mutating func goToEnd() {
        cursor = folds.visible(outline.count - 1, of: outline)
    }

    mutating func goToNextSibling() {
        cursor = outline.nextSibling(of: cursor) ?? cursor
    }

    mutating func goToPreviousSibling() {
        cursor = outline.previousSibling(of: cursor) ?? cursor
    }

    /// Unfolds a container, or goes into it.
    mutating func goIn() {
        if folds.hides(cursor, of: outline) {
            folds.set(cursor, .open)
        } else {
            cursor = outline.firstChild(of: cursor) ?? cursor
        }
    }

    /// Folds a container, or leaves for the one around.
    mutating func goOut() {
        if outline[cursor].count > 0, !folds.hides(cursor, of: outline) {
            folds.set(cursor, .folded)
        } else {
            cursor = outline.parent(of: cursor) ?? cursor
        }
    }

    /// Folds or unfolds a container, shows a string in full or in one row.
    mutating func toggle() {
        if outline[cursor].count > 0 {
            folds.set(cursor, folds.hides(cursor, of: outline) ? .open : .folded)
        } else if outline[cursor].kind == .string {
            unrolled.formSymmetricDifference([cursor])
        }
    }

    mutating func openAll() {
        folds.setAll(.open)
    }

    /// Folds everything but the root.
    mutating func foldAll() {
        folds.setAll(.folded)
        folds.set(0, .open)
        cursor = folds.visible(cursor, of: outline)
    }

    mutating func toggleWrap() {
        wraps.toggle()
        unrolled = []
    }
}

extension TreePage {
    /// Brings the cursor into sight, and keeps the screen full.
    mutating func settle(in room: Inspector.Room) {
        top.element = folds.visible(top.element, of: outline)
        top.row = min(top.row, rows(of: top.element, in: room) - 1)
        let height = rows(of: cursor, in: room)
        guard height <= room.rows else {
            top = Place(element: cursor, row: top.element == cursor ? min(top.row, height - room.rows) : 0)
            return
        }
        let last = Place(element: cursor, row: height - 1)
        if cursor <= top.element {
            if cursor < top.element || top.row > 0 { top = Place(element: cursor) }
        } else if !places(in: room).contains(last) {
            top = place(room.rows - 1, rowsBefore: last, room)
        }
        top = place(room.rows - places(in: room).count, rowsBefore: top, room)
    }

    /// The rows in sight, from the top.
    func places(in room: Inspector.Room) -> [Place] {
        var (places, next, row) = ([Place](), Optional(top.element), top.row)
        while let element = next, places.count < room.rows {
            let end = min(rows(of: element, in: room), row + room.rows - places.count)
            places += (min(row, end)..<end).map { Place(element: element, row: $0) }
            (next, row) = (folds.next(after: element, of: outline), 0)
        }
        return places
    }

    private func place(_ distance: Int, rowsBefore place: Place, _ room: Inspector.Room) -> Place {
        var place = place
        for _ in 0..<max(0, distance) {
            if place.row > 0 {
                place.row -= 1
            } else if let element = folds.previous(before: place.element, of: outline) {
                place = Place(element: element, row: rows(of: element, in: room) - 1)
            }
        }
        return place
    }
}
