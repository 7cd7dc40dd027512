import Engine

/// Where every element of a JSON text lies in its bytes, in the order of the text.
///
/// An element is known by its number in that order, the root is 0. Nothing is decoded before it is asked for, so that
/// texts of megabytes open at once.
struct JSONOutline: Hashable, Sendable {
    enum Kind: UInt8, Hashable, Sendable {
        case object, array, string, number, bool, null

        var isContainer: Bool { self == .object || self == .array }
    }

    struct Element: Hashable, Sendable {
        let kind: Kind
        /// Whether the text of the key or of the string has escapes.
        var hasEscapes: Bool
        let depth: UInt16
        /// Its place among its siblings, from 0.
        let ordinal: Int32
        /// The number of the element around it; -1 for the root.
        let parent: Int32
        /// The bytes of its key with the quotes; none in an array.
        let key: Range<Int32>
        /// Its own bytes.
        var value: Range<Int32>
        /// The number of the first element after it and all that it holds.
        var end: Int32
        /// How many elements it holds itself.
        var count: Int32
    }

    let bytes: [UInt8]
    let elements: [Element]

    /// Nil where the bytes are not one JSON text by the rules of `JSON(parsing:)`.
    init?(_ bytes: [UInt8]) {
        guard bytes.count < Int(Int32.max), let elements = OutlineScanner.elements(of: bytes) else { return nil }
        self.bytes = bytes
        self.elements = elements
    }

    var count: Int { elements.count }

    subscript(element: Int) -> Element { elements[element] }

    func parent(of element: Int) -> Int? {
        let parent = Int(elements[element].parent)
        return parent < 0 ? nil : parent
    }

    func firstChild(of element: Int) -> Int? {
        elements[element].count > 0 ? element + 1 : nil
    }

    func nextSibling(of element: Int) -> Int? {
        guard let parent = parent(of: element) else { return nil }
        let next = Int(elements[element].end)
        return next < Int(elements[parent].end) ? next : nil
    }

    func previousSibling(of element: Int) -> Int? {
        guard let parent = parent(of: element), element > parent + 1 else { return nil }
        return ([element - 1] + ancestors(of: element - 1)).last { $0 > parent }
    }

    /// The elements around an element, the innermost first.
    func ancestors(of element: Int) -> [Int] {
        guard let parent = parent(of: element) else { return [] }
        return Array(sequence(first: parent) { self.parent(of: $0) })
    }
}
