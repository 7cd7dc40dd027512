import Engine
import GRDB
import Review

/// Puts decisions of another file into the journal, in one transaction.
///
/// A decision that is here already has the same sample, reviewer, time and action; of several that are equal, the first
/// ones are matched. So what was taken over before is found again, and nothing of that need be kept.
struct JournalMerge {
    private let page: JournalPage
    private let database: Database
    private let path: String
    private var journals: [SampleID: SampleJournal] = [:]
    /// The numbers of bulks whose first decision is not here.
    private var orphans: [Int: Int] = [:]
    private(set) var counts = MergeReport.DecisionCounts()
    private(set) var refusals: [DecisionRefusal] = []
    private(set) var bytes = 0

    init(_ page: JournalPage, in database: Database, path: String) {
        self.page = page
        self.database = database
        self.path = path
    }

    /// Takes over what is new, but for decisions on samples that are not here or refused.
    mutating func takeOver(without refused: Set<SampleID> = []) throws {
        for decision in page.decisions {
            guard !refused.contains(decision.sample), var journal = try journal(of: decision.sample) else {
                refuse(decision, .noSample)
                continue
            }
            if journal.counterparts[decision.sequence] != nil {
                counts.known += 1
                continue
            }
            guard let action = try renumbered(decision.action, in: journal) else {
                refuse(decision, .nothingToUndo)
                continue
            }
            let sequence = try lastSequence() + 1
            try insert(decision, doing: action, as: sequence, into: &journal)
            journals[decision.sample] = journal
            counts.new += 1
        }
        for journal in journals.values where journal.hasGrown { try save(journal) }
    }

    private mutating func refuse(_ decision: Decision, _ reason: DecisionRefusal.Reason) {
        counts.refused += 1
        refusals.append(DecisionRefusal(decision, reason))
    }

    /// What reviewers of the two files see differently in the samples whose journals grew, each with the verdicts that
    /// the other file does not know; nil for a sample of which both say the same.
    ///
    /// Only samples about which both files have a verdict of their own are there.
    func verdicts() throws -> [SampleID: MergeReport.Disagreement?] {
        var found: [SampleID: MergeReport.Disagreement?] = [:]
        for journal in journals.values where journal.hasGrown {
            let all = try database.decisions(of: journal.sample, journal.row.id, in: path)
            let shared = Set(journal.counterparts.values)
            let news = Set(journal.news)
            guard let here = Verdict(all.filter { !shared.contains($0.sequence) }),
                let there = Verdict(all.filter { news.contains($0.sequence) })
            else { continue }
            let label = SampleLabel(number: journal.row.number, branch: journal.sample.branch)
            found[journal.sample] = .some(
                here.isAccepted == there.isAccepted
                    ? nil
                    : MergeReport.Disagreement(
                        sample: journal.sample, label: label, here: here, there: there,
                        counts: ReviewState(all).status))
        }
        return found
    }

    private func save(_ journal: SampleJournal) throws {
        let decisions = try database.decisions(of: journal.sample, journal.row.id, in: path)
        try journal.row.following(decisions, after: journal.review, on: journal.sample, in: database, path: path)
            .save(after: journal.row, in: database)
    }

    private func lastSequence() throws -> Int {
        try Int.fetchOne(database.cachedStatement(sql: "SELECT max(id) FROM decision")) ?? 0
    }

    private func renumbered(_ action: Decision.Action, in journal: SampleJournal) throws -> Decision.Action? {
        try action.renumbered({ journal.counterparts[$0] }, labels: label)
    }

    /// What the sample with a label of the other file is called here.
    private func label(_ text: String) throws -> String {
        guard let sample = page.labelled[text], let row = try SampleRow.find(sample, in: database) else { return text }
        return SampleLabel(number: row.number, branch: sample.branch).description
    }
}

/// The decisions on a sample here, and which of them are those of the other file.
private struct SampleJournal {
    let sample: SampleID
    let row: SampleRow
    /// The state before anything was taken over.
    let review: ReviewState
    /// In the order in which they count.
    var entries: [Entry]
    /// The numbers here by the numbers there.
    var counterparts: [Int: Int] = [:]
    /// The numbers of what was taken over just now.
    var news: [Int] = []

