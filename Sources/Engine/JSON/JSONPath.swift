/// A place inside a JSON value, from the outside in.
///
/// Empty for the value itself.
package struct JSONPath: Hashable, Sendable {
    /// One step inwards.
    package enum Component: Sendable {
        /// Into the member of an object with this key.
        case key(String)
        /// Into the element of an array at this index, from 0.
        case index(Int)
    }

    /// The steps from the outside in.
    package var components: [Component]

    /// The path of the value itself.
    package static let root = JSONPath()

    /// Joins steps.
    package init(_ components: [Component] = []) {
        self.components = components
    }

    /// This path and one more step, into a member.
    package func appending(key: String) -> JSONPath {
        JSONPath(components + [.key(key)])
    }

    /// This path and one more step, into an element.
    package func appending(index: Int) -> JSONPath {
        JSONPath(components + [.index(index)])
    }
}

extension JSONPath.Component: Hashable {
    /// Compares keys by their UTF-8 bytes.
    package static func == (lhs: Self, rhs: Self) -> Bool {
        switch (lhs, rhs) {
        case (.key(let left), .key(let right)): ExactText(left) == ExactText(right)
        case (.index(let left), .index(let right)): left == right
        case (.key, .index), (.index, .key): false
        }
    }

    /// Hashes what ``==(_:_:)`` compares.
    package func hash(into hasher: inout Hasher) {
        switch self {
        case .key(let key): hasher.combine(ExactText(key))
        case .index(let index): hasher.combine(index)
        }
    }
}
