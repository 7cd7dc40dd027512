import Engine

/// What a model is to do with a query: an item of a dataset as an evaluation asks it.
package struct Truth: Hashable, Codable, Sendable, Identifiable {
    /// The sample's label in its dataset, with a suffix for items made from it: `s-00417`, `s-00417/irrelevance`.
    package let id: String
    package let query: String
    /// What the model is offered.
    package let offered: [ToolName]
    /// In the order in which they run; empty where no tool can help.
    package let calls: [ToolCall]
    /// Empty where the item has none.
    package let response: String
    /// Such as `single`, `parallel`, `chained`, `irrelevance`.
    package let category: Category

    package enum Category: String, Hashable, Codable, Sendable, CaseIterable {
        /// One call.
        case single
        /// Several that need nothing of one another.
        case parallel
        /// Some that need what others gave.
        case chained
        /// No tool that is offered can help.
        case irrelevance
    }

    package init(
        id: String, query: String, offered: [ToolName], calls: [ToolCall], response: String, category: Category
    ) {
        self.id = id
        self.query = query
        self.offered = offered
        self.calls = calls
        self.response = response
        self.category = category
    }
}
