import Engine
import Review

/// The guidance of a run, and where each note comes from.
struct GuidanceReport {
    let guidance: Guidance
    /// What is printed before the run; nothing where nobody asked for guidance.
    let lines: [String]
    /// Whether notes were to be learnt, none was, and none was given.
    let isInVain: Bool

    /// Notes that were given, then lessons as far as there is room.
    ///
    /// - Throws: ``GuidanceProblem`` for notes that were given and cannot be taken.
    init(own: [String], _ lessons: Lessons? = nil) throws {
        let learnt = (lessons?.all ?? []).filter { !own.contains($0.note) }
        let taken = learnt.prefix(max(0, Guidance.mostNotes - own.count))
        guidance = try Guidance(own + taken.map(\.note))
        let entries = own.map { ($0, "given") } + taken.map { ($0.note, $0.origin) }
        let listed = entries.enumerated().map { place, entry in
            ToolText.line("  \(place + 1) \(entry.0)   (\(entry.1))")
        }
        isInVain = lessons != nil && entries.isEmpty
        let head = entries.isEmpty ? [] : ["Guidance of the run, read by proposer and selector:"]
        lines = head + listed + (lessons.map { Self.remarks(on: $0, leftOut: learnt.count - taken.count) } ?? [])
    }

    private static func remarks(on lessons: Lessons, leftOut: Int) -> [String] {
        guard lessons.rejections > 0 else {
            return ["No rejected sample fits --learn-from, so nothing was learnt from one."]
        }
        var lines = ["Learnt from \(lessons.rejections) rejected \(lessons.rejections == 1 ? "sample" : "samples")."]
        if leftOut > 0 {
            lines.append("Left out: \(leftOut) more; a run takes at most \(Guidance.mostNotes) notes.")
        }
        if !lessons.mute.isEmpty {
            let reasons = lessons.mute.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
            lines.append(
                "No note came of: " + reasons.map { "\($0.key.rawValue) \($0.value)" }.joined(separator: ", ")
                    + ". They blame no tool that could be avoided.")
        }
        if lessons.withheld > 0 {
            lines.append("Not taken: \(lessons.withheld) of your notes, which seem to hold a key or a password.")
        }
        return lines
    }
}

extension Lessons.Lesson {
    /// Why it is among the notes.
    fileprivate var origin: String {
        let samples = count == 1 ? "1 rejection" : "\(count) rejections"
        return reason.map { "\($0.rawValue) in \(samples)" } ?? "your note on \(samples)"
    }
}
