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
            let table = SettingsTable(try TOMLTable(string: text), source: source)
            return try SettingsReader(table: table).settings()
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
    let table: SettingsTable

    /// Everything that can be set.
    private enum Name: String, CaseIterable {
        case theme, color, glyphs
        case keymap, keyboard, keys, clipboard, a11y
        case requireRerunAfterArgEdit = "require_rerun_after_arg_edit"
        case autoAdvance = "auto_advance"
        case confirmBulkOver = "confirm_bulk_over"
        case model, models, endpoints, prices
    }

    func settings() throws(SettingsProblem) -> Settings {
        var settings = Settings()
        let names: [Name] = try table.names()
        for name in names { try set(name, in: &settings) }
        settings.keymap = try keymap()
        settings.models = try ModelSettingsReader(table: table).models()
        return settings
    }

    private func set(_ name: Name, in settings: inout Settings) throws(SettingsProblem) {
        switch name {
        case .theme: settings.theme = try table.text(name.rawValue)
        case .color: settings.color = try table.choice(name.rawValue)
        case .glyphs: settings.glyphs = try table.choice(name.rawValue)
        case .clipboard: settings.clipboard = try table.choice(name.rawValue)
        case .a11y: settings.access = try table.choice(name.rawValue)
        case .requireRerunAfterArgEdit: settings.requireRerunAfterArgEdit = try table.flag(name.rawValue)
        case .autoAdvance: settings.autoAdvance = try table.flag(name.rawValue)
        case .confirmBulkOver: settings.confirmBulkOver = try table.count(name.rawValue)
        // They make the keymap together, or are all about models.
        case .keymap, .keyboard, .keys, .model, .models, .endpoints, .prices: return
        }
    }

    private func keymap() throws(SettingsProblem) -> Keymap {
        let base: Keymap.Base = table.has(Name.keymap.rawValue) ? try table.choice(Name.keymap.rawValue) : .standard
        let keyboard: Keyboard =
            table.has(Name.keyboard.rawValue) ? try table.choice(Name.keyboard.rawValue) : .latin
        let bindings = try bindings()
        do throws(KeymapProblems) {
            return try Keymap(base).customised(with: bindings, keyboard: keyboard)
        } catch {
            throw .keys(file: table.source.file, error)
        }
    }

    private func bindings() throws(SettingsProblem) -> [KeyBinding] {
        guard table.has(Name.keys.rawValue) else { return [] }
        let keys = try table.inner(Name.keys.rawValue, example: "[keys] with accept = [\"a\"]")
        var bindings: [KeyBinding] = []
        for action in keys.keys {
            let line = keys.keyPlace(action).line
            bindings.append(KeyBinding(action: action, keys: try presses(of: action, in: keys), line: line))
        }
        return bindings
    }

    private func presses(of action: String, in keys: SettingsTable) throws(SettingsProblem) -> [String] {
        let value = keys.table[action]
        if let one = value?.string { return [one] }
        let names = value?.array.map { array in array.map(\.string) } ?? [nil]
        guard names.allSatisfy({ $0 != nil }) else {
            throw keys.wrong(action, "a list of keys like [\"a\", \"g a\"]")
        }
        return names.compactMap(\.self)
    }
}
