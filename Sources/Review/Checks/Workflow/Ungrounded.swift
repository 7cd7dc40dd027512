import Engine

/// Finds what the response states and no source says: numbers, days, times, codes, links, names and quotations.
///
/// Sources are the query, the arguments, the outputs and the tools' own texts. Numbers may be rounded, told in another
/// unit, or worked out of a few others (a sum, a difference, a mean, a share); lists may be counted. A name is a word
/// with a capital letter inside a sentence; German, whose nouns all have one, is left out there. Of long outputs the
/// first 256 KB are read closely, the rest is searched for the same words, at most 200 of them; what is not found then
/// is a warning. At most 12 findings are told.
package struct Ungrounded: Check {
    package let name = "ungrounded"
    package let version = 3
    package let summary = "numbers, dates and names in the response that no source has"

    /// The most that is told of one response.
    private static let limit = 12

    package init() {}

    package func findings(in subject: CheckSubject) -> [Finding] {
        claims(in: subject, atMost: Self.limit).map { claim in
            finding(claim.text + claim.doubt, at: .response, as: .ungrounded, claim.severity)
        }
    }

    /// Everything that the response says and no source does, however much it is.
    package func claims(in subject: CheckSubject) -> [UngroundedClaim] { claims(in: subject, atMost: .max) }

    private func claims(in subject: CheckSubject, atMost limit: Int) -> [UngroundedClaim] {
        guard !subject.response.isEmpty, !subject.steps.isEmpty else { return [] }
        let facts = KnownFacts(subject)
        let tokens = TextToken.tokens(of: subject.response)
        let claims = ClaimReader(tokens: tokens).claims
        var found = UngroundedClaims(facts, limit: limit)
        for claim in Grounding(facts: facts, tokens: tokens).withoutSource(claims) { found.add(claim, as: .stated) }
        guard !found.isFull else { return found.all }
        for name in SaidNames(tokens: tokens, claims: claims, facts: facts).unknown { found.add(name, as: .named) }
        return found.all
    }
}

/// Something that a response says and no source does.
package struct UngroundedClaim: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case stated, named
    }

    /// How the outputs were looked through for it.
    enum Search: Hashable, Sendable {
        case readClosely
        /// So many bytes of them were only searched for its words.
        case searched(Int)
        /// So many bytes of them were not looked at.
        case notSearched(Int)
    }

    let kind: Kind
    let words: String
    let search: Search

    /// What is wrong, such as `no source says 42`; the same for the same claim, however long the outputs are.
    package var text: String {
        switch kind {
        case .stated: "no source says \(words)"
        case .named: "no source names \(words)"
        }
    }

    /// Whether all of the outputs was looked through for it.
    package var isCertain: Bool {
        switch search {
        case .readClosely, .searched: true
        case .notSearched: false
        }
    }

    /// What the evidence says of outputs that were too long to read whole.
    fileprivate var doubt: String {
        switch search {
        case .readClosely: ""
        case .searched(let bytes): " (but \(bytes / 1024 + 1) KB of outputs were only searched for these words)"
        case .notSearched(let bytes):
            " (but \(bytes / 1024 + 1) KB of outputs were not looked at for it, after \(RestSearch.limit) searches)"
        }
    }

    fileprivate var severity: Finding.Severity {
        kind == .stated && search == .readClosely ? .error : .warning
    }
}

/// Gathers the claims that are not in the rest of long outputs either, until there are enough.
private struct UngroundedClaims {
    private(set) var all: [UngroundedClaim] = []
    private var rest: RestSearch
    private let unread: Int
    private let limit: Int

    init(_ facts: KnownFacts, limit: Int) {
        rest = facts.rest
        unread = facts.unreadCount
        self.limit = limit
    }

    var isFull: Bool { all.count >= limit }

    /// Nothing is searched for any more once there are enough.
    mutating func add(_ words: String, as kind: UngroundedClaim.Kind) {
        guard !isFull else { return }
        switch rest.find(words) {
        case .written: break
        case .absent:
            let search = unread == 0 ? UngroundedClaim.Search.readClosely : .searched(unread)
            all.append(UngroundedClaim(kind: kind, words: words, search: search))
        case .searchesRanOut: all.append(UngroundedClaim(kind: kind, words: words, search: .notSearched(unread)))
        }
    }
}

