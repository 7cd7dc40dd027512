import Canvas
import TOMLKit

/// A table of the settings, whose values are read by their names.
struct SettingsTable {
    let table: TOMLTable
    /// The table's own name, as a heading would say it; nil for the whole file.
    let name: String?
    let source: SettingsSource

    init(_ table: TOMLTable, name: String? = nil, source: SettingsSource) {
        self.table = table
        self.name = name
        self.source = source
    }

    /// In the order of the file.
    var keys: [String] {
        table.keys.map { (key: $0, line: source.key($0, in: name).line) }
            .sorted { ($0.line, $0.key) < ($1.line, $1.key) }.map(\.key)
    }

    func has(_ key: String) -> Bool { table.contains(key: key) }

    func text(_ key: String) throws(SettingsProblem) -> String {
        guard let text = table[key]?.string else { throw wrong(key, "text in quotation marks") }
        return text
    }

    func flag(_ key: String) throws(SettingsProblem) -> Bool {
        guard let flag = table[key]?.bool else { throw wrong(key, "true or false") }
        return flag
    }

    func count(_ key: String, from least: Int = 0) throws(SettingsProblem) -> Int {
        guard let count = table[key]?.int, count >= least else {
            throw wrong(key, "a whole number, \(least) or more")
        }
        return count
    }

    /// A number with or without decimal places; nil for what is none.
    func number(_ key: String) -> Double? {
        table[key].flatMap { $0.double ?? $0.int.map(Double.init) }
    }

    func choice<Choice>(_ key: String) throws(SettingsProblem) -> Choice
    where Choice: RawRepresentable<String> & CaseIterable {
        let all = Choice.allCases.map(\.rawValue)
        guard let value = table[key]?.string else { throw wrong(key, "one of " + all.quoted) }
        guard let choice = Choice(rawValue: value) else {
            let nearest = NearestName.of(value, in: all)
            throw .unknownValue(valuePlace(key), key: key, value: value, nearest: nearest, all: all)
        }
        return choice
    }

    /// A table within this one; `example` shows what one looks like.
    func inner(_ key: String, example: String) throws(SettingsProblem) -> SettingsTable {
        guard let inner = table[key]?.table else { throw wrong(key, "a table like \(example)") }
        return SettingsTable(inner, name: [name, key].compactMap(\.self).joined(separator: "."), source: source)
    }

    /// The names of everything that is set.
    ///
    /// - Throws: ``SettingsProblem/unknownKey(_:key:nearest:)`` for the first one that nothing is set by.
    func names<Name>() throws(SettingsProblem) -> [Name] where Name: RawRepresentable<String> & CaseIterable {
        var names: [Name] = []
        for key in keys {
            guard let known = Name(rawValue: key) else {
                let nearest = NearestName.of(key, in: Name.allCases.map(\.rawValue))
                throw .unknownKey(keyPlace(key), key: key, nearest: nearest)
            }
            names.append(known)
        }
        return names
    }

    func wrong(_ key: String, _ expected: String) -> SettingsProblem {
        .wrongType(valuePlace(key), key: key, expected: expected)
    }

    /// Where the table is; the file's beginning for the whole of it.
    var place: SettingsProblem.Place { name.map { source.key($0) } ?? source.at(line: 1, column: 1) }

    func keyPlace(_ key: String) -> SettingsProblem.Place { source.key(key, in: name) }

    func valuePlace(_ key: String) -> SettingsProblem.Place { source.value(of: key, in: name) }
}

extension [String] {
    fileprivate var quoted: String { map { "\"\($0)\"" }.joined(separator: ", ") }
}
