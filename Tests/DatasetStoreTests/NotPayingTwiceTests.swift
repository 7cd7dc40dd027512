import Engine
import Foundation
import TestSupport
import Testing

@testable import DatasetStore

@Suite struct `A run with models` {
    @Test func `asks nothing twice, wherever a sample was interrupted`() async throws {
        let folder = try TemporaryFolder()
        let (model, tools) = (RoteModel(), CountingTools())
        let dataset = try folder.dataset()
        let generator = try await Generator.asking(model, on: tools, ledger: dataset)
        try await generator.begin(in: dataset)
        let all = try await generator.events()

        for cut in all.indices {
            let rest = try await generator.events(after: Array(all[..<cut]))
            #expect(all[..<cut].map(\.event) + rest.map(\.event) == all.map(\.event))
        }

        #expect(all.count { $0.event.isQuestion } == 6)
        #expect(model.asked.count == 6 && tools.made.count == 2)
    }

    @Test func `that stopped asks again what was never answered, and nothing else`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let broken = RoteModel { count in
            if count == 4 { throw ModelError.unavailable(endpoint: "lab:80", reason: "It is down.") }
        }
        let first = try await Generator.asking(broken, ledger: dataset)
        try await first.begin(in: dataset)
        await #expect(throws: ModelError.self) { try await first.grow(in: dataset) }
        try dataset.close()

        let model = RoteModel()
        let reopened = try folder.dataset()
        try await Generator.asking(model, ledger: reopened).grow(in: reopened)

        #expect(broken.asked.count == 4 && model.asked.count == 3)
        #expect(model.asked.first == broken.asked.last)
        #expect(try await reopened.exchanges(of: first.firstSample).allSatisfy { $0.completion != nil })
        #expect(try await reopened.spent(of: first.run).modelCalls == 6)
    }

    /// A copy of the file is what a kill at this moment would leave.
    @Test(.timeLimit(.minutes(4)), arguments: [2, 5, 9, 13, 17, 22])
    func `that is killed loses no more answers than were under way`(moment: Int) async throws {
        let (folder, samples) = (try TemporaryFolder(), 1...4)
        let dataset = try folder.dataset()
        let copy = folder.path + "/killed.toolgrad"
        let model = RoteModel { count in
            if count == moment { try await dataset.copy(to: copy) }
        }
        try await Generator.asking(model, ledger: dataset).grow(samples, in: dataset)

        let left = try Dataset.open(at: copy, mode: .readWrite)
        let second = RoteModel()
        let generator = try await Generator.asking(second, ledger: left)
        let stored = try await left.totals(of: generator.run).models.questions
        try await generator.grow(samples, in: left)

        let questions = 6 * samples.count
        #expect(model.asked.count == questions)
        #expect(stored >= moment - samples.count && stored < questions, "\(stored) stored of \(moment)")
        #expect(second.asked.count == questions - stored)
        for index in samples {
            let sample = SampleID(run: generator.run, index: index)
            #expect(try await left.events(of: sample) == (try await dataset.events(of: sample)))
        }
    }
}

extension Generator {
    /// Grows samples at the same time, in a run that may have begun.
    fileprivate func grow(_ indices: ClosedRange<Int>, in dataset: Dataset) async throws {
        try await begin(in: dataset, requested: indices.count)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for index in indices { group.addTask { try await grow(index, in: dataset) } }
            try await group.waitForAll()
        }
    }
}

extension RunEvent {
    fileprivate var isQuestion: Bool {
        guard case .asked = self else { return false }
        return true
    }
}
