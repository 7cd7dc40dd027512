import Engine
import GRDB
import Review

/// What the events and decisions of a sample amount to, as its row keeps it for lists.
struct SampleRow: Codable, Equatable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "sample"

    var id: Int64
    let run: Int64
    let position: Int
    let branch: String
    let number: Int
    var status = ReviewState.Status.pending
    var phase = RunState.Phase.waiting
    /// The title of the outcome of a finished sample.
    var outcome: String?
    var growth = StoredGrowth.growing
    /// The number of the last event.
    var events = 0
    var iterations = 0
    var noops = 0
    /// The calls that were made, failed ones too.
    var calls = 0
    /// The questions that were put to models, unanswered ones too.
    var asked = 0
    /// What those cost in dollars; nil where there were none, and where the price of one is unknown.
    ///
    /// What a branch inherits counts, as it does for `calls`.
    var cost: Double?
    /// Of the workflow that counts, like `steps` and `callKey`.
    var chains = 0
    var steps = 0
    /// The same for samples with the same calls, and for those that ask the same.
    var callKey: Int64?
    var queryKey: Int64?
    var flagged = false
    var edited = false
    /// Whether edits changed more than texts.
    var reworked = false
    var stale = false
    var commented = false
    /// The code of a rejection's primary reason.
    var reason: String?
    /// What the checks found in the sample as it stands, and how much of it is only a warning; nil while they have
    /// not looked.
    var findings: Int?
    var doubts: Int?
    /// The first sample that this one repeats, as it stood when the checks looked; nil where it repeats none.
    var alike: Int64?
    /// The texts as grown and as edited, for searching: the events and decisions have the exact ones.
    var query: String?
    var response: String?
    var editedQuery: String?
    var editedResponse: String?
    /// Whether every column follows the events and decisions, those that older files did not have too.
    var counted = true

    init(id: Int64, run: Int64, position: Int, branch: String, number: Int) {
        self.id = id
        self.run = run
        self.position = position
        self.branch = branch
        self.number = number
    }

    /// The row as it was before its first event.
    var unbegun: SampleRow { SampleRow(id: id, run: run, position: position, branch: branch, number: number) }
}

/// How far a sample has grown, as filters ask.
enum StoredGrowth: Int, Codable, DatabaseValueConvertible {
    case growing, completed, failed
}

extension SampleRow {
    /// The texts that count.
    var effectiveTexts: [String?] { [editedQuery ?? query, editedResponse ?? response] }

    /// Nobody has looked at the sample as it stands now.
    mutating func forgetFindings() {
        findings = nil
        doubts = nil
        alike = nil
    }

    func hashedQuery() -> Int64? { effectiveTexts[0].flatMap(Likeness.query) }
}

extension String {
    /// SQLite ends a text at its first NUL.
    var withoutNul: String { replacing("\0", with: "\u{FFFD}") }
}
