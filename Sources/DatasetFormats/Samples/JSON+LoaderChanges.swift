import Engine
import Foundation

extension JSON {
    /// The first number that the `datasets` loader turns into another one; nil when it keeps them all.
    ///
    /// It writes and reads columns of JSON with the ujson of pandas (3.1), which keeps ten digits behind the point and adds
    /// them times 0.1, 0.01 and so on: 0.35 becomes 0.35000000000000003, and that is what would be trained.
    var firstChangedNumber: Number? {
        switch self {
        case .null, .bool, .string: nil
        case .number(let number): number.isChanged ? number : nil
        case .array(let items): items.lazy.compactMap(\.firstChangedNumber).first
        case .object(let object): object.members.lazy.compactMap(\.value.firstChangedNumber).first
        }
    }

    /// The row as text.
    ///
    /// - Throws: ``SkipReason/changedNumber(_:)`` when a loader would change it.
    func textForLoaders() throws(SkipReason) -> String {
        if let number = firstChangedNumber { throw .changedNumber(number.text) }
        return compactText
    }
}

extension Tool {
    /// Whether the `datasets` loader reads the tool's schema as it is.
    var keepsItsNumbers: Bool {
        inputSchema.firstUnloadableNumber == nil && inputSchema.firstChangedNumber == nil
    }
}

extension JSON.Number {
    private static let scales: [Double] = (0...10).map { Double("1e-\($0)") ?? 0 }

    fileprivate var isChanged: Bool {
        guard text.contains(where: { ".eE".contains($0) }) else { return false }
        let parts = "\(abs(double))".split(separator: ".")
        guard parts.count == 2, let whole = Double(parts[0]), parts[1].count <= 10, let behind = Double(parts[1]),
            !parts[1].contains("e")
        else { return true }
        return whole + behind * Self.scales[parts[1].count] != abs(double)
    }
}
