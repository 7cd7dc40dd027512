import Foundation
import Review
import Testing

struct `Agreement between two reviewers` {
    /// Published in 1960.
    ///
    /// J. Cohen, Educational and Psychological Measurement 20 (1960), table 1: kappa .492.
    @Test func `Kappa equals Cohen's own example`() throws {
        let table = table([[88, 14, 18], [10, 40, 10], [2, 6, 12]])
        #expect(table.samples == 200)
        #expect(rounded(try #require(table.raw), to: 2) == "0.70")
        #expect(rounded(try #require(table.cohenKappa).value, to: 3) == "0.492")
    }

    /// Diagnoses of 100 patients.
    ///
    /// J. L. Fleiss, B. Levin, M. C. Paik, "Statistical Methods for Rates and Proportions", table 18.1: kappa .676. The
    /// standard error and the interval are those that statsmodels 0.14 gives for the same table.
    @Test func `Kappa's interval equals the worked example of Fleiss`() throws {
        let kappa = try #require(table([[75, 1, 4], [5, 4, 1], [0, 0, 10]]).cohenKappa)
        #expect(rounded(kappa.value, to: 3) == "0.676")
        #expect(rounded(kappa.standardError, to: 4) == "0.0877")
        let interval = try #require(kappa.interval)
        #expect(rounded(interval.lowerBound, to: 4) == "0.5046")
        #expect(rounded(interval.upperBound, to: 4) == "0.8484")
    }

    /// The paradox of kappa.
    ///
    /// K. L. Gwet's example with 118 of 125 agreed on, kappa -.023 and AC1 .941; the standard error is
    /// that of irrCAC 0.4 for the same table.
    @Test func `AC1 stays high where kappa collapses because one label dominates`() throws {
        let table = table([[118, 5], [2, 0]])
        #expect(rounded(try #require(table.cohenKappa).value, to: 4) == "-0.0234")
        let gwet = try #require(table.gwetAC1)
        #expect(rounded(gwet.value, to: 4) == "0.9408")
        #expect(rounded(gwet.standardError, to: 4) == "0.0230")
    }

    @Test(arguments: [
        ([[75, 1, 4], [5, 4, 1], [0, 0, 10]], "0.86757", "0.03923"), ([[20, 5], [10, 15]], "0.40594", "0.13015"),
        ([[88, 14, 18], [10, 40, 10], [2, 6, 12]], "0.57597", "0.04800"),
    ])
    func `AC1 and its error equal those of irrCAC`(counts: [[Int]], value: String, error: String) throws {
        let gwet = try #require(table(counts).gwetAC1)
        #expect(rounded(gwet.value, to: 5) == value)
        #expect(rounded(gwet.standardError, to: 5) == error)
    }

    @Test func `Nothing is claimed of no samples`() {
        let table = AgreementTable(labels: [1, 2])
        #expect(table.raw == nil)
        #expect(table.cohenKappa == nil)
        #expect(table.gwetAC1 == nil)
    }

    @Test func `Kappa is undefined where both gave one label only, and AC1 is not`() throws {
        let table = table([[9, 0], [0, 0]])
        #expect(table.cohenKappa == nil)
        #expect(try #require(table.gwetAC1).value == 1)
    }

    @Test func `A label that nobody gave counts as one that could be given`() throws {
        let two = try #require(table([[8, 1], [1, 2]]).gwetAC1)
        let three = try #require(table([[8, 1, 0], [1, 2, 0], [0, 0, 0]]).gwetAC1)
        #expect(three.value > two.value)
    }

    @Test func `There is no interval for two samples, nor where nothing varies`() throws {
        let two = try #require(table([[1, 1], [0, 0]]).gwetAC1)
        #expect(two.standardError > 0)
        #expect(two.interval == nil)

        let same = table([[3, 0], [0, 2]])
        #expect(try #require(same.cohenKappa).interval == nil)
        #expect(try #require(same.gwetAC1).interval == nil)
    }

    @Test func `An interval ends where the figure itself ends`() throws {
        let kappa = try #require(table([[3, 1], [0, 2]]).cohenKappa)
        #expect(try #require(kappa.interval).upperBound == 1)
    }

    private func table(_ counts: [[Int]]) -> AgreementTable<Int> {
        var table = AgreementTable(labels: Array(counts.indices))
        for (row, line) in counts.enumerated() {
            for (column, count) in line.enumerated() { table.add(row, column, times: count) }
        }
        return table
    }

    private func rounded(_ value: Double, to digits: Int) -> String { String(format: "%.\(digits)f", value) }
}
