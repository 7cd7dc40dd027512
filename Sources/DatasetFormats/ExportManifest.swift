import Engine
import Review

/// What an export holds: formats and versions, files with their hashes, and what became of every sample.
package struct ExportManifest: Sendable {
    /// Tells our manifests from those of others.
    package static let kind = "toolgrad export"
    /// Only grows; a reader refuses what is newer than itself.
    package static let version = 1

    /// The manifest as JSON, its members in a fixed order.
    package let json: JSON

    init(of export: Export) {
        json = [
            "kind": .string(Self.kind),
            "format": .string(export.format),
            "versions": Self.versions(export.options),
            "dataset": .string(export.options.datasetName),
            "planners": .array(Set(export.rows.map(\.planner)).sorted().map(JSON.string)),
            "counts": [
                "samples": .count(export.rows.count + export.skipped.count),
                "exported": .count(export.rows.count),
                "edited": .count(export.rows.count { !$0.edited.isEmpty }),
                "skipped": .count(export.skipped.count),
            ],
            "options": Self.options(export.options),
            "files": .array(export.files.map(Self.file)),
            "toolNames": Self.names(export.names),
            "rows": .array(export.rows.map(Self.row)),
            "skipped": .array(export.skipped.map(Self.skipped)),
        ]
    }

    private static func versions(_ options: ExportOptions) -> JSON {
        var versions: JSON.Object = [
            "manifest": .count(version), "provenance": .count(Provenance.version),
            "reasons": .count(Reason.taxonomyVersion),
        ]
        if let program = options.programVersion { versions.set("toolgrad", .string(program)) }
        return .object(versions)
    }

    private static func options(_ options: ExportOptions) -> JSON {
        [
            "seed": .string(String(options.seed)),
            "split": JSON.Number(options.split).map(JSON.number) ?? .null,
            "candidates": .count(options.candidates),
            "systemPrompt": options.systemPrompt.map(JSON.string) ?? .null,
        ]
    }

    private static func file(_ file: ExportedFile) -> JSON {
        [
            "path": .string(file.path), "bytes": .count(file.bytes.count),
            "sha256": .string(ContentHash(of: file.bytes).hex), "rows": .count(file.rows),
        ]
    }

    private static func names(_ names: PortableNames) -> JSON {
        .object(JSON.Object(names.changed.map { .init(key: $0.portable, value: .string($0.original.text)) }))
    }

    /// Texts that a planner wrote anew are named where there are any.
    private static func row(_ row: ExportedRow) -> JSON {
        var members: JSON.Object = [
            "file": .string(row.file), "line": .count(row.line), "sample": .string("\(row.sample)"),
            "run": .string(row.sample.run.hash.hex), "seed": .string(String(row.seed)),
            "planner": .string(row.planner), "status": .string(row.status.rawValue),
            "edited": .array(row.edited.map(JSON.string)),
            "base64Steps": .array(row.encodedSteps.map(JSON.count)),
        ]
        if !row.regenerated.isEmpty { members.set("regenerated", .texts(row.regenerated)) }
        return .object(members)
    }

    private static func skipped(_ skipped: SkippedSample) -> JSON {
        [
            "sample": .string("\(skipped.sample)"), "run": .string(skipped.sample.run.hash.hex),
            "reason": .string("\(skipped.reason)"),
        ]
    }
}

extension JSON {
    static func count(_ count: Int) -> JSON { .number(Number(count)) }

    /// An object of texts, in the order of their keys.
    static func texts(_ texts: [String: String]) -> JSON {
        .object(Object(texts.sorted { $0.key < $1.key }.map { .init(key: $0.key, value: .string($0.value)) }))
    }
}
