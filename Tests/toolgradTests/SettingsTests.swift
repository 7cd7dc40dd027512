import Engine
import Explorer
import Foundation
import Testing

@testable import toolgrad

@Suite("The settings")
struct SettingsTests {
    private func read(_ text: String) throws(SettingsProblem) -> Settings {
        try Settings.read(text: text, file: "config.toml")
    }

    /// What is wrong with a text; nil when nothing is.
    private func problem(_ text: String) -> String? {
        do throws(SettingsProblem) {
            _ = try read(text)
            return nil
        } catch {
            return "\(error)"
        }
    }

    @Test func `of an empty file are what they are without one`() throws {
        #expect(try read("") == Settings())
        #expect(try read("# nothing\n") == Settings())
    }

    @Test func `are all read`() throws {
        let settings = try read(
            """
            theme = "classic"
            color = "256"
            glyphs = "ascii"
            keymap = "prodigy"
            keyboard = "greek"
            clipboard = "osc52"
            a11y = "linear"
            require_rerun_after_arg_edit = true
            auto_advance = false
            confirm_bulk_over = 7

            [keys]
            accept = ["B", "g z"]
            """)

        let keys = KeyBinding(action: "accept", keys: ["B", "g z"], line: 13)
        let wanted = Settings(
            theme: "classic", color: .indexed256, glyphs: .ascii,
            keymap: try Keymap(.prodigy).customised(with: [keys], keyboard: .greek), clipboard: .osc52,
            access: .linear, requireRerunAfterArgEdit: true, autoAdvance: false, confirmBulkOver: 7)
        #expect(settings == wanted)
    }

    @Test func `go on to the next sample and ask above 25, unless said otherwise`() {
        #expect(Settings().autoAdvance)
        #expect(Settings().confirmBulkOver == 25)
    }

    @Test func `take a single key without brackets`() throws {
        let keys = try read("keys.accept = \"B\"").keymap.rows.first { $0.action == "accept" }

        #expect(keys?.keys == ["B"])
    }

    @Test(
        arguments: [
            ("theme = \"dark\"\nthem = 3", "config.toml:2:1 unknown setting \"them\" (theme?)"),
            ("xyzzyx = 3", "config.toml:1:1 unknown setting \"xyzzyx\""),
            ("[key]\na = 1", "config.toml:1:1 unknown setting \"key\" (keys?)"),
            ("auto-advance = true", "config.toml:1:1 unknown setting \"auto-advance\" (auto_advance?)"),
            ("theme = 3", "config.toml:1:9 \"theme\" must be text in quotation marks"),
            ("\n  auto_advance = \"yes\"", "config.toml:2:18 \"auto_advance\" must be true or false"),
            ("confirm_bulk_over = -1", "config.toml:1:21 \"confirm_bulk_over\" must be a whole number, 0 or more"),
            ("confirm_bulk_over = 2.5", "config.toml:1:21 \"confirm_bulk_over\" must be a whole number, 0 or more"),
            (
                "keymap = \"prodgy\"",
                "config.toml:1:10 \"keymap\" cannot be \"prodgy\" (prodigy?): it is one of default, prodigy, lazygit, arrows"
            ),
            ("a11y = \"braille\"", "config.toml:1:8 \"a11y\" cannot be \"braille\": it is one of screen, linear"),
            ("keys = 3", "config.toml:1:8 \"keys\" must be a table like [keys] with accept = [\"a\"]"),
            ("[keys]\naccept = [3]", "config.toml:2:10 \"accept\" must be a list of keys like [\"a\", \"g a\"]"),
            ("[keys]\naccept = 3", "config.toml:2:10 \"accept\" must be a list of keys like [\"a\", \"g a\"]"),
            (
                "[keys]\nexport = [\"K\"]\nsort = [\"K\"]",
                "config.toml: line 2 gives K to export, and line 3 gives it to sort. Give one of them another key."
            ),
            (
                "keymap = \"arrows\"\n[keys]\nacept = [\"K\"]",
                "config.toml: line 3 gives keys to \"acept\", which is no action (accept?). See toolgrad keys."
            ),
        ])
    func `say what is wrong, where, and what was probably meant`(text: String, wanted: String) {
        #expect(problem(text) == wanted)
    }

