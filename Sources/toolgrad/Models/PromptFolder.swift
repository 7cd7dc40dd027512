import Engine
import Foundation

/// A folder with the user's own prompts: `NAME.md` for each that replaces ours.
struct PromptFolder {
    let path: String

    /// The texts by their prompts' names.
    ///
    /// - Throws: ``CommandFailure`` when the folder or a file cannot be read.
    func texts() throws -> [String: String] {
        var texts: [String: String] = [:]
        for file in try files() where file.hasSuffix(Self.ending) {
            do {
                texts[String(file.dropLast(Self.ending.count))] = try String(
                    contentsOfFile: path(of: file), encoding: .utf8)
            } catch {
                throw CommandFailure("\(path(of: file)) cannot be read as UTF-8 text: \(error.localizedDescription)")
            }
        }
        return texts
    }

    /// Our prompts, with those of the folder in their places.
    ///
    /// - Throws: ``CommandFailure`` that names the file and what is wrong in it.
    func prompts() throws -> PromptSet {
        do { return try PromptSet(replacing: try texts()) } catch let problem as PromptProblem {
            throw CommandFailure(
                "The prompts in \(path) cannot be used. \(problem) See toolgrad prompts check \(path).")
        }
    }

    /// The names of the files that are no prompts.
    func others() throws -> [String] { try files().filter { !$0.hasSuffix(Self.ending) } }

    /// Writes prompts into the folder, which is made where there is none.
    ///
    /// - Throws: ``CommandFailure`` when a file is there already; nothing is written then.
    func write(_ prompts: PromptSet) throws {
        let files = PromptSet.names.map { ($0 + Self.ending, prompts.text(of: $0) ?? "") }
        if let taken = files.first(where: { FileManager.default.fileExists(atPath: path(of: $0.0)) }) {
            throw CommandFailure("\(path(of: taken.0)) is there already. Choose another folder, or move it away.")
        }
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            for (file, text) in files { try Data(text.utf8).write(to: URL(fileURLWithPath: path(of: file))) }
        } catch {
            throw CommandFailure("The prompts cannot be written to \(path): \(error.localizedDescription)")
        }
    }

    private static let ending = ".md"

    private func path(of file: String) -> String { "\(path)/\(file)" }

    private func files() throws -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: path).filter { !$0.hasPrefix(".") }.sorted()
        } catch {
            throw CommandFailure(
                "The folder \(path) cannot be read: \(error.localizedDescription) "
                    + "Make one with toolgrad prompts export \(path).")
        }
    }
}
