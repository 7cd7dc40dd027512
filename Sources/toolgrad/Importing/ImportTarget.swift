import DatasetStore
import Foundation

/// The dataset that an import adds to; a new one is begun once there is something to add.
struct ImportTarget {
    private let path: String
    private let isNew: Bool
    private(set) var dataset: Dataset?
    private var isEmpty = true

    /// - Throws: ``DatasetError`` for a file that is there and no dataset.
    init(_ path: String) throws {
        self.path = path
        isNew = !FileManager.default.fileExists(atPath: path)
        if !isNew { dataset = try Dataset.openedAfterCrash(at: path, mode: .readWrite) }
    }

    /// The dataset, begun now where there is none.
    mutating func opened() throws -> Dataset {
        if let dataset { return dataset }
        let begun = try Dataset.openedAfterCrash(at: path, mode: .readWrite)
        dataset = begun
        return begun
    }

    /// Notes that samples were committed.
    mutating func noteCommit() { isEmpty = false }

    /// Takes away a dataset that was begun here and got nothing.
    mutating func abandonIfEmpty() {
        guard isNew, isEmpty, let begun = dataset else { return }
        dataset = nil
        try? begun.close()
        for ending in ["", "-turn", "-journal", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: path + ending)
        }
    }
}
