import Engine
import Evaluation
import Foundation

/// Writes the answers of a baseline as ToolBench's answer files, one for each sample.
struct AnswerFolder {
    let path: String

    /// Makes the folder, and finds out that nothing of it would be lost.
    ///
    /// - Throws: ``CommandFailure`` when it cannot be made or written to, or has files in it.
    func prepare() throws {
        let files = FileManager.default
        if let file = nearest, !file.isFolder {
            let isItself = file.path == URL(fileURLWithPath: path).standardized.path
            throw CommandFailure(
                "The folder \(path) for answers cannot be made: \(isItself ? "that" : file.path) is a file. Name a "
                    + "folder that is empty or new.")
        }
        try? files.createDirectory(atPath: path, withIntermediateDirectories: true)
        guard files.isWritableFile(atPath: path), let found = try? files.contentsOfDirectory(atPath: path) else {
            throw CommandFailure(
                "The folder \(path) for answers cannot be made or written to. Name another one.")
        }
        guard found.isEmpty else {
            let count = found.count == 1 ? "1 file" : "\(found.count) files"
            throw CommandFailure("\(path) has \(count) in it. Name a folder that is empty or new.")
        }
    }

    /// What there is of the path already: itself, or the nearest folder or file above it.
    private var nearest: (path: String, isFolder: Bool)? {
        var place = URL(fileURLWithPath: path).standardized
        while true {
            var isFolder: ObjCBool = false
            if FileManager.default.fileExists(atPath: place.path, isDirectory: &isFolder) {
                return (place.path, isFolder.boolValue)
            }
            guard place.pathComponents.count > 1 else { return nil }
            place.deleteLastPathComponent()
        }
    }

    /// - Throws: ``CommandFailure`` when a file cannot be written.
    func write(_ samples: BaselineSamples, of run: BaselineRun) async throws {
        for try await sample in samples {
            let file = AnswerFile(
                sample.result, to: sample.instruction.query,
                offering: sample.offered.compactMap { run.study.library[$0] }, plan: run.plan.search)
            let place = URL(fileURLWithPath: path).appendingPathComponent(file.name(for: sample.index))
            do { try Data((file.json.prettyText + "\n").utf8).write(to: place, options: .atomic) } catch {
                throw CommandFailure("\(place.path) cannot be written. Free some space, or name another folder.")
            }
        }
    }
}
