import Engine

/// Which samples are for training and which for testing.
///
/// A sample and its branches stay together, since they share their first steps. There is always something to train on.
struct TrainTestSplit {
    private let testing: Set<SampleID>

    init(_ samples: [SampleFacts], share: Double, order: SeededOrder) {
        let wanted = min(Int((Double(samples.count) * (1 - share)).rounded()), samples.count - 1)
        let sizes = Dictionary(samples.map { ($0.id.origin, 1) }, uniquingKeysWith: +)
        let ranks = Dictionary(uniqueKeysWithValues: sizes.keys.map { ($0, order.rank("split", $0.key)) })
        var count = 0
        var testing: Set<SampleID> = []
        for origin in sizes.keys.sorted(by: { ranks[$0, default: ""] < ranks[$1, default: ""] }) {
            let size = sizes[origin] ?? 0
            guard count + size <= wanted else { continue }
            testing.insert(origin)
            count += size
        }
        self.testing = testing
    }

    func part(of sample: SampleID) -> ExportPart { testing.contains(sample.origin) ? .test : .train }
}

extension SampleID {
    /// The sample that this one branched off, or itself.
    fileprivate var origin: SampleID { SampleID(run: run, index: index) }
}
