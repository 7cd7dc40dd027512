/// Figures that others have published for a method, to be shown beside one's own and never among them.
package struct PublishedFigures: Hashable, Sendable {
    package let title: String
    /// Where they were published, with the model and the tools of the time.
    package let source: String
    /// A share from 0 to 1.
    package let passed: Double
    /// For each sample; what was not published is missing.
    package let perSample: [ComparedQuantity: Double]
    /// What a figure is a bound of, by quantity.
    package let upperBounds: Set<ComparedQuantity>

    /// The first table of the paper that the method is from.
    ///
    /// Source: arXiv 2508.04086, first version: ToolGrad-5K, made with gpt-4.1-mini on ToolBench's tools.
    package static let paper: [PublishedFigures] = [
        PublishedFigures(
            title: "ToolGrad", source: source, passed: 1,
            perSample: [.steps: 6.1, .modelCalls: 45.9, .toolCalls: 30, .cost: 0.05], upperBounds: [.toolCalls]),
        PublishedFigures(
            title: "ToolBench DFS", source: source, passed: 0.638,
            perSample: [.steps: 3.3, .modelCalls: 64.5, .toolCalls: 34.3], upperBounds: []),
    ]

    private static let source = "arXiv 2508.04086v1: other tools (ToolBench's) and another model (gpt-4.1-mini)"
}
