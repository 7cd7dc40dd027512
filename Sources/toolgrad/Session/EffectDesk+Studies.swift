import DatasetStore
import Engine
import Evaluation
import Explorer

extension EffectDesk {
    /// Reads something of a study.
    func read(_ request: StudyRequest) async throws {
        inbox.post(.studyRead(try await answer(to: request)))
    }

    private func answer(to request: StudyRequest) async throws -> StudyAnswer {
        switch request {
        case .baselines: .baselines(try await studies(of: .baseline))
        case .baselineRows(let study, let start, let limit):
            .baselineRows(study, try await page(of: study, from: start, limit: limit) { BaselineRow($0, $1) })
        case .baseline(let study, let index): .baseline(study, try await item(index, of: study))
        case .evaluations: .evaluations(try await evaluations())
        case .evaluationRows(let study, let start, let limit):
            .evaluationRows(study, try await page(of: study, from: start, limit: limit) { EvaluationRow($0, $1) })
        case .evaluation(let study, let index): .evaluation(study, index: index, try await item(index, of: study))
        }
    }

    private func studies(of kind: StudyKind) async throws -> [ListedStudy] {
        try await dataset.studies().filter { $0.kind == kind }.map { study in
            ListedStudy(
                id: study.id, name: study.name, facts: study.plan.facts, began: study.began, items: study.items)
        }
    }

    /// Figures are kept once every item has its score.
    private func evaluations() async throws -> [ListedEvaluation] {
        var evaluations: [ListedEvaluation] = []
        let distinctions = try await dataset.evaluations().distinctions
        for listed in try await studies(of: .evaluation) {
            let study = listed.adding(distinctions[listed.id] ?? [])
            let name = study.id.hash.hex
            let figures = try await dataset.artefact(kind: ArtefactKind.evaluation, name: name)?.json
            let right = figures?["right"]?.int
            evaluations.append(
                ListedEvaluation(study, right: right.map { Tally($0, of: figures?["items"]?.int ?? study.items) }))
        }
        return evaluations
    }

    /// Some items in the order of their indices; one that is not what was stored keeps no other away.
    private func page<Item: Decodable, Row: Hashable & Sendable>(
        of study: RunID, from start: Int, limit: Int, row: (Int, StoredItem<Item>) -> Row
    ) async throws -> StudyPage<Row> {
        let indices = try await dataset.itemIndices(of: study).sorted()
        var rows: [Row] = []
        for index in indices.dropFirst(start).prefix(limit) {
            rows.append(row(index, await stored(index, of: study)))
        }
        return StudyPage(offset: start, rows: rows, total: indices.count)
    }

    private func stored<Item: Decodable>(_ index: Int, of study: RunID) async -> StoredItem<Item> {
        do { return .item(try await item(index, of: study)) } catch { return .unreadable("\(error)") }
    }

    private func item<Item: Decodable>(_ index: Int, of study: RunID) async throws -> Item {
        guard let json = try await dataset.item(index, of: study) else {
            throw CommandFailure("Item \(index) of the study is not stored any more: read the list again.")
        }
        guard let item = json.decoded(as: Item.self) else {
            throw CommandFailure("Item \(index) of the study was written by another version of toolgrad.")
        }
        return item
    }
}

extension ListedStudy {
    /// With facts that tell it from others of its name, before its own, each once.
    fileprivate func adding(_ facts: [String]) -> ListedStudy {
        let own = self.facts.filter { !facts.contains($0) }
        return ListedStudy(id: id, name: name, facts: facts + own, began: began, items: items)
    }
}

/// An item of a study as it came from the dataset.
private enum StoredItem<Item> {
    case item(Item)
    /// The text says why.
    case unreadable(String)
}

extension BaselineRow {
    fileprivate init(_ index: Int, _ stored: StoredItem<BaselineSample>) {
        self =
            switch stored {
            case .item(let sample): .item(ListedBaselineItem(sample))
            case .unreadable(let text): .unreadable(index: index, text)
            }
    }
}

extension EvaluationRow {
    fileprivate init(_ index: Int, _ stored: StoredItem<EvaluatedItem>) {
        self =
            switch stored {
            case .item(let item): .item(EvaluationSummary(item, index: index))
            case .unreadable(let text): .unreadable(index: index, text)
            }
    }
}

extension JSON {
    /// What of a study's plan a line tells.
    fileprivate var facts: [String] {
        let parts = [self] + (object?.members ?? []).map(\.value)
        return ["model", "method", "instructions", "seed"].compactMap { name in
            guard let value = parts.lazy.compactMap({ $0[name] }).first else { return nil }
            return (value.string ?? value.number?.text).map { "\(name) \($0)" }
        }
    }
}
