import Canvas
import DisplaySafety
import Engine

/// What a tool may do to the world, as a sign, a word and a role.
struct EffectsMark {
    let effects: Tool.Effects
    let pen: Pen

    init(_ effects: Tool.Effects, pen: Pen) {
        self.effects = effects
        self.pen = pen
    }

    /// `!! destructive: …`, for a question.
    var sentence: Line {
        Line([
            Span(sign + " ", role), Span(SafeText(effects.rawValue), Ink(role, emphasis: .bold)),
            Span(SafeText(meaning), role),
        ])
    }

    private var sign: SafeText {
        switch effects {
        case .read: pen[.stepOk]
        case .write: pen[.lint]
        case .destructive: pen[.lintError]
        }
    }

    private var role: Role {
        switch effects {
        case .read: .text
        case .write: .lintWarn
        case .destructive: .confirmDanger
        }
    }

    private var meaning: String {
        switch effects {
        case .read: ": it only looks"
        case .write: ": it may change something"
        case .destructive: ": it may destroy something for good"
        }
    }
}
