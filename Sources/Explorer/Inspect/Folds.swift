/// Which containers of an outline are folded.
struct Folds: Hashable, Sendable {
    /// What holds for the containers that are not named.
    enum Rule: Hashable, Sendable {
        case open, folded
    }

    private var rule = Rule.open
    private var exceptions: Set<Int> = []

    /// Whether an element hides what it holds.
    func hides(_ element: Int, of outline: JSONOutline) -> Bool {
        outline[element].count > 0 && (rule == .folded) != exceptions.contains(element)
    }

    mutating func set(_ element: Int, _ wanted: Rule) {
        if wanted == rule { exceptions.remove(element) } else { exceptions.insert(element) }
    }

    mutating func setAll(_ wanted: Rule) {
        rule = wanted
        exceptions = []
    }

    /// Shows an element by opening what is folded around it.
    mutating func reveal(_ element: Int, of outline: JSONOutline) {
        for ancestor in outline.ancestors(of: element) { set(ancestor, .open) }
    }

    /// The element after this one that is to be seen.
    func next(after element: Int, of outline: JSONOutline) -> Int? {
        let next = hides(element, of: outline) ? Int(outline[element].end) : element + 1
        return next < outline.count ? next : nil
    }

    /// The element before this one that is to be seen.
    func previous(before element: Int, of outline: JSONOutline) -> Int? {
        element > 0 ? visible(element - 1, of: outline) : nil
    }

    /// The element itself, or the outermost folded one around it.
    func visible(_ element: Int, of outline: JSONOutline) -> Int {
        outline.ancestors(of: element).reversed().first { hides($0, of: outline) } ?? element
    }
}
