/// How often two reviewers gave each pair of labels to the same samples.
///
/// The labels are those that could be given, whether anybody gave them or not.
package struct AgreementTable<Label: Hashable & Sendable>: Sendable {
    package let labels: [Label]
    /// A row for each label of the first reviewer, a column for each of the second.
    private var counts: [[Int]]

    /// An empty table.
    package init(labels: [Label]) {
        self.labels = labels
        counts = Array(repeating: Array(repeating: 0, count: labels.count), count: labels.count)
    }

    /// Adds samples that the first reviewer gave one label and the second another; a label that the table does not have
    /// is not counted.
    package mutating func add(_ first: Label, _ second: Label, times: Int = 1) {
        guard let row = labels.firstIndex(of: first), let column = labels.firstIndex(of: second) else { return }
        counts[row][column] += times
    }

    /// The samples that both judged.
    package var samples: Int { counts.reduce(0) { $0 + $1.reduce(0, +) } }

    /// How many samples the first reviewer gave one label, and the second another.
    package func count(_ first: Label, _ second: Label) -> Int {
        guard let row = labels.firstIndex(of: first), let column = labels.firstIndex(of: second) else { return 0 }
        return counts[row][column]
    }

    /// The share of samples with the same label; nil for no samples.
    package var raw: Double? {
        samples == 0 ? nil : Double(labels.indices.reduce(0) { $0 + counts[$1][$1] }) / Double(samples)
    }
}

extension AgreementTable {
    /// The share of the samples in one cell.
    func share(_ row: Int, _ column: Int) -> Double { Double(counts[row][column]) / Double(samples) }

    /// How often the first reviewer gave each label, as shares.
    var firstShares: [Double] {
        labels.indices.map { row in labels.indices.reduce(0) { $0 + share(row, $1) } }
    }

    /// How often the second reviewer gave each label, as shares.
    var secondShares: [Double] {
        labels.indices.map { column in labels.indices.reduce(0) { $0 + share($1, column) } }
    }

    /// Every pair of places in the table.
    var cells: [(row: Int, column: Int)] {
        labels.indices.flatMap { row in labels.indices.map { (row, $0) } }
    }
}
