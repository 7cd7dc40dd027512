extension JSON {
    /// Named values in the order they were written; a key may occur more than once.
    package struct Object: Hashable, Sendable {
        /// One key with its value.
        package struct Member: Sendable {
            /// The name; its UTF-8 bytes count.
            package var key: String
            /// What the name stands for.
            package var value: JSON

            /// Joins a key and a value.
            package init(key: String, value: JSON) {
                self.key = key
                self.value = value
            }
        }

        /// All members, duplicates included, in order.
        package private(set) var members: [Member]

        /// Keeps the members as they are given, duplicates included.
        package init(_ members: [Member] = []) {
            self.members = members
        }
    }
}

extension JSON.Object {
    /// The keys in order; a duplicate key is listed each time.
    package var keys: [String] { members.map(\.key) }

    /// How many members there are, duplicates counted.
    package var count: Int { members.count }

    /// Whether there is no member.
    package var isEmpty: Bool { members.isEmpty }

    /// Each key that occurs more than once, listed once, in the order of its second occurrence.
    ///
    /// Takes linear time.
    package var duplicateKeys: [String] {
        var counts: [ExactText: Int] = [:]
        return members.map(\.key).filter { key in
            counts[ExactText(key), default: 0] += 1
            return counts[ExactText(key)] == 2
        }
    }

    /// The value of the first member with this key, by UTF-8 bytes.
    ///
    /// Takes linear time.
    package subscript(key: String) -> JSON? {
        index(of: key).map { members[$0].value }
    }

    /// Gives a key one value: in the place of its first member (its duplicates go), or at the end.
    package mutating func set(_ key: String, _ value: JSON) {
        guard let first = index(of: key) else { return members.append(Member(key: key, value: value)) }
        remove(key)
        members.insert(Member(key: key, value: value), at: first)
    }

    /// Takes out every member with this key.
    package mutating func remove(_ key: String) {
        members.removeAll { ExactText($0.key) == ExactText(key) }
    }

    private func index(of key: String) -> Int? {
        members.firstIndex { ExactText($0.key) == ExactText(key) }
    }
}

extension JSON.Object.Member: Hashable {
    /// Compares the bytes of the keys, and the values.
    package static func == (lhs: Self, rhs: Self) -> Bool {
        ExactText(lhs.key) == ExactText(rhs.key) && lhs.value == rhs.value
    }

    /// Hashes what ``==(_:_:)`` compares.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(ExactText(key))
        hasher.combine(value)
    }
}

extension JSON.Object: ExpressibleByDictionaryLiteral {
    /// Keeps the pairs in the order they are written, duplicates included.
    package init(dictionaryLiteral elements: (String, JSON)...) {
        self.init(elements.map { Member(key: $0.0, value: $0.1) })
    }
}
