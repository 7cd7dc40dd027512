import Canvas
import DisplaySafety
import Engine

extension GradientPane {
    /// What the curator asked of the iteration, in words; each note as it was written.
    func steering(of iteration: Iteration, _ width: Int) -> [PaneRow] {
        iteration.steering.flatMap(\.sentences).flatMap { labelled("you: ", $0, .note, width) }
    }

    /// What the curator asked for that has not counted yet, beside the newest iteration.
    func waiting(after iteration: Iteration, _ width: Int) -> [PaneRow] {
        guard iteration.number == open.state.iterations.last?.number else { return [] }
        return waiting.flatMap { labelled("waiting: ", $0.words, .note, width) }
    }

    /// The same among what is scrolled, where the rows that stay in sight may be too few for it.
    func longSteering(of iteration: Iteration, _ width: Int) -> [PaneRow] {
        let rows = steering(of: iteration, width) + waiting(after: iteration, width)
        return rows.count > Self.shortest ? rows : []
    }

    /// Rows that are in sight however low the pane is.
    private static let shortest = 1

    /// The notes of earlier iterations that its proposer read; none where nobody was asked to propose.
    func notesRead(by iteration: Iteration, _ width: Int) -> [PaneRow] {
        guard
            !iteration.steering.contains(where: { $0.proposals == iteration.proposals?.all })
                || iteration.proposals == nil
        else { return [] }
        return open.state.iterations.filter { $0.number < iteration.number }
            .flatMap { earlier in earlier.steering.compactMap(\.note).map { (earlier.number, $0) } }
            .flatMap { labelled("read: ", "\($1) (it \($0))", .textDim, width) }
    }

    /// The first rows, the last of them with an ellipsis where there are more.
    func cut(_ rows: [PaneRow], to height: Int) -> [PaneRow] {
        guard rows.count > height, height > 0 else { return Array(rows.prefix(max(0, height))) }
        var last = rows[height - 1]
        last.left.append(pen[.ellipsis], Ink(.textDim))
        return rows.prefix(height - 1) + [last]
    }
}

extension Steering {
    /// What was asked for, beginning without its subject; the note last, as it was written.
    var sentences: [String] {
        let asked = [decision, given, without].compactMap(\.self)
        return (asked.isEmpty ? [] : [asked.joined(separator: "; ")]) + [note].compactMap(\.self)
    }

    private var decision: String? {
        let place = place.map { ", \($0.destination)" } ?? ""
        return switch choice {
        case .proposal(let id): "chose proposal \(id.number) in place of the selector\(place)"
        case .decline: "declined in place of the selector"
        case nil: self.place.map { "put what is selected \($0.destination)" }
        }
    }

    private var given: String? {
        guard let proposals else { return nil }
        return proposals.count == 1 ? "gave the proposal" : "gave the \(proposals.count) proposals"
    }

    private var without: String? {
        mutedTools.isEmpty ? nil : "left out \(mutedTools.map(\.text).joined(separator: ", "))"
    }
}
