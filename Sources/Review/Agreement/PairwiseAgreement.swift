import Engine

/// How far every two who read the same samples agree on accepted, rejected or skipped.
package struct PairwiseAgreement: Hashable, Sendable {
    /// Two readers, over the samples that both read.
    package struct Pair: Hashable, Sendable {
        /// Their places among the readers; one place twice for who read samples again.
        package let first: Int
        package let second: Int
        package let figure: AgreementFigure

        /// Whether somebody is compared with themselves.
        package var isOwn: Bool { first == second }
    }

    /// The mean over the pairs of different readers, each pair counting the same.
    ///
    /// For kappa that is Light's: R. J. Light, "Measures of response agreement for qualitative data", Psychological
    /// Bulletin 76 (1971), 365-377. Pairs for which a figure is not defined are no part of its mean.
    package struct Mean: Hashable, Sendable {
        /// How many pairs there are.
        package let pairs: Int
        package let raw: Double?
        package let kappa: Double?
        package let ac1: Double?

        fileprivate init(of pairs: [Pair]) {
            self.pairs = pairs.count
            raw = Self.mean(pairs.compactMap(\.figure.raw))
            kappa = Self.mean(pairs.compactMap { $0.figure.kappa?.value })
            ac1 = Self.mean(pairs.compactMap { $0.figure.ac1?.value })
        }

        private static func mean(_ values: [Double]) -> Double? {
            values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
        }
    }

    /// Who read, in the order in which they are first met.
    package let readers: [String]
    /// Those that read a sample in common, in the order of the readers.
    package let pairs: [Pair]
    /// Nil where no two different readers read the same sample.
    package let mean: Mean?

    /// What the readings amount to, those that the summary's one pair of a sample has no place for too.
    ///
    /// Of somebody's readings of a sample the one of the earliest pass is compared with others; who read it again is
    /// compared with themselves, by the first two.
    package init(of readings: [ReadTwice]) {
        var readers: [String] = []
        var tables: [Places: AgreementTable<ReviewState.Status>] = [:]
        for reading in readings {
            let statuses = reading.statuses(among: &readers)
            let places = statuses.keys.sorted()
            for (index, first) in places.enumerated() {
                for second in places[index...] {
                    guard let (one, other) = Self.labels(statuses, first, second) else { continue }
                    let key = Places(first: first, second: second)
                    tables[key, default: AgreementTable(labels: Opinion.statuses)].add(one, other)
                }
            }
        }
        self.readers = readers
        pairs = tables.map { Pair(first: $0.key.first, second: $0.key.second, figure: AgreementFigure($0.value)) }
            .sorted { ($0.first, $0.second) < ($1.first, $1.second) }
        let different = pairs.filter { !$0.isOwn }
        mean = different.isEmpty ? nil : Mean(of: different)
    }

    /// A name that says nobody's: A for the first reader.
    package static func letter(_ place: Int) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        return letters.indices.contains(place) ? String(letters[place]) : "reader \(place + 1)"
    }

    private struct Places: Hashable {
        let first: Int
        let second: Int
    }

    /// What two readers, or one of them twice, made of a sample; nil where one of the readings is missing.
    private static func labels(
        _ statuses: [Int: [ReviewState.Status]], _ first: Int, _ second: Int
    ) -> (ReviewState.Status, ReviewState.Status)? {
        let (one, other) = (statuses[first] ?? [], statuses[second] ?? [])
        if first == second { return one.count > 1 ? (one[0], one[1]) : nil }
        guard let early = one.first, let late = other.first else { return nil }
        return (early, late)
    }
}

extension PairwiseAgreement.Pair {
    /// Whom it compares, without their names.
    package var letters: String {
        let name = PairwiseAgreement.letter(first)
        return isOwn ? "\(name) again" : "\(name) with \(PairwiseAgreement.letter(second))"
    }
}

extension ReadTwice {
    /// What each reader made of it, pass by pass, by the place of the reader; new readers are added.
    fileprivate func statuses(among readers: inout [String]) -> [Int: [ReviewState.Status]] {
        let all = [first, second] + others
        let inOrder = all.enumerated().sorted { ($0.element.pass, $0.offset) < ($1.element.pass, $1.offset) }
        var statuses: [Int: [ReviewState.Status]] = [:]
        for (_, reading) in inOrder {
            let place = readers.firstIndex(of: reading.reviewer) ?? readers.count
            if place == readers.count { readers.append(reading.reviewer) }
            statuses[place, default: []].append(reading.opinion.status)
        }
        return statuses
    }
}
