import Foundation
import Glibc

/// The session that a child leads: its own group, and the groups that its children made for themselves.
struct ChildSession {
    /// The session's number, which is the child's own.
    let leader: Int32

    /// Kills everybody in it; harmless when they are dead.
    ///
    /// Only as long as the leader is not reaped is the number its own. A child that began a session of its own is not
    /// found: that takes a sandbox.
    func kill() {
        _ = Glibc.kill(-leader, SIGKILL)
        for member in others { _ = Glibc.kill(member, SIGKILL) }
    }

    /// Those who are in the session and not in the leader's group, as `/proc` has them.
    private var others: [Int32] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { Int32($0) }.filter { process in
            guard let place = Self.place(of: process) else { return false }
            return place.session == leader && place.group != leader
        }
    }

    /// Group and session of a process; what its name holds is passed over, since it may hold anything.
    private static func place(of process: Int32) -> (group: Int32, session: Int32)? {
        guard let bytes = FileManager.default.contents(atPath: "/proc/\(process)/stat"),
            let end = bytes.lastIndex(of: UInt8(ascii: ")"))
        else { return nil }
        let fields = String(decoding: bytes[end...], as: UTF8.self).split(separator: " ")
        guard fields.count > 4, let group = Int32(fields[3]), let session = Int32(fields[4]) else { return nil }
        return (group, session)
    }
}
