import DatasetStore
import Engine
import Explorer
import Foundation
import Review

extension EffectDesk {
    /// Samples with iterations that added nothing of which the screen says why; the command counts all of them.
    private static let explainedLimit = 2_000

    func loadStatistics(_ filter: Filter, _ interval: StatisticsInterval) throws {
        if let blind { throw CommandFailure("Pass \(blind.pass) is blind: what others decided is not counted in it.") }
        let (dataset, inbox) = (dataset, inbox)
        let dayBegan = surroundings.dayBegan()
        // Counting takes its time, and decisions must not wait for it.
        Task {
            do {
                let page = try await dataset.statistics(
                    filter, in: interval, dayBegan: dayBegan, explaining: Self.explainedLimit)
                let agreement = try await dataset.agreement()
                inbox.post(.statisticsLoaded(page, agreement: agreement.samples > 0 ? agreement : nil))
            } catch { inbox.post(.statisticsFailed("\(error)")) }
        }
    }

    /// Writes a page beside the dataset, in place of the one before.
    func writeStatistics(_ page: StatisticsPage) throws {
        let stem = URL(filePath: dataset.path).deletingPathExtension().path
        let (json, text) = (stem + ".stats.json", stem + ".stats.txt")
        try write(page.json.prettyText + "\n", to: json)
        try write(StatsReport(page, offset: surroundings.utcOffset).text, to: text)
        inbox.post(.told("The figures were written to \(json) and \(text)."))
    }

    private func write(_ text: String, to path: String) throws {
        do { try Data(text.utf8).write(to: URL(filePath: path), options: .atomic) } catch {
            throw CommandFailure(
                "\(path) cannot be written: \(error.localizedDescription) Free some space, or check the folder.")
        }
    }
}
