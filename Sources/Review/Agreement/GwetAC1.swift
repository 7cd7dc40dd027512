extension AgreementTable {
    /// Gwet's AC1: agreement beyond chance that stays steady when one label dominates.
    ///
    /// K. L. Gwet, "Computing inter-rater reliability and its variance in the presence of high agreement", British
    /// Journal of Mathematical and Statistical Psychology 61 (2008), 29-48; the variance is the one over samples, for
    /// two reviewers.
    ///
    /// Nil without samples or with fewer than two labels.
    package var gwetAC1: AgreementEstimate? {
        guard let raw, labels.count > 1 else { return nil }
        let prevalence = zip(firstShares, secondShares).map { ($0 + $1) / 2 }
        let rarity = prevalence.map { (1 - $0) / Double(labels.count - 1) }
        let chance = zip(prevalence, rarity).reduce(0) { $0 + $1.0 * $1.1 }
        let value = (raw - chance) / (1 - chance)
        let spread = cells.reduce(0.0) { sum, cell in
            let agreed = ((cell.row == cell.column ? 1 : 0) - chance) / (1 - chance)
            let expected = (rarity[cell.row] + rarity[cell.column]) / 2
            let deviation = agreed - 2 * (1 - value) * (expected - chance) / (1 - chance) - value
            return sum + share(cell.row, cell.column) * deviation * deviation
        }
        return AgreementEstimate(value, variance: spread / Double(samples), samples: samples)
    }
}
