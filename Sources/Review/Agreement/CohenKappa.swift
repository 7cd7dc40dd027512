extension AgreementTable {
    /// Cohen's kappa: agreement beyond what the two reviewers' own habits would give by chance.
    ///
    /// J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20 (1960),
    /// 37-46. Its variance is the one for samples of any size of the true kappa: J. L. Fleiss, J. Cohen, B. S. Everitt,
    /// "Large sample standard errors of kappa and weighted kappa", Psychological Bulletin 72 (1969), 323-327.
    ///
    /// Nil without samples, and where both gave every sample the same one label: chance alone then explains everything.
    package var cohenKappa: AgreementEstimate? {
        guard let raw else { return nil }
        let (first, second) = (firstShares, secondShares)
        let chance = zip(first, second).reduce(0) { $0 + $1.0 * $1.1 }
        guard chance < 1 else { return nil }
        let kappa = (raw - chance) / (1 - chance)
        let spread = cells.reduce(0.0) { sum, cell in
            let habits = second[cell.row] + first[cell.column]
            let term = cell.row == cell.column ? 1 - habits * (1 - kappa) : (1 - kappa) * habits
            return sum + share(cell.row, cell.column) * term * term
        }
        let centre = kappa - chance * (1 - kappa)
        let variance = (spread - centre * centre) / (Double(samples) * (1 - chance) * (1 - chance))
        return AgreementEstimate(kappa, variance: variance, samples: samples)
    }
}
