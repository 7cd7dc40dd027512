/// A text for the clipboard.
package struct CopiedText: Hashable, Sendable {
    /// What it is: `the value of $.days[0].max`.
    package let name: String
    /// The text itself, as it was recorded, controls and all.
    package let text: String

    /// A text and what it is.
    package init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}
