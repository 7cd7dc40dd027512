import Foundation

extension ToolBenchLibrary {
    /// Reads a file of JSON lines, or a `tools/` folder with a folder for each category.
    ///
    /// - Throws: ``ToolBenchLibraryError`` when there is nothing to read.
    package init(at place: URL) throws(ToolBenchLibraryError) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder) else {
            throw .missing(place.path)
        }
        if isFolder.boolValue {
            let files = try Self.files(in: place)
            guard !files.isEmpty else { throw .noFiles(place.path) }
            self.init(files: files)
        } else {
            self.init(lines: try Self.read(place))
        }
    }

    private static func files(in folder: URL) throws(ToolBenchLibraryError) -> [ToolBenchFile] {
        var files: [ToolBenchFile] = []
        for category in try names(in: folder) {
            let place = folder.appendingPathComponent(category)
            guard (try? place.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true else { continue }
            for name in try names(in: place) where name.hasSuffix(".json") {
                files.append(
                    ToolBenchFile(
                        category: category, path: "\(category)/\(name)",
                        bytes: try read(place.appendingPathComponent(name))))
            }
        }
        return files
    }

    /// Sorted by bytes, so that a library is the same on every machine.
    private static func names(in folder: URL) throws(ToolBenchLibraryError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder.path)
                .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        } catch {
            throw .unreadable(folder.path, reason: error.localizedDescription)
        }
    }

    private static func read(_ file: URL) throws(ToolBenchLibraryError) -> Data {
        do { return try Data(contentsOf: file) } catch {
            throw .unreadable(file.path, reason: error.localizedDescription)
        }
    }
}

/// Why a ToolBench library cannot be read at all.
package enum ToolBenchLibraryError: Error, Hashable, CustomStringConvertible {
    case missing(String)
    case unreadable(String, reason: String)
    case noFiles(String)

    package var description: String {
        switch self {
        case .missing(let path): "There is no ToolBench library at \(path). Name a tools/ folder or a .jsonl file."
        case .unreadable(let path, let reason): "\(path) cannot be read: \(reason) Check its permissions."
        case .noFiles(let path):
            "\(path) has no tool files. A ToolBench tools/ folder has a folder for each category, with .json files."
        }
    }
}
