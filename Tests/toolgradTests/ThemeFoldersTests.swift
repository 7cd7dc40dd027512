import Canvas
import Foundation
import Testing

@testable import toolgrad

@Suite("Folders of themes")
struct ThemeFoldersTests {
    /// A folder for settings and one beside it, both removed at the end of a test.
    private final class Folders {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("themes-\(UUID().uuidString)").path
        var option: String { root + "/option" }
        var settings: String { root + "/settings" }
        var themes: ThemeFolders { ThemeFolders(option: option, settings: settings) }

        init() throws {
            for folder in [option, settings + "/themes"] {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            }
        }

        deinit { try? FileManager.default.removeItem(atPath: root) }

        @discardableResult
        func save(_ name: String, in folder: String, text color: String) throws -> String {
            let path = "\(folder)/\(name).toml"
            let text = "schema = 1\nname = \"\(name)\"\ninherits = \"dark\"\n[roles]\ntext = \"\(color)\"\n"
            try text.write(toFile: path, atomically: true, encoding: .utf8)
            return path
        }
    }

    private func color(of name: String, in library: ThemeLibrary) throws -> Color {
        try library.theme(named: name).style(for: Ink(), tier: .truecolor).foreground
    }

    @Test func `are looked into before the themes that come with the program, the option's first`() throws {
        let folders = try Folders()
        try folders.save("warm", in: folders.option, text: "#ffeeee")
        try folders.save("warm", in: folders.settings + "/themes", text: "#eeeeee")
        try folders.save("light", in: folders.settings + "/themes", text: "#eeffee")

        let library = folders.themes.library(labels: .names)

        #expect(try color(of: "warm", in: library) == .rgb(red: 0xFF, green: 0xEE, blue: 0xEE))
        #expect(try color(of: "light", in: library) == .rgb(red: 0xEE, green: 0xFF, blue: 0xEE))
        #expect(library.themes.map(\.name).last == "warm")
    }

    @Test func `need not be there`() {
        let folders = ThemeFolders(option: "/no/such/folder", settings: "/none")

        #expect(folders.library(labels: .names) == .builtIn)
    }

    @Test func `leave alone what is no theme`() throws {
        let folders = try Folders()
        for name in ["notes.txt", ".warm.toml", "warm.toml~"] {
            try "x".write(toFile: "\(folders.option)/\(name)", atomically: true, encoding: .utf8)
        }

        #expect(folders.themes.themeFiles(labels: .names).isEmpty)
    }

    @Test func `tell why a file cannot be read, and do not wait for a pipe`() throws {
        let folders = try Folders()
        try #require(mkfifo(folders.option + "/pipe.toml", 0o600) == 0)
        try FileManager.default.createSymbolicLink(
            atPath: folders.option + "/gone.toml", withDestinationPath: folders.root + "/nowhere")

        let library = folders.themes.library(labels: .names)

        #expect(
            ["pipe", "gone"].map { "\(library.choice(of: $0).problems[0])" } == [
                "pipe.toml:1:1 cannot be read: it is no file of at most 1 MiB",
                "gone.toml:1:1 cannot be read: No such file or directory",
            ])
    }

    @Test func `lie where the settings are`() {
        let folders = [
            ["HOME": "/home/ann"], ["HOME": "/home/ann", "XDG_CONFIG_HOME": ""],
            ["HOME": "/h", "XDG_CONFIG_HOME": "/etc/x"],
        ].map { Surroundings.read($0).settingsFolder }

        #expect(folders == ["/home/ann/.config/toolgrad", "/home/ann/.config/toolgrad", "/etc/x/toolgrad"])
    }

    @Test func `are watched while a theme is edited`() throws {
        let folders = try Folders()
        try folders.save("warm", in: folders.option, text: "#ffeeee")
        let choice = folders.themes.library(labels: .names).choice(of: "warm")
        var watch = ThemeWatch(folders.themes, named: "warm", choice: choice)

        #expect(watch.changed() == nil)

        try folders.save("warm", in: folders.option, text: "blu")
        guard case .kept(let problems) = watch.changed() else {
            Issue.record("A bad file was taken over.")
            return
        }
        #expect(problems.map(\.description) == ["warm.toml:5:9 unknown colour \"blu\" (blue?)"])
        #expect(watch.changed() == nil)

        try folders.save("warm", in: folders.option, text: "#ddffff")
        let theme = try folders.themes.library(labels: .names).theme(named: "warm")
        #expect(watch.changed() == .restyled(theme, problems: []))
    }
}
