/// What a recorded call or question belongs to: a sample, or an item of a study.
struct RecordOwner: Sendable {
    enum Kind: Sendable {
        case sample, item
    }

    let kind: Kind
    /// The number of its row.
    let id: Int64

    /// The column by which a record names its owner.
    var column: String {
        switch kind {
        case .sample: "sample"
        case .item: "item"
        }
    }

    /// The table of its calls.
    var calls: String {
        switch kind {
        case .sample: "call"
        case .item: "study_call"
        }
    }

    /// The table of its questions to models.
    var exchanges: String {
        switch kind {
        case .sample: "exchange"
        case .item: "study_exchange"
        }
    }
}

extension SampleRow {
    var recordOwner: RecordOwner { RecordOwner(kind: .sample, id: id) }
}
