import ArgumentParser
import DatasetStore
import DisplaySafety
import Engine
import Foundation
import Review

/// Which dataset a command is about.
struct DatasetOption: ParsableArguments {
    @Option(help: ArgumentHelp("The dataset; without it, the one that was open last.", valueName: "file"))
    var dataset: String?

    func open(_ mode: Dataset.Mode) throws -> Dataset {
        try Dataset.openedAfterCrash(at: try path, mode: mode)
    }

    var path: String {
        get throws { try Surroundings.read().existingDataset(dataset) }
    }
}

extension Surroundings {
    /// The path of a dataset that is there: the given one, or the last one.
    func existingDataset(_ given: String?) throws -> String {
        if let given {
            guard FileManager.default.fileExists(atPath: given) else {
                throw CommandFailure(
                    "There is no dataset at \(given). Check the path, or make one with toolgrad generate --dataset \(given)."
                )
            }
            return given
        }
        guard let last = lastDataset else {
            throw CommandFailure("No dataset was open before. Name one, or make one with toolgrad generate or demo.")
        }
        return last
    }
}

extension Dataset {
    /// Opens a dataset; one that a crash left in the middle of a commit is put right first, as by any writer.
    ///
    /// The commands that only look would else be refused after every kill at a bad moment.
    static func openedAfterCrash(at path: String, mode: Mode) throws(DatasetError) -> Dataset {
        do { return try open(at: path, mode: mode) } catch {
            guard case .needsRecovery = error else { throw error }
            _ = try open(at: path, mode: .readWrite)
            return try open(at: path, mode: mode)
        }
    }

    /// Opens a dataset for `body` to begin a run in; where there is none, one is made.
    ///
    /// One that was made here and in which no run has begun when `body` fails is removed again.
    static func begun<Result>(
        at path: String, _ body: (Dataset) async throws -> Result
    ) async throws -> Result {
        let beginning = try DatasetBeginning(at: path)
        do { return try await body(beginning.dataset) } catch {
            await beginning.abandon(after: error)
            throw error
        }
    }

    /// The sample that a label names.
    ///
    /// - Throws: ``CommandFailure`` when the label is none, or names no sample.
    func id(labelled text: String) async throws -> SampleID {
        guard let label = SampleLabel(text) else {
            throw CommandFailure("\"\(SafeText(text).plain)\" is no sample. Samples are called s-00001 and so on.")
        }
        guard let sample = try await sample(labelled: label) else {
            throw CommandFailure("The dataset has no sample \(label). List its samples with toolgrad show.")
        }
        return sample
    }

    func sample(labelled text: String) async throws -> ReviewedSample {
        try await reviewedSample(try await id(labelled: text))
    }
}
