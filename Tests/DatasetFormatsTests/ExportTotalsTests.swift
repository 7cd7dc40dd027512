import DatasetFormats
import Engine
import Review
import TestSupport
import Testing

@Suite("What an export says of itself")
struct ExportTotalsTests {
    @Test func `counts samples, and rows by what they teach`() throws {
        let samples = (1...4).map { sample($0) } + [ExampleSamples.failed.sample]

        let totals = try lines(for: samples, .trl) { $0.irrelevance = .all }.totals

        #expect(totals.samples == 4 && totals.skipped == 1)
        #expect(totals.kinds == [.calls: 4, .irrelevance: 4])
        #expect(totals.rows == [.train: 8])
        #expect(totals.reasons == ["without texts": 1])
    }

    @Test func `names a sample that went away between the two looks`() throws {
        let samples = [sample(1), sample(2)]
        var survey = try ExportSurvey(.trl, ExportOptions(datasetName: "Rows", split: 1))
        for sample in samples { survey.add(sample) }
        var lines = ExportLines(try survey.plan())
        _ = lines.appending(samples[0])

        let account = lines.missing()

        #expect(account.map(\.path) == ["manifest/skipped.jsonl"])
        #expect(account.allSatisfy { String(decoding: $0.bytes, as: UTF8.self).contains("no longer matches") })
        #expect(lines.refused.map(\.reason) == [.gone])
        #expect(lines.refused.map(\.sample) == [samples[1].id])
        #expect(lines.totals.reasons == ["gone meanwhile": 1])
        #expect(lines.missing().isEmpty)
    }

    @Test(arguments: [(2, 0), (4, 0), (5, 3), (6, 3)])
    func `counts rows that offer fewer tools than were asked for`(candidates: Int, expected: Int) throws {
        let export = try trlExport(of: (1...3).map { sample($0) }) {
            $0.candidates = candidates
            $0.distractors = [.random]
        }

        #expect(try export.manifest["counts"]?["offeredFewerThanAsked"]?.int == expected)
        #expect(try export.text(of: "README.md").contains("fewer than \(candidates) tools: 3") == (expected == 3))
    }

    @Test func `says how many comparisons of samples were left out`() throws {
        let twins = (1...40).map { index in
            SampleBuilder(
                query: "Which of the many hotels by the old harbour has a pool and a sauna?", response: "One.",
                index: index
            ).step("find", ["place": .string("\(index)")], gives: "{}").sample
        }

        let many = try lines(for: twins, .trl).totals.comparisonsLeftOut
        let manifest = try trlExport(of: twins).manifest

        #expect(many > 0)
        #expect(manifest["counts"]?["comparisonsLeftOut"]?.int == many)
        #expect(try lines(for: Array(twins.prefix(2)), .trl).totals.comparisonsLeftOut == 0)
    }

    @Test(arguments: [
        (Finding.Severity.info, 0), (.warning, 1), (.error, 2),
    ])
    func `has the samples without a finding as severe as the gate`(gate: Finding.Severity, written: Int) throws {
        var options = ExportOptions(datasetName: "Rows", split: 1)
        options.gate = gate
        var survey = try ExportSurvey(.trl, options)
        let clean = sample(3)
        survey.add(clean)
        for (index, severity) in [(1, Finding.Severity.info), (2, .warning)] {
            let finding = Finding(
                check: "telling", version: 1, target: .query, evidence: "seen", reason: .unnatural, severity: severity)
            survey.add(sample(index), findings: [finding])
        }

        var lines = ExportLines(try survey.plan())
        for index in 1...3 { _ = lines.appending(sample(index)) }

        #expect(lines.totals.samples == written + 1)
        #expect(lines.totals.reasons == (written == 2 ? [:] : ["with findings": 2 - written]))
    }

    @Test(arguments: ExportFormatName.allCases)
    func `has rows of further kinds only in formats that take them`(name: ExportFormatName) throws {
        let samples = [GrowthStory(mended: [ToolCall(tool: "geocode", arguments: ["name": "Rome"])]).sample]
        let totals = try lines(for: samples, name) {
            $0.irrelevance = .all
            $0.missingParameters = .all
            $0.candidates = 3
        }.totals

        let further = Set(totals.kinds.keys).subtracting([.calls, .preference])
        let tried = totals.refusals.filter { $0.key.contains("irrelevance") || $0.key.contains("missing-parameter") }
        #expect((further.isEmpty && tried.isEmpty) == !name.takesFurtherRows)
        #expect((totals.kinds[.preference] ?? 0 > 0) == name.takesPairs)
    }

    private func sample(_ index: Int) -> ReviewedSample {
        SampleBuilder(query: "Where is place number \(index * 7919)?", response: "North.", index: index)
            .tool(.example("rain_report", "Measures rain.", family: "weather"))
            .tool(.example("song_text", "Prints songs.", family: "music"))
            .tool(.example("loan_rate", "Says what money costs.", family: "money"))
            .tool(.example("city_search", "Finds a city by its name.", family: "places"))
            .step("city_search", ["name": .string("\(index)")], gives: #"{"id":7}"#).sample
    }

    private func lines(
        for samples: [ReviewedSample], _ name: ExportFormatName, _ change: (inout ExportOptions) -> Void = { _ in }
    ) throws -> ExportLines {
        var options = ExportOptions(datasetName: "Rows", split: 1)
        change(&options)
        var survey = try ExportSurvey(name, options)
        for sample in samples { survey.add(sample) }
        var lines = ExportLines(try survey.plan())
        for sample in samples { _ = lines.appending(sample) }
        return lines
    }
}
