import Foundation
import Glibc

/// The mock server in a process of its own, for as long as this value lives.
struct MockServerProgram: ~Copyable {
    let port: Int
    private let process = Process()
    private let programs: LivingPrograms

    /// Starts it, and returns when it listens.
    init(delay: Duration, among programs: LivingPrograms) throws {
        self.programs = programs
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = ["mock-server", "--delay", "\(Int(delay.seconds * 1000))"]
        process.standardInput = Pipe()
        process.standardOutput = output
        try programs.start(process)
        let said = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        guard let port = Int(said.trimmingCharacters(in: .whitespacesAndNewlines)), port > 0 else {
            programs.end(process)
            throw CocoaError(.executableLoad)
        }
        self.port = port
    }

    deinit { programs.end(process) }

    /// What it has used of all processors so far, in user and system mode.
    var cpuSeconds: Double { ProgramTimes.cpuSeconds(of: process.processIdentifier) }
}

/// What the system says of programs.
enum ProgramTimes {
    /// What a program has used of all processors, in user and system mode; 0 when it is gone.
    static func cpuSeconds(of program: pid_t) -> Double {
        let text = (try? String(contentsOfFile: "/proc/\(program)/stat", encoding: .utf8)) ?? ""
        // The name, in brackets, may hold blanks. User and system time are the 14th and the 15th field.
        let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
        guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else { return 0 }
        return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }
}

/// The most memory that this process has held since the last time that was forgotten.
enum PeakMemory {
    static func forget() {
        try? "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .utf8)
    }

    static var mebibytes: Double? {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        guard let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }) else { return nil }
        return Double(line.filter(\.isNumber)).map { $0 / 1024 }
    }
}

/// How many files and connections this process may have open.
enum OpenFiles {
    /// Allows as many as the system does.
    static func raiseLimit() {
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        limit.rlim_cur = limit.rlim_max
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}
