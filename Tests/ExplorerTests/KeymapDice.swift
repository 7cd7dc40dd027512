import Canvas

/// Keys and sizes by chance; the same seed gives the same ones.
struct Dice {
    private var state: UInt64

    private static let named: [Key] = [
        .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right, .home, .end, .pageUp,
        .pageDown, .control("d"), .control("n"), .control("p"), .control("u"), .alt("x"), .function(1),
        .paste("go \u{202E}7\nreject"), .character("é"), .character("東"),
    ]

    init(seed: UInt64) {
        state = seed
    }

    mutating func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }

    mutating func key() -> Key {
        let letter = Character(Unicode.Scalar(UInt8(0x20 + below(95))))
        return below(3) == 0 ? Self.named[below(Self.named.count)] : .character(letter)
    }

    /// A size that is large enough to show anything.
    mutating func size() -> Size {
        Size(columns: 60 + below(100), rows: 16 + below(30))
    }
}
