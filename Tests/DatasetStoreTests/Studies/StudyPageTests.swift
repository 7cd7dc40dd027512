import Engine
import TestSupport
import Testing

@testable import DatasetStore

@Suite struct `Items of a study by page` {
    private static let study = RunID(ContentHash(of: "a study"))
    private static let other = RunID(ContentHash(of: "another study"))

    private func dataset(in folder: TemporaryFolder, saving indices: some Sequence<Int>) async throws -> Dataset {
        let dataset = try folder.dataset()
        try await dataset.begin(Self.study)
        for index in indices {
            try await dataset.saveItem(
                ["number": .number(JSON.Number(index))], index: index, of: Self.study, at: .zero)
        }
        return dataset
    }

    @Test func `come in the order of their indices, each page after the last item of the one before`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try await dataset(in: folder, saving: [10, 2, 7, 1])

        let first = try await dataset.studyPage(of: Self.study, limit: 3)
        let second = try await dataset.studyPage(of: Self.study, after: first.last?.index, limit: 3)
        let third = try await dataset.studyPage(of: Self.study, after: second.last?.index, limit: 3)

        #expect(first.map(\.index) == [1, 2, 7] && second.map(\.index) == [10] && third.isEmpty)
        #expect(second.map(\.content) == [.success(["number": 10])])
        #expect(try await dataset.studyPage(of: Self.study, after: 3, limit: 1).map(\.index) == [7])
    }

    @Test func `are neither those of another study, nor those that were only begun`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try await dataset(in: folder, saving: [2])
        try await dataset.begin(Self.other)
        try await dataset.saveItem(1, index: 1, of: Self.other, at: .zero)
        try await expectKeepsExchangeContract(
            dataset.ledger(for: Self.study), for: SampleID(run: Self.study, index: 1))

        #expect(try await dataset.studyPage(of: Self.study, limit: 9).map(\.index) == [2])
        let unknown = RunID(ContentHash(of: "no study"))
        #expect(try await dataset.studyPage(of: unknown, limit: 9).isEmpty)
    }

    @Test func `are there although one of them is not what was stored`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try await dataset(in: folder, saving: 1...3)
        try await dataset.tamper("UPDATE study_item SET payload = '{}' WHERE position = 2")

        let page = try await dataset.studyPage(of: Self.study, limit: 9)

        let damage = DatasetError.damaged(path: folder.file, what: "item 2 of a study is not what was stored")
        #expect(page.map(\.content) == [.success(["number": 1]), .failure(damage), .success(["number": 3])])
        await #expect(throws: damage) {
            for try await item in dataset.studyItems(of: Self.study) { #expect(item.index == 1) }
        }
    }

    @Test func `are read one after the other over many pages`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try await dataset(in: folder, saving: 1...203)
        try dataset.close()

        let reader = try folder.dataset(.readOnly)
        var seen: [Int] = []
        for try await item in reader.studyItems(of: Self.study) {
            seen.append(item.index)
            #expect(item.json["number"]?.int == item.index)
        }
        var rest: [Int] = []
        for try await item in reader.studyItems(of: Self.study, after: 201) { rest.append(item.index) }

        #expect(seen == Array(1...203) && rest == [202, 203])
    }
}
