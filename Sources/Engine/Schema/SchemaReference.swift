/// What a `$ref` says: an address, which may be missing, and a place inside what lies there.
struct SchemaReference {
    enum Fragment {
        /// The steps from the root of the resource; none for the resource itself.
        case pointer(SchemaPointer)
        case anchor(String)
    }

    /// Empty for the resource that the reference stands in.
    let address: String
    let fragment: Fragment

    /// Nil when the escapes of the fragment are not in order.
    init?(_ text: String) {
        let hash = text.utf8.firstIndex(of: UInt8(ascii: "#")) ?? text.utf8.endIndex
        address = String(Substring(text.utf8[..<hash]))
        guard let name = SchemaPointer.percentDecoded(String(Substring(text.utf8[hash...].dropFirst()))) else {
            return nil
        }
        let isPointer = name.isEmpty || name.utf8.first == UInt8(ascii: "/")
        fragment = isPointer ? .pointer(SchemaPointer(place: SchemaPointer.root + name)) : .anchor(name)
    }
}
