import Engine
import Foundation
import Synchronization

/// The right to grow a run of a dataset, held by one process at a time.
///
/// It is a lock on a file beside the dataset, which the system takes back when the process ends, however it ends.
package final class RunLock: Sendable {
    private let path: String
    private let descriptor: Mutex<Int32?>

    private init(path: String, descriptor: Int32) {
        self.path = path
        self.descriptor = Mutex(descriptor)
    }

    deinit { release() }

    /// Lets others grow the run.
    package func release() {
        descriptor.withLock { held in
            guard let open = held else { return }
            // Removed while it is still locked, so that nobody's lock is on a file that others cannot see.
            unlink(path)
            close(open)
            held = nil
        }
    }

    static func take(at path: String, run: RunID) throws(DatasetError) -> RunLock {
        // The last holder may have removed the file between our opening and our locking it.
        for _ in 1...100 {
            let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
            guard file >= 0 else { throw .cannotOpen(path: path, reason: String(cString: strerror(errno))) }
            guard lock(file) else {
                defer { close(file) }
                throw .runIsLocked(run, holder: holder(in: file))
            }
            guard isStill(file, at: path) else {
                close(file)
                continue
            }
            sign(file)
            return RunLock(path: path, descriptor: file)
        }
        throw .runIsLocked(run, holder: "a process that keeps coming back")
    }

    /// Somebody who only asks whether the lock is held has it for a moment, so one refusal is not the last word.
    private static func lock(_ file: Int32) -> Bool {
        for _ in 1...5 {
            if flock(file, LOCK_EX | LOCK_NB) == 0 { return true }
            usleep(5_000)
        }
        return false
    }

    /// Whether a process holds the lock at this moment.
    static func isHeld(at path: String) -> Bool {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return false }
        defer { close(file) }
        return flock(file, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
    }

    private static func isStill(_ file: Int32, at path: String) -> Bool {
        var opened = stat()
        var named = stat()
        return fstat(file, &opened) == 0 && stat(path, &named) == 0 && opened.st_ino == named.st_ino
    }

    private static func sign(_ file: Int32) {
        var name = [CChar](repeating: 0, count: 256)
        gethostname(&name, name.count - 1)
        let host = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        let text = "process \(getpid()) on \(host)\n"
        ftruncate(file, 0)
        _ = text.utf8.withContiguousStorageIfAvailable { pwrite(file, $0.baseAddress, $0.count, 0) }
    }

    private static func holder(in file: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 300)
        let count = pread(file, &bytes, bytes.count, 0)
        let text = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).prefix { $0 != "\n" }
        return text.isEmpty ? "another process" : String(text)
    }
}

extension Dataset {
    /// Whether some process grows a run at this moment, this one included.
    package func isGrowing(_ run: RunID) -> Bool { RunLock.isHeld(at: lockPath(of: run)) }

    /// Whether some process holds any run at this moment, this one included; the run need not have begun.
    package var isAnyRunHeld: Bool {
        let file = URL(filePath: path)
        let folder = file.deletingLastPathComponent().path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.contains { name in
            name.hasPrefix(file.lastPathComponent + ".") && name.hasSuffix(".lock")
                && RunLock.isHeld(at: folder + "/" + name)
        }
    }

    private func lockPath(of run: RunID) -> String { "\(path).\(run).lock" }

    /// Takes the right to grow a run; released with ``RunLock/release()``, or when the process ends.
    ///
    /// - Throws: ``DatasetError/runIsLocked(_:holder:)`` at once while another holds it.
    package func lockRun(_ run: RunID) throws(DatasetError) -> RunLock {
        guard mode == .readWrite else { throw .readOnly(path: path) }
        return try RunLock.take(at: lockPath(of: run), run: run)
    }

    /// Takes the right to work on a study, as ``lockRun(_:)`` does for a run.
    ///
    /// - Throws: ``DatasetError/studyIsLocked(_:holder:)`` at once while another holds it.
    package func lockStudy(_ study: RunID) throws(DatasetError) -> RunLock {
        do { return try lockRun(study) } catch .runIsLocked(_, let holder) {
            throw .studyIsLocked(study, holder: holder)
        } catch { throw error }
    }
}
