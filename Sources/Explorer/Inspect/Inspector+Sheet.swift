import Engine

extension Inspector {
    /// An artefact that was opened, and how it is looked at.
    struct Sheet: Hashable, Sendable {
        /// Which of its forms is shown.
        enum Side: Hashable, Sendable {
            case tree, raw
        }

        /// What was looked for and where it is: elements of the tree, or offsets of the text.
        struct Found: Hashable, Sendable {
            let needle: Needle
            let places: [Int]
        }

        /// Nil where the artefact is not JSON.
        var tree: TreePage?
        /// The bytes as they were recorded, or the prose.
        var raw: TextPage
        /// A long string of the tree that is read by itself.
        var passage: TextPage?
        /// Why there is no tree, where one may be expected.
        let problem: String?
        private(set) var side: Side
        private(set) var found: Found?

        init(_ artefact: Artefact) {
            let bytes = artefact.bytes
            tree = artefact.isProse ? nil : JSONOutline(bytes).map { TreePage($0, at: artefact.start) }
            raw = TextPage(LongText(bytes, artefact.isProse ? .words : .cells))
            side = tree == nil ? .raw : .tree
            problem = tree == nil ? artefact.problem : nil
        }

        /// The tree, where it is what is shown.
        var shownTree: TreePage? { side == .tree && passage == nil ? tree : nil }
        /// The text, where one is shown.
        var shownText: TextPage? { passage ?? (side == .raw ? raw : nil) }

        mutating func settle(in room: Room) {
            if shownTree != nil { tree?.settle(in: room) } else { changeText { $0.settle(in: room) } }
        }

        mutating func changeText(_ change: (inout TextPage) -> Void) {
            if var page = passage {
                change(&page)
                passage = page
            } else {
                change(&raw)
            }
        }

        /// Shows the tree's element in the raw text, or the tree again.
        mutating func turn(in room: Room) {
            guard let tree else { return }
            (side, passage) = (side == .tree ? .raw : .tree, nil)
            if side == .raw { raw.show(tree.outline.start(of: tree.cursor), in: room) }
            if let needle = found?.needle { search(needle) }
        }

        /// Reads the long string under the cursor by itself; false where there is none.
        mutating func openPassage() -> Bool {
            guard let tree = shownTree, tree.isLong(tree.cursor), tree.showsInFull(tree.cursor) else { return false }
            passage = TextPage(LongText(Array((tree.outline.string(of: tree.cursor) ?? "").utf8), .words))
            if let needle = found?.needle { search(needle) }
            return true
        }

        mutating func closePassage() {
            passage = nil
            if let needle = found?.needle { search(needle) }
        }
    }
}

extension Inspector.Sheet {
    /// Looks for a text in all that is shown.
    mutating func search(_ needle: Needle) {
        let places =
            if let tree = shownTree {
                tree.outline.elements(matching: needle)
            } else {
                needle.matches(in: (shownText ?? raw).text.bytes).map(\.lowerBound)
            }
        found = Found(needle: needle, places: places)
    }

    mutating func forgetSearch() {
        found = nil
    }

    /// Where the reader is, in the terms of what was found.
    private var place: Int {
        if let tree = shownTree { return tree.cursor }
        let page = shownText ?? raw
        return page.match ?? page.text.start(of: page.top.piece)
    }

    /// Goes to the match at the place or behind it, as while typing; stays where there is none.
    mutating func goToNearest(in room: Inspector.Room) {
        guard let found else { return }
        let place = place
        guard let target = found.places.first(where: { $0 >= place }) ?? found.places.first else { return }
        go(to: target, in: room)
    }

    /// Which way to look.
    enum Direction: Hashable, Sendable {
        case forward, backward
    }

    /// How going to another match went.
    enum Passing: Hashable, Sendable {
        case went, nothing
        /// Past the end, on from the other one.
        case wrapped
    }

    mutating func goToMatch(_ direction: Direction, in room: Inspector.Room) -> Passing {
        guard let places = found?.places, let first = places.first, let last = places.last else { return .nothing }
        let place = place
        let next =
            switch direction {
            case .forward: places.first { $0 > place }
            case .backward: places.last { $0 < place }
            }
        go(to: next ?? (direction == .forward ? first : last), in: room)
        return next == nil ? .wrapped : .went
    }

    private mutating func go(to place: Int, in room: Inspector.Room) {
        if shownTree != nil, let needle = found?.needle {
            tree?.goTo(place, matching: needle, in: room)
        } else {
            changeText { $0.goToMatch(at: place, in: room) }
        }
    }

    /// Which of the matches the reader is at, from 1; nil between them.
    var placeAmongMatches: Int? {
        let place = place
        return found?.places.firstIndex(of: place).map { $0 + 1 }
    }
}

extension Artefact {
    /// Bytes beyond which nobody is told why they are not JSON.
    private static let examined = 1024 * 1024

    fileprivate var isProse: Bool {
        switch content {
        case .text: true
        case .json, .bytes: false
        }
    }

    /// What keeps recorded bytes from being JSON.
    fileprivate var problem: String? {
        guard case .bytes(let bytes) = content, !bytes.isEmpty, bytes.count <= Self.examined else { return nil }
        do throws(JSON.ParseError) {
            _ = try JSON(parsing: bytes)
            return nil
        } catch {
            return "not JSON: \(error)"
        }
    }
}
