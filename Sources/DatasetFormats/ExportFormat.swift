import Engine
import Review

/// Turns samples, one after the other, into lines of files of one published shape; pure.
protocol ExportFormat: Sendable {
    /// What the readers of the format cannot hold of a sample; nil when they hold it all.
    func objection(to sample: ExportableSample) -> SkipReason?

    /// Whether its readers refuse some names of tools, so that these are changed.
    var renamesTools: Bool { get }

    /// Whether its files have room for all that a dataset knows of a sample.
    var keepsRecords: Bool { get }

    /// Whether a tool that a row does not use can be offered in it beside the others.
    func canOffer(_ tool: Tool) -> Bool

    /// The lines that a sample becomes, each with its file; none where the sample has nothing for this format.
    ///
    /// - Throws: ``SkipReason``; the sample is then left out, and named.
    func lines(for material: ExportMaterial, in plan: ExportPlan) throws(SkipReason) -> FormatLines

    /// Files that describe the whole; asked for when every sample was written.
    func descriptions(of totals: ExportTotals, in plan: ExportPlan) -> [ExportedFile]
}

extension ExportFormat {
    var renamesTools: Bool { true }

    var keepsRecords: Bool { false }

    /// One schema that a loader cannot read would keep it from reading any row.
    func canOffer(_ tool: Tool) -> Bool { tool.inputSchema.firstUnloadableNumber == nil }

    func objection(to sample: ExportableSample) -> SkipReason? { nil }

    func descriptions(of totals: ExportTotals, in plan: ExportPlan) -> [ExportedFile] { [] }
}

/// What a format makes of one sample.
struct FormatLines {
    let lines: [ExportedLine]
    /// Rows of the sample that could not be made, and why; the others are written all the same.
    let refusals: [RowRefusal]

    init(_ lines: [ExportedLine], without refusals: [RowRefusal] = []) {
        self.lines = lines
        self.refusals = refusals
    }
}

/// One sample on its way into files.
struct ExportMaterial {
    let sample: ExportableSample
    /// With everything that growing and reviewing left, for formats of preferences.
    let reviewed: ReviewedSample
    let part: ExportPart
    /// Everything that the dataset knows of it; nil where nobody gave it, or the format has no room for it.
    var record: ExportedRecord?
    /// The conversations it is taught as: its own, and those that were asked for beside it.
    let rows: [ExportRow]
    /// How large other rows of it would be, and how large they may be.
    let fitting: RowFitting
    /// The samples that reviewers compared it with, as far as they were given.
    var compared: [SampleID: ReviewedSample] = [:]
}

/// The record of a sample on its way into a file.
struct ExportedRecord {
    let record: WorkflowRecord
    let library: ExportedLibrary
}

/// The tools of a run as a file beside the data, written once.
struct ExportedLibrary {
    let hash: ContentHash
    let line: ExportedLine

    init(of tools: [Tool]) throws(WorkflowRecordProblem) {
        let text = try WorkflowRecord.library(of: tools).compactText
        hash = ContentHash(of: text)
        line = ExportedLine("manifest/libraries/\(hash.hex.prefix(16)).json", text, row: nil)
    }
}

/// What a row is for.
package enum ExportPart: String, Hashable, Sendable, CaseIterable {
    case train, test
}

/// A line of a file, without its line feed; where a file is one text, the whole of it.
struct ExportedLine {
    /// Relative to the folder of the export, with `/`.
    let path: String
    let text: String
    /// What kind of row it is, for the account; nil for a line that belongs to a row that was counted.
    let row: ExportRow.Kind.Title?

    /// The size of the row; nil where it was not measured.
    let tokens: Int?
    /// How many tools the row offers; nil where it offers none by itself.
    let offered: Int?
    /// Steps whose outputs are cut in it, and how many characters each has in all.
    let cuts: [(step: Int, characters: Int)]

    /// What a preference rests on; nil for other rows.
    let source: String?

    init(_ path: String, _ text: String, row: RowKind?) {
        self.path = path
        self.text = text
        self.row = row
        source = nil
        tokens = nil
        offered = nil
        cuts = []
    }

    /// A row of one or two ways to go on, of which the larger one was measured.
    init(_ path: String, _ text: String, source: String, of row: ExportRow, offering offered: Int) {
        self.path = path
        self.text = text
        self.row = .preference
        self.source = source
        self.offered = offered
        tokens = row.tokens
        cuts = row.cuts
    }

    init(_ path: String, _ text: String, of row: ExportRow) {
        self.path = path
        self.text = text
        self.row = row.kind.title
        source = nil
        tokens = row.tokens
        offered = row.tools.count
        cuts = row.cuts
    }
}

extension ExportRow {
    fileprivate var cuts: [(step: Int, characters: Int)] {
        steps.compactMap { step in step.wholeLength.map { (step.step.number, $0) } }
    }
}

/// The formats there are, by the name that selects them.
package enum ExportFormatName: String, CaseIterable, Sendable {
    case trl, openai, toolgrad, bfcl, dpo, kto, llamafactory, hermes, xlam

    /// Reads a name or an alias (`hf` is `trl`, `sharegpt` is `llamafactory`); nil for anything else.
    package init?(_ text: String) {
        let name = ["hf": "trl", "sharegpt": "llamafactory"][text] ?? text
        guard let name = ExportFormatName(rawValue: name) else { return nil }
        self = name
    }

    /// What writes the format.
    var format: any ExportFormat {
        switch self {
        case .trl: TRLFormat()
        case .openai: OpenAIFormat()
        case .toolgrad: WorkflowFormat()
        case .bfcl: BFCLFormat()
        case .dpo: DPOFormat()
        case .kto: KTOFormat()
        case .llamafactory: LLaMAFactoryFormat()
        case .hermes: HermesFormat()
        case .xlam: XLAMFormat()
        }
    }

    /// Whether its rows can be of other kinds beside a sample's own: irrelevance and missing parameters.
    package var takesFurtherRows: Bool {
        switch self {
        case .trl, .openai, .bfcl, .llamafactory, .hermes, .xlam: true
        case .toolgrad, .dpo, .kto: false
        }
    }

    /// Whether its rows offer tools beside those that are used.
    package var takesOfferedTools: Bool {
        switch self {
        case .trl, .openai, .bfcl, .llamafactory, .hermes, .xlam, .dpo, .kto: true
        case .toolgrad: false
        }
    }

    /// Whether its rows are made of what was preferred to something else.
    package var takesPairs: Bool {
        switch self {
        case .dpo, .kto: true
        case .trl, .openai, .toolgrad, .bfcl, .llamafactory, .hermes, .xlam: false
        }
    }

    /// One line for lists.
    package var summary: String {
        switch self {
        case .trl: "chat rows with tools for TRL and other trainers, as a folder that load_dataset reads"
        case .openai: "chat rows with tools as OpenAI's API has them, arguments as text"
        case .bfcl: "questions and possible answers for the Berkeley leaderboard's checker"
        case .dpo: "pairs of a chosen and a rejected continuation for TRL's DPO trainer"
        case .kto: "single continuations, each good or bad, for TRL's KTO trainer"
        case .llamafactory: "ShareGPT rows with dataset_info.json, as LLaMA-Factory reads them"
        case .hermes: "ShareGPT rows with <tool_call> text, as NousResearch's function-calling data"
        case .xlam: "queries, tools and answers without results, as xLAM and APIGen have them"
        case .toolgrad: "one workflow file per sample, as the reference pipeline reads them"
        }
    }
}
