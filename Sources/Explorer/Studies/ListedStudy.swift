import Engine

/// A study of the dataset, as a list names it.
package struct ListedStudy: Hashable, Sendable, Identifiable {
    package let id: RunID
    /// What people call it; several may have the same name.
    package let name: String
    /// What it is about, in a few words each, such as its model.
    package let facts: [String]
    package let began: Timestamp
    /// How many items it has by now.
    package let items: Int

    package init(id: RunID, name: String, facts: [String], began: Timestamp, items: Int) {
        self.id = id
        self.name = name
        self.facts = facts
        self.began = began
        self.items = items
    }
}
