import Engine

/// Makes the rows of a sample, as the options ask.
struct RowMaking: Sendable {
    let options: ExportOptions
    let order: SeededOrder
    private let libraries = KnownLibraries()

    init(options: ExportOptions, order: SeededOrder) {
        self.options = options
        self.order = order
    }

    /// The sample's own conversation first.
    ///
    /// - Throws: ``SkipReason`` when it is too long.
    func rows(for sample: ExportableSample, among tools: [Tool]) throws(SkipReason) -> [ExportRow] {
        try made(for: sample, among: tools).rows
    }

    /// The rows, and why some that were asked for are not among them.
    ///
    /// - Throws: ``SkipReason`` when the sample's own conversation is too long.
    func made(for sample: ExportableSample, among tools: [Tool]) throws(SkipReason) -> MadeRows {
        let library = libraries.library(of: sample.id.run, tools)
        let offer = ToolOffer(sample, among: library, options, order: order)
        let fitting = RowFitting(options, library)
        let own = ExportRow(sample, offering: offer.tools)
        guard let calls = fitting.fitted(own, keeping: { sample.valuesUsed }) else {
            throw .tooLong(tokens: fitting.tokens(of: own), limit: options.maxTokens ?? 0)
        }
        var made = MadeRows(rows: [calls])
        if order.picks(options.irrelevance, for: "irrelevance", sample.id) {
            made.add(fitting) { () throws(RowRefusal) in
                try IrrelevanceRow(of: sample, among: library, options, order).row(offering: offer.tools.count)
            }
        }
        if order.picks(options.missingParameters, for: "missing-parameter", sample.id) {
            made.add(fitting) { () throws(RowRefusal) in
                try MissingParameterRow(of: sample, order).row(offering: offer.tools)
            }
        }
        return made
    }
}

/// What became of the rows that were asked for.
struct MadeRows {
    private(set) var rows: [ExportRow]
    private(set) var refusals: [RowRefusal] = []

    init(rows: [ExportRow]) {
        self.rows = rows
    }

    fileprivate mutating func add(_ fitting: RowFitting, _ make: () throws(RowRefusal) -> ExportRow) {
        do throws(RowRefusal) {
            rows.append(try fitting.checked(try make()))
        } catch {
            refusals.append(error)
        }
    }
}

extension SeededOrder {
    /// Whether a sample is among the share that is chosen; more samples do not change it for the others.
    fileprivate func picks(_ share: Share, for purpose: String, _ sample: SampleID) -> Bool {
        guard share.value > 0 else { return false }
        return fraction(purpose, sample.key) < share.value
    }

    /// From 0 to just below 1.
    private func fraction(_ purpose: String, _ key: String) -> Double {
        let digits = 13
        let rank = UInt64(rank(purpose, key).prefix(digits), radix: 16) ?? 0
        return Double(rank) / Double(UInt64(1) << (4 * UInt64(digits)))
    }

    /// One of some texts, by the seed.
    func choice(of texts: [String], for purpose: String, _ sample: SampleID) -> String {
        let place = Int(fraction(purpose, sample.key) * Double(texts.count))
        return texts.indices.contains(place) ? texts[place] : texts.first ?? ""
    }
}
