/// The offsets from UTC that a time zone keeps from 2024 to 2030.
struct ZoneRules: Sendable {
    struct Change: Hashable, Sendable {
        /// Minutes since 1 January 1970, UTC.
        let instant: Int
        /// Minutes from UTC, from then on.
        let offset: Int
    }

    static let years = 2025...2030

    private let firstOffset: Int
    private let changes: [Change]

    /// The offset at an instant, both in minutes.
    func offset(at instant: Int) -> Int {
        changes.last { $0.instant <= instant }?.offset ?? firstOffset
    }

    /// The instant at which clocks show this time of this day.
    ///
    /// A time that clocks skip counts from before the change, one that they show twice is the first.
    func instant(of day: CivilDay, minutes: Int) -> Int {
        let wall = day.ordinal * 1440 + minutes
        let candidates = Set([offset(at: wall - 900), offset(at: wall + 900)]).map { wall - $0 }.sorted()
        return candidates.first { offset(at: $0) == wall - $0 } ?? (wall - offset(at: wall - 900))
    }

    /// The changes whose local day lies in a year, each with the offset before it.
    func changes(in year: Int) -> [(change: Change, before: Int)] {
        let before = [firstOffset] + changes.map(\.offset)
        return zip(changes, before).filter { change, offset in
            CivilDay(instant: change.instant + offset).year == year
        }.map { (change: $0, before: $1) }
    }
}

extension ZoneRules {
    /// The rules of an IANA zone.
    ///
    /// - Throws: ``Refusal/unknown(kind:value:next:)`` for a zone that none of our places keeps.
    static func named(_ zone: String) throws(Refusal) -> ZoneRules {
        guard let rules = byZone[zone] else {
            throw .unknown(
                kind: "time zone", value: zone, next: "Give an IANA name such as Europe/Oslo, as a city has it.")
        }
        return rules
    }

    /// - Throws: ``Refusal/impossible(_:next:)`` outside the years that the rules cover.
    static func check(year: Int) throws(Refusal) {
        guard years.contains(year) else {
            throw .impossible(
                "Clock rules are known for 2025 to 2030, not for \(year).", next: "Ask about a year from 2025 to 2030.")
        }
    }

    private static let byZone: [String: ZoneRules] = {
        var zones: [String: ZoneRules] = [:]
        var offset = 0
        var changes: [Change] = []
        for line in table.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            switch words.first {
            case "offset":
                offset = Int(words[1]) ?? 0
                changes = []
            case "from":
                if let change = change(words) { changes.append(change) }
            default:
                for zone in words.dropFirst() { zones[zone] = ZoneRules(firstOffset: offset, changes: changes) }
            }
        }
        return zones
    }()

    /// Reads `from 2024-03-10T11:00 -480`.
    private static func change(_ words: [String]) -> Change? {
        let halves = words[1].split(separator: "T").map(String.init)
        guard halves.count == 2, let day = CivilDay(iso: halves[0]), let offset = Int(words[2]),
            let hour = Int(halves[1].prefix(2)), let minute = Int(halves[1].suffix(2))
        else { return nil }
        return Change(instant: day.ordinal * 1440 + hour * 60 + minute, offset: offset)
    }
}