    @Test func `that are not TOML say where`() {
        #expect(problem("theme = \"dark\"\ncolor = = 3")?.hasPrefix("config.toml:2:9 is not TOML: ") == true)
        #expect(problem("theme = \"a\"\ntheme = \"b\"")?.hasPrefix("config.toml:2:") == true)
    }

    @Test func `tell all that is wrong with the keys`() {
        let text = "[keys]\naccept = [\"enter\"]\nskip = [\"esc\"]"

        #expect(problem(text)?.split(separator: "\n").count == 2)
    }

    @Test func `find a name wherever it was written`() {
        #expect(problem("\n[keys]\n\"accept\" = 3")?.hasPrefix("config.toml:3:12 ") == true)
        #expect(problem("\nkeys = { accept = 3 }")?.hasPrefix("config.toml:2:8 ") == true)
        #expect(problem("[models]\npropse = \"a\"") == "config.toml:2:1 unknown setting \"propse\" (propose?)")
    }

    @Test(arguments: [
        ("", "unknown setting"), ("prices.", "must be"), ("endpoints.", "cannot be used"),
        ("models.", "unknown setting"),
        ("endpoints.a.base_url = \"https://a.example\"\nendpoints.a.headers.", "must be text"),
    ])
    func `never show what would harm the terminal`(table: String, wanted: String) {
        let hostile = problem("\(table)\"th\u{202E}\\u001B[31m\" = 1")

        #expect(hostile?.unicodeScalars.contains("\u{202E}") == false)
        #expect(hostile?.unicodeScalars.contains("\u{1B}") == false)
        #expect(hostile?.contains(wanted) == true, "\(hostile ?? "")")
    }

    @Test func `are read from a file, which need not be there`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("settings-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("config.toml")

        #expect(try Settings.read(at: file.path) == Settings())
        try Data("theme = \"light\"".utf8).write(to: file)
        #expect(try Settings.read(at: file.path).theme == "light")
        try Data([0x74, 0xFF]).write(to: file)
        #expect(throws: SettingsProblem.self) { try Settings.read(at: file.path) }
    }
}

@Suite("The printed keys")
struct KeyTableTests {
    @Test(arguments: Keymap.Base.allCases) func `have every binding in every form`(base: Keymap.Base) {
        let rows = Keymap(base).rows
        let table = KeyTable(rows: rows)
        let text = table.text.split(separator: "\n")
        let markdown = table.markdown.split(separator: "\n")

        for row in rows {
            #expect(text.contains { $0.contains(" \(row.action) ") && $0.hasSuffix("  " + row.help) })
            let cells = markdown.first { $0.contains("| `\(row.action)` |") } ?? ""
            #expect(row.keys.allSatisfy { cells.contains("`\($0)`") }, "\(row.action)")
        }
        #expect(table.json.array?.count == rows.count)
    }

    @Test func `stand under the headings of the help`() {
        let headings = KeyTable(rows: Keymap.standard.rows).text.split(separator: "\n").filter { !$0.hasPrefix(" ") }

        #expect(
            headings == [
                "Decide", "Change", "Move", "View", "Find", "Growth", "Live", "Stats", "Compare", "Adjudicate",
                "Baselines", "Evaluations", "App",
            ])
    }

    @Test func `keep a table whole that has odd keys in it`() throws {
        let keys = KeyBinding(action: "export", keys: ["|", "`"], line: 1)
        let table = KeyTable(rows: try Keymap.standard.customised(with: [keys]).rows)

        #expect(table.markdown.contains("| `\\|`, `` ` `` | `export` | write an export |"))
    }

    @Test func `name keys as the settings take them`() throws {
        let bindings = Keymap(.lazygit).rows.enumerated().map {
            KeyBinding(action: $1.action, keys: $1.keys, line: $0 + 1)
        }

        let again = try Keymap(.standard).customised(with: bindings)

        #expect(again.rows.map { Set($0.keys) } == Keymap(.lazygit).rows.map { Set($0.keys) })
    }
}
