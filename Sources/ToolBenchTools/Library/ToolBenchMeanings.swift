import Engine

/// What the arguments and the fields of a tool's APIs mean, so that one API's answer can feed another's argument.
///
/// A name means the same within a tool. A few say enough to mean the same everywhere.
struct ToolBenchMeanings {
    private static let everywhere: Set<String> = [
        "city", "country", "countrycode", "currency", "date", "domain", "email", "iata", "icao", "ip", "isbn",
        "language", "lat", "latitude", "lng", "lon", "longitude", "symbol", "timezone", "zipcode",
    ]
    private static let same = ["lat": "latitude", "lng": "longitude", "lon": "longitude"]
    /// Names that are about the answer and not in it, or that say nothing.
    private static let nothing: Set<String> = [
        "count", "error", "errors", "format", "limit", "message", "msg", "offset", "order", "page", "pages", "perpage",
        "size", "sort", "start", "status", "statuscode", "success", "total", "totalpages",
    ]
    private static let bare: Set<String> = ["id", "name", "code", "key", "slug"]

    private let tool: String

    init(of address: ToolBenchAddress) {
        tool = address.standard.tool
    }

    /// The meaning of each argument, by its key.
    func inputs(_ parameters: [ToolBenchParameter]) -> [String: String] {
        var meanings: [String: String] = [:]
        for parameter in parameters {
            let type = parameter.schema["type"]?.string ?? ""
            // Nothing feeds a page number; its meaning is its own.
            meanings[parameter.key] =
                meaning([parameter.name], type: type) ?? "\(tool).\(parameter.key).setting:\(type)"
        }
        return meanings
    }

    /// The meaning of each field that an answer may have, by its path.
    func outputs(_ shape: ResponseShape) -> [String: String] {
        Dictionary(
            shape.leaves.compactMap { leaf in meaning(leaf.words, type: leaf.type).map { (leaf.path, $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    private func meaning(_ words: [String], type: String) -> String? {
        guard let last = words.last.map(squeezed), !last.isEmpty, !Self.nothing.contains(last) else { return nil }
        if Self.everywhere.contains(last) { return "\(Self.same[last] ?? last):\(type)" }
        let owner = words.dropLast().last.map(squeezed) ?? ""
        let isBare =
            Self.bare.contains(last) && !["", "data", "result", "results", "items", "response"].contains(owner)
        return "\(tool).\(isBare ? singular(owner) + last : last):\(type)"
    }

    /// Without what spellings differ in: `playerId` and `player_id` are one name.
    private func squeezed(_ word: String) -> String {
        String(ToolBenchSpelling.callable(word).filter { $0 != "_" })
    }

    private func singular(_ word: String) -> String {
        word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : word
    }
}
