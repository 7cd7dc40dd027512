/// One entry of the help.
struct HelpItem: Hashable, Sendable {
    /// The heading it stands under.
    let section: String
    /// What is explained: keys, a sign, a code.
    let sign: String
    let text: String
    /// What Enter does; nil for what only explains.
    var action: Action?
    /// Why that is not possible now; nil when it is.
    var obstacle: String?
    /// The action's name, which is found too.
    var name = ""

    /// Whether all the words are somewhere in it.
    func answers(_ words: [Substring]) -> Bool {
        let text = "\(section) \(sign) \(text) \(name)".lowercased()
        return words.allSatisfy { text.contains($0) }
    }
}
