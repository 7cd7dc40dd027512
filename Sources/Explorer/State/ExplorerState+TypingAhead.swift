import Canvas
import Engine

extension ExplorerState {
    /// Keys that wait at most; whoever types more has lost track.
    private static let aheadLimit = 500

    /// Whether the screen still shows another sample than the one that keys are meant for: it is being read, or looked
    /// for.
    var awaitsSample: Bool {
        guard overlay == nil, screen == .review else { return false }
        return isSeeking || queue.selection != nil && open?.id != queue.selection && queue.selection != unreadable
    }

    /// Keeps a key until its sample is there, so that fast hands and slow lines decide what they mean.
    ///
    /// - Returns: False for a key that is to be acted on at once: one that only leaves, or goes further on.
    mutating func keep(_ key: Key) -> Bool {
        guard awaitsSample, !isUrgent(key) else { return false }
        if typedAhead.count < Self.aheadLimit { typedAhead.append(key) }
        return true
    }

    private func isUrgent(_ key: Key) -> Bool {
        guard typedAhead.isEmpty, prefix.isEmpty, case .action(let action) = keymap.meaning(of: [key], on: screen)
        else {
            return false
        }
        return Self.urgent.contains(action)
    }

    private static let urgent: Set<Action> = [
        .quit, .redraw, .suspend, .closeLayer, .nextSample, .previousSample, .down, .up, .halfPageDown, .halfPageUp,
        .first, .last,
    ]

    /// Acts on the keys that waited, as far as the next sample that has to be read.
    mutating func catchUp() -> [Effect] {
        var effects: [Effect] = []
        while !typedAhead.isEmpty, !awaitsSample { effects += pressed(typedAhead.removeFirst()) }
        return effects
    }
}
