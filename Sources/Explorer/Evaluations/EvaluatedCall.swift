import Canvas
import Engine
import Evaluation

/// What became of a call of the truth, or of one that a model made up.
enum EvaluatedCall: Hashable, Sendable {
    case same, wrongArgument, invalid, missing, extra, notOffered, inVain

    /// Told by the mistakes that name the call.
    init(_ call: AlignedCall, _ mistakes: [Mistake]) {
        let own = call.foundNumber.map { number in mistakes.filter { $0.call == number } } ?? []
        guard call.found != nil else {
            self = .missing
            return
        }
        if own.contains(where: \.isHallucination) {
            self = .notOffered
        } else if own.contains(where: \.isInVain) {
            self = .inVain
        } else if call.expected == nil {
            self = .extra
        } else if own.contains(where: \.isInvalid) {
            self = .invalid
        } else {
            self = call.isSame || !own.contains(where: \.isWrongArgument) ? .same : .wrongArgument
        }
    }

    var word: String {
        switch self {
        case .same: "same"
        case .wrongArgument: "WRONG ARGUMENT"
        case .invalid: "INVALID"
        case .missing: "MISSING"
        case .extra: "EXTRA"
        case .notOffered: "NOT OFFERED"
        case .inVain: "IN VAIN"
        }
    }

    var glyph: Glyph {
        switch self {
        case .same: .stepOk
        case .wrongArgument, .missing: .stepFail
        case .extra, .inVain: .stepNew
        case .invalid, .notOffered: .lintError
        }
    }

    var role: Role {
        switch self {
        case .same: .stepOk
        case .wrongArgument: .diffChange
        case .missing: .diffDel
        case .extra, .inVain: .diffAdd
        case .invalid, .notOffered: .lintError
        }
    }

    static let glyphs: [Glyph] = [.stepOk, .stepFail, .stepNew, .lintError]
}

extension Mistake {
    /// The call of the prediction that it is about, 1 for the first; nil where it is about none.
    var call: Int? {
        switch self {
        case .extra(let call, _), .hallucinated(let call, _), .calledInVain(let call, _),
            .wrongArgument(let call, _, _, _, _), .invalid(let call, _, _), .failed(let call, _, _):
            call
        case .noPrediction, .missing, .wrongOrder: nil
        }
    }

    fileprivate var isHallucination: Bool { if case .hallucinated = self { true } else { false } }
    fileprivate var isInVain: Bool { if case .calledInVain = self { true } else { false } }
    fileprivate var isInvalid: Bool { if case .invalid = self { true } else { false } }
    var isWrongArgument: Bool { if case .wrongArgument = self { true } else { false } }
}

extension EvaluationList.Difference {
    /// Whether the marked evaluation and this one have it right.
    var signs: (marked: Bool, this: Bool)? {
        switch self {
        case .lost: (true, false)
        case .won: (false, true)
        case .otherwise: nil
        }
    }

    var words: String {
        switch self {
        case .lost: "right in A, wrong here"
        case .won: "wrong in A, right here"
        case .otherwise: "other calls than A"
        }
    }
}
