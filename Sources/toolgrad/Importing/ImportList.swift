import DatasetFormats
import Engine
import Foundation

/// The files that an import reads, found below the paths that a user gave.
struct ImportList {
    struct File {
        /// As the user would name it.
        let path: String
        let format: ImportFormat
        /// What its tool names stand for, by the manifest of its export.
        let names: [String: ToolName]
    }

    private(set) var files: [File] = []
    /// The libraries that records may name, by their hashes.
    private(set) var libraries: [String: JSON] = [:]

    /// - Throws: ``CommandFailure`` for a path that cannot be read, or whose format nobody can tell.
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
        let manifest = Self.json(
            at: (isFolder.boolValue ? path : (path as NSString).deletingLastPathComponent)
                + "/manifest/manifest.json")
        let names = manifest.map(ImportReader.names(ofManifest:)) ?? [:]
        guard isFolder.boolValue else { return try add(file: path, format, names) }
        try readLibraries(of: path)
        for file in Self.dataFiles(in: path, manifest) { try add(file: path + "/" + file, format, names) }
    }

    private mutating func add(file path: String, _ format: ImportFormat?, _ names: [String: ToolName]) throws {
        guard let known = try format ?? Self.format(of: path) else {
            throw CommandFailure("\(path) is in no format that is known. Name it: --format toolgrad, trl or openai.")
        }
        files.append(File(path: path, format: known, names: names))
    }

    private mutating func readLibraries(of folder: String) throws {
        let libraries = folder + "/manifest/libraries"
        for name in (try? FileManager.default.contentsOfDirectory(atPath: libraries)) ?? [] {
            guard let library = Self.json(at: libraries + "/" + name) else { continue }
            self.libraries[ImportReader.libraryHash(of: library)] = library
        }
    }

    /// What an export lists, or every file of data in the folder and in `data/`, in the order of their names.
    private static func dataFiles(in folder: String, _ manifest: JSON?) -> [String] {
        if let listed = manifest?["files"]?.array {
            return listed.filter { $0["rows"]?.int != 0 }.compactMap { $0["path"]?.string }
        }
        let found = ["", "data/"].flatMap { part in
            ((try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + part)) ?? []).map { part + $0 }
        }
        return found.filter { ["json", "jsonl"].contains(($0 as NSString).pathExtension) }.sorted()
    }

    /// Only the beginning is read, unless it is one long line.
    private static func format(of path: String) throws -> ImportFormat? {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw CommandFailure("\(path) cannot be read. Check its permissions.")
        }
        defer { try? handle.close() }
        let beginning = (try? handle.read(upToCount: 1 << 20)) ?? Data()
        if let format = ImportFormat(detecting: beginning) { return format }
        return (try? Data(contentsOf: URL(fileURLWithPath: path))).flatMap { ImportFormat(detecting: $0) }
    }

    private static func json(at path: String) -> JSON? {
        (try? Data(contentsOf: URL(fileURLWithPath: path))).flatMap { try? JSON(parsing: $0) }
    }
}
