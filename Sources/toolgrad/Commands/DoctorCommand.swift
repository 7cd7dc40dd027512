import ArgumentParser
import DatasetStore
import DisplaySafety
import Engine
import Evaluation
import LanguageModels
import NcursesTerminal

/// `toolgrad doctor`: what is there, what toolgrad makes of it, and what is wrong.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Check the terminal, SQLite, the themes, a model and a dataset.",
        discussion: """
            Reads only: no file is changed or made. A model is asked only where --model names one: a few small \
            questions, which may cost a little. Each line says ok, warn or FAIL. Exits with 1 when one of them says \
            FAIL, and with 0 otherwise.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @OptionGroup var source: DatasetOption

    @OptionGroup var model: EndpointOptions

    @Option(help: "How to print it.")
    var format = Format.text

    @Flag(help: "Only put right a terminal that a killed program has left in disorder.")
    var resetTerminal = false

    func run() async throws {
        let surroundings = Surroundings.read()
        if resetTerminal { return try reset(surroundings) }
        let facts = TerminalFacts(term: surroundings.term)
        var found: [Diagnosis] = []
        for area in Diagnosis.Area.allCases {
            let checks = await checks(of: area, surroundings, facts)
            found += checks
            // Only a model may have nothing to be said of it.
            guard !checks.isEmpty else { continue }
            let lines = [area.rawValue] + checks.map { $0.lines(columns: facts.size?.columns) }
            if format == .text { try Output.data.line(lines.joined(separator: "\n")) }
        }
        if format == .json { try Output.data.line(report(found).compactText) }
        if found.verdict == .fail { throw ExitCode.failure }
    }

    private func checks(
        of area: Diagnosis.Area, _ surroundings: Surroundings, _ facts: TerminalFacts
    ) async -> [Diagnosis] {
        switch area {
        case .terminal: TerminalChecks(facts: facts, surroundings: surroundings).all
        case .sqlite: SQLiteChecks().all
        case .themes:
            ThemeChecks(
                library: ThemeFolders(option: nil, settings: surroundings.settingsFolder).library(labels: .paths)
            ).all
        case .model: await modelChecks(surroundings)
        case .dataset: await datasetChecks(surroundings)
        }
    }

    private func modelChecks(_ surroundings: Surroundings) async -> [Diagnosis] {
        guard model.wish.model != nil else { return [] }
        if model.wish == ModelWish(model: RuleBasedSolver.name) {
            return [
                Diagnosis(
                    .model, "solver", .ok, "rules: no model is asked; they answer in baseline, evaluate and compare")
            ]
        }
        do {
            let settings = try surroundings.settings().models
            guard let choice = try ModelChoice.resolve(model.wish, settings, surroundings.models) else {
                return [Diagnosis(.model, "planner", .ok, "offline: no model is asked")]
            }
            let model = choice.models.propose
            guard let client = try await LiveModels([model.endpoint], surroundings)[model.endpoint] else { return [] }
            return await checks(of: model, client, prices: settings.priceTable)
        } catch {
            return [Diagnosis(.model, "endpoint", .fail, "\(error)")]
        }
    }

    private func checks(
        of model: ModelChoice.Model, _ client: ChatCompletions, prices: PriceTable
    ) async -> [Diagnosis] {
        try? Output.notes.line("\(SafeText(model.name).plain) is asked \(ModelChecks.announcement).")
        let clock = ContinuousClock()
        let start = clock.now
        let checks = ModelChecks(
            model: client, name: model.name, price: prices[model: model.name],
            manner: { await client.manner(of: model.name) }, elapsed: { clock.now - start })
        return ModelAccessChecks(model: model, hasKey: client.endpoint.key != nil).all + (await checks.all())
    }

    private func datasetChecks(_ surroundings: Surroundings) async -> [Diagnosis] {
        if let path = source.dataset ?? surroundings.lastDataset {
            return await DatasetChecks(file: DatasetFile(at: path), library: try? SQLiteLibrary()).all()
        }
        guard let gone = surroundings.rememberedDataset else {
            return [Diagnosis(.dataset, "file", .ok, "none was open before; name one with --dataset")]
        }
        return [
            Diagnosis(
                .dataset, "file", .warn, "\(gone) was open last, and is no longer there; name one with --dataset")
        ]
    }

    private func report(_ found: [Diagnosis]) -> JSON {
        [
            "program": .string(programVersion), "verdict": .string(found.verdict.rawValue),
            "checks": .array(found.map(\.json)),
        ]
    }

    private func reset(_ surroundings: Surroundings) throws {
        do { try Terminal.reset(term: surroundings.term) } catch {
            try Output.notes.line("There is no terminal to reset. Start this in the terminal that is in disorder.")
            throw ExitCode.noTerminal
        }
        try Output.notes.line("The terminal is as a shell expects it.")
    }
}
