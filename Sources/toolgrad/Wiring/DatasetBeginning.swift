import DatasetStore
import Foundation

/// A dataset at a path where there may be none yet.
///
/// One that was made here and that nothing came into can be taken away again; one that others use never is.
struct DatasetBeginning {
    let dataset: Dataset
    private let path: String
    /// Whether the file was made here, and not by another process that began at the same time.
    private let isMadeHere: Bool

    /// - Throws: ``DatasetError`` for a file that is there and no dataset, and for one that cannot be made.
    init(at path: String) throws(DatasetError) {
        let isMade = Self.make(path)
        do { dataset = try Dataset.openedAfterCrash(at: path, mode: .readWrite) } catch {
            if isMade, Self.isBlank(path) { Self.remove(path) }
            throw error
        }
        self.path = path
        isMadeHere = isMade
    }

    /// Takes away a dataset that was made here, and in which no run or study has begun and none is held by anybody.
    ///
    /// Locks of one's own are to be released before. Where a run was locked, others use the dataset.
    func abandon(after error: any Error) async {
        guard isMadeHere, !Self.isOfOthers(error) else { return }
        try? dataset.close()
        guard await isUnused() else { return }
        Self.remove(path)
    }

    /// Looks at the file anew, since another process may have begun a run in it.
    private func isUnused() async -> Bool {
        guard let found = try? Dataset.open(at: path, mode: .readOnly) else { return false }
        let runs = try? await found.runs()
        let studies = try? await found.studies()
        let isHeld = found.isAnyRunHeld
        try? found.close()
        return runs?.isEmpty == true && studies?.isEmpty == true && !isHeld
    }
}

extension DatasetBeginning {
    /// Whether this call made the file: an empty one, which is opened like none.
    ///
    /// What keeps it from being made is told when the dataset is opened.
    private static func make(_ path: String) -> Bool {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard file >= 0 else { return false }
        close(file)
        return true
    }

    private static func isBlank(_ path: String) -> Bool {
        var found = stat()
        return stat(path, &found) == 0 && found.st_size == 0
    }

    private static func remove(_ path: String) {
        for ending in ["", "-turn", "-journal", "-wal", "-shm"] { unlink(path + ending) }
    }

    private static func isOfOthers(_ error: any Error) -> Bool {
        if case .runIsLocked? = error as? DatasetError { true } else { false }
    }
}
