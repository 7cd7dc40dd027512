/// What the name of a workflow file tells: `seed=7__iter=6__num_apis=12.json`, whatever stands around it.
struct WorkflowFileName: Hashable {
    let seed: UInt64
    let iterations: Int
    let batch: Int

    /// Nil for any other name.
    init?(_ path: String) {
        let name = path.split(separator: "/").last ?? ""
        func number<Number: FixedWidthInteger>(after key: String) -> Number? {
            guard let found = name.firstRange(of: key + "=") else { return nil }
            return Number(name[found.upperBound...].prefix { ("0"..."9").contains($0) })
        }
        guard let seed: UInt64 = number(after: "seed"), let iterations: Int = number(after: "__iter"),
            let batch: Int = number(after: "__num_apis")
        else { return nil }
        self.seed = seed
        self.iterations = iterations
        self.batch = batch
    }
}
