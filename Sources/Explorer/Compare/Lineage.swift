import Canvas
import DisplaySafety
import Engine
import Review

/// How the compared samples came from each other: a row each, with its iterations and where it parted.
struct Lineage {
    let known: ComparedSamples
    let comparison: Comparison
    let pen: Pen

    /// What one row tells.
    struct Entry {
        let member: ComparedSamples.Member
        /// The first iteration of its own; 1 for an original.
        let parting: Int
        /// The row of what it branched from; nil where that is not among them.
        let parent: Int?
        /// Why it goes its own way.
        let words: String
    }

    /// In the order of the labels.
    var entries: [Entry] {
        known.members.map { member in
            let state = member.sample.state
            let parent = state.parent.flatMap { parent in known.members.firstIndex { $0.id == parent } }
            let parting = state.parent.map { state.parting(from: known[$0]?.sample.state) } ?? 1
            return Entry(member: member, parting: parting, parent: parent, words: words(on: member, parting))
        }
    }

    /// The row in which a side of the comparison stands.
    func row(of side: Comparison.Side) -> Int { known.members.firstIndex { $0.id == side.id } ?? 0 }

    func rows(width: Int) -> [PaneRow] {
        let entries = entries
        let names = entries.map { pen.line($0.member.name).width }.max() ?? 0
        let words = entries.map { pen.line($0.words).width }.max() ?? 0
        let most = entries.map(\.member.sample.state.iterations.count).max() ?? 0
        let lead = names + 5
        // Words are cut rather than iterations.
        let joint = lead + most * (cell(most) + 4) + 2 + words <= width ? 4 : 2
        let column = lead + most * (cell(most) + joint) - joint + 2
        return entries.indices.map { index in
            let entry = entries[index]
            var left = mark(of: entry.member)
            left.append(pen.line(entry.member.name), Ink(isCompared(entry.member) ? .textStrong : .text))
            left.append(blank(lead - left.width))
            left = left + track(index, entries, most: most, joint: joint)
            left.append(blank(column + words <= width ? column - left.width : 2))
            left.append(pen.line(entry.words), Ink(.textDim))
            return PaneRow(left, right: cost(of: entry), item: nil)
        }
    }

    private func isCompared(_ member: ComparedSamples.Member) -> Bool {
        member.id == comparison.first.id || member.id == comparison.second.id
    }

    /// Which side it is.
    private func mark(of member: ComparedSamples.Member) -> Line {
        let (isFirst, isSecond) = (member.id == comparison.first.id, member.id == comparison.second.id)
        return Line(SafeText((isFirst ? "A" : " ") + (isSecond ? "B" : " ") + " "), Ink(.titleFocus))
    }

    private func blank(_ count: Int) -> SafeText { SafeText(String(repeating: " ", count: max(0, count))) }

    /// The cells of one iteration: its number and its sign.
    private func cell(_ most: Int) -> Int {
        let signs = Set(known.members.flatMap { $0.sample.state.iterations.map(\.look.glyph) })
        return String(most).count + pen.glyphs.width(of: Array(signs))
    }

    private func track(_ index: Int, _ entries: [Entry], most: Int, joint: Int) -> Line {
        let entry = entries[index]
        let state = entry.member.sample.state
        guard !state.iterations.isEmpty || most > 0 else {
            return Line(pen.line(state.withoutIterations), Ink(.textDim))
        }
        var line = Line()
        for number in 1...max(1, most) where number <= end(of: index, entries) {
            line = line + link(before: number, index, entries, joint: joint)
            let iteration = state.iterations.first { $0.number == number }
            guard number >= entry.parting, let iteration else {
                line.append(blank(cell(most)))
                continue
            }
            line = line + sign(of: iteration, in: entry.member, width: cell(most))
        }
        return line
    }

    /// The last iteration that its row shows something of: its own, or where another branch passes by.
    private func end(of index: Int, _ entries: [Entry]) -> Int {
        let passing = entries.indices.filter { other in
            guard let parent = entries[other].parent else { return false }
            return parent <= index && index < other
        }
        return max(entries[index].member.sample.state.iterations.count, passing.map { entries[$0].parting }.max() ?? 0)
    }

