import Engine

/// Makes the rows of a sample, as the options ask and as far as the format takes them.
struct RowMaking: Sendable {
    private let name: ExportFormatName
    private let options: ExportOptions
    private let order: SeededOrder
    private let libraries = KnownLibraries()

    init(for name: ExportFormatName, _ options: ExportOptions, order: SeededOrder) {
        self.name = name
        self.options = options
        self.order = order
    }

    /// The rows, and why some that were asked for are not among them.
    ///
    /// Of what was preferred the rows are made later, and a long conversation may have short ones.
    ///
    /// - Throws: ``SkipReason`` when the sample's own conversation is too long.
    func made(for sample: ExportableSample, among tools: [Tool]) throws(SkipReason) -> MadeRows {
        let library = libraries.library(of: sample.id.run, tools)
        let others = Distractors(of: sample, among: library, order: order, canOffer: name.format.canOffer)
        let fitting = RowFitting(options, library)
        guard name.takesOfferedTools else {
            let own = ExportRow(sample, offering: sample.toolsInUse)
            return MadeRows(rows: [try fitting.uncut(own)], fitting: fitting)
        }
        let offer = ToolOffer(sample, among: library, options, others)
        let own = ExportRow(sample, offering: offer.tools)
        if name.takesPairs {
            return MadeRows(rows: [(try? fitting.fitted(own, of: sample)) ?? own], fitting: fitting)
        }
        var made = MadeRows(rows: [try fitting.fitted(own, of: sample)], fitting: fitting)
        guard name.takesFurtherRows else { return made }
        if order.picks(options.irrelevance, for: "irrelevance", sample.id) {
            made.add { () throws(RowRefusal) in
                try IrrelevanceRow(of: sample, among: library, others, options, order).row(
                    offering: offer.tools.count)
            }
        }
        if order.picks(options.missingParameters, for: "missing-parameter", sample.id) {
            made.add { () throws(RowRefusal) in
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
    let fitting: RowFitting

    init(rows: [ExportRow], fitting: RowFitting) {
        self.rows = rows
        self.fitting = fitting
    }

    fileprivate mutating func add(_ make: () throws(RowRefusal) -> ExportRow) {
        do throws(RowRefusal) {
            let row = fitting.measured(try make())
            try fitting.check(row, as: row.kind.title)
            rows.append(row)
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

    /// Some texts in an order that depends on the seed.
    func shuffled(_ texts: [String], for purpose: String, _ sample: SampleID) -> [String] {
        let ranked = texts.map { (rank(purpose, sample.key, $0), $0) }
        return ranked.sorted { $0.0 < $1.0 }.map(\.1)
    }
}
