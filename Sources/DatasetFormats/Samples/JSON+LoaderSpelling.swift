import Engine
import Foundation

extension JSON {
    /// The same values, each number spelled so that the `datasets` loader reads it right.
    ///
    /// It decodes columns of JSON with the ujson of pandas (3.1), which adds the digits behind the point times 0.1, 0.01 and
    /// so on: 0.35 becomes 0.35000000000000003, and that is what would be trained. 0.350 is read as 0.35.
    var spelledForLoaders: JSON {
        switch self {
        case .null, .bool, .string: self
        case .number(let number): .number(number.spelledForLoaders)
        case .array(let items): .array(items.map(\.spelledForLoaders))
        case .object(let object):
            .object(JSON.Object(object.members.map { .init(key: $0.key, value: $0.value.spelledForLoaders) }))
        }
    }
}

extension JSON.Number {
    /// An equal number that is read right; itself where it is, and where no spelling helps.
    fileprivate var spelledForLoaders: JSON.Number {
        guard text.utf8.contains(UInt8(ascii: ".")) || text.lowercased().contains("e"),
            LoaderReading(text).value != double
        else { return self }
        let found = LoaderReading.spellings(of: text).first { LoaderReading($0).value == double }
        return found.flatMap { try? JSON(parsing: $0) }?.number ?? self
    }
}

/// A number as ujson takes it apart: digits before the point, up to 15 behind it, and an exponent.
private struct LoaderReading {
    private static let scales: [Double] = (0...15).map { Double("1e-\($0)") ?? 0 }

    let value: Double

    init(_ text: String) {
        let parts = text.lowercased().split(separator: "e", maxSplits: 1)
        let digits = (parts.first ?? "").drop { $0 == "-" }.split(
            separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let behind = (digits.dropFirst().first ?? "").prefix(15)
        var value = Double(digits.first ?? "") ?? 0
        if digits.count > 1 {
            value += (Double(behind.isEmpty ? "0" : String(behind)) ?? 0) * Self.scales[behind.count]
        }
        if text.hasPrefix("-") { value = -value }
        if let exponent = parts.dropFirst().first.flatMap({ Double($0) }) { value *= pow(10, exponent) }
        self.value = value
    }

    /// Other spellings of the same number: with zeros at its end, then as whole digits and an exponent.
    static func spellings(of text: String) -> [String] {
        let lowered = text.lowercased()
        guard !lowered.contains("e") else { return plain(lowered).map { [$0] + spellings(of: $0) } ?? [] }
        let sign = text.hasPrefix("-") ? "-" : ""
        let parts = text.drop { $0 == "-" }.split(separator: ".", maxSplits: 1)
        guard let whole = parts.first, let behind = parts.dropFirst().first, behind.count < 15 else { return [] }
        let zeros = (1...(15 - behind.count)).map { text + String(repeating: "0", count: $0) }
        let all = String((whole + behind).drop { $0 == "0" })
        let digits = all.isEmpty ? "0" : all
        let scaled = (0..<8).map { "\(sign)\(digits)\(String(repeating: "0", count: $0))e-\(behind.count + $0)" }
        return zeros + scaled
    }

    /// `1385e-5` is `0.01385`; nil where that would be long.
    private static func plain(_ text: String) -> String? {
        let parts = text.split(separator: "e", maxSplits: 1)
        guard parts.count == 2, let exponent = Int(parts[1]), abs(exponent) <= 15 else { return nil }
        let sign = text.hasPrefix("-") ? "-" : ""
        let digits = parts[0].drop { $0 == "-" }.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        var all = digits.joined()
        var point = (digits.first?.count ?? 0) + exponent
        if point <= 0 {
            all = String(repeating: "0", count: 1 - point) + all
            point = 1
        }
        if point >= all.count { all += String(repeating: "0", count: point - all.count + 1) }
        let place = all.index(all.startIndex, offsetBy: point)
        let whole = all[..<place].drop { $0 == "0" }
        return "\(sign)\(whole.isEmpty ? "0" : whole).\(all[place...])"
    }
}
