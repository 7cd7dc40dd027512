/// What a text has named already, so that it says "there" and "that day" as people do.
///
/// A short name is used only where it has one meaning: the newest thing that it could stand for.
struct Mentions: Hashable, Sendable {
    /// The newest last.
    private var named: [Name] = []

    /// `Easter Sunday 2029`, then `that day`.
    mutating func plain(_ name: Name) -> String {
        defer { note(name) }
        guard let again = name.again, let last = named.lastIndex(where: { $0.full == name.full }) else {
            return name.spoken
        }
        let isTaken = named[last...].contains { $0.full != name.full && $0.again == again }
        return isTaken ? name.spoken : again
    }

    /// `in Oslo`, then `there`.
    mutating func place(_ name: Name) -> String {
        let name = name.of(.place)
        if newest(where: { $0.kinds.contains(.place) }) == name.full {
            note(name)
            return "there"
        }
        return "\(name.preposition) \(plain(name))"
    }

    /// `on 17 May 2027`, then `that day`.
    mutating func day(_ name: Name) -> String {
        let said = plain(name.of(.day))
        return ["that day", "the same day"].contains(said) ? said : "on \(said)"
    }

    mutating func note(_ name: Name) {
        named.removeAll { $0.full == name.full }
        named.append(name)
    }

    private func newest(where isMeant: (Name) -> Bool) -> String? {
        named.last(where: isMeant)?.full
    }
}

extension Name {
    /// The name, known to be one of a kind.
    fileprivate func of(_ kind: Kind) -> Name {
        guard !kinds.contains(kind) else { return self }
        return Name(full, spoken: spoken, again: again, kinds: kinds.union([kind]), preposition: preposition)
    }
}
