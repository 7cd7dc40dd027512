/// Sketches in the order in which they came, found again by their bands.
///
/// A sketch takes its 128 bytes, four for each of its 16 bands, and its places in an open table: 270 to 365 bytes in all.
struct SketchTable: Sendable {
    /// Comparisons of one sketch with earlier ones, at most; what is left out is counted.
    static let comparisonLimit = 128
    private static let bands = QuerySketch.bandCount
    private static let width = QuerySketch.permutations

    private var bytes: [UInt8] = []
    /// The sketch before with the same band, as its number and 1; 0 for none.
    private var earlier: [UInt32] = []
    /// The newest entry of a band's value, as its number and 1; 0 for a free place.
    private var heads: [UInt32] = Array(repeating: 0, count: 1024)
    private var used = 0
    private(set) var count = 0
    private(set) var skippedComparisons = 0

    var memory: Int { bytes.capacity + 4 * (earlier.capacity + heads.count) }

    /// The earlier sketches that are near duplicates, the first first; then keeps this one.
    mutating func add(_ sketch: QuerySketch) -> [(number: Int, similarity: Double)] {
        var seen: Set<UInt32> = []
        var alike: [(number: Int, similarity: Double)] = []
        let number = UInt32(count)
        count += 1
        bytes += sketch.bytes
        for band in 0..<Self.bands {
            let value = QuerySketch.band(band, of: sketch.bytes[...])
            let place = place(of: value, band)
            var next = heads[place]
            earlier.append(next)
            if next == 0 { used += 1 }
            heads[place] = number * UInt32(Self.bands) + UInt32(band) + 1
            var steps = 0
            while next != 0 {
                guard steps < Self.comparisonLimit / Self.bands else {
                    skippedComparisons += 1
                    break
                }
                steps += 1
                let other = (next - 1) / UInt32(Self.bands)
                if seen.insert(other).inserted, let found = similarity(of: sketch, to: Int(other)) {
                    alike.append((Int(other), found))
                }
                next = earlier[Int(next - 1)]
            }
        }
        growIfFull()
        return alike.sorted { $0.number < $1.number }
    }

    private func similarity(of sketch: QuerySketch, to number: Int) -> Double? {
        let start = number * Self.width
        var agreeing = 0
        for index in 0..<Self.width where bytes[start + index] == sketch.bytes[index] { agreeing += 1 }
        let similarity = QuerySketch.similarity(agreeing: agreeing)
        return similarity >= QuerySketch.nearDuplicate ? similarity : nil
    }

    /// Where a band's value stands or would stand.
    private func place(of value: UInt32, _ band: Int) -> Int {
        let mask = heads.count - 1
        let mixed = (UInt64(value) << 8 | UInt64(band)) &* 0x9E37_79B9_7F4A_7C15
        var place = Int(truncatingIfNeeded: mixed >> 24) & mask
        while heads[place] != 0, !holds(heads[place], value, band) { place = (place + 1) & mask }
        return place
    }

    private func holds(_ head: UInt32, _ value: UInt32, _ band: Int) -> Bool {
        let entry = Int(head - 1)
        guard entry % Self.bands == band else { return false }
        let start = entry / Self.bands * Self.width
        return QuerySketch.band(band, of: bytes[start..<start + Self.width]) == value
    }

    private mutating func growIfFull() {
        guard used * 8 > heads.count * 7 - 8 * Self.bands else { return }
        let old = heads
        heads = Array(repeating: 0, count: old.count * 2)
        for head in old where head != 0 {
            let entry = Int(head - 1)
            let start = entry / Self.bands * Self.width
            let value = QuerySketch.band(entry % Self.bands, of: bytes[start..<start + Self.width])
            heads[place(of: value, entry % Self.bands)] = head
        }
    }
}
