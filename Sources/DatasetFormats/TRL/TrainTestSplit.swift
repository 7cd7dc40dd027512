import Engine

/// Which samples are for training and which for testing, each in the order given.
///
/// A sample and its branches stay together, since they share their first steps. There is always something to train on.
struct TrainTestSplit {
    let train: [ExportableSample]
    let test: [ExportableSample]

    init(_ samples: [ExportableSample], share: Double, order: SeededOrder) {
        let wanted = min(Int((Double(samples.count) * (1 - share)).rounded()), samples.count - 1)
        let origins = Dictionary(grouping: samples, by: \.id.origin)
        let ranks = Dictionary(uniqueKeysWithValues: origins.keys.map { ($0, order.rank("split", $0.key)) })
        var count = 0
        var testing: Set<SampleID> = []
        for origin in origins.keys.sorted(by: { ranks[$0, default: ""] < ranks[$1, default: ""] }) {
            let size = origins[origin]?.count ?? 0
            guard count + size <= wanted else { continue }
            testing.insert(origin)
            count += size
        }
        train = samples.filter { !testing.contains($0.id.origin) }
        test = samples.filter { testing.contains($0.id.origin) }
    }
}

extension SampleID {
    /// The sample that this one branched off, or itself.
    fileprivate var origin: SampleID { SampleID(run: run, index: index) }
}
