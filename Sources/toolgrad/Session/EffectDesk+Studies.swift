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
        case .indices(let study): .indices(study, try await dataset.itemIndices(of: study).sorted())
        case .baselineRows(let study, let indices):
            .baselineRows(study, try await rows(of: study, at: indices) { BaselineRow($0, $1) })
        case .baseline(let study, let index): .baseline(study, try await item(index, of: study))
        case .evaluations: .evaluations(try await evaluations())
        case .evaluationRows(let study, let indices):
            .evaluationRows(study, try await rows(of: study, at: indices) { EvaluationRow($0, $1) })
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

    /// A row for each of some items, in their order; one that is not what was stored keeps no other away.
    private func rows<Item: NumberedItem, Row>(
        of study: RunID, at indices: [Int], row: (Int, StoredItem<Item>) -> Row
    ) async throws -> [Row] {
        guard let first = indices.first else { return [] }
        // They follow one another, but for what was read already and for what is no longer there.
        let page = try await dataset.studyPage(of: study, after: first &- 1, limit: indices.count)
        let contents = Dictionary(page.map { ($0.index, $0.content) }) { first, _ in first }
        var rows: [Row] = []
        for index in indices {
            do {
                let json =
                    if let content = contents[index] { try content.get() } else { try await stored(index, of: study) }
                rows.append(row(index, .item(try Item(stored: json, at: index))))
            } catch { rows.append(row(index, .unreadable("\(error)"))) }
        }
        return rows
    }

    private func item<Item: NumberedItem>(_ index: Int, of study: RunID) async throws -> Item {
        try Item(stored: try await stored(index, of: study), at: index)
    }

    private func stored(_ index: Int, of study: RunID) async throws -> JSON {
        guard let json = try await dataset.item(index, of: study) else {
            throw CommandFailure("Item \(index) of the study is not stored any more: read the list again.")
        }
        return json
    }
}

/// An item of a study as it is stored, at a place that it may know.
private protocol NumberedItem: Decodable {
    /// 1 for the first item; nil where it does not say.
    var number: Int? { get }
}

extension BaselineSample: NumberedItem {
    fileprivate var number: Int? { index }
}

extension EvaluatedItem: NumberedItem {
    fileprivate var number: Int? { nil }
}

extension NumberedItem {
    fileprivate init(stored json: JSON, at index: Int) throws {
        guard let item = json.decoded(as: Self.self) else {
            throw CommandFailure("Item \(index) of the study was written by another version of toolgrad.")
        }
        guard item.number ?? index == index else {
            throw CommandFailure("Item \(index) of the study says that it is item \(item.number ?? 0).")
        }
        self = item
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
