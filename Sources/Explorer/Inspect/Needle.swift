/// What is looked for: capital letters count only where it has some itself.
struct Needle: Hashable, Sendable {
    let text: String
    /// For each scalar the ways to write it in bytes.
    private let spellings: [[[UInt8]]]
    /// For each byte whether a match can begin with it.
    private let begins: [Bool]

    /// Nil for no text.
    init?(_ text: String) {
        guard !text.isEmpty else { return nil }
        self.text = text
        let isExact = text.unicodeScalars.contains { $0.properties.isUppercase }
        let spellings = text.unicodeScalars.map { $0.spellings(isExact ? .asWritten : .anyCase) }
        self.spellings = spellings
        begins = (0...255).map { byte in spellings[0].contains { Int($0[0]) == byte } }
    }

    func isFound(in text: String) -> Bool {
        var text = text
        return text.withUTF8 { first(in: $0, from: 0..<$0.count) } != nil
    }

    /// The first match in a part of the bytes.
    func first(in bytes: UnsafeBufferPointer<UInt8>, from range: Range<Int>) -> Range<Int>? {
        var place = range.lowerBound
        while place < range.upperBound {
            if begins[Int(bytes[place])], let end = end(ofMatchAt: place, in: bytes, before: range.upperBound) {
                return place..<end
            }
            place += 1
        }
        return nil
    }

    /// All matches in some bytes, none of which overlap.
    func matches(in bytes: [UInt8]) -> [Range<Int>] {
        bytes.withUnsafeBufferPointer { bytes in
            var (found, start) = ([Range<Int>](), 0)
            while let match = first(in: bytes, from: start..<bytes.count) {
                found.append(match)
                start = match.upperBound
            }
            return found
        }
    }

    private func end(ofMatchAt place: Int, in bytes: UnsafeBufferPointer<UInt8>, before limit: Int) -> Int? {
        var place = place
        for ways in spellings {
            guard let way = ways.first(where: { Self.stands($0, at: place, in: bytes, before: limit) }) else {
                return nil
            }
            place += way.count
        }
        return place
    }

    private static func stands(
        _ way: [UInt8], at place: Int, in bytes: UnsafeBufferPointer<UInt8>, before limit: Int
    ) -> Bool {
        guard place + way.count <= limit else { return false }
        for (offset, byte) in way.enumerated() where bytes[place + offset] != byte { return false }
        return true
    }
}

private enum Spelling {
    case asWritten, anyCase
}

extension Unicode.Scalar {
    fileprivate func spellings(_ spelling: Spelling) -> [[UInt8]] {
        let own = Array(String(self).utf8)
        switch spelling {
        case .asWritten: return [own]
        case .anyCase:
            let others = [properties.uppercaseMapping, properties.titlecaseMapping].map { Array($0.utf8) }
            return others.reduce(into: [own]) { ways, way in
                if !ways.contains(way) { ways.append(way) }
            }
        }
    }
}
