import Engine
import Review

/// Which samples are for training and which for testing.
///
/// A sample and its branches stay together, since they share their first steps, and so do samples that are too like each
/// other. There is always something to train on.
struct TrainTestSplit {
    private let testing: Set<SampleID>

    init(_ samples: [SampleFacts], _ clusters: LikenessClusters, share: Double, order: SeededOrder) {
        let wanted = min(Int((Double(samples.count) * (1 - share)).rounded()), samples.count - 1)
        let groups = Self.groups(of: samples.map(\.id), clusters)
        let ranks = groups.map { order.rank("split", $0.map(\.key).min() ?? "") }
        var testing: Set<SampleID> = []
        for place in groups.indices.sorted(by: { ranks[$0] < ranks[$1] })
        where testing.count + groups[place].count <= wanted {
            testing.formUnion(groups[place])
        }
        self.testing = testing
    }

    func part(of sample: SampleID) -> ExportPart { testing.contains(sample) ? .test : .train }

    /// Samples that must not be parted: those of one origin, and those of one cluster, and so on.
    private static func groups(of samples: [SampleID], _ clusters: LikenessClusters) -> [[SampleID]] {
        var places: [SampleID: Int] = [:]
        var parents: [Int] = []
        func root(_ place: Int) -> Int {
            var place = place
            while parents[place] != place { place = parents[place] }
            return place
        }
        var ofCluster: [Int: Int] = [:]
        for sample in samples {
            let place = places[sample.origin] ?? parents.count
            if place == parents.count { parents.append(place) }
            places[sample.origin] = place
            guard let cluster = clusters.cluster(of: sample) else { continue }
            if let other = ofCluster[cluster] {
                let (first, second) = (min(root(place), root(other)), max(root(place), root(other)))
                parents[second] = first
            } else {
                ofCluster[cluster] = place
            }
        }
        let grouped = Dictionary(grouping: samples) { root(places[$0.origin] ?? 0) }
        return grouped.sorted { $0.key < $1.key }.map(\.value)
    }
}

extension SampleID {
    /// The sample that this one branched off, or itself.
    fileprivate var origin: SampleID { SampleID(run: run, index: index) }
}