    var hasGrown: Bool { !news.isEmpty }

    struct Entry {
        let sequence: Int
        let time: Timestamp
    }

    /// The first entry that a decision comes before, which was made at a time, after the decisions with some numbers.
    func follower(ofTime time: Timestamp, after earlier: Set<Int>) -> Int? {
        var place = entries.count
        while place > 0, entries[place - 1].time > time, !earlier.contains(entries[place - 1].sequence) { place -= 1 }
        return place < entries.count ? place : nil
    }
}

extension JournalMerge {
    private mutating func journal(of sample: SampleID) throws -> SampleJournal? {
        if let known = journals[sample] { return known }
        guard let row = try SampleRow.find(sample, in: database) else { return nil }
        let own = try database.decisions(of: sample, row.id, in: path)
        var journal = SampleJournal(
            sample: sample, row: row, review: ReviewState(own),
            entries: own.map { SampleJournal.Entry(sequence: $0.sequence, time: $0.time) })
        try match(own, in: &journal)
        journals[sample] = journal
        return journal
    }

    private struct Deed: Hashable {
        let reviewer: String
        let time: Timestamp
        let action: Decision.Action
    }

    private func match(_ own: [Decision], in journal: inout SampleJournal) throws {
        var waiting: [Deed: [Int]] = [:]
        for decision in own.sorted(by: { $0.sequence > $1.sequence }) {
            let deed = Deed(reviewer: decision.reviewer, time: decision.time, action: decision.action)
            waiting[deed, default: []].append(decision.sequence)
        }
        for decision in (page.journals[journal.sample] ?? []).sorted(by: { $0.sequence < $1.sequence }) {
            guard let action = try renumbered(decision.action, in: journal) else { continue }
            let deed = Deed(reviewer: decision.reviewer, time: decision.time, action: action)
            if let number = waiting[deed]?.popLast() { journal.counterparts[decision.sequence] = number }
        }
    }

    private mutating func insert(
        _ decision: Decision, doing action: Decision.Action, as sequence: Int, into journal: inout SampleJournal
    ) throws {
        let payload = try StoredPayload(action)
        try database.keep(payload.outputs, mentionedBy: journal.row.id)
        let undone: Int? = if case .undo(let number) = action { number } else { nil }
        let place = journal.follower(
            ofTime: decision.time, after: Set([undone, predecessor(of: decision, in: journal)].compactMap(\.self)))
        try database.cachedStatement(
            sql: """
                INSERT INTO decision (id, sample, time, reviewer, undoes, payload, hash, bulk, precedes)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            sequence, journal.row.id, decision.time.microseconds, decision.reviewer, undone, payload.text,
            payload.hash.hex, try bulk(of: decision, as: sequence), place.map { journal.entries[$0].sequence },
        ])
        let entry = SampleJournal.Entry(sequence: sequence, time: decision.time)
        journal.entries.insert(entry, at: place ?? journal.entries.endIndex)
        journal.counterparts[decision.sequence] = sequence
        journal.news.append(sequence)
        bytes += payload.text.utf8.count + payload.outputs.reduce(0) { $0 + $1.bytes.count }
    }

    /// The last decision of the other file that counts before this one and is here.
    private func predecessor(of decision: Decision, in journal: SampleJournal) -> Int? {
        let earlier = (page.journals[journal.sample] ?? []).prefix { $0.sequence != decision.sequence }
        return earlier.last { journal.counterparts[$0.sequence] != nil }.flatMap { journal.counterparts[$0.sequence] }
    }

    private mutating func bulk(of decision: Decision, as sequence: Int) throws -> Int? {
        guard let first = decision.bulk else { return nil }
        if first == decision.sequence { return sequence }
        if let known = orphans[first] { return known }
        if let sample = page.bulks[first], let number = try journal(of: sample)?.counterparts[first] {
            let own = try database.cachedStatement(sql: "SELECT bulk FROM decision WHERE id = ?")
            return try Int.fetchOne(own, arguments: [number]) ?? number
        }
        orphans[first] = sequence
        return sequence
    }
}
