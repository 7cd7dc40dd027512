import Engine
import Foundation

/// What the program finds around it: environment, folders and clock.
///
/// Read once, here and nowhere else.
struct Surroundings: Sendable {
    /// Where datasets live that nobody gave a path.
    let dataFolder: String
    /// Where the user's settings and themes live.
    let settingsFolder: String
    /// Whether the terminal is on another machine than the program.
    let isRemote: Bool
    /// Who decides, as the journal names them.
    var reviewer: String
    /// The kind of the terminal: `TERM`.
    let term: String?
    /// Whether `NO_COLOR` asks for no colours (no-color.org: any value but an empty one).
    let wantsNoColor: Bool
    /// `COLORTERM`, by which some terminals say that they show any colour.
    let colorTerm: String?
    /// The variable that decides the locale; nil when none is set.
    let locale: LocaleVariable?
    /// The user's editor, a shell command.
    let editor: String
    /// A private folder for the files an editor opens.
    let scratchFolder: String
    /// The distance of the local clock from UTC.
    let utcOffset: Duration
    /// The user's home folder.
    let home: String
    /// Addresses, keys and ways through the network.
    let models: ModelEnvironment

    /// Reads them from the variables of the process, unless a test has its own.
    static func read(_ environment: [String: String] = ProcessInfo.processInfo.environment) -> Surroundings {
        func value(_ name: String) -> String? {
            environment[name].flatMap { $0.isEmpty ? nil : $0 }
        }
        let home = value("HOME") ?? NSHomeDirectory()
        return Surroundings(
            dataFolder: (value("XDG_DATA_HOME") ?? home + "/.local/share") + "/toolgrad",
            settingsFolder: (value("XDG_CONFIG_HOME") ?? home + "/.config") + "/toolgrad",
            isRemote: value("SSH_CONNECTION") != nil || value("SSH_TTY") != nil,
            reviewer: value("TOOLGRAD_REVIEWER") ?? value("USER") ?? value("LOGNAME") ?? NSUserName(),
            term: value("TERM"), wantsNoColor: value("NO_COLOR") != nil, colorTerm: value("COLORTERM"),
            locale: LocaleVariable.byRank.lazy.compactMap { name in
                value(name).map { LocaleVariable(name: name, value: $0) }
            }.first,
            editor: value("VISUAL") ?? value("EDITOR") ?? "vi",
            scratchFolder: value("XDG_RUNTIME_DIR") ?? NSTemporaryDirectory(),
            utcOffset: .seconds(TimeZone.current.secondsFromGMT()), home: home,
            models: ModelEnvironment(environment: environment))
    }

    /// The wall clock.
    @Sendable static func now() -> Timestamp {
        Timestamp(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
    }
}

extension Surroundings {
    /// The dataset that was open last, if it is still there.
    var lastDataset: String? {
        rememberedDataset.flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }
    }

    /// The dataset that was open last, whether or not it is still there.
    var rememberedDataset: String? {
        let text = (try? String(contentsOfFile: lastDatasetNote, encoding: .utf8)) ?? ""
        let path = text.trimmingCharacters(in: .newlines)
        return path.isEmpty ? nil : path
    }

    /// Remembers the dataset for the next start.
    ///
    /// A folder that cannot be written costs only that.
    func remember(dataset path: String) {
        let absolute = URL(fileURLWithPath: path).path
        try? FileManager.default.createDirectory(atPath: dataFolder, withIntermediateDirectories: true)
        try? absolute.write(toFile: lastDatasetNote, atomically: true, encoding: .utf8)
    }

    /// What the user set; the defaults where there is no file of settings.
    ///
    /// - Throws: ``CommandFailure`` that names file and line of what cannot be used.
    func settings() throws -> Settings {
        do { return try Settings.read(at: settingsFolder + "/config.toml") } catch { throw CommandFailure("\(error)") }
    }

    /// The theme that was chosen in the explorer; nil where none was.
    var rememberedTheme: String? {
        let text = (try? String(contentsOfFile: themeNote, encoding: .utf8)) ?? ""
        let name = text.trimmingCharacters(in: .whitespacesAndNewlines)
        return name.isEmpty ? nil : name
    }

    /// Remembers a theme for the next start.
    func remember(theme: String) throws {
        try FileManager.default.createDirectory(atPath: dataFolder, withIntermediateDirectories: true)
        try theme.write(toFile: themeNote, atomically: true, encoding: .utf8)
    }

    /// A path for a fresh demo dataset, in a folder that exists.
    ///
    /// - Throws: ``CommandFailure`` when the folder cannot be made.
    func freshDemoDataset() throws -> String {
        do { try FileManager.default.createDirectory(atPath: dataFolder, withIntermediateDirectories: true) } catch {
            throw CommandFailure(
                "The folder \(dataFolder) for datasets cannot be made: \(error.localizedDescription) "
                    + "Set XDG_DATA_HOME to a folder that can be written.")
        }
        let formatter = DateFormatter()
        formatter.dateFormat = "yyyyMMdd-HHmmss"
        let stem = dataFolder + "/demo-" + formatter.string(from: Date())
        return (1...).lazy.map { $0 == 1 ? "\(stem).toolgrad" : "\(stem)-\($0).toolgrad" }
            .first { !FileManager.default.fileExists(atPath: $0) } ?? stem
    }

    private var lastDatasetNote: String { dataFolder + "/last-dataset" }
    private var themeNote: String { dataFolder + "/theme" }
}

/// A variable of the environment that says how text is encoded.
struct LocaleVariable: Hashable, Sendable, CustomStringConvertible {
    let name: String
    let value: String

    /// The names; the first one that is set decides.
    static let byRank = ["LC_ALL", "LC_CTYPE", "LANG"]

    var description: String { "\(name)=\(value)" }
}

/// Why a command could not do its work; the text says what failed, on what, and what to do.
struct CommandFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
