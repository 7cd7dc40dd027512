/// The keys and indices that lead from the root of a schema to one of its parts.
struct SchemaPointer {
    /// The place of the whole schema.
    static let root = "#"

    private let tokens: [String]

    /// Nil unless the reference is `#` or `#/…`, with its escapes in order.
    init?(reference: String) {
        guard let reference = SchemaReference(reference), reference.address.isEmpty,
            case .pointer(let pointer) = reference.fragment
        else { return nil }
        self = pointer
    }

    private init(tokens: [String]) {
        self.tokens = tokens
    }

    /// Takes apart what ``place`` writes.
    init(place: String) {
        tokens = place.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .dropFirst().map { Self.unescaped(String(decoding: $0, as: UTF8.self)) }
    }

    /// The place in the one spelling that all places have.
    var place: String { ([Self.root] + tokens.map(Self.escaped)).joined(separator: "/") }

    func target(in schema: JSON) -> JSON? {
        tokens.reduce(Optional(schema)) { $0?.part($1) }
    }

    /// The innermost resource on the way from the root: its place, and the address that references inside it have.
    func resource(in schema: JSON) -> (place: String, address: SchemaURI) {
        var value: JSON? = schema
        var (resource, address) = (0, SchemaURI.none)
        for count in 0...tokens.count {
            if count > 0 { value = value?.part(tokens[count - 1]) }
            guard let identifier = value?.resourceIdentifier else { continue }
            (resource, address) = (count, address.resolving(SchemaURI(identifier)))
        }
        return (SchemaPointer(tokens: Array(tokens.prefix(resource))).place, address)
    }

    /// This pointer, seen from a part of the schema.
    func inside(_ place: String) -> SchemaPointer {
        SchemaPointer(tokens: SchemaPointer(place: place).tokens + tokens)
    }

    static func escaped(_ token: String) -> String {
        let bytes = token.utf8.flatMap { byte in
            switch byte {
            case UInt8(ascii: "~"): Array("~0".utf8)
            case UInt8(ascii: "/"): Array("~1".utf8)
            default: [byte]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func unescaped(_ token: String) -> String {
        var (bytes, rest) = ([UInt8](), token.utf8[...])
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "~"), let code = rest.first, code == 0x30 || code == 0x31 else {
                bytes.append(byte)
                continue
            }
            bytes.append(code == 0x30 ? UInt8(ascii: "~") : UInt8(ascii: "/"))
            rest.removeFirst()
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func percentDecoded(_ text: String) -> String? {
        var (bytes, rest) = ([UInt8](), text.utf8[...])
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let digits = String(rest.prefix(2)), digits.utf8.count == 2, let code = UInt8(digits, radix: 16)
            else { return nil }
            bytes.append(code)
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}

extension JSON {
    fileprivate func part(_ token: String) -> JSON? {
        array == nil ? self[token] : Int(token).flatMap { self[$0] }
    }
}
