import Engine

/// The `README.md` of a dataset folder: front matter that loaders obey, and words for people.
///
/// The declared `json` features keep a loader from merging the arguments of all calls into one struct full of nulls.
struct DatasetCard {
    /// What a column holds, as a loader declares it.
    enum Column: String {
        case messages = "list: json"
        case flag = "dtype: bool"
        case text = "dtype: string"
    }

    let options: ExportOptions
    let totals: ExportTotals
    var tags = "tool-use, function-calling, agent, synthetic"
    /// In the order of the columns.
    var columns: KeyValuePairs<String, Column> = ["messages": .messages, "tools": .messages]
    /// What a row is, and what its columns mean.
    var words = """
        Conversations with tool calls, made answer first: every chain of calls was really executed before the query
        was written that it answers. The tool results are the recorded ones.

        - `messages`: dependent calls are successive turns, independent ones parallel calls of one turn
        - `tools`: what the model was offered, as JSON Schema
        """

    private var train: Int { totals.rows[.train] ?? 0 }
    private var test: Int { totals.rows[.test] ?? 0 }

    var file: ExportedFile { ExportedFile(path: "README.md", text: text, rows: 0) }

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

        \(train) \(train == 1 ? "row" : "rows") to train on, \(test) to test on.

        `manifest/` names the sample behind each row, what reviewers edited, what was left out and why, and the
        SHA-256 of each file. Loading needs `datasets` 4.7 or newer.
        \((totals.lines + CardStory(options, totals).lines).joined(separator: "\n"))

        """
    }

    private var header: [String] {
        let license = options.license.map { ["license: " + $0.quoted] } ?? []
        return license + [
            "language: [\(options.languages.map(\.quoted).joined(separator: ", "))]",
            "pretty_name: " + title.quoted,
            "task_categories: [text-generation]",
            "tags: [\(tags)]",
            "size_categories: [\(sizeCategory)]",
        ]
    }

    /// A loader fails at a file that is not there.
    private var splits: [String] {
        ExportPart.allCases.filter { totals.rows[$0, default: 0] > 0 }.map { part in
            "  - {split: \(part.rawValue), path: data/\(part.rawValue).jsonl}"
        }
    }

    /// The name on one line.
    private var title: String {
        options.datasetName.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    /// The hub's own names for sizes.
    private var sizeCategory: String {
        switch train + test {
        case ..<1_000: "n<1K"
        case ..<10_000: "1K<n<10K"
        case ..<100_000: "10K<n<100K"
        case ..<1_000_000: "100K<n<1M"
        case ..<10_000_000: "1M<n<10M"
        case _: "10M<n<100M"
        }
    }
}

extension String {
    /// Quoted for YAML, which refuses control characters even in quotes, and more of them than JSON does.
    fileprivate var quoted: String {
        let body = unicodeScalars.map { scalar in
            switch scalar {
            case "\"", "\\": "\\" + String(scalar)
            case _ where scalar.properties.isPrintable: String(scalar)
            case _: "\\U" + String(repeating: "0", count: 8 - scalar.hex.count) + scalar.hex
            }
        }
        return "\"" + body.joined() + "\""
    }
}

extension Unicode.Scalar {
    fileprivate var hex: String { String(value, radix: 16) }
}

extension Unicode.Scalar.Properties {
    fileprivate var isPrintable: Bool {
        switch generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: false
        case _: true
        }
    }
}
