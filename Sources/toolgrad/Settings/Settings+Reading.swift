import Canvas
import Explorer
import Foundation
import TOMLKit

extension Settings {
    /// Reads the settings from a file's text.
    ///
    /// - Parameters:
    ///   - text: The text, as TOML.
    ///   - file: The file's name, for messages.
    /// - Returns: The settings, with what is not said as it is without the file.
    /// - Throws: The first ``SettingsProblem``; with the keys all there are.
    static func read(text: String, file: String) throws(SettingsProblem) -> Settings {
        let source = SettingsSource(text, file: file)
        do {
            return try SettingsReader(table: try TOMLTable(string: text), source: source).settings()
        } catch let error as TOMLParseError {
            let start = error.source.begin
            throw .syntax(source.at(line: start.line, column: start.column), reason: error.description)
        } catch let problem as SettingsProblem {
            throw problem
        } catch {
            throw .syntax(source.at(line: 1, column: 1), reason: "\(error)")
        }
    }

    /// Reads the settings from a file; where there is none, everything is as it is unless it is set.
    static func read(at path: String) throws(SettingsProblem) -> Settings {
        guard FileManager.default.fileExists(atPath: path) else { return Settings() }
        let text: String
        do { text = try String(contentsOfFile: path, encoding: .utf8) } catch {
            throw .unreadable(file: path, reason: error.localizedDescription)
        }
        return try read(text: text, file: path)
    }
}

/// Makes settings of a parsed file.
private struct SettingsReader {
    let table: TOMLTable
    let source: SettingsSource

    /// Everything that can be set.
    private enum Name: String, CaseIterable {
        case theme, color, glyphs
        case keymap, keyboard, keys, clipboard, a11y
        case requireRerunAfterArgEdit = "require_rerun_after_arg_edit"
        case autoAdvance = "auto_advance"
        case confirmBulkOver = "confirm_bulk_over"
    }

    func settings() throws(SettingsProblem) -> Settings {
        var settings = Settings()
        for key in table.keys.sorted(by: { source.key($0).line < source.key($1).line }) {
            guard let name = Name(rawValue: key) else {
                let nearest = NearestName.of(key, in: Name.allCases.map(\.rawValue))
                throw .unknownKey(source.key(key), key: key, nearest: nearest)
            }
            try set(name, in: &settings)
        }
        settings.keymap = try keymap()
        return settings
    }

    private func set(_ name: Name, in settings: inout Settings) throws(SettingsProblem) {
        switch name {
        case .theme: settings.theme = try text(name)
        case .color: settings.color = try choice(name)
        case .glyphs: settings.glyphs = try choice(name)
        case .clipboard: settings.clipboard = try choice(name)
        case .a11y: settings.access = try choice(name)
        case .requireRerunAfterArgEdit: settings.requireRerunAfterArgEdit = try flag(name)
        case .autoAdvance: settings.autoAdvance = try flag(name)
        case .confirmBulkOver: settings.confirmBulkOver = try count(name)
        // They make the keymap together.
        case .keymap, .keyboard, .keys: return
        }
    }

    private func keymap() throws(SettingsProblem) -> Keymap {
        let base: Keymap.Base = table.contains(key: Name.keymap.rawValue) ? try choice(.keymap) : .standard
        let keyboard: Keyboard = table.contains(key: Name.keyboard.rawValue) ? try choice(.keyboard) : .latin
        let bindings = try bindings()
        do throws(KeymapProblems) {
            return try Keymap(base).customised(with: bindings, keyboard: keyboard)
        } catch {
            throw .keys(file: source.file, error)
        }
    }

    private func bindings() throws(SettingsProblem) -> [KeyBinding] {
        let key = Name.keys.rawValue
        guard let value = table[key] else { return [] }
        guard let keys = value.table else {
            throw .wrongType(source.value(of: key), key: key, expected: "a table like [keys] with accept = [\"a\"]")
        }
        var bindings: [KeyBinding] = []
        for action in keys.keys {
            let line = source.key(action, in: key).line
            bindings.append(KeyBinding(action: action, keys: try presses(keys[action], action), line: line))
        }
        return bindings.sorted { $0.line < $1.line }
    }

    private func presses(_ value: (any TOMLValueConvertible)?, _ action: String) throws(SettingsProblem) -> [String] {
        if let one = value?.string { return [one] }
        let names = value?.array.map { array in array.map(\.string) } ?? [nil]
        guard names.allSatisfy({ $0 != nil }) else {
            let place = source.value(of: action, in: Name.keys.rawValue)
            throw .wrongType(place, key: action, expected: "a list of keys like [\"a\", \"g a\"]")
        }
        return names.compactMap(\.self)
    }

    private func text(_ name: Name) throws(SettingsProblem) -> String {
        guard let text = table[name.rawValue]?.string else { throw wrong(name, "text in quotation marks") }
        return text
    }

    private func flag(_ name: Name) throws(SettingsProblem) -> Bool {
        guard let flag = table[name.rawValue]?.bool else { throw wrong(name, "true or false") }
        return flag
    }

    private func count(_ name: Name) throws(SettingsProblem) -> Int {
        guard let count = table[name.rawValue]?.int, count >= 0 else { throw wrong(name, "a whole number, 0 or more") }
        return count
    }

    private func choice<Choice>(_ name: Name) throws(SettingsProblem) -> Choice
    where Choice: RawRepresentable<String> & CaseIterable {
        let all = Choice.allCases.map(\.rawValue)
        guard let value = table[name.rawValue]?.string else { throw wrong(name, "one of " + all.quoted) }
        guard let choice = Choice(rawValue: value) else {
            let nearest = NearestName.of(value, in: all)
            throw .unknownValue(
                source.value(of: name.rawValue), key: name.rawValue, value: value, nearest: nearest, all: all)
        }
        return choice
    }

    private func wrong(_ name: Name, _ expected: String) -> SettingsProblem {
        .wrongType(source.value(of: name.rawValue), key: name.rawValue, expected: expected)
    }
}

extension [String] {
    fileprivate var quoted: String { map { "\"\($0)\"" }.joined(separator: ", ") }
}
