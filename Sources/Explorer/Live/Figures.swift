import Engine
import Review

extension Int {
    /// `11.7%` of so many; nil of none.
    func share(of all: Int) -> String? {
        guard all > 0 else { return nil }
        return "\((Double(self) * 100 / Double(all)).withOneDecimal)%"
    }
}

extension Int {
    /// How many of a hundred, rounded: 0 only of none, and 100 only of all, or of nothing.
    func percent(of all: Int) -> Int { portion(of: all, in: 100) }

    /// How many parts of a whole, rounded: none only of none, and all of them only of all, or of nothing.
    func portion(of all: Int, in whole: Int) -> Int {
        guard self < all else { return whole }
        guard self > 0, whole > 1 else { return 0 }
        let parts = Int((Double(self) / Double(all) * Double(whole)).rounded())
        return Swift.min(Swift.max(1, parts), whole - 1)
    }
}

extension Double {
    /// `31.2`; never in powers of ten.
    var withOneDecimal: String {
        guard isFinite, abs(self) < 1e15 else { return "-" }
        let tenths = Int((self * 10).rounded())
        return "\((tenths / 10).withCommas).\(abs(tenths % 10))"
    }
}

extension Duration {
    /// `40 ms`, `0.8 s`, `12 s`, `3 min`: as short as it can be told.
    var short: String {
        let milliseconds = max(0, components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000)
        return switch milliseconds {
        case ..<100: "\(milliseconds) ms"
        case ..<9_950: "\((Double(milliseconds) / 1000).withOneDecimal) s"
        case ..<120_000: "\((milliseconds + 500) / 1000) s"
        case _: "\((milliseconds + 30_000) / 60_000) min"
        }
    }

    /// `0:18:42`, as a clock shows it.
    var clock: String {
        let seconds = Int(max(0, components.seconds))
        return "\(seconds / 3600):\((seconds / 60 % 60).padded(to: 2)):\((seconds % 60).padded(to: 2))"
    }
}
