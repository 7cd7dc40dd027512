// Days, months and years.
extension ClaimReader {
    func day(fromNumber index: Int) -> Claim? {
        if let days = slashed(at: index) { return Claim(content: .day(days.days, weekday: nil), range: days.range) }
        if let claim = ideographic(at: index) { return claim }
        guard let day = int(index), (1...31).contains(day) else { return nil }
        var next = index + 1
        if ["st", "nd", "rd", "th"].contains(word(next)), isGlued(next) { next += 1 }
        if text(next) == ".", isGlued(next) { next += 1 }
        if ["of", "de", "d'"].contains(word(next)) { next += 1 }
        guard let month = WrittenDay.month(named: word(next)), isNamed(next) else { return nil }
        next += 1
        let end = year(after: next)
        let said = WrittenDay(year: end?.year, month: month, day: day)
        return Claim(content: .day([said], weekday: weekday(before: index)), range: index..<(end?.next ?? next))
    }

    func day(fromWord index: Int) -> Claim? {
        guard let month = WrittenDay.month(named: word(index)), isNamed(index) else { return nil }
        var next = index + 1
        if text(next) == ".", isGlued(next), word(index).count <= 4 { next += 1 }
        // French months have a small letter.
        let isPlanet = text(index) == "Mars"
        if let day = int(next), (1...31).contains(day), !isTime(next), !isPlanet {
            next += 1
            if ["st", "nd", "rd", "th"].contains(word(next)), isGlued(next) { next += 1 }
            let end = year(after: next)
            let said = WrittenDay(year: end?.year, month: month, day: day)
            return Claim(content: .day([said], weekday: weekday(before: index)), range: index..<(end?.next ?? next))
        }
        if let end = year(after: next) {
            return Claim(
                content: .day([WrittenDay(year: end.year, month: month, day: nil)], weekday: nil),
                range: index..<end.next)
        }
        guard !isPlanet, ["in", "im", "until", "since", "by", "en", "of"].contains(word(index - 1)) else { return nil }
        return Claim(
            content: .day([WrittenDay(year: nil, month: month, day: nil)], weekday: nil), range: index..<index + 1)
    }

    /// "may", "mar" and "set" are words as well: in English a month has a capital letter.
    private func isNamed(_ index: Int) -> Bool {
        let isShort =
            word(index).count <= 5 && ["may", "march", "mar", "sept", "jan", "set", "dec", "mai"].contains(word(index))
        return !isShort || text(index).first?.isUppercase == true || word(index) == "mai"
    }

    private func isTime(_ index: Int) -> Bool { text(index + 1) == ":" && isGlued(index + 1) }

    private func year(after index: Int) -> (year: Int, next: Int)? {
        var next = index
        if [",", "."].contains(text(next)) { next += 1 }
        if ["de", "of"].contains(word(next)) { next += 1 }
        guard let year = int(next), (1000...2999).contains(year), tokens[next].text.count == 4, !isTime(next) else {
            return nil
        }
        return (year, next + 1)
    }

    private func weekday(before index: Int) -> Int? {
        for place in [index - 1, index - 2, index - 3] where place >= 0 {
            if let weekday = WrittenDay.weekday(named: word(place)) { return weekday }
            guard [",", "the", "("].contains(text(place)) else { return nil }
        }
        return nil
    }

    /// `2026-05-17`, `17/5/2026`, `5/17/2026`, `17.5.2026`.
    private func slashed(at index: Int) -> (days: [WrittenDay], range: Range<Int>)? {
        var parts = tokens[index].text.split(separator: ".").compactMap { Int($0) }
        var end = index + 1
        if parts.count == 1 {
            for _ in 0..<2 {
                guard ["-", "/", "–"].contains(text(end)), isGlued(end), isGlued(end + 1), let part = int(end + 1)
                else { break }
                parts.append(part)
                end += 2
            }
        }
        guard parts.count == 3 else { return nil }
        let orders = parts[0] > 999 ? [(0, 1, 2)] : [(2, 1, 0), (2, 0, 1)]
        let days = orders.compactMap { order -> WrittenDay? in
            let year = parts[order.0] < 100 ? 2000 + parts[order.0] : parts[order.0]
            guard (1000...2999).contains(year), (1...12).contains(parts[order.1]), (1...31).contains(parts[order.2])
            else { return nil }
            return WrittenDay(year: year, month: parts[order.1], day: parts[order.2])
        }
        // What follows an ISO day with a T is its time.
        if ["T", "t"].contains(text(end)), isGlued(end) { end += 1 }
        return days.isEmpty ? nil : (days, index..<end)
    }

    /// `2026年5月17日`, `5月17日`, `2026年5月`.
    private func ideographic(at index: Int) -> Claim? {
        guard let first = int(index) else { return nil }
        var place = index
        var year: Int?
        if text(place + 1) == "年" || text(place + 1) == "년" {
            year = first
            place += 2
        }
        guard let month = int(place), (1...12).contains(month), ["月", "월"].contains(text(place + 1)) else { return nil }
        place += 2
        guard let day = int(place), ["日", "号", "일"].contains(text(place + 1)) else {
            guard year != nil else { return nil }
            return Claim(
                content: .day([WrittenDay(year: year, month: month, day: nil)], weekday: nil), range: index..<place)
        }
        return Claim(
            content: .day([WrittenDay(year: year, month: month, day: day)], weekday: nil), range: index..<place + 2)
    }
}
