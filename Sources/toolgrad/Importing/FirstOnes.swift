/// The first ones of many, which are named, and how many there are.
struct FirstOnes<Element> {
    private(set) var named: [Element] = []
    private(set) var count = 0
    private let most: Int

    init(_ most: Int = 20) {
        self.most = most
    }

    mutating func add(_ element: Element) {
        count += 1
        if named.count < most { named.append(element) }
    }

    /// Those that are not named.
    var others: Int { count - named.count }
}
