import Engine

/// The `README.md` of a folder of preferences: front matter that loaders obey, and words for people.
struct PreferenceCard {
    /// What a column holds.
    enum Column: String {
        case messages = "list: json"
        case flag = "dtype: bool"
        case text = "dtype: string"
    }

    let options: ExportOptions
    let rows: [ExportPart: Int]
    /// In the order of the columns.
    let columns: KeyValuePairs<String, Column>
    /// What the columns mean.
    let words: String

    var text: String {
        """
        ---
        \(header.joined(separator: "\n"))
        configs:
        - config_name: default
          default: true
          data_files:
        \(splits.joined(separator: "\n"))
        dataset_info:
        - config_name: default
          features:
        \(columns.map { "  - {name: \($0.key), \($0.value.rawValue)}" }.joined(separator: "\n"))
        ---
        # \(title)

        \(words)
        - `tools`: what the assistant was offered, as JSON Schema

        \(rows[.train] ?? 0) rows are to train on, \(rows[.test] ?? 0) to test on. No tool result is part of what is
        judged. `manifest.json` names the sample behind each row, what was left out and why. Loading needs `datasets`
        4.7 or newer.

        """
    }

    private var header: [String] {
        let license = options.license.map { ["license: " + $0.quoted] } ?? []
        return license + [
            "language: [\(options.languages.map(\.quoted).joined(separator: ", "))]", "pretty_name: " + title.quoted,
            "task_categories: [text-generation]", "tags: [tool-use, function-calling, preference, synthetic]",
        ]
    }

    /// A loader fails at a file that is not there.
    private var splits: [String] {
        ExportPart.allCases.filter { rows[$0, default: 0] > 0 }.map { part in
            "  - {split: \(part.rawValue), path: data/\(part.rawValue).jsonl}"
        }
    }

    /// The name on one line.
    private var title: String {
        options.datasetName.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}

extension String {
    /// Quoted for YAML, which refuses control characters even in quotes, and more of them than JSON does.
    fileprivate var quoted: String {
        let body = unicodeScalars.map { scalar in
            switch scalar {
            case "\"", "\\": "\\" + String(scalar)
            case _ where scalar.properties.generalCategory.isShown: String(scalar)
            case _: "\\U" + String(repeating: "0", count: 8 - scalar.hex.count) + scalar.hex
            }
        }
        return "\"" + body.joined() + "\""
    }
}

extension Unicode.Scalar {
    fileprivate var hex: String { String(value, radix: 16) }
}

extension Unicode.GeneralCategory {
    fileprivate var isShown: Bool {
        switch self {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        case _: true
        }
    }
}
