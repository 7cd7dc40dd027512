import Engine
import Review

/// What is decided about an export before its first line is written.
package struct ExportPlan: Sendable {
    package let name: ExportFormatName
    package let options: ExportOptions
    /// The names that tools have in the files.
    package let names: PortableNames
    let order: SeededOrder
    let split: TrainTestSplit
    /// The samples that can be written.
    let ready: Set<SampleID>
    let fileNames: WorkflowFileNames
    /// Comparisons of samples that were left out, so that samples that are alike may stand on both sides of the split.
    let comparisonsLeftOut: Int
    /// Those that cannot, so far.
    let skipped: [SkippedSample]
}
