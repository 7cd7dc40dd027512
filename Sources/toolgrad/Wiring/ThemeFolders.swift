import Canvas
import Foundation

/// The folders that hold the user's themes, the first before others.
struct ThemeFolders: Hashable, Sendable {
    /// What messages call a theme file.
    enum Labels {
        /// Its path, for editors to open.
        case paths
        /// Its name alone, for a line of the screen.
        case names
    }

    let paths: [String]

    /// - Parameters:
    ///   - option: The folder of `--theme-dir`.
    ///   - settings: The folder of the user's settings, which has one for themes.
    init(option: String?, settings: String) {
        paths = [option, settings + "/themes"].compactMap(\.self)
    }

    /// The themes of the folders, and those that come with the program.
    func library(labels: Labels) -> ThemeLibrary {
        ThemeLibrary(themeFiles(labels: labels))
    }

    /// The theme files, in the order in which they are looked for; a folder that is not there has none.
    func themeFiles(labels: Labels) -> [ThemeFile] {
        filePaths.map { ThemeFile(path: $0, labels: labels) }
    }

    fileprivate var stamps: [String: FileStamp] {
        Dictionary(filePaths.map { ($0, FileStamp(of: $0)) }) { first, _ in first }
    }

    private var filePaths: [String] {
        paths.flatMap { folder in
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            return names.filter { $0.hasSuffix(".toml") && !$0.hasPrefix(".") }.sorted().map { "\(folder)/\($0)" }
        }
    }
}

/// Follows the theme on the screen while its file is being edited.
struct ThemeWatch {
    private let folders: ThemeFolders
    private var stamps: [String: FileStamp]
    private var theme: LiveTheme

    /// Follows the theme with a name, from what was chosen by it.
    init(_ folders: ThemeFolders, named name: String, choice: ThemeChoice) {
        self.folders = folders
        stamps = folders.stamps
        theme = LiveTheme(named: name, choice: choice)
    }

    /// What has changed since the last call; nil when nothing has that can be seen.
    ///
    /// For a call every half second: it looks at the times of the files, and reads them only when one is another.
    mutating func changed() -> LiveTheme.Change? {
        let found = folders.stamps
        guard found != stamps else { return nil }
        stamps = found
        return theme.reload(from: folders.library(labels: .names))
    }
}

extension ThemeFile {
    private static let largest = 1 << 20

    /// The file at a path; whatever keeps it from being read is part of the value.
    init(path: String, labels: ThemeFolders.Labels) {
        let label =
            switch labels {
            case .paths: path
            case .names: URL(fileURLWithPath: path).lastPathComponent
            }
        self.init(label: label, contents: Self.contents(of: path))
    }

    private static func contents(of path: String) -> Contents {
        // A pipe or a device would keep the reader waiting, or never end.
        let stamp = FileStamp(of: path)
        guard stamp != .missing else { return .unreadable(reason: String(cString: strerror(ENOENT))) }
        guard stamp.isFile, stamp.size <= largest else { return .unreadable(reason: "it is no file of at most 1 MiB") }
        do {
            return .text(String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self))
        } catch {
            return .unreadable(reason: error.localizedDescription)
        }
    }
}

/// By what one sees that a file has changed.
private struct FileStamp: Hashable {
    var isFile = false
    var size = 0
    var number: UInt64 = 0
    var seconds = 0
    var nanoseconds = 0

    /// The stamp of no file.
    static let missing = FileStamp()

    init() {}

    init(of path: String) {
        var found = stat()
        guard stat(path, &found) == 0 else { return }
        isFile = found.st_mode & S_IFMT == S_IFREG
        size = Int(found.st_size)
        number = UInt64(found.st_ino)
        (seconds, nanoseconds) = (found.st_mtim.tv_sec, found.st_mtim.tv_nsec)
    }
}
