import DatasetFormats
import DisplaySafety
import Engine
import Foundation

/// The files that an import reads, found below the paths that a user gave.
struct ImportList {
    struct File {
        /// As the user would name it.
        let path: String
        let format: ImportFormat
        let layout: ImportLayout
        /// The export that it is of, and what that calls it.
        let export: (folder: ImportFolder, name: String)?
        /// Whether its export made rows in it beside those of samples, and it is not as that wrote it.
        let isChanged: Bool

        /// What its tool names stand for, by the manifest of its export.
        var names: [String: ToolName] { export?.folder.account?.names ?? [:] }

        /// The kind of a row that was made of a sample beside its own; nil for every other row.
        func derivedKind(at spot: ImportPlace.Spot) -> String? {
            // Lines of a changed file are not the lines that the export tells of.
            if isChanged { return nil }
            switch spot {
            case .line(let number): return export.flatMap { $0.folder.derived.kind(of: number, in: $0.name) }
            case .whole, .element: return nil
            }
        }
    }

    private(set) var files: [File] = []
    /// What records may name instead of tools of their own.
    private(set) var libraries = RecordLibraries()

    /// - Throws: ``CommandFailure`` for a path that cannot be read, or that holds no samples.
    init(_ paths: [String], format: ImportFormat?) throws {
        for path in paths { try add(path, format) }
        guard !files.isEmpty else {
            throw CommandFailure("There is no .json or .jsonl file in \(paths.joined(separator: ", ")).")
        }
    }

    private mutating func add(_ path: String, _ format: ImportFormat?) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw CommandFailure("There is no file \(path). Check the path.")
        }
        guard isFolder.boolValue else {
            let folder = try ImportFolder(of: path)
            folder?.add(to: &libraries)
            return try add(file: path, format, folder.flatMap { folder in folder.name(of: path).map { (folder, $0) } })
        }
        let folder = try ImportFolder(path)
        try check(folder, format)
        folder.add(to: &libraries)
        for name in try folder.files() {
            try add(file: path + "/" + name, format, folder.account.map { _ in (folder, name) })
        }
    }

    private func check(_ folder: ImportFolder, _ format: ImportFormat?) throws {
        guard format == nil, let account = folder.account, ImportFormat(rawValue: account.format) == nil else { return }
        throw Self.refusal(of: folder.path, .export(account.format))
    }

    private mutating func add(
        file path: String, _ format: ImportFormat?, _ export: (folder: ImportFolder, name: String)?
    ) throws {
        if let account = export?.folder.account, format == nil, ImportFormat(rawValue: account.format) == nil {
            throw Self.refusal(of: path, .export(account.format))
        }
        // What an export wrote is what its manifest says, however damaged a row of it is by now.
        let told = export?.folder.account.flatMap { ImportFormat(rawValue: $0.format) }
        let found = try Self.content(of: path, format ?? told)
        switch found {
        case .foreign(let foreign): throw Self.refusal(of: path, foreign)
        case .samples(let known, let layout):
            let isChanged = try export.map { try $0.folder.isChanged(path, called: $0.name) } ?? false
            files.append(File(path: path, format: known, layout: layout, export: export, isChanged: isChanged))
        }
    }

    private static func refusal(of path: String, _ foreign: ForeignFile) -> CommandFailure {
        CommandFailure(SafeText("\(path) cannot be imported. \(foreign.wrong) \(foreign.advice(for: path))").plain)
    }

    /// Only the beginning is read where that tells what the file is.
    private static func content(of path: String, _ format: ImportFormat?) throws -> ImportContent {
        for count in [1 << 20, ImportLimits.bytes] {
            let bytes = try FilePieces.beginning(of: path, upTo: count)
            let extent = bytes.count < count || count == ImportLimits.bytes ? ImportContent.Extent.whole : .beginning
            guard let content = ImportContent(beginning: bytes, of: extent) else { continue }
            switch (content, format) {
            case (.samples(let found, let layout), let format?) where found.isRowByRow == format.isRowByRow:
                return .samples(format, layout)
            case (.foreign(.empty), _), (.foreign(.dataset), _), (.foreign(.binary), _), (_, nil): return content
            case (_, let format?): return .samples(format, ImportContent.layout(bytes, as: format))
            }
        }
        return .foreign(.noJSON)
    }
}
