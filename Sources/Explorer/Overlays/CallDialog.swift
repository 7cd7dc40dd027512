import Canvas
import DisplaySafety
import Engine

/// Asks whether a call that may change something may be made, with all of its arguments; the default is No.
struct CallDialog: Hashable, Sendable {
    let question: ApprovalQuestion
    /// The arguments as they are read.
    private(set) var page: TextPage
    /// Whether the arguments hold what can only be shown as a marker.
    let hidesCharacters: Bool
    /// Why a key did nothing.
    private(set) var complaint: String?
    /// A key that came before any was heard; nil once one is.
    private(set) var missed: Key?

    init(_ question: ApprovalQuestion) {
        self.question = question
        let bytes = Array(question.request.call.arguments.prettyText.utf8)
        page = TextPage(LongText(bytes, .cells))
        hidesCharacters = SafeText(bytes).hasMarkers
    }

    /// How pressing a key went.
    enum Outcome: Hashable {
        case stays
        case allowed
        /// This call, and every other one of its tool until the curator quits.
        case allowedFromNowOn
        case denied
        case quits
    }

    /// Whether the tool may be allowed for longer than one call: never one that destroys.
    var mayStand: Bool {
        switch question.request.tool.effects {
        case .read, .write: true
        case .destructive: false
        }
    }

    /// Remembers a key that came too early, so that nobody thinks it was an answer.
    mutating func miss(_ key: Key) { (missed, complaint) = (key, nil) }

    /// Takes a key in; only `y` and `Y` allow, and only once the end of the arguments is in sight.
    mutating func press(_ key: Key, in room: Inspector.Room) -> Outcome {
        (missed, complaint) = (nil, nil)
        switch key {
        case .character("y"): return allow(.allowed, in: room)
        case .character("Y") where mayStand: return allow(.allowedFromNowOn, in: room)
        case .character("Y"):
            complaint = "A destructive tool is allowed call by call: y allows this one."
            return .stays
        case .character("n"), .character("q"), .escape, .enter: return .denied
        case .control("c"): return .quits
        case .character("g"): page.goToStart()
        case .character("j"), .character("k"), .character("G"), .character(" "), .control("d"), .control("u"), .up,
            .down, .home, .end, .pageUp, .pageDown:
            page.press(key, in: room)
        // Lines stay wrapped: beside the screen an argument would be out of sight with its end in sight.
        case .character, .control, .alt, .function, .paste, .tab, .backTab, .backspace, .delete, .insert, .left,
            .right:
            complaint = "\(key.shortName) does nothing here: y allows, n denies."
        }
        return .stays
    }

    private mutating func allow(_ outcome: Outcome, in room: Inspector.Room) -> Outcome {
        guard !showsEnd(in: room) else { return outcome }
        complaint = "More arguments below: G shows their end, then y allows."
        return .stays
    }

    /// Whether the last row of the arguments is in sight.
    func showsEnd(in room: Inspector.Room) -> Bool {
        var (shown, end) = (page, page)
        shown.settle(in: room)
        end.goToEnd(in: room)
        return shown.top == end.top
    }
}
