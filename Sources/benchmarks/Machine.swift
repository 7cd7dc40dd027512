import Foundation

/// The machine that the figures come from, as it describes itself.
struct Machine {
    private static let unknown = "unknown"

    /// Lines of a list, ready for a README.
    var lines: [String] {
        [
            "- \(processor), \(ProcessInfo.processInfo.activeProcessorCount) cores, \(memory)",
            "- \(system), SQLite \(sqlite), \(swift)",
            "- \(date), load \(load) when it began",
        ]
    }

    let sqlite: String

    private var processor: String { value("model name", in: "/proc/cpuinfo", separator: ":") }

    private var memory: String {
        let kilobytes = value("MemTotal", in: "/proc/meminfo", separator: ":").prefix { $0.isNumber }
        guard let kilobytes = Double(kilobytes) else { return Self.unknown }
        return String(format: "%.1f GiB of memory", kilobytes / 1_048_576)
    }

    private var system: String {
        value("PRETTY_NAME", in: "/etc/os-release", separator: "=").trimmingCharacters(in: ["\""])
    }

    /// The compiler at hand, which is the one that has just built this.
    private var swift: String {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["swift", "--version"]
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return "Swift \(Self.unknown)" }
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return text.split(separator: "\n").first.map(String.init) ?? "Swift \(Self.unknown)"
    }

    /// How many programs wanted a processor in the last minute.
    private var load: String {
        let text = try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8)
        return text?.split(separator: " ").first.map(String.init) ?? Self.unknown
    }

    private var date: String { Date().formatted(.iso8601.year().month().day()) }

    /// The first value under a name in a file of names and values.
    private func value(_ name: String, in file: String, separator: Character) -> String {
        let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
        for line in text.split(separator: "\n") where line.hasPrefix(name) {
            let halves = line.split(separator: separator, maxSplits: 1)
            if halves.count == 2 { return halves[1].trimmingCharacters(in: .whitespaces) }
        }
        return Self.unknown
    }
}
