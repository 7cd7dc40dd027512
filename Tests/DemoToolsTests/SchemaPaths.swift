import Engine

extension JSON {
    /// The paths of all values that an object schema describes, lists open: `items[].id`.
    var describedPaths: [String] {
        (self["properties"]?.object?.members ?? []).flatMap { member -> [String] in
            let inner = member.value["items"]?.describedPaths ?? []
            return [member.key] + inner.map { "\(member.key)[].\($0)" }
        }
    }

    /// Those of them that hold no further described values.
    var describedLeaves: [String] {
        let paths = describedPaths
        return paths.filter { path in !paths.contains { $0.hasPrefix(path + "[]") } }
    }
}

extension String {
    /// The slots of a phrase, without their filters: `city`, `@latitude`, `out.items[].name`.
    var slots: [String] {
        matches(of: /\{([^{}|]+)(\|[^{}]+)?\}|\[(none|one|many|yes|no) ([^:]+):/)
            .map { String($0.1 ?? $0.4 ?? "") }
    }

    /// The filters of a phrase's slots.
    var filters: [String] { matches(of: /\{[^{}|]+\|([^}]+)\}/).map { String($0.1) } }

    /// The words of a phrase, its slots left out.
    var plainWords: String { replacing(/\{[^}]*\}|\[(none|one|many|yes|no) [^:]+:/, with: "") }
}
