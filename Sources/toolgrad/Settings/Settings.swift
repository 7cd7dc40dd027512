import Explorer

/// What the user sets in `config.toml`; what is not said there is as it is here.
struct Settings: Hashable, Sendable {
    /// How many colours are used.
    enum Color: String, Hashable, Sendable, CaseIterable {
        /// As many as the terminal has.
        case auto
        case truecolor
        case indexed256 = "256"
        case ansi16 = "16"
        case ansi8 = "8"
        case mono
    }

    /// Which signs are drawn.
    enum Glyphs: String, Hashable, Sendable, CaseIterable {
        /// As the locale allows.
        case auto
        case utf8
        case ascii
    }

    /// How text is copied.
    enum Clipboard: String, Hashable, Sendable, CaseIterable {
        /// Through the terminal, but not over SSH.
        case auto
        case osc52
        case off
    }

    /// Who reads the screen.
    enum Access: String, Hashable, Sendable, CaseIterable {
        case screen
        /// Labelled lines, one after the other, as screen readers want them.
        case linear
    }

    /// The theme by its name; nil for the one that was chosen in the explorer last, or `dark`.
    var theme: String?
    var color = Color.auto
    var glyphs = Glyphs.auto
    var keymap = Keymap.standard
    var clipboard = Clipboard.auto
    var access = Access.screen
    /// Whether a sample with a changed argument can be accepted only once its step was run again.
    var requireRerunAfterArgEdit = false
    /// Whether a decision goes on to the next undecided sample.
    var autoAdvance = true
    /// The most samples that are decided at once without asking.
    var confirmBulkOver = 25
    /// Endpoints, models and prices.
    var models = ConfiguredModels()
}
