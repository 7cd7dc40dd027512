extension RGB {
    /// The nearest of the fixed colours 16 to 255.
    package var nearestIndex: Int {
        let color = Lab(self)
        let distances = Self.fixed.map(color.distance)
        return distances.indices.min { distances[$0] < distances[$1] }.map { $0 + 16 } ?? 16
    }

    private static let fixed = (16...255).map { Lab(RGB(index: $0)) }

    /// The named colour that comes nearest by hue, 0 to 15: greys by lightness alone.
    package var nearestNamed: Int {
        let parts = [red, green, blue].map { Double($0) / 255 }
        let (low, high) = (parts.min() ?? 0, parts.max() ?? 0)
        guard high - low > 0.15 else { return high < 0.2 ? 0 : high < 0.55 ? 8 : high < 0.88 ? 7 : 15 }
        let middle = (low + high) / 2
        let bits = parts.enumerated().reduce(0) { $1.element > middle ? $0 | 1 << $1.offset : $0 }
        return high > 0.8 ? bits + 8 : bits
    }

    /// How xterm shows one of the named colours, 0 to 15, where the user has not chosen others.
    init(named: Int) {
        switch named {
        case 4: self.init(red: 0, green: 0, blue: 0xEE)
        case 7: self.init(red: 0xE5, green: 0xE5, blue: 0xE5)
        case 8: self.init(red: 0x7F, green: 0x7F, blue: 0x7F)
        case 12: self.init(red: 0x5C, green: 0x5C, blue: 0xFF)
        case _:
            let parts = (0..<3).map { named >> $0 & 1 == 0 ? UInt8(0) : named > 7 ? 0xFF : 0xCD }
            self.init(red: parts[0], green: parts[1], blue: parts[2])
        }
    }
}
