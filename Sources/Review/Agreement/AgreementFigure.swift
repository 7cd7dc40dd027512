/// How far two readings of the same samples agree on one question: the share, and what is beyond chance.
package struct AgreementFigure: Hashable, Sendable {
    /// The samples that both readings answered.
    package let samples: Int
    /// The share with the same answer; nil for no samples.
    package let raw: Double?
    /// Cohen's kappa; nil where it is not defined.
    package let kappa: AgreementEstimate?
    /// Gwet's AC1; nil where it is not defined.
    package let ac1: AgreementEstimate?

    /// What a table amounts to.
    package init<Label>(_ table: AgreementTable<Label>) {
        (samples, raw) = (table.samples, table.raw)
        (kappa, ac1) = (table.cohenKappa, table.gwetAC1)
    }
}
