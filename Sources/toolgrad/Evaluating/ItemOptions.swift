import ArgumentParser
import DatasetFormats
import DatasetStore
import Engine
import Foundation
import Review

/// Which samples a model is evaluated on, and what each of them offers.
struct ItemOptions: ParsableArguments {
    enum Included: String, ExpressibleByArgument, CaseIterable {
        case accepted, all
    }

    @Option(help: "Which samples: accepted, or all that are finished.")
    var include = Included.accepted

    @OptionGroup var list: ListOptions

    @Option(help: "Take so many samples, drawn by --seed; without it, all of them.")
    var count: Int?

    @Option(
        parsing: .unconditional,
        help: "Decides everything that is drawn: samples, offered tools, further items, intervals.")
    var seed: UInt64 = 0

    @Option(parsing: .unconditional, help: "Tools that each item offers at least; 0 offers only those it uses.")
    var candidates = 0

    @Option(
        help: ArgumentHelp(
            "Where the others come from, in this order: pool, random, family, near-miss.", valueName: "kinds"))
    var distractors = Distractor.pool.rawValue

    @Option(
        parsing: .unconditional,
        help: "The share of the samples that also become an item in which no offered tool can help, from 0 to 1.")
    var irrelevance = 0.0

    mutating func validate() throws {
        var problems = list.problems
        if let count, count < 1 { problems.append("--count is \(count). Give a number of at least 1.") }
        if candidates < 0 { problems.append("--candidates is \(candidates). Give 0, or a number of tools.") }
        if Share(irrelevance) == nil { problems.append("--irrelevance is \(irrelevance). Give a share from 0 to 1.") }
        let known = Distractor.allCases.map(\.rawValue)
        problems += kinds.filter { !known.contains($0) }.map {
            "--distractors has \($0), which is not known. Use: \(known.joined(separator: ", "))."
        }
        guard problems.isEmpty else { throw ValidationError(problems.joined(separator: "\n")) }
    }

    private var kinds: [String] {
        distractors.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    }

    /// What was asked of the list, as it was written; empty where nothing was.
    private var words: String {
        [list.queue.map { "queue:\"\($0)\"" }, list.filter].compactMap(\.self).joined(separator: " ")
    }

    /// Whether nothing but `--include` leaves a finished sample out.
    var asksForAll: Bool { !list.isUsed && count == nil }

    func scope(in dataset: Dataset) async throws -> ExportScope {
        ExportScope(
            part: include == .all ? .finished : .accepted, asked: try await list.view(in: dataset).filter,
            words: words)
    }

    /// The offer, as exports make it.
    func offer(named name: String) -> ExportOptions {
        ExportOptions(
            datasetName: name, candidates: candidates, distractors: kinds.compactMap(Distractor.init),
            irrelevance: Share(irrelevance) ?? .none, seed: seed)
    }

    /// What was asked for, as a study keeps it: the same items come of it while the dataset stays as it is.
    var json: JSON {
        [
            "include": .string(include.rawValue), "filter": .string(words), "count": count.map(JSON.count) ?? .null,
            "seed": .string(String(seed)), "candidates": .count(candidates),
            "distractors": .array(kinds.map(JSON.string)), "irrelevance": .init(floatLiteral: irrelevance),
        ]
    }
}
