import Dispatch
import Foundation
import Glibc

/// A folder for datasets, gone when its user is done, also by ctrl-c.
struct WorkFolder: ~Copyable {
    let path: String
    /// Those that work on what is in the folder; ctrl-c ends them too.
    let programs = LivingPrograms()
    private let interruption: any DispatchSourceSignal

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("toolgrad-benchmarks-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.path
        signal(SIGINT, SIG_IGN)
        interruption = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        interruption.setEventHandler { [programs] in
            programs.endAll()
            try? FileManager.default.removeItem(at: folder)
            exit(128 + SIGINT)
        }
        interruption.resume()
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String) -> String { path + "/\(name).toolgrad" }

    func remove(_ name: String) {
        for ending in ["", "-journal", "-wal", "-shm", "-turn"] {
            try? FileManager.default.removeItem(atPath: file(name) + ending)
        }
    }
}
