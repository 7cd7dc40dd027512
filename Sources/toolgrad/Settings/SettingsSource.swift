/// The text of the settings, to find where something was said in it.
struct SettingsSource {
    let file: String
    private let lines: [Substring]

    init(_ text: String, file: String) {
        self.file = file
        lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    }

    /// Where the value of a key begins.
    func value(of key: String, in table: String? = nil) -> SettingsProblem.Place {
        place(of: key, in: table) { line in
            let value = line.firstIndex(of: "=").map { line[line.index(after: $0)...].drop(while: \.isWhitespace) }
            return value?.startIndex ?? line.startIndex
        }
    }

    /// Where a key, or the heading of a table, is written.
    func key(_ key: String, in table: String? = nil) -> SettingsProblem.Place {
        place(of: key, in: table) { line in line.drop(while: \.isWhitespace).startIndex }
    }

    func at(line: Int, column: Int) -> SettingsProblem.Place {
        SettingsProblem.Place(file: file, line: line, column: column)
    }

    private func place(
        of key: String, in table: String?, column: (Substring) -> Substring.Index
    ) -> SettingsProblem.Place {
        // What stands in a table between braces is where that table is.
        var wanted: String? = Self.path(table, key)
        while let path = wanted {
            if let found = place(ofPath: path, column: column) { return found }
            wanted = path.lastIndex(of: ".").map { String(path[..<$0]) }
        }
        return at(line: 1, column: 1)
    }

    private func place(ofPath path: String, column: (Substring) -> Substring.Index) -> SettingsProblem.Place? {
        var current: String?
        for (index, line) in lines.enumerated() {
            if let heading = Self.heading(of: line) {
                current = heading
                if Self.path(heading, isOrIsIn: path) { return at(line: index + 1, column: 1) }
            } else if let name = Self.name(in: line), Self.path(Self.path(current, name), isOrIsIn: path) {
                return at(line: index + 1, column: line.distance(from: line.startIndex, to: column(line)) + 1)
            }
        }
        return nil
    }

    private static func path(_ inner: String, isOrIsIn outer: String) -> Bool {
        inner == outer || inner.hasPrefix(outer + ".")
    }

    /// Names as they are compared: without quotation marks and blanks.
    private static func path(_ table: String?, _ key: String) -> String {
        [table, key].compactMap { $0?.filter { !" \t\"'".contains($0) } }.joined(separator: ".")
    }

    private static func heading(of line: Substring) -> String? {
        let code = line.drop(while: \.isWhitespace)
        guard code.first == "[" else { return nil }
        return String(code.dropFirst().prefix { $0 != "]" }.filter { !" \t\"'".contains($0) })
    }

    private static func name(in line: Substring) -> String? {
        line.firstIndex(of: "=").map { line[..<$0].filter { !" \t\"'".contains($0) } }
    }
}
