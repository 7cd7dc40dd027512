import Engine

/// Why a dataset could not be opened, read or written.
package enum DatasetError: Error, Hashable, Sendable {
    case missing(path: String)
    case notADataset(path: String)
    /// The file was written by a newer version of toolgrad.
    case newerVersion(path: String, found: Int, known: Int)
    /// The file was written by an older version of toolgrad, and was not opened for writing since.
    case olderVersion(path: String, found: Int, known: Int)
    /// What is in the file is not what was written.
    case damaged(path: String, what: String)
    /// The file carries a trigger or a view that toolgrad did not make.
    case foreignSchema(path: String, name: String)
    case cannotOpen(path: String, reason: String)
    /// The file or its folder may not be written to.
    case notWritable(path: String)
    /// A crash left the file in the middle of a commit, which only a writer can take back.
    case needsRecovery(path: String)
    /// Something was to be written to a dataset that is open for reading only.
    case readOnly(path: String)
    /// The file uses a write-ahead log, which the SQLite library at hand may lose rows with.
    case unsafeJournal(path: String, sqlite: String)
    case diskFull(path: String)
    case inputOutput(path: String, reason: String)
    /// Another process kept the file locked for longer than a write may take.
    case busy(path: String)
    /// Another process grows the run; the holder is described in words.
    case runIsLocked(RunID, holder: String)
    /// Another process works on the study; the holder is described in words.
    case studyIsLocked(RunID, holder: String)
    case unknownRun(RunID)
    case unknownStudy(RunID)
    /// A study is begun again, and what it is to do is not what it did.
    case differentStudy(RunID)
    case unknownSample(SampleID)
    case unknownDecision(Int, sample: SampleID)
    /// An event came with another number than the next one of its sample.
    case outOfOrder(SampleID, expected: Int, found: Int)
    /// A run from a record makes a call whose result the record does not have.
    case notRecorded(path: String, what: String)
    case failed(path: String, reason: String)
}

extension DatasetError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .missing(let path):
            "There is no dataset at \(path). Check the path, or leave out read-only to begin a new one."
        case .notADataset(let path):
            "\(path) is not a toolgrad dataset. Choose a .toolgrad file, or a path where there is none yet."
        case .newerVersion(let path, let found, let known):
            "\(path) has version \(found), this toolgrad knows up to \(known). Update toolgrad; the file is untouched."
        case .olderVersion(let path, let found, let known):
            "\(path) has version \(found), and reading takes \(known). Open it once without read-only to bring it up to date."
        case .damaged(let path, let what):
            "\(path) is damaged: \(what). Keep a copy of it, then restore a backup."
        case .foreignSchema(let path, let name):
            "\(path) contains \(name), which toolgrad did not make. Do not use the file, or ask whoever made it."
        case .cannotOpen(let path, let reason):
            "\(path) cannot be opened: \(reason). Check that the folder exists and that you may write to it."
        case .notWritable(let path):
            "You may not write to \(path) or its folder. Open it with read-only, or change the permissions."
        case .needsRecovery(let path):
            "\(path) was left in the middle of a commit. Open it once without read-only to put that right."
        case .readOnly(let path):
            "\(path) is open for reading only. Open it without read-only to change it."
        case .unsafeJournal(let path, let sqlite):
            "\(path) uses a write-ahead log, which SQLite \(sqlite) is not safe with. "
                + "Close it in other programs, or update SQLite to 3.51.3 or later."
        case .diskFull(let path):
            "The disk is full: nothing more was saved to \(path). Free some space; the run goes on where it stopped."
        case .inputOutput(let path, let reason):
            "Reading or writing \(path) failed: \(reason). Check the disk and its limits, then try again."
        case .busy(let path):
            "\(path) has been locked by another program for too long. Close the one that holds it, then try again."
        case .runIsLocked(let run, let holder):
            "The run \(run) is already being grown by \(holder). Wait for it, stop it, or choose another seed."
        case .studyIsLocked(let study, let holder):
            "The study \(study) is already being worked on by \(holder). Wait for it, or stop it."
        case .unknownStudy(let study):
            "The dataset has no study \(study). Begin the study first."
        case .differentStudy(let study):
            "The study \(study) was begun with another plan. Give the other plan another name or seed."
        case .unknownRun(let run):
            "The dataset has no run \(run). Begin the run first."
        case .unknownSample(let sample):
            "The dataset has no sample \(sample) of run \(sample.run). List the samples to see which there are."
        case .unknownDecision(let sequence, let sample):
            "The sample \(sample) has no decision \(sequence). Read the journal to see which there are."
        case .outOfOrder(let sample, let expected, let found):
            "Event \(found) of \(sample) came where \(expected) was next. Only one process may grow a run; stop the other."
        case .notRecorded(let path, let what):
            "\(path) has no result for \(what). It is the record of another run or version, or was cut short."
        case .failed(let path, let reason):
            "\(path) could not be used: \(reason). Please report this with the text above."
        }
    }
}
