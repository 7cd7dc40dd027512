import Engine

/// Keeps the ids of calls unique within a conversation.
///
/// What it makes up has nine letters and digits, as some chat templates demand, and depends on the place alone.
struct CallIDs {
    private var taken: Set<String>
    private var count: Int

    init(in conversation: [ModelMessage]) {
        taken = []
        for message in conversation {
            if case .assistant(_, let calls) = message { taken.formUnion(calls.map(\.id)) }
        }
        count = taken.count
    }

    /// The id that the endpoint gave, where it gave one that is new; else one of our own.
    mutating func next(_ given: String? = nil) -> String {
        count += 1
        if let given, !given.isEmpty, taken.insert(given).inserted { return given }
        var number = count
        while !taken.insert(Self.id(number)).inserted { number += 1 }
        return Self.id(number)
    }

    private static func id(_ number: Int) -> String {
        let digits = String(number)
        return "call" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    }
}