/// Looks up the claims of a response.
struct Grounding {
    let facts: KnownFacts
    let tokens: [TextToken]

    /// The texts of the claims that no source has.
    func withoutSource(_ claims: [Claim]) -> [String] {
        let phones = phoneTokens
        return claims.filter { claim in !claim.range.contains { phones.contains($0) } && !isGrounded(claim) }
            .map { text(of: $0.range) } + strayPhones
    }

    private func isGrounded(_ claim: Claim) -> Bool {
        switch claim.content {
        case .day(let readings, let weekday):
            guard readings.contains(where: facts.has(day:)) else { return false }
            guard let weekday else { return true }
            let right = readings.reduce(into: Set<Int>()) { $0.formUnion(facts.days.weekdays(of: $1)) }
            return right.isEmpty || right.contains(weekday)
        case .time(let options): return options.contains(where: facts.has(time:))
        case .duration(let minutes, let parts): return facts.has(duration: minutes, parts: parts)
        case .number(let number): return isGrounded(number, at: claim.range.lowerBound)
        case .small(let value):
            return facts.numbers.has(Double(value), within: 0.5) || facts.largestCount >= value
                || facts.derived.has(Double(value), within: 0.5) || value == 100 || value == 2
        case .code(let code): return facts.has(code: code)
        case .link(let link): return facts.has(link: link)
        }
    }

    private func isGrounded(_ number: WrittenNumber, at index: Int) -> Bool {
        if isOrdinal(at: index) || isEverywhere(at: index) { return true }
        if number.readings.isEmpty {
            return facts.has(code: tokens[index].text)
                || number.parts.allSatisfy { facts.numbers.has(Double($0) ?? 0, within: 0.5) }
        }
        let scale = NumberWord.scale(of: folded(index + 1)) ?? 1
        return number.readings.contains { reading in
            isKnown(reading, times: 1, at: index) || scale != 1 && isKnown(reading, times: scale, at: index)
        } || isGroupedBySpaces(at: index)
    }

    private func isKnown(_ reading: WrittenNumber.Reading, times scale: Double, at index: Int) -> Bool {
        let value = reading.value * scale
        let tolerance = max(reading.tolerance * scale, spread(of: reading, value, at: index))
        if facts.numbers.has(value, within: tolerance) || facts.derived.has(value, within: tolerance) { return true }
        if reading.decimals == 0, scale == 1, !isInScore(at: index), facts.counts.contains(Int(min(value, 1e9))) {
            return true
        }
        let units = units(after: index)
        if units.contains("%") || units.contains("percent"), facts.shares.has(value, within: tolerance) { return true }
        return units.contains { unit in
            Units.others(of: unit).contains { other in
                let told = abs(value * other.scale + other.shift)
                let slack = tolerance * abs(other.scale)
                return facts.numbers.has(told, within: slack) || facts.derived.has(told, within: slack)
            }
        }
    }

    /// How far a rounded number may be from its source: more after a word such as "about".
    private func spread(of reading: WrittenNumber.Reading, _ value: Double, at index: Int) -> Double {
        let isHedged = (1...2).contains { Self.hedges.contains(folded(index - $0)) }
        if isHedged { return value * 0.05 }
        guard value >= 1000, reading.zeros > 0 else { return 0 }
        return min(value * 0.01, (0..<min(reading.zeros, 9)).reduce(0.5) { half, _ in half * 10 })
    }

    private static let hedges: Set<String> = [
        "about", "around", "roughly", "approximately", "approx", "nearly", "almost", "some", "over", "under", "circa",
        "than", "least", "most", "~", "≈", "ca", "ungefahr", "rund", "etwa", "environ", "unos", "cerca", "circa", "約",
        "约", "up", "just", "close", "near", "to",
    ]
}

// What stands beside a number.
extension Grounding {
    private func folded(_ index: Int) -> String { tokens.indices.contains(index) ? tokens[index].folded : "" }

