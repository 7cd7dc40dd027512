import Canvas
import Review

/// Choosing how and where samples are written: the accepted ones, or for some formats others.
struct ExportForm: Hashable, Sendable {
    enum Field: Hashable, Sendable {
        case format, folder
    }

    let formats: [ExplorerState.ExportFormat]
    /// How many samples there are of each status.
    private let counts: [ReviewState.Status: Int]
    /// One for each format.
    private let folders: [String]
    private(set) var chosen = 0
    private(set) var folder: TextField
    private(set) var field = Field.format
    private(set) var complaint: String?

    /// Each format goes to a folder of its own, so that one export does not replace another.
    init(
        formats: [ExplorerState.ExportFormat], counts: [ReviewState.Status: Int], folder base: String,
        remembered: [String: String] = [:]
    ) {
        self.formats = formats
        self.counts = counts
        folders = formats.map { remembered[$0.name] ?? "\(base)-\($0.name)" }
        folder = TextField(folders.first ?? base)
    }

    /// The status of the samples that the chosen format writes.
    var status: ReviewState.Status { formats.isEmpty ? .accepted : formats[chosen].status }

    /// How many samples would be written.
    var count: Int { counts[status] ?? 0 }

    /// How pressing a key went.
    enum Outcome: Hashable {
        case stays
        case closed
        case exports(format: String, folder: String)
    }

    mutating func press(_ key: Key) -> Outcome {
        complaint = nil
        switch (key, field) {
        case (.escape, _): return .closed
        case (.enter, _): return export()
        case (.tab, .format), (.backTab, .format): field = .folder
        case (.tab, .folder), (.backTab, .folder): field = .format
        case (.down, _), (.character("j"), .format): move(by: 1)
        case (.up, _), (.character("k"), .format): move(by: -1)
        case (_, .folder): _ = folder.press(key)
        case (.character("q"), .format): return .closed
        case (_, .format): return .stays
        }
        return .stays
    }

    /// Goes to a format by its name.
    mutating func choose(_ format: String) {
        guard let place = formats.firstIndex(where: { $0.name == format }) else { return }
        move(by: place - chosen)
    }

    private mutating func move(by distance: Int) {
        guard !formats.isEmpty else { return }
        let isUntouched = folder.text == folders[chosen]
        chosen = (chosen + distance + formats.count) % formats.count
        if isUntouched { folder = TextField(folders[chosen]) }
    }

    private mutating func export() -> Outcome {
        guard count > 0 else {
            complaint = "No sample is \(status.rawValue) yet\(status == .accepted ? ": a accepts one" : "")."
            return .stays
        }
        guard !folder.isEmpty else {
            complaint = "Type the folder to write to."
            field = .folder
            return .stays
        }
        return .exports(format: formats[chosen].name, folder: folder.text)
    }
}
