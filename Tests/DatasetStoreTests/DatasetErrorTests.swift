import DatasetStore
import Engine
import Testing

@Suite struct `Messages of the store` {
    private static let run = RunID(ContentHash(hex: "a1b2c3d4e5f6"))

    @Test(arguments: [
        (
            DatasetError.newerVersion(path: "trip.toolgrad", found: 3, known: 1),
            "trip.toolgrad has version 3, this toolgrad knows up to 1. Update toolgrad; the file is untouched."
        ),
        (
            .olderVersion(path: "trip.toolgrad", found: 1, known: 2),
            "trip.toolgrad has version 1, and reading takes 2. Open it once without read-only to bring it up to date."
        ),
        (
            .runIsLocked(run, holder: "process 12 on alpha"),
            "The run a1b2c3d4 is already being grown by process 12 on alpha. "
                + "Wait for it, stop it, or choose another seed."
        ),
        (
            .diskFull(path: "trip.toolgrad"),
            "The disk is full: nothing more was saved to trip.toolgrad. "
                + "Free some space; the run goes on where it stopped."
        ),
        (
            .notADataset(path: "cat.jpg"),
            "cat.jpg is not a toolgrad dataset. Choose a .toolgrad file, or a path where there is none yet."
        ),
        (
            .unknownSample(SampleID(run: run, index: 9)),
            "The dataset has no sample s-00009 of run a1b2c3d4. List the samples to see which there are."
        ),
    ])
    func `say what failed, on what, and what to do`(error: DatasetError, text: String) {
        #expect(error.description == text)
    }
}
