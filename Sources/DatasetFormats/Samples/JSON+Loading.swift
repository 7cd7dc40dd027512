import Engine

extension JSON {
    /// The first number that the `datasets` loader refuses or turns into infinity; nil when it reads them all.
    ///
    /// One such number keeps the loader from reading any row of the file.
    var firstUnloadableNumber: Number? {
        switch self {
        case .null, .bool, .string: nil
        case .number(let number): number.isLoadable ? nil : number
        case .array(let items): items.lazy.compactMap(\.firstUnloadableNumber).first
        case .object(let object): object.members.lazy.compactMap(\.value.firstUnloadableNumber).first
        }
    }
}

extension JSON.Number {
    /// The digits before the point are read into 64 bits, whatever follows them.
    fileprivate var isLoadable: Bool {
        let whole = text.prefix { $0 == "-" || $0.isWholeNumber }
        return double.isFinite && (Int64(whole) != nil || UInt64(whole) != nil)
    }
}