    private func sign(of iteration: Iteration, in member: ComparedSamples.Member, width: Int) -> Line {
        let isViewed = [comparison.first, comparison.second].contains {
            $0.id == member.id && $0.viewed == iteration.number
        }
        let look = iteration.look
        var line = Line(SafeText("\(iteration.number)"), Ink(isViewed ? .iterCurrent : .textDim))
        line.append(pen[look.glyph], Ink(look.role))
        line.append(blank(width - line.width))
        return line
    }

    /// What stands before an iteration: a line from the one before, or where a branch parts.
    private func link(before number: Int, _ index: Int, _ entries: [Entry], joint: Int) -> Line {
        guard number > 1 else { return Line() }
        let entry = entries[index]
        let isOwn = number > entry.parting && number <= entry.member.sample.state.iterations.count
        let parts = entries.indices.contains {
            $0 > index && entries[$0].parent == index && entries[$0].parting == number
        }
        let begins = entry.parent != nil && number == entry.parting
        let isCrossed = entries.indices.contains { other in
            guard let parent = entries[other].parent, entries[other].parting == number else { return false }
            return parent < index && index < other
        }
        let glyph: Glyph? =
            switch (begins, parts, isCrossed, isOwn) {
            case (true, _, let isCrossed, _): isCrossed ? .teeLeft : .bottomLeft
            case (false, true, _, _): .teeDown
            case (false, false, true, let isOwn): isOwn ? .cross : .vertical
            case (false, false, false, let isOwn): isOwn ? .horizontal : nil
            }
        let goesOn = isOwn || begins
        let rest = goesOn ? pen[.horizontal] : " "
        let crossing = glyph.map { pen[$0] } ?? " "
        // An iteration is followed by a space where there is room for one.
        let text = joint == 4 ? [" ", crossing, rest, " "] : [crossing, rest]
        return Line(SafeText.joined(text), Ink(.chainEdge))
    }

    private func cost(of entry: Entry) -> Line {
        let usage = entry.member.sample.state.iterations.filter { $0.number >= entry.parting }
            .reduce(Usage()) { $0 + $1.usage }
        guard usage.modelCalls > usage.unpricedCalls else { return Line() }
        return Line(SafeText(usage.costText), Ink(.cost))
    }

    /// Why a branch goes its own way; how the original went there.
    private func words(on member: ComparedSamples.Member, _ parting: Int) -> String {
        let state = member.sample.state
        guard state.parent == nil else {
            let iteration = state.iterations.first { $0.number == parting }
            let asked = (iteration?.steering ?? []).map(\.news).filter { !$0.isEmpty }.joined(separator: "; ")
            let added: String? = if case .grew(let growth) = iteration?.outcome { growth.news } else { nil }
            return "branch at it \(parting)"
                + [asked.isEmpty ? nil : ", you: \(asked)", added.map { ": \($0)" }].compactMap(\.self).joined()
        }
        let partings = known.members.filter { $0.sample.state.parent == member.id }
            .map { $0.sample.state.parting(from: state) }
        guard let first = partings.min(), let iteration = state.iterations.first(where: { $0.number == first }) else {
            return "original"
        }
        return "original, at it \(first): \(iteration.went)"
    }
}

extension Growth {
    /// What it added, and where.
    fileprivate var news: String { IterationOutcome.grew(self).news }
}

extension RunState {
    /// The first iteration that a branch does not share with its parent.
    fileprivate func parting(from parent: RunState?) -> Int {
        if let branchedAt { return branchedAt }
        let shared = zip(iterations, parent?.iterations ?? []).prefix { $0 == $1 }.count
        return shared + 1
    }
}

extension Iteration {
    /// Which proposal was chosen there, and what it added.
    fileprivate var went: String {
        let added = outcome?.news ?? "running"
        guard case .chosen(let id, _, _) = selection else { return added }
        return "proposal \(id.number) \(added)"
    }
}
