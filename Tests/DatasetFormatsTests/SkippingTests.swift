import DatasetFormats
import Engine
import Review
import TestSupport
import Testing

@Suite("Samples left out")
struct SkippingTests {
    @Test(arguments: ExportFormatName.ofSamples)
    func `are counted and named, whatever the format`(name: ExportFormatName) throws {
        let export = try files(for: ExampleSamples.all, as: name)

        #expect(
            export.skipped.map(\.description) == [
                "s-00007: Its final query and response could not be written (no text); edit both to export it."
            ])
        #expect(try export.manifest["counts"]?["exported"]?.int == ExampleSamples.all.count - 1)
        #expect(try export.files.map(\.rows).reduce(0, +) == export.rows.count)
        #expect(Set(export.files.map(\.path)).count == export.files.count)
    }

    @Test(arguments: [
        (builder.ended(.nothingGrown).sample, "It has no steps."),
        (builder.step("find", [:], gives: "{}").unfinished.sample, "It is not finished; resume its run first."),
        (
            builder.step("find", [:], gives: "{}").reviewed(.edit(.query(" \n"))).sample, "It has no query."
        ),
        (
            builder.step("find", [:], gives: "{}").reviewed(.edit(.response(""))).sample, "It has no response."
        ),
        (builder.step("find", [1], gives: "{}").sample, "The arguments of step 1 are not an object."),
        (
            builder.step("find", ["a": 1], gives: "{}").step("find", ["x": [["b": 1, "b": 2]]], gives: "{}").sample,
            "Step 2 gives b twice."
        ),
        (
            builder.step("find", [:], gives: "{}").reviewed(.edit(.response("There."))).ended(broken).sample,
            "Its final query and response could not be written (too long); edit both to export it."
        ),
        (
            builder.step("find", [:], gives: "{}").reviewed(.edit(.query("Where?"))).ended(broken).sample,
            "Its final query and response could not be written (too long); edit both to export it."
        ),
    ])
    func `have a reason`(sample: ReviewedSample, reason: String) throws {
        let export = try files(for: [ExampleSamples.chain.sample, sample], as: .trl)

        #expect(export.skipped.map { "\($0.reason)" } == [reason])
        #expect(try export.rows.map(\.sample) == [ExampleSamples.chain.id])
    }

    @Test func `are not those whose texts a reviewer wrote`() throws {
        let mended = Self.builder.step("find", [:], gives: "{}").ended(Self.broken)
            .reviewed(.edit(.query("Where?")), .edit(.response("There."))).sample

        #expect(try files(for: [mended], as: .trl).skipped.isEmpty)
    }

    @Test func `have a tool that the library lacks`() throws {
        let whole = Self.builder.step("find", [:], gives: "{}").sample
        let sample = ReviewedSample(id: whole.id, seed: 7, state: whole.state, review: whole.review, library: [])

        let export = try files(for: [ExampleSamples.chain.sample, sample], as: .toolgrad)

        #expect(export.skipped.map(\.reason) == [.unknownTool("find")])
    }

    @Test func `are second mentions`() throws {
        let sample = ExampleSamples.chain.sample

        let export = try files(for: [sample, sample], as: .toolgrad)

        #expect(try export.rows.count == 1)
        #expect(export.skipped.map(\.reason) == [.repeated])
    }

    @Test func `are samples with the calls and the query of an earlier one, also of another run`() throws {
        func asked(_ query: String, _ name: JSON, index: Int) -> ReviewedSample {
            SampleBuilder(query: query, response: "Here.", index: index).step("find", ["name": name], gives: "{}")
                .sample
        }
        let first = asked("Where is Oslo?", "Oslo", index: 1)
        let others = [asked("Where is Oslo?", "Lima", index: 2), asked("Where does Oslo lie?", "Oslo", index: 3)]

        let export = try files(for: [first] + others + [asked("where is oslo?", "Oslo", index: 4)], as: .trl)

        #expect(try export.rows.count == 3)
        #expect(export.skipped.map(\.reason) == [.equal(to: first.id)])
    }

    @Test(arguments: ExportFormatName.allCases)
    func `fail the export when nothing else is there`(name: ExportFormatName) {
        let failed = ExampleSamples.failed.sample

        #expect(throws: ExportError.nothingToExport(format: name.rawValue, skipped: [])) {
            try files(for: [], as: name)
        }
        let error = #expect(throws: ExportError.self) { try files(for: [failed], as: name) }
        #expect(
            error?.description == "None of the 1 samples can be written as \(name.rawValue). s-00007: Its final query "
                + "and response could not be written (no text); edit both to export it. Choose other samples, or mend "
                + "these.")
    }

    @Test func `errors say what to do`() {
        let texts = [
            ExportError.badSplit(1.5), .badCandidates(-1), .nothingToExport(format: "trl", skipped: []),
        ].map(\.description)

        #expect(
            texts == [
                "A training share of 1.5 splits nothing. Choose one above 0 and at most 1, such as 0.9.",
                "A row cannot offer -1 tools. Choose 0 for the tools in use, or a larger number.",
                "There is no sample for the trl export. Accept some samples first, or include all.",
            ])
    }

    private static let builder = SampleBuilder(query: "Where is it?", response: "There.", index: 9)
    private static let broken = SampleOutcome.synthesisFailed(reason: "too long")

    private func files(for samples: [ReviewedSample], as name: ExportFormatName) throws -> Export {
        try name.files(for: samples, options: ExportOptions(datasetName: "Rows"))
    }
}
