import Engine
import TestSupport
import Testing

@testable import DatasetStore

@Suite struct `Studies of a dataset` {
    private static let study = RunID(ContentHash(of: "a study"))
    private static let other = RunID(ContentHash(of: "another study"))
    private static let plan: JSON = ["method": "dfs", "seed": 7]

    private func dataset(in folder: TemporaryFolder) async throws -> Dataset {
        let dataset = try folder.dataset()
        try await dataset.begin(Self.study)
        return dataset
    }

    @Test func `are listed as they began, oldest first`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try await dataset(in: folder)
        try await dataset.beginStudy(
            Self.other, kind: .evaluation, name: "small\u{202E}", plan: [:], at: Timestamp(microseconds: 9))
        try await dataset.saveItem(["answer": 1], index: 3, of: Self.study, at: .zero)
        try dataset.close()

        let studies = try await folder.dataset(.readOnly).studies()

        #expect(
            studies == [
                StoredStudy(id: Self.study, kind: .baseline, name: "base", plan: Self.plan, began: .zero, items: 1),
                StoredStudy(
                    id: Self.other, kind: .evaluation, name: "small\u{202E}", plan: [:],
                    began: Timestamp(microseconds: 9), items: 0),
            ])
    }

    @Test func `begin once, and may get another name`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try await dataset(in: folder)

        try await dataset.beginStudy(
            Self.study, kind: .baseline, name: "again", plan: ["seed": 7, "method": "dfs"],
            at: Timestamp(microseconds: 5))

        let studies = try await dataset.studies()
        #expect(studies.map(\.name) == ["again"] && studies.map(\.began) == [.zero])
    }

    @Test(arguments: [(StudyKind.baseline, JSON.object(["method": "react", "seed": 7])), (.evaluation, plan)])
    func `refuse another plan or kind under the same id`(kind: StudyKind, plan: JSON) async throws {
        let folder = try TemporaryFolder()
        let dataset = try await dataset(in: folder)

        await #expect(throws: DatasetError.differentStudy(Self.study)) {
            try await dataset.beginStudy(Self.study, kind: kind, name: "base", plan: plan, at: .zero)
        }
        #expect(
            DatasetError.differentStudy(Self.study).description
                == "The study \(Self.study) was begun with another plan. Give the other plan another name or seed.")
    }

    @Test func `keep their items by index, the last text of each`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try await dataset(in: folder)
        let big = try JSON(parsing: #"{"n":1.50,"z":null,"a":"e\#u{301}\u0000"}"#)

        try await dataset.saveItem(["verdict": .null], index: 10, of: Self.study, at: .zero)
        try await dataset.saveItem(big, index: 2, of: Self.study, at: .zero)
        try await dataset.saveItem(["verdict": "solved"], index: 10, of: Self.study, at: .zero)
        try dataset.close()

        let reader = try folder.dataset(.readOnly)
        let items = try await reader.items(of: Self.study)
        #expect(items.map(\.index) == [2, 10])
        #expect(items.map(\.json.compactText) == [big.compactText, #"{"verdict":"solved"}"#])
        #expect(try await reader.item(2, of: Self.study)?.compactText == big.compactText)
        #expect(try await reader.item(3, of: Self.study) == nil)
        #expect(try await reader.itemIndices(of: Self.study) == [2, 10])
        #expect(try await reader.items(of: Self.other).isEmpty)
    }

    @Test func `take no item before they begin`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()

        await #expect(throws: DatasetError.unknownStudy(Self.study)) {
            try await dataset.saveItem(["a": 1], index: 1, of: Self.study, at: .zero)
        }
        #expect(
            DatasetError.unknownStudy(Self.study).description
                == "The dataset has no study \(Self.study). Begin the study first.")
    }

    @Test func `are worked on by one process at a time`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try await dataset(in: folder)
        let lock = try dataset.lockStudy(Self.study)

        let second = #expect(throws: DatasetError.self) { try dataset.lockStudy(Self.study) }
        lock.release()

        guard case .studyIsLocked(Self.study, let holder) = second else {
            Issue.record("\(String(describing: second))")
            return
        }
        #expect(holder.hasPrefix("process "))
        #expect(
            second?.description.hasSuffix("is already being worked on by \(holder). Wait for it, or stop it.") == true)
        try dataset.lockStudy(Self.study).release()
    }

    @Test func `cannot be begun or written to in a dataset that is open for reading`() async throws {
        let folder = try TemporaryFolder()
        try await dataset(in: folder).close()
        let reader = try folder.dataset(.readOnly)
        let refusal = DatasetError.readOnly(path: folder.file)

        await #expect(throws: refusal) { try await reader.begin(Self.study) }
        await #expect(throws: refusal) { try await reader.saveItem(1, index: 1, of: Self.study, at: .zero) }
        #expect(throws: refusal) { try reader.lockStudy(Self.study) }
    }

    @Test func `are no samples and no runs`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try await dataset(in: folder)
        try await dataset.store(.warmth(of: "Oslo"))
        let before = try await dataset.totals(of: SampleBuilder.warmth(of: "Oslo").id.run)
        let item = SampleID(run: Self.study, index: 1)

        try await expectKeepsExchangeContract(dataset.ledger(for: Self.study), for: item)
        try await dataset.saveItem(["a": 1], index: 1, of: Self.study, at: .zero)

        #expect(try await dataset.sampleCount() == 1)
        #expect(try await dataset.runs().count == 1)
        #expect(try await dataset.totals(of: SampleBuilder.warmth(of: "Oslo").id.run) == before)
        #expect(try await dataset.exchanges(of: item).isEmpty)
    }

    @Test(arguments: [
        "DELETE FROM study", "UPDATE study SET plan = ''", "UPDATE study SET hash = ''", "DELETE FROM study_item",
        "DELETE FROM study_call", "UPDATE study_call SET result = '' WHERE result IS NOT NULL",
        "DELETE FROM study_exchange", "UPDATE study_exchange SET cost = 0 WHERE result IS NOT NULL",
    ])
    func `lose nothing that was paid for`(change: String) async throws {
        let folder = try TemporaryFolder()
        let dataset = try await dataset(in: folder)
        let item = SampleID(run: Self.study, index: 1)
        try await expectKeepsLedgerContract(dataset.ledger(for: Self.study), for: item)
        try await expectKeepsExchangeContract(dataset.ledger(for: Self.study), for: item)
        let before = try await dataset.dump()

        await #expect(throws: DatasetError.self) { try await dataset.tamper(change) }

        #expect(try await dataset.dump() == before)
    }

    @Test func `stay in their file when datasets are merged, and are named`() async throws {
        let folder = try TemporaryFolder()
        let source = try await dataset(in: folder)
        try await source.saveItem(["a": 1], index: 1, of: Self.study, at: .zero)
        try await source.store(.warmth(of: "Oslo"))
        let target = try Dataset.open(at: folder.path + "/target.toolgrad", mode: .readWrite)

        let report = try await target.merge(source)

        #expect(report.studiesLeft.map(\.id) == [Self.study] && report.studiesLeft.map(\.items) == [1])
        #expect(report.samples.new == 1)
        #expect(try await target.studies().isEmpty)
    }

    @Test func `keep their figures with them when datasets are merged`() async throws {
        let folder = try TemporaryFolder()
        let source = try await dataset(in: folder)
        let (kind, name) = (StudyKind.evaluation.rawValue, Self.other.hash.hex)
        try await source.beginStudy(Self.other, kind: .evaluation, name: "small", plan: [:], at: .zero)
        try await source.saveArtefact(kind: kind, name: name, json: ["right": 1], at: .zero)
        try await source.saveArtefact(kind: "queue", name: "all", json: [:], at: .zero)
        let target = try Dataset.open(at: folder.path + "/target.toolgrad", mode: .readWrite)

        let report = try await target.merge(source)

        #expect(report.studyNotesLeft == [.init(kind: .evaluation, study: Self.other)] && report.artefacts == 1)
        #expect(try await target.artefact(kind: kind, name: name) == nil)
        #expect(try await target.artefact(kind: "queue", name: "all") != nil)
    }

    @Test func `of which both files have one, each keeps its own figures`() async throws {
        let folder = try TemporaryFolder()
        let source = try await dataset(in: folder)
        let target = try Dataset.open(at: folder.path + "/target.toolgrad", mode: .readWrite)
        let (kind, name) = (StudyKind.evaluation.rawValue, Self.other.hash.hex)
        for dataset in [source, target] {
            try await dataset.beginStudy(Self.other, kind: .evaluation, name: "small", plan: [:], at: .zero)
        }
        try await target.saveArtefact(kind: kind, name: name, json: ["right": 1], at: .zero)
        try await source.saveArtefact(kind: kind, name: name, json: ["right": 2], at: Timestamp(microseconds: 9))

        let report = try await target.merge(source)

        #expect(report.studyNotesLeft == [.init(kind: .evaluation, study: Self.other)])
        #expect(report.studiesLeft.map(\.id) == [Self.study])
        #expect(try await target.artefact(kind: kind, name: name)?.json == ["right": 1])
        try await source.saveArtefact(kind: kind, name: name, json: ["right": 1], at: Timestamp(microseconds: 9))
        #expect(try await target.merge(source).studyNotesLeft.isEmpty, "They say the same.")
    }
}

extension Dataset {
    func begin(_ study: RunID) async throws {
        try await beginStudy(study, kind: .baseline, name: "base", plan: ["method": "dfs", "seed": 7], at: .zero)
    }
}
