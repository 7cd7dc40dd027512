import Canvas
import DisplaySafety
import Engine
import Foundation

extension TreePage {
    /// Bytes of one string that the tree shows in full; a longer one is read by itself.
    static let fullLimit = 16 * 1024
    /// Bytes of one string that a single row is made from.
    private static let rowLimit = 1024
    private static let indent = 2

    /// Whether an element is a string that is too long for the tree.
    func isLong(_ element: Int) -> Bool {
        outline[element].kind == .string && outline[element].value.count > Self.fullLimit
    }

    /// How many rows an element has.
    func rows(of element: Int, in room: Inspector.Room) -> Int {
        showsInFull(element) ? lines(of: element, marking: nil, in: room).count : 1
    }

    /// What an element looks like; what is looked for is marked in its key and its value.
    func lines(of element: Int, marking needle: Needle?, in room: Inspector.Room) -> [Line] {
        let lead = lead(of: element, marking: needle, in: room)
        let row = lead + value(of: element, needle, room)
        guard showsInFull(element), row.width > room.columns || holdsLineBreak(element) else {
            return [row.truncated(to: room.columns, ellipsis: room.pen[.ellipsis])]
        }
        let indent = Line(SafeText(String(repeating: " ", count: min(lead.width, room.columns / 2))))
        return text(of: element, needle, room).wrapped(to: room.columns - indent.width).enumerated()
            .map { index, line in
                let lead = index == 0 ? lead.truncated(to: indent.width, ellipsis: room.pen[.ellipsis]) : indent
                return lead + line
            }
    }

    func showsInFull(_ element: Int) -> Bool {
        outline[element].kind == .string && (wraps || unrolled.contains(element))
    }

    private func holdsLineBreak(_ element: Int) -> Bool {
        outline[element].hasEscapes
            && outline.beginning(of: element, limit: Self.fullLimit)?.utf8.contains(0x0A) == true
    }

    /// The fold's sign, and the key or the index.
    private func lead(of element: Int, marking needle: Needle?, in room: Inspector.Room) -> Line {
        let sign = room.pen[folds.hides(element, of: outline) ? .foldClosed : .foldOpen]
        let width = room.pen.glyphs.width(of: [.foldOpen, .foldClosed]) + 1
        var line = Line(SafeText(String(repeating: " ", count: indent(of: element, in: room))))
        line.append((outline[element].count > 0 ? sign : .empty).padded(to: width), Ink(.jsonPunct))
        let label = label(of: element, needle, room)
        return line + label.truncated(to: room.columns / 2, ellipsis: room.pen[.ellipsis])
            + Line(label.spans.isEmpty ? "" : ": ", Ink(.jsonPunct))
    }

    private func label(of element: Int, _ needle: Needle?, _ room: Inspector.Room) -> Line {
        if let key = outline.key(of: element) {
            let path = JSONPath([.key(key)]).description
            let text = path.hasPrefix("[") ? JSON.string(key).compactText : key
            return Line(Span(room.pen.line(text), .jsonKey).marking(needle))
        }
        guard outline.parent(of: element) != nil else { return Line() }
        return Line(SafeText("[\(outline[element].ordinal)]"), Ink(.jsonPunct))
    }

    /// Deep elements move to the left as a whole, so that half a row is left for what they say.
    private func indent(of element: Int, in room: Inspector.Room) -> Int {
        let shift = max(0, Self.indent * Int(outline[cursor].depth) - room.columns / 4)
        return min(max(0, Self.indent * Int(outline[element].depth) - shift), room.columns / 2)
    }

    private func value(of element: Int, _ needle: Needle?, _ room: Inspector.Room) -> Line {
        let kind = outline[element].kind
        switch kind {
        case .object, .array: return container(element, room.pen)
        case .string:
            let text = outline.beginning(of: element, limit: Self.rowLimit) ?? ""
            return Line(Span(room.pen.line(JSON.string(text).compactText), .jsonString).marking(needle))
        case .number, .bool, .null:
            let text = String(decoding: outline.source(of: element).prefix(Self.rowLimit), as: UTF8.self)
            return Line(Span(room.pen.line(text), kind.role).marking(needle))
        }
    }

    private func container(_ element: Int, _ pen: Pen) -> Line {
        let isObject = outline[element].kind == .object
        let count = Int(outline[element].count)
        let size = "\(count) \(isObject ? "key" : "item")\(count == 1 ? "" : "s")"
        if count == 0 { return Line(isObject ? "{}" : "[]", Ink(.jsonPunct)) }
        guard folds.hides(element, of: outline) else { return Line(SafeText(size), Ink(.textDim)) }
        let brackets: (SafeText, SafeText) = isObject ? ("{", "} ") : ("[", "] ")
        return Line([Span(brackets.0 + pen[.ellipsis] + brackets.1, .jsonPunct), Span(SafeText(size), .textDim)])
    }

    /// A string as it reads, with its line breaks, and what is left of one that is too long.
    private func text(of element: Int, _ needle: Needle?, _ room: Inspector.Room) -> Line {
        let text = outline.beginning(of: element, limit: Self.fullLimit) ?? ""
        let line = Line(Span(room.pen.whole(text.utf8), .jsonString).marking(needle))
        guard isLong(element) else { return line }
        let rest = outline[element].value.count - Self.fullLimit
        return line + Line(SafeText("\n\(rest) more bytes: Enter reads all of it"), Ink(.lintWarn))
    }
}

extension JSONOutline.Kind {
    /// What it is drawn in.
    var role: Role {
        switch self {
        case .object, .array: .jsonPunct
        case .string: .jsonString
        case .number: .jsonNumber
        case .bool: .jsonBool
        case .null: .jsonNull
        }
    }
}
