import Canvas
import DisplaySafety

/// A text being read: where its top is on the screen, and whether its lines are wrapped.
struct TextPage: Hashable, Sendable {
    /// A row by what stands first in it, whatever the width.
    struct Place: Hashable, Sendable {
        var piece = 0
        /// Clusters of the piece before the row.
        var cluster = 0
    }

    let text: LongText
    private(set) var top = Place()
    private(set) var wraps = true
    /// Cells that are scrolled away at the left; 0 where lines are wrapped.
    private(set) var shift = 0
    /// The offset of the match that was last gone to.
    private(set) var match: Int?

    init(_ text: LongText) {
        self.text = text
    }

    /// Keeps the place, and the screen full.
    mutating func settle(in room: Inspector.Room) {
        top = row(around: top, room)
        let missing = room.rows - places(in: room).count
        for _ in 0..<max(0, missing) { top = place(before: top, room) ?? top }
    }

    mutating func scroll(by rows: Int, in room: Inspector.Room) {
        for _ in 0..<abs(rows) {
            top = (rows > 0 ? place(after: top, room) : place(before: top, room)) ?? top
        }
        settle(in: room)
    }

    mutating func goToStart() {
        (top, shift) = (Place(), 0)
    }

    mutating func goToEnd(in room: Inspector.Room) {
        top = Place(piece: text.count - 1, cluster: .max)
        settle(in: room)
    }

    mutating func toggleWrap(in room: Inspector.Room) {
        wraps.toggle()
        shift = 0
        settle(in: room)
    }

    /// Scrolls sideways, as far as the longest line in sight goes.
    mutating func scroll(sideways cells: Int, in room: Inspector.Room) {
        guard !wraps else { return }
        let widest = places(in: room).map { width(ofLineAt: $0.piece) }.max() ?? 0
        shift = min(max(0, shift + cells), max(0, widest - room.columns / 2))
    }

    /// Brings an offset of the bytes into sight.
    mutating func show(_ offset: Int, in room: Inspector.Room) {
        let piece = text.piece(at: offset)
        let target = row(around: Place(piece: piece, cluster: text.clusters(of: piece, before: offset, in: room)), room)
        if !places(in: room).contains(target) {
            top = target
            for _ in 0..<room.rows / 3 { top = place(before: top, room) ?? top }
        }
        if !wraps { showColumn(of: offset, in: piece, from: target, room) }
        settle(in: room)
    }

    mutating func goToMatch(at offset: Int, in room: Inspector.Room) {
        match = offset
        show(offset, in: room)
    }

    private mutating func showColumn(of offset: Int, in piece: Int, from line: Place, _ room: Inspector.Room) {
        let before = (line.piece..<piece).reduce(0) { $0 + text.width(of: $1) }
        let drawn = room.drawable(text.text(of: piece))
        let clusters = min(text.clusters(of: piece, before: offset, in: room), drawn.clusters.count)
        let column = before + drawn[0..<clusters].width
        if !(shift..<shift + room.columns).contains(column) { shift = max(0, column - room.columns / 2) }
    }
}

extension TextPage {
    /// The rows in sight, from the top.
    func places(in room: Inspector.Room) -> [Place] {
        var (places, next) = ([Place](), Optional(top))
        while let place = next, places.count < room.rows {
            if wraps {
                let rows = text.rows(of: place.piece, in: room).filter { $0.lowerBound >= place.cluster }
                places += rows.map { Place(piece: place.piece, cluster: $0.lowerBound) }
            } else {
                places.append(place)
            }
            next = start(after: place.piece)
        }
        return Array(places.prefix(room.rows))
    }

    /// What the rows in sight show.
    func lines(_ role: Role, marking needle: Needle?, in room: Inspector.Room) -> [Line] {
        guard wraps else { return places(in: room).map { unwrapped(from: $0.piece, role, needle, room) } }
        var (piece, line, rows) = (-1, Line(), [Range<Int>]())
        return places(in: room).map { place in
            if place.piece != piece {
                piece = place.piece
                line = marked(piece, role, needle, room)
                rows = text.rows(of: piece, in: room)
            }
            return line.part(rows.first { $0.lowerBound == place.cluster } ?? 0..<0)
        }
    }

    /// A piece with its matches.
    private func marked(_ piece: Int, _ role: Role, _ needle: Needle?, _ room: Inspector.Room) -> Line {
        let current = match.flatMap { text.piece(at: $0) == piece ? $0 : nil }.map {
            text.clusters(of: piece, before: $0, in: room)
        }
        return Line(Span(room.drawable(text.text(of: piece)), role).marking(needle, current: current))
    }

    private func unwrapped(from piece: Int, _ role: Role, _ needle: Needle?, _ room: Inspector.Room) -> Line {
        var (hidden, shown) = (shift, Line())
        for piece in pieces(ofLineAt: piece) {
            guard shown.width < room.columns else { break }
            let width = text.width(of: piece)
            if width > hidden {
                let line = marked(piece, role, needle, room)
                let count = line.text.clusters.count
                shown = shown + line.part(count - line.text.dropping(width: hidden).clusters.count..<count)
            }
            hidden = max(0, hidden - width)
        }
        return shown
    }

    /// The cells of a line.
    private func width(ofLineAt piece: Int) -> Int {
        pieces(ofLineAt: piece).reduce(0) { $0 + text.width(of: $1) }
    }

    private func pieces(ofLineAt piece: Int) -> Range<Int> {
        let end = (piece + 1..<max(text.count, piece + 1)).first { text.beginsLine($0) } ?? text.count
        return piece..<end
    }

    /// The row that holds a place.
    private func row(around place: Place, _ room: Inspector.Room) -> Place {
        let piece = min(max(0, place.piece), text.count - 1)
        guard wraps else { return Place(piece: (0...piece).last { text.beginsLine($0) } ?? 0) }
        let row = text.rows(of: piece, in: room).last { $0.lowerBound <= place.cluster }
        return Place(piece: piece, cluster: row?.lowerBound ?? 0)
    }

    private func start(after piece: Int) -> Place? {
        let next = wraps ? piece + 1 : pieces(ofLineAt: piece).upperBound
        return next < text.count ? Place(piece: next) : nil
    }

    private func place(after place: Place, _ room: Inspector.Room) -> Place? {
        if wraps, let next = text.rows(of: place.piece, in: room).first(where: { $0.lowerBound > place.cluster }) {
            return Place(piece: place.piece, cluster: next.lowerBound)
        }
        return start(after: place.piece)
    }

    private func place(before place: Place, _ room: Inspector.Room) -> Place? {
        if wraps, let row = text.rows(of: place.piece, in: room).last(where: { $0.lowerBound < place.cluster }) {
            return Place(piece: place.piece, cluster: row.lowerBound)
        }
        guard place.piece > 0 else { return nil }
        return row(around: Place(piece: place.piece - 1, cluster: .max), room)
    }
}
