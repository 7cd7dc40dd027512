import Engine

/// A tool's output that can be shortened around what is used of it.
///
/// Of JSON whole elements, members and texts go, from the end on, so that JSON is left; of other text its end. Each cut
/// is marked where it was made: `… [cut: 3 of 40 items]` says how many of how many are gone.
struct CuttableOutput {
    /// In characters.
    let length: Int
    private let root: Part
    private let isJSON: Bool

    /// Takes an output, the places in it that calls use, and what the response uses.
    init(_ text: String, keeping paths: Set<JSONPath>, and response: ResponseUse) {
        length = text.count
        if let json = try? JSON(parsing: text), json.isNested {
            isJSON = true
            let used = paths.union(response.paths(in: json))
            root = Part(json, at: .root, keeping: used, and: response)
        } else {
            isJSON = false
            root = .text(CuttableText(text, and: response))
        }
    }

    /// At most about so many characters, and what is used; nil where nothing would be gained.
    func cut(to length: Int) -> String? {
        guard length < self.length else { return nil }
        var rest = max(0, length - root.usedLength)
        let kept = root.cut(&rest)
        let text = isJSON ? (kept ?? root.mark).compactText : kept?.string ?? ""
        return text.count < self.length ? text : nil
    }
}

/// A value of an output.
private indirect enum Part {
    case leaf(JSON, length: Int, isUsed: Bool)
    case text(CuttableText)
    /// The items, and whether the response says how many they are.
    case array([Part], isCounted: Bool)
    case object([(key: String, part: Part)])

    init(_ json: JSON, at path: JSONPath, keeping used: Set<JSONPath>, and response: ResponseUse) {
        switch json {
        case .array(let items) where !items.isEmpty:
            let parts = items.enumerated().map {
                Part($0.element, at: path.appending(index: $0.offset), keeping: used, and: response)
            }
            self = .array(parts, isCounted: response.says(count: items.count))
        case .object(let object) where !object.isEmpty:
            self = .object(
                object.members.map {
                    ($0.key, Part($0.value, at: path.appending(key: $0.key), keeping: used, and: response))
                })
        case .string(let text) where text.count > CuttableText.shortest && !used.contains(path):
            self = .text(CuttableText(text, and: response))
        case .null, .bool, .number, .string, .array, .object:
            self = .leaf(json, length: json.compactText.count, isUsed: used.contains(path))
        }
    }

    /// How long the parts are that stay in any case.
    var usedLength: Int {
        switch self {
        case .leaf(_, let length, let isUsed): isUsed ? length : 0
        case .text(let text): text.usedLength
        case .array(let items, _): items.reduce(0) { $0 + $1.usedLength }
        case .object(let members): members.reduce(0) { $0 + $1.part.usedLength }
        }
    }

    /// What stands where nothing is kept.
    var mark: JSON {
        switch self {
        case .leaf(let value, _, _): value
        case .text: ""
        case .array(let items, _): [Self.mark(items.count, of: items.count, "items")]
        case .object(let members): ["…": Self.mark(members.count, of: members.count, "members")]
        }
    }

    /// What is kept: what is used, and of the rest the first characters; nil for nothing.
    func cut(_ rest: inout Int) -> JSON? {
        switch self {
        case .leaf(let value, let length, let isUsed): return isUsed || rest.take(length) ? value : JSON?.none
        case .text(let text): return text.cut(&rest).map(JSON.string)
        case .array(let items, let isCounted):
            let kept = items.compactMap { $0.cut(&rest) }
            if kept.isEmpty { return isCounted ? mark : JSON?.none }
            let lost = items.count - kept.count
            return .array(kept + (lost > 0 ? [Self.mark(lost, of: items.count, "items")] : []))
        case .object(let members):
            let kept = members.compactMap { member in
                member.part.cut(&rest).map { JSON.Object.Member(key: member.key, value: $0) }
            }
            if kept.isEmpty { return nil }
            let lost = members.count - kept.count
            let mark = JSON.Object.Member(key: "…", value: Self.mark(lost, of: members.count, "members"))
            return .object(JSON.Object(kept + (lost > 0 ? [mark] : [])))
        }
    }

    private static func mark(_ lost: Int, of whole: Int, _ what: String) -> JSON {
        .string("… [cut: \(lost) of \(whole) \(what)]")
    }
}

extension JSON {
    /// Whether it has parts that could go.
    fileprivate var isNested: Bool {
        switch self {
        case .array(let items): !items.isEmpty
        case .object(let object): !object.isEmpty
        case .null, .bool, .number, .string: false
        }
    }
}

extension Int {
    /// Takes so many away, or all there is and says that it was not enough.
    fileprivate mutating func take(_ count: Int) -> Bool {
        guard count <= self else {
            self = 0
            return false
        }
        self -= count
        return true
    }
}
