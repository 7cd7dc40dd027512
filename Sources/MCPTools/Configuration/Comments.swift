import Foundation

/// What VS Code allows in its files beside JSON.
enum Comments {
    /// The text with comments and commas before a closing bracket made blank, so that every other byte keeps its place.
    static func removed(from text: Data) -> [UInt8] {
        var bytes = [UInt8](text)
        blankComments(in: &bytes)
        blankCommas(in: &bytes)
        return bytes
    }

    private static func blankComments(in bytes: inout [UInt8]) {
        var place = 0
        while place < bytes.count {
            let pair = bytes[place...].prefix(2)
            if bytes[place] == UInt8(ascii: "\"") {
                place = endOfString(at: place, in: bytes)
            } else if pair.elementsEqual("//".utf8) {
                place = blank(&bytes, from: place) { $0[$1] == 0x0A }
            } else if pair.elementsEqual("/*".utf8) {
                let start = place
                place = blank(&bytes, from: place) { bytes, at in
                    at >= start + 4 && bytes[at - 2] == UInt8(ascii: "*") && bytes[at - 1] == UInt8(ascii: "/")
                }
            } else {
                place += 1
            }
        }
    }

    /// Blanks all but line ends until it is told to end, and returns where that was.
    private static func blank(_ bytes: inout [UInt8], from start: Int, until ends: ([UInt8], Int) -> Bool) -> Int {
        let end = (start..<bytes.count).first { ends(bytes, $0) } ?? bytes.count
        for place in start..<end where bytes[place] != 0x0A { bytes[place] = 0x20 }
        return end
    }

    private static func blankCommas(in bytes: inout [UInt8]) {
        var place = 0
        // What stood last, and the comma if it was one that ends something.
        var (last, comma): (UInt8?, Int?) = (nil, nil)
        while place < bytes.count {
            let byte = bytes[place]
            guard ![0x09, 0x0A, 0x0D, 0x20].contains(byte) else {
                place += 1
                continue
            }
            if [UInt8(ascii: "]"), UInt8(ascii: "}")].contains(byte), let comma { bytes[comma] = 0x20 }
            comma = byte == UInt8(ascii: ",") && !"[{,:".utf8.contains(last ?? UInt8(ascii: "[")) ? place : nil
            last = byte
            place = byte == UInt8(ascii: "\"") ? endOfString(at: place, in: bytes) : place + 1
        }
    }

    /// The place after the quotation mark that closes the string.
    private static func endOfString(at start: Int, in bytes: [UInt8]) -> Int {
        var place = start + 1
        while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
            place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(place + 1, bytes.count)
    }
}
