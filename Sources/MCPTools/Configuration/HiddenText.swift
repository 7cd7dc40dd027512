/// A text that may be secret: it cannot be printed, only used.
package struct HiddenText: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// The text itself, for a child's environment or the header of a request, and nothing else.
    package let value: String

    package init(_ value: String) {
        self.value = value
    }

    package var description: String { "<hidden>" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