    /// The unit after a number, with and without its second word, and the sign of a currency before it.
    private func units(after index: Int) -> [String] {
        let next = folded(index + 1)
        let second = next == "°" || next == "-" || NumberWord.scale(of: next) != nil ? folded(index + 2) : ""
        let degrees = next == "degrees" || next == "grad" || next == "度" ? ["c", folded(index + 2)] : []
        let rate = folded(index + 2) == "/" ? [next + "/" + folded(index + 3)] : []
        return [next, second, folded(index - 1)].filter { !$0.isEmpty } + degrees + rate
    }

    /// `1.` at the head of a line, `2nd`, `step 3`.
    private func isOrdinal(at index: Int) -> Bool {
        guard let value = Int(tokens[index].text), value <= 31 else { return false }
        if tokens[index].beginsLine, [".", ")", ":"].contains(folded(index + 1)) { return true }
        if ["st", "nd", "rd", "th"].contains(folded(index + 1)), tokens.indices.contains(index + 1),
            tokens[index + 1].isGlued
        {
            return value <= 10
        }
        return Self.numbered.contains(folded(index - 1)) || folded(index - 1) == "#"
    }

    /// `24/7`, `100 %`, and `1`, which is an article as often as a number.
    private func isEverywhere(at index: Int) -> Bool {
        let text = tokens[index].text
        if text == "24", folded(index + 1) == "/", folded(index + 2) == "7" { return true }
        if text == "7", folded(index - 1) == "/", folded(index - 2) == "24" { return true }
        return text == "100" && folded(index + 1) == "%" || text == "1" || text == "0"
    }

    /// `3–1`: the items of a list are not counted by one of two joined numbers.
    private func isInScore(at index: Int) -> Bool {
        let joints: Set<String> = ["-", "–", ":"]
        let goesOn =
            joints.contains(folded(index + 1)) && tokens.indices.contains(index + 2) && tokens[index + 2].isGlued
            && tokens[index + 2].kind == .number
        let began = tokens[index].isGlued && joints.contains(folded(index - 1))
        return goesOn || began
    }

    /// `37 412`, with a plain space.
    private func isGroupedBySpaces(at index: Int) -> Bool {
        for start in [index - 1, index] {
            guard tokens.indices.contains(start), tokens.indices.contains(start + 1) else { continue }
            let (head, tail) = (tokens[start], tokens[start + 1])
            guard head.kind == .number, tail.kind == .number, head.text.count <= 3, tail.text.prefix(3).count == 3
            else {
                continue
            }
            let readings = WrittenNumber(head.text + tail.text).readings
            if readings.contains(where: { facts.numbers.has($0.value, within: $0.tolerance) }) { return true }
        }
        return false
    }

    private func text(of range: Range<Int>) -> String {
        range.reduce(into: "") { text, index in
            text += (text.isEmpty || tokens[index].isGlued ? "" : " ") + tokens[index].text
        }
    }

    private static let numbered: Set<String> = [
        "step", "option", "day", "stop", "number", "no", "top", "question", "part", "round", "level", "tip", "schritt",
    ]
}

// Telephone numbers are looked up as a whole.
extension Grounding {
    private var phoneRuns: [(digits: String, range: Range<Int>)] {
        var runs: [(digits: String, range: Range<Int>)] = []
        var start: Int?
        var digits = ""
        for index in 0...tokens.count {
            let token = index < tokens.count ? tokens[index] : nil
            if let token, token.kind == .mark, token.text == "+", start == nil {
                start = index
            } else if let token, start != nil, token.kind == .number, token.text.allSatisfy(\.isWholeNumber) {
                digits += token.text
            } else if let begun = start, token.map({ !["-", "(", ")", "/"].contains($0.text) }) ?? true {
                if (7...15).contains(digits.count) { runs.append((digits, begun..<index)) }
                start = nil
                digits = ""
            }
        }
        return runs
    }

    private var phoneTokens: Set<Int> { Set(phoneRuns.flatMap(\.range)) }

    private var strayPhones: [String] {
        phoneRuns.filter { !facts.has(phone: $0.digits) }.map { text(of: $0.range) }
    }
}
