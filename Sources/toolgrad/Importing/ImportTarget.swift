import DatasetStore
import Foundation

/// The dataset that an import adds to; a new one is begun once there is something to add.
struct ImportTarget {
    private let path: String
    private var beginning: DatasetBeginning?

    /// - Throws: ``DatasetError`` for a file that is there and no dataset.
    init(_ path: String) throws {
        self.path = path
        if FileManager.default.fileExists(atPath: path) { beginning = try DatasetBeginning(at: path) }
    }

    /// The dataset, begun now where there is none.
    mutating func opened() throws -> Dataset {
        if let beginning { return beginning.dataset }
        let begun = try DatasetBeginning(at: path)
        beginning = begun
        return begun.dataset
    }

    /// Takes away a dataset that was begun here and got nothing.
    mutating func abandon(after error: any Error) async {
        let begun = beginning
        beginning = nil
        await begun?.abandon(after: error)
    }
}
