/// How ToolBench spells names: as the modules and functions of its servers are called.
enum ToolBenchSpelling {
    /// Words that are reserved where ToolBench makes functions of names.
    private static let reserved: Set<String> = ["from", "class", "return", "false", "true", "id", "and"]

    /// The name of a tool, in which everything but letters and digits is `_`; empty where nothing is left.
    static func tool(_ name: String) -> String {
        standard(name, keeps: { $0 == "^" || (0x4E00...0x9FA5).contains($0.value) })
    }

    /// The name of an API or of a parameter: a tool's, and no reserved word.
    static func member(_ name: String) -> String { unreserved(tool(name)) }

    /// The name of a category, which keeps its case.
    static func category(_ name: String) -> String {
        collapsed(name.unicodeScalars.map { " ,/".unicodeScalars.contains($0) ? "_" : $0 })
    }

    /// The ASCII part of a name: what a model may call.
    static func callable(_ name: String) -> String { standard(name, keeps: { _ in false }) }

    /// Whether a parameter may be called this in a function that models call.
    static func isKey(_ name: String) -> Bool {
        (1...64).contains(name.utf8.count)
            && name.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_")
            }
    }

    private static func unreserved(_ name: String) -> String { reserved.contains(name) ? "is_" + name : name }

    private static func standard(_ name: String, keeps isKept: (UnicodeScalar) -> Bool) -> String {
        let scalars = name.unicodeScalars.map { scalar -> UnicodeScalar in
            let isWord = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
            return isWord || isKept(scalar) ? scalar : "_"
        }
        let text = collapsed(scalars).drop { $0 == "_" }.reversed().drop { $0 == "_" }.reversed()
        let lowered = String(text).lowercased()
        return lowered.first?.isASCII == true && lowered.first?.isNumber == true ? "get_" + lowered : lowered
    }

    private static func collapsed(_ scalars: [UnicodeScalar]) -> String {
        var text = String.UnicodeScalarView()
        for scalar in scalars where scalar != "_" || text.last != "_" { text.append(scalar) }
        return String(text)
    }
}
