import DisplaySafety
import Engine
import Foundation

extension JSONOutline {
    /// The bytes of an element as they were written.
    func source(of element: Int) -> ArraySlice<UInt8> {
        bytes[Range(elements[element].value)]
    }

    /// The key of a member; nil for an element of an array and for the root.
    func key(of element: Int) -> String? {
        let range = Range(elements[element].key)
        return range.isEmpty ? nil : decoded(bytes[range])
    }

    /// The text of a string; nil for every other element.
    func string(of element: Int) -> String? {
        elements[element].kind == .string ? decoded(source(of: element)) : nil
    }

    /// The text of a string from its beginning, at most so many bytes of it as written.
    func beginning(of element: Int, limit: Int) -> String? {
        let source = source(of: element)
        guard source.count > limit else { return string(of: element) }
        var cut = source.prefix(limit)
        // Neither a character nor an escape, of which a pair has twelve bytes, may be cut in two.
        for _ in 0..<12 {
            if let text = (try? JSON(parsing: cut + [UInt8(ascii: "\"")]))?.string { return text }
            cut = cut.dropLast()
        }
        return nil
    }

    /// Where an element is, from the outside in.
    func path(of element: Int) -> JSONPath {
        JSONPath(
            ([element] + ancestors(of: element)).reversed().dropFirst().map { place in
                key(of: place).map { .key($0) } ?? .index(Int(elements[place].ordinal))
            })
    }

    /// The element at a place, or the innermost one on the way to it.
    func element(at path: JSONPath) -> Int {
        path.components.reduce(0) { element, component in
            children(of: element).first { child in
                switch component {
                case .key(let name): key(of: child).map(ExactText.init) == ExactText(name)
                case .index(let index): elements[child].key.isEmpty && elements[child].ordinal == index
                }
            } ?? element
        }
    }

    private func children(of element: Int) -> some Sequence<Int> {
        sequence(state: firstChild(of: element)) { next -> Int? in
            defer { next = next.flatMap { nextSibling(of: $0) } }
            return next
        }
    }

    /// Where the key of an element begins in the bytes, or the element itself.
    func start(of element: Int) -> Int {
        let key = elements[element].key
        return Int(key.isEmpty ? elements[element].value.lowerBound : key.lowerBound)
    }

    /// How often the key of an element stands in its object, and the how manieth it is; nil where it stands alone.
    func duplicity(of element: Int) -> (place: Int, count: Int)? {
        guard let key = key(of: element).map(ExactText.init), let parent = parent(of: element) else { return nil }
        let same = children(of: parent).filter { self.key(of: $0).map(ExactText.init) == key }
        return same.count > 1 ? ((same.firstIndex(of: element) ?? 0) + 1, same.count) : nil
    }

    /// The elements whose key or whose scalar value has what is looked for, in the order of the text.
    func elements(matching needle: Needle) -> [Int] {
        bytes.withUnsafeBufferPointer { bytes in
            elements.indices.filter { matches(needle, $0, in: bytes) }
        }
    }

    private func matches(_ needle: Needle, _ index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let element = elements[index]
        if element.hasEscapes {
            return [key(of: index), string(of: index)].compactMap(\.self).contains { needle.isFound(in: $0) }
        }
        if needle.first(in: bytes, from: Range(element.key).inner) != nil { return true }
        guard !element.kind.isContainer else { return false }
        let value = Range(element.value)
        return needle.first(in: bytes, from: element.kind == .string ? value.inner : value) != nil
    }

    private func decoded(_ source: ArraySlice<UInt8>) -> String? {
        (try? JSON(parsing: source))?.string
    }
}

extension JSONPath {
    /// The path as people write it: `$.days[0].max`.
    var dollarText: String { "$" + (description.isEmpty || description.hasPrefix("[") ? "" : ".") + description }

    /// The filter of `jq` that gives the value at the path: `.days[0].max`.
    var filterText: String { "." + description }
}

extension Range<Int> {
    fileprivate init(_ range: Range<Int32>) {
        self = Int(range.lowerBound)..<Int(range.upperBound)
    }

    /// Without the quotes at both ends.
    fileprivate var inner: Range<Int> { isEmpty ? self : lowerBound + 1..<upperBound - 1 }
}
