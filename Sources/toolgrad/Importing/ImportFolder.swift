import DatasetFormats
import DisplaySafety
import Engine
import Foundation

/// A folder with files to import, and what an export's account in it tells of them.
struct ImportFolder {
    let path: String
    /// Nil where the folder is no export of ours.
    let account: ExportAccount?
    private(set) var derived = DerivedRows()

    /// - Throws: ``CommandFailure`` for an account that cannot be read.
    init(_ path: String) throws {
        self.path = path
        account = try Self.account(at: path + "/" + ExportAccount.path)
        guard account != nil else { return }
        let rows = path + "/" + ExportAccount.rowsPath
        guard FileManager.default.fileExists(atPath: rows) else { return }
        var lines = try FileRows(rows, .lines)
        while let line = try lines.next() {
            do throws(ImportProblem) { try derived.add(line, of: rows) } catch { throw CommandFailure("\(error)") }
        }
    }

    /// The export that a single file belongs to: its own folder, or the one above that.
    init?(of file: String) throws {
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
        for candidate in [folder, folder.deletingLastPathComponent()] {
            let found = try ImportFolder(candidate.path)
            guard found.account?.files.contains(where: { found.isSame($0, file) }) == true else { continue }
            self = found
            return
        }
        return nil
    }

    private func isSame(_ name: String, _ file: String) -> Bool {
        URL(fileURLWithPath: path + "/" + name).standardizedFileURL == URL(fileURLWithPath: file).standardizedFileURL
    }

    /// What a file is called in the account.
    func name(of file: String) -> String? { account?.files.first { isSame($0, file) } }

    /// What the export lists, or every file of data in the folder and in `data/`, in the order of their names.
    ///
    /// - Throws: ``CommandFailure`` for a file that is not in the folder.
    func files() throws -> [String] {
        let names = account?.files ?? Self.dataFiles(in: path)
        for name in names { try check(name) }
        return names
    }

    private static func dataFiles(in folder: String) -> [String] {
        let found = ["", "data/"].flatMap { part in
            ((try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + part)) ?? []).map { part + $0 }
        }
        return found.filter { ["json", "jsonl"].contains(($0 as NSString).pathExtension) }.sorted()
    }

    private func check(_ name: String) throws {
        let objection = ExportAccount.objection(to: name) ?? (leaves(name) ? "it is a link out of the folder" : nil)
        guard let objection else { return }
        throw CommandFailure(
            "\(path) lists the file \"\(name)\", which is not read: \(objection). "
                + "Import files by their own paths if they are meant.")
    }

    private func leaves(_ name: String) -> Bool {
        let root = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        let file = URL(fileURLWithPath: path + "/" + name).resolvingSymlinksInPath().path
        return !file.hasPrefix(root.hasSuffix("/") ? root : root + "/")
    }

    /// Adds the libraries that records may name.
    func add(to libraries: inout RecordLibraries) {
        let folder = path + "/" + ExportAccount.librariesPath
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            // A record that names a library which is none of these says so.
            guard !leaves(ExportAccount.librariesPath + "/" + name),
                let library = try? Self.json(at: folder + "/" + name)
            else { continue }
            libraries.add(library)
        }
    }
}

extension ImportFolder {
    /// Whether a file with rows beside those of samples is not as the export wrote it.
    func isChanged(_ file: String, called name: String) throws -> Bool {
        guard let account, derived.areIn(name) else { return false }
        return try FilePieces.hash(of: file) != account.hashes[name]
    }

    /// Nil where there is none, and for one that is not ours.
    private static func account(at path: String) throws -> ExportAccount? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let json = try Self.json(at: path)
        let account = ExportAccount(json)
        guard account != nil || json["kind"]?.string != ExportManifest.kind else {
            throw damage(path, "it names no format")
        }
        return account
    }

    private static func json(at path: String) throws -> JSON {
        let bytes = try FilePieces.beginning(of: path, upTo: ImportLimits.bytes + 1)
        guard bytes.count <= ImportLimits.bytes else {
            throw damage(path, "it has more than \(ImportLimits.bytes >> 20) MiB")
        }
        do { return try JSON(parsing: bytes) } catch { throw damage(path, "it is no JSON") }
    }

    private static func damage(_ path: String, _ what: String) -> CommandFailure {
        let advice = "Export again, or remove it to read the files beside it without what it tells of them."
        return CommandFailure(SafeText("\(path) cannot be used: \(what). \(advice)").plain)
    }
}
