import Canvas
import Evaluation

extension AnswerNode.Kind {
    /// What a node is, in a word.
    var word: String {
        switch self {
        case .root: "query"
        case .thought: "thought"
        case .action: "action"
        case .input: "input"
        }
    }

    /// The sign before the word.
    var glyph: Glyph {
        switch self {
        case .root: .listSelected
        case .thought: .ellipsis
        case .action: .arrowRight
        case .input: .arrowLeft
        }
    }

    /// How the word is drawn.
    var role: Role {
        switch self {
        case .root: .textStrong
        case .thought: .report
        case .action: .stepTool
        case .input: .jsonKey
        }
    }

    static let glyphs: [Glyph] = [.listSelected, .ellipsis, .arrowRight, .arrowLeft]
}

extension CallStatus {
    var glyph: Glyph {
        switch self {
        case .worked, .answered: .stepOk
        case .gaveUp: .iterNoop
        case .unknownFunction, .badInput, .timedOut, .notWorking, .unauthorised, .notSubscribed, .tooMany,
            .rateLimited, .errorInMessage, .sendingFailed:
            .stepFail
        }
    }

    var role: Role {
        switch self {
        case .worked, .answered: .stepOk
        case .gaveUp: .iterNoop
        case .unknownFunction, .badInput, .timedOut, .notWorking, .unauthorised, .notSubscribed, .tooMany,
            .rateLimited, .errorInMessage, .sendingFailed:
            .stepFail
        }
    }
}

extension AnswerOutline.Node {
    /// What is marked on it: that it ends a way, leads to the answer, or is searched no further.
    var marks: [(glyph: Glyph, word: String, role: Role)] {
        var marks: [(glyph: Glyph, word: String, role: Role)] = []
        if isFinished { marks.append((.stepOk, "finished", .stepOk)) }
        if isTerminal { marks.append((.proposalSelected, "terminal", .textStrong)) }
        if isPruned { marks.append((.iterNoop, "pruned", .iterNoop)) }
        return marks
    }
}

extension ListedBaselineItem.Ending {
    var glyph: Glyph {
        switch self {
        case .answered: .stepOk
        case .gaveUp, .exhausted: .iterNoop
        case .outOfQueries: .stepFail
        case .unanswered, .failed: .lintError
        }
    }

    var role: Role {
        switch self {
        case .answered: .stepOk
        case .gaveUp, .exhausted: .iterNoop
        case .outOfQueries: .stepFail
        case .unanswered, .failed: .lintError
        }
    }

    static let glyphs: [Glyph] = [.stepOk, .iterNoop, .stepFail, .lintError]
}
