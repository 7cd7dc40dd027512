/// Where a number that starts at a given byte ends, or where it breaks the grammar of RFC 8259.
enum JSONNumberScan: Equatable {
    case complete(Int)
    case digitMissing(Int)
    case leadingZero(Int)

    init(_ bytes: [UInt8], from start: Int) {
        var position = start
        if Self.byte(bytes, position) == UInt8(ascii: "-") { position += 1 }

        let integer = position
        guard Self.skipDigits(bytes, &position) else { self = .digitMissing(position); return }
        if bytes[integer] == UInt8(ascii: "0"), position > integer + 1 { self = .leadingZero(integer); return }

        if Self.byte(bytes, position) == UInt8(ascii: ".") {
            position += 1
            guard Self.skipDigits(bytes, &position) else { self = .digitMissing(position); return }
        }
        if let letter = Self.byte(bytes, position), letter | 0x20 == UInt8(ascii: "e") {
            position += 1
            if let sign = Self.byte(bytes, position), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
                position += 1
            }
            guard Self.skipDigits(bytes, &position) else { self = .digitMissing(position); return }
        }
        self = .complete(position)
    }

    private static func byte(_ bytes: [UInt8], _ position: Int) -> UInt8? {
        position < bytes.count ? bytes[position] : nil
    }

    private static func skipDigits(_ bytes: [UInt8], _ position: inout Int) -> Bool {
        let start = position
        while let digit = byte(bytes, position), digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") {
            position += 1
        }
        return position > start
    }
}
