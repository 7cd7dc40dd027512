import Engine

/// What `dataset_info.json` says: the datasets of the folder, by the names that select them.
///
/// All columns of the rows are listed, since those that are not would be passed over.
struct LLaMAFactoryDatasets {
    let json: JSON

    init(named name: String, parts: [ExportPart]) {
        let key = Self.key(for: name)
        json = .object(
            JSON.Object(
                parts.map { part in
                    switch part {
                    case .train: .init(key: key, value: Self.entry(part))
                    case .test: .init(key: key + "_test", value: Self.entry(part))
                    }
                }))
    }

    static func file(of part: ExportPart) -> String { "\(part.rawValue).jsonl" }

    private static func entry(_ part: ExportPart) -> JSON {
        [
            "file_name": .string(file(of: part)), "formatting": "sharegpt",
            "columns": ["messages": "conversations", "system": "system", "tools": "tools"],
        ]
    }

    /// LLaMA-Factory takes several names in one text, parted by commas, and reads the file in the encoding of the
    /// machine; what does not begin with a letter may be read as a number.
    private static func key(for name: String) -> String {
        let text = String(String.UnicodeScalarView(name.unicodeScalars.map { $0.isAllowedInKey ? $0 : "_" }))
        guard text.contains(where: { $0 != "_" }) else { return "dataset" }
        return text.first?.isLetter == true ? text : "dataset_" + text
    }
}

extension Unicode.Scalar {
    fileprivate var isAllowedInKey: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
        case _: false
        }
    }
}
