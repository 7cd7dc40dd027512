import Engine

/// The members of an object in a configuration file, each of the type that it must have.
struct Fields {
    let object: JSON.Object
    /// Who has them, as the beginning of a sentence.
    private let owner: String

    init(_ object: JSON.Object, of owner: String) {
        self.object = object
        self.owner = owner
    }

    func refuseDuplicates() throws(ServerRefusal) {
        guard let key = object.duplicateKeys.first else { return }
        throw ServerRefusal("\(owner) has \"\(key)\" twice. Remove one.")
    }

    func text(_ key: String) throws(ServerRefusal) -> String? {
        guard let value = object[key], !value.isNull else { return nil }
        guard let text = value.string else { throw wrong(key, value, "a string") }
        return text
    }

    func flag(_ key: String) throws(ServerRefusal) -> Bool? {
        guard let value = object[key], !value.isNull else { return nil }
        guard let flag = value.bool else { throw wrong(key, value, "true or false") }
        return flag
    }

    func texts(_ key: String) throws(ServerRefusal) -> [String] {
        guard let value = object[key], !value.isNull else { return [] }
        let texts = value.array?.map(\.string) ?? [nil]
        guard !texts.contains(nil) else { throw wrong(key, value, "an array of strings") }
        return texts.compactMap { $0 }
    }

    /// Names with a text each; a number counts as its text.
    func map(_ key: String) throws(ServerRefusal) -> [(key: String, value: String)] {
        guard let value = object[key], !value.isNull else { return [] }
        guard let members = value.object else { throw wrong(key, value, "an object") }
        if let twice = members.duplicateKeys.first {
            throw ServerRefusal("Its \"\(key)\" has \"\(twice)\" twice. Remove one.")
        }
        return try members.members.map { (member) throws(ServerRefusal) in
            guard let text = member.value.string ?? member.value.number?.text else {
                throw ServerRefusal(
                    "\"\(member.key)\" in its \"\(key)\" must be a string. Write it between quotation marks.")
            }
            return (member.key, text)
        }
    }

    func wrong(_ key: String, _ value: JSON, _ wanted: String) -> ServerRefusal {
        let found = value.array == nil ? "is of type \(value.typeName)" : "is another array"
        return ServerRefusal("Its \"\(key)\" must be \(wanted), and \(found).")
    }
}
