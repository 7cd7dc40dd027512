import Engine

/// A file that no samples are read from, and what it is instead.
package enum ForeignFile: Hashable, Sendable {
    case empty
    /// An SQLite file, as datasets are.
    case dataset
    /// Bytes that are no text; the kind of file, where its first bytes tell it.
    case binary(String?)
    /// UTF-16 or UTF-32.
    case otherEncoding
    /// One of our own exports, by the name of its format.
    case export(String)
    /// Rows of a shape that has no whole samples, in words.
    case rows(String)
    /// The reference's account of its iterations.
    case trace
    /// The list of the files of an export.
    case manifest
    /// An object with none of the keys that are read.
    case object(keys: [String])
    /// JSON that is no object.
    case value(String)
    case noJSON
}

extension ForeignFile {
    /// What the file is, a whole sentence that begins with `It`.
    package var wrong: String {
        switch self {
        case .empty: "It is empty."
        case .dataset: "It is an SQLite file, as datasets are, and no rows of text."
        case .binary(let kind): kind.map { "It is \($0), not rows of text." } ?? "It is no text: it has other bytes."
        case .otherEncoding: "It is text in UTF-16 or UTF-32, not in UTF-8."
        case .export(let format): "It is an export in the format \(format), which does not hold whole samples."
        case .rows(let shape): "It has rows of the shape of \(shape), which do not hold whole samples."
        case .trace: "It is a trace of the reference, which has neither a query nor whole results."
        case .manifest: "It is the manifest of an export."
        case .object(let keys):
            "It is in no format that is known; the keys of its first row are \(keys.isEmpty ? "none" : keys.listed)."
        case .value(let type): "It is in no format that is known; it begins with \(type)."
        case .noJSON: "It is in no format that is known; its beginning is no JSON."
        }
    }

    /// What to do, a whole sentence; `file` is the file as the user named it.
    package func advice(for file: String) -> String {
        switch self {
        case .empty: "There is nothing to import; check the path."
        case .dataset: "Bring its samples over with toolgrad merge \(file) --into DATASET."
        case .binary: "Unpack or convert it to JSON lines of chat rows first."
        case .otherEncoding: "Save it as UTF-8."
        case .export, .rows: "Export the samples as toolgrad, trl or openai, and import that."
        case .trace: "Give the workflow file of the same seed."
        case .manifest: "Give the folder of the export."
        case .object, .value, .noJSON: "Name it if it is one all the same: --format toolgrad, trl or openai."
        }
    }
}

extension ForeignFile {
    /// Told by the first bytes; nil where they say nothing.
    init?(magic bytes: some Collection<UInt8>) {
        func begins(with text: String) -> Bool { bytes.starts(with: text.utf8) }
        if begins(with: "SQLite format 3\u{0}") {
            self = .dataset
        } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            self = .otherEncoding
        } else if bytes.starts(with: [0x1F, 0x8B]) || bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD])
            || begins(with: "BZh")
        {
            self = .binary("a compressed file")
        } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            self = .binary("a ZIP archive")
        } else if begins(with: "PAR1") {
            self = .binary("a Parquet file")
        } else if begins(with: "ARROW1") {
            self = .binary("an Arrow file")
        } else {
            return nil
        }
    }

    /// Told by what the first row, or the whole file, is.
    init(_ json: JSON) {
        guard let object = json.object else {
            self = json.array?.isEmpty == true ? .empty : .value(json.article)
            return
        }
        func has(_ keys: String...) -> Bool { keys.allSatisfy { object[$0] != nil } }
        if object["kind"]?.string == ExportManifest.kind {
            self = .manifest
        } else if has("iterations"), has("total_iterations") || has("seed") {
            self = .trace
        } else if has("conversations") {
            self = .rows("llamafactory or hermes")
        } else if has("prompt", "chosen") || has("prompt", "rejected") {
            self = .rows("dpo")
        } else if has("prompt", "completion") {
            self = .rows("kto")
        } else if has("question", "function") || has("id", "ground_truth") {
            self = .rows("bfcl")
        } else if has("query", "tools", "answers") {
            self = .rows("xlam")
        } else {
            self = .object(keys: object.keys)
        }
    }
}
