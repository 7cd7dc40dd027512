import DisplaySafety
import Explorer
import Foundation
import NcursesTerminal

/// A text on its way through the user's editor: a private file, made safe for it, and read back exactly.
struct EditorFile {
    private let folder: URL
    private let file: URL
    private let original: String
    /// Text with hidden characters goes out in its marked form and is read back from it.
    private let isMarked: Bool

    /// Writes the text to a file only the user can read.
    ///
    /// - Throws: ``CommandFailure`` when it cannot be written.
    init(_ text: String, named name: String, in scratch: String) throws {
        original = text
        let marked = SafeText.marked(Data(text.utf8))
        isMarked = !marked.utf8.elementsEqual(text.utf8)
        folder = URL(fileURLWithPath: scratch).appendingPathComponent("toolgrad-\(UUID().uuidString)")
        file = folder.appendingPathComponent(FileName.safe(name) + ".txt")
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            let made = FileManager.default.createFile(
                atPath: file.path, contents: Data(marked.utf8), attributes: [.posixPermissions: 0o600])
            guard made else { throw CommandFailure("it could not be made") }
        } catch {
            throw CommandFailure(
                "The file for the editor, \(file.path), cannot be written: \(error). Set XDG_RUNTIME_DIR to a folder that can."
            )
        }
    }

    var path: String { file.path }

    /// The edited text; nil when it is what it was.
    ///
    /// An editor's final newline is not an edit.
    func edited() throws -> String? {
        let bytes: Data
        do { bytes = try Data(contentsOf: file) } catch {
            throw CommandFailure("The edited text cannot be read back: \(error.localizedDescription)")
        }
        let read = isMarked ? SafeText.original(ofMarked: String(decoding: bytes, as: UTF8.self)) : bytes
        guard let text = String(validating: read, as: UTF8.self) else {
            throw CommandFailure("The edited text is not UTF-8. It is kept at \(path); nothing was changed.")
        }
        let trimmed = text.hasSuffix("\n") && !original.hasSuffix("\n") ? String(text.dropLast()) : text
        return trimmed.utf8.elementsEqual(original.utf8) ? nil : trimmed
    }

    func remove() {
        try? FileManager.default.removeItem(at: folder)
    }
}

extension EditedField {
    /// What the file is called that an editor opens.
    var fileName: String {
        switch self {
        case .query: "query"
        case .response: "response"
        case .argument: "argument"
        case .comment: "comment"
        case .sample: "sample"
        }
    }
}
