import Engine

/// What values an API's answer has, as the shape that a library gives of it says.
///
/// It is a hint: an answer may look otherwise, so it is no output schema.
struct ResponseShape {
    struct Leaf: Hashable {
        /// Such as `players[].id`.
        let path: String
        /// The key, with its object's before it where it says too little alone: `player id`.
        let words: [String]
        /// As JSON Schema names it.
        let type: String
    }

    /// A large answer has more fields than anybody asks about.
    private static let most = 40

    /// The leaves, in the order of the shape.
    let leaves: [Leaf]

    init(_ shape: JSON) {
        leaves = Array(Self.leaves(of: shape, at: "", words: []).prefix(Self.most))
    }

    private static func leaves(of shape: JSON, at path: String, words: [String]) -> [Leaf] {
        switch shape {
        case .object(let object):
            return object.members.filter { $0.key != "_list_length" && $0.key.isPlain }.flatMap { member in
                leaves(
                    of: member.value, at: path.isEmpty ? member.key : "\(path).\(member.key)",
                    words: words.suffix(1) + [member.key])
            }
        case .array(let items): return items.first.map { leaves(of: $0, at: path + "[]", words: words) } ?? []
        case .string(let name):
            guard let type = type(name), !path.isEmpty else { return [] }
            return [Leaf(path: path, words: words, type: type)]
        case .null, .bool, .number: return []
        }
    }

    /// `int`, or `list of int with length 4`, which stands in a list of its own.
    private static func type(_ name: String) -> String? {
        let word = name.hasPrefix("list of ") ? name.dropFirst(8).prefix { $0 != " " } : name[...]
        return ["str": "string", "int": "number", "float": "number", "bool": "boolean"][String(word)]
    }
}

extension String {
    /// Whether a path can name it.
    fileprivate var isPlain: Bool {
        !isEmpty
            && utf8.allSatisfy { byte in
                let isLetter = (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                return isLetter || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
                    || byte == UInt8(ascii: "-")
            }
    }
}
