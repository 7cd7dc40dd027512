import Canvas
import DisplaySafety
import Engine

/// What a tool is said to be, as a sign, a word and a role.
struct ToolUseMark {
    let classification: ToolUse
    let pen: Pen

    init(_ classification: ToolUse, pen: Pen) {
        self.classification = classification
        self.pen = pen
    }

    var line: Line {
        Line(sign + SafeText(" " + classification.word), Ink(role))
    }

    private var sign: SafeText {
        switch classification {
        case .used(.read): pen[.stepOk]
        case .used(.write): pen[.lint]
        case .used(.destructive): pen[.lintError]
        case .off: pen[.stepFail]
        }
    }

    var role: Role {
        switch classification {
        case .used(.read): .stepOk
        case .used(.write): .lintWarn
        case .used(.destructive): .lintError
        case .off: .textDisabled
        }
    }
}
