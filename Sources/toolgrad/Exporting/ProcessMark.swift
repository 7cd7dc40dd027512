import Foundation
import Glibc

/// A process in the name of a file, told from a later process with the same number by when it began.
struct ProcessMark: Hashable, CustomStringConvertible {
    private let number: Int32
    /// Ticks since the machine was started; nil where that is not known.
    private let beginning: String?

    /// This process.
    static var own: ProcessMark { ProcessMark(number: getpid(), beginning: beginning(of: getpid())) }

    private init(number: Int32, beginning: String?) {
        self.number = number
        self.beginning = beginning
    }

    /// Reads a description, and whatever follows it after a further `-`.
    init?(startOf text: Substring) {
        let parts = text.split(separator: "-", maxSplits: 2, omittingEmptySubsequences: false)
        guard let number = parts.first.flatMap({ Int32($0) }), number > 0 else { return nil }
        self.init(number: number, beginning: parts.count > 1 ? String(parts[1]) : nil)
    }

    /// Whether it has surely ended.
    var isGone: Bool {
        if kill(number, 0) != 0, errno == ESRCH { return true }
        // A file that this process made says when it began.
        guard let beginning else { return number == getpid() }
        return Self.beginning(of: number).map { $0 != beginning } ?? false
    }

    var description: String { "\(number)\(beginning.map { "-\($0)" } ?? "")" }

    /// The 22nd field of the kernel's line; the second one is a name in brackets that may hold anything.
    private static func beginning(of process: Int32) -> String? {
        guard let line = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
            let end = line.lastIndex(of: ")")
        else { return nil }
        let fields = line[line.index(after: end)...].split(separator: " ")
        return fields.count > 19 ? String(fields[19]) : nil
    }
}
