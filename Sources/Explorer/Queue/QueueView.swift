import Review

/// Which samples a queue shows, and in which order.
package struct QueueView: Hashable, Codable, Sendable {
    /// Which samples.
    package var filter: Filter
    /// In which order.
    package var sort: Sort

    /// A filter and an order.
    package init(filter: Filter = .everything, sort: Sort = .standard) {
        self.filter = filter
        self.sort = sort
    }

    /// Every sample, in the order of the labels.
    package static let standard = QueueView()
}

/// A queue that somebody gave a name.
package struct SavedQueue: Hashable, Sendable {
    /// What it is called.
    package let name: String
    /// What it shows.
    package let view: QueueView

    /// A view by its name.
    package init(name: String, view: QueueView) {
        self.name = name
        self.view = view
    }
}
