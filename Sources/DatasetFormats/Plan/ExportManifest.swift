import Engine
import Review

/// What an export holds: formats and versions, counts, and files with their hashes.
///
/// Beside it, `rows.jsonl` names the sample behind each row, and `skipped.jsonl` what was left out and why. Every file
/// but the manifest itself is listed; those that only account for others have 0 rows.
package struct ExportManifest: Sendable {
    /// Tells our manifests from those of others.
    package static let kind = "toolgrad export"
    /// Only grows; a reader refuses what is newer than itself.
    package static let version = 2
    /// Beside the data, and out of the way of readers that take every file of a folder for a sample.
    package static let path = "manifest/manifest.json"

    /// The manifest as JSON, its members in a fixed order.
    package let json: JSON

    init(of plan: ExportPlan, _ totals: ExportTotals, _ files: [WrittenFile]) {
        json = [
            "kind": .string(Self.kind),
            "format": .string(plan.name.rawValue),
            "versions": Self.versions(plan.options),
            "dataset": .string(plan.options.datasetName),
            "planners": .array(totals.planners.sorted().map(JSON.string)),
            "counts": [
                "samples": .count(totals.samples + totals.skipped),
                "exported": .count(totals.samples),
                "edited": .count(totals.edited),
                "skipped": .count(totals.skipped),
                "rows": Self.rows(totals),
                "rowsNotMade": Self.counts(totals.refusals),
                "offeredFewerThanAsked": .count(totals.offeredFewer),
                "cutRows": .count(totals.cutRows),
                "comparisonsLeftOut": .count(totals.comparisonsLeftOut),
            ],
            "options": plan.options.json,
            "files": .array(files.map(Self.file)),
            "toolNames": Self.names(plan.names),
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

    private static func rows(_ totals: ExportTotals) -> JSON {
        .object(
            JSON.Object(
                RowKind.allCases.compactMap { kind in
                    totals.kinds[kind].map { .init(key: kind.rawValue, value: .count($0)) }
                }))
    }

    private static func counts(_ counts: [String: Int]) -> JSON {
        .object(JSON.Object(counts.sorted { $0.key < $1.key }.map { .init(key: $0.key, value: .count($0.value)) }))
    }

    private static func file(_ file: WrittenFile) -> JSON {
        [
            "path": .string(file.path), "bytes": .count(file.bytes), "sha256": .string(file.hash.hex),
            "rows": .count(file.rows),
        ]
    }

    private static func names(_ names: PortableNames) -> JSON {
        .object(JSON.Object(names.changed.map { .init(key: $0.portable, value: .string($0.original.text)) }))
    }
}

extension JSON {
    static func count(_ count: Int) -> JSON { .number(Number(count)) }

    /// An object of texts, in the order of their keys.
    static func texts(_ texts: [String: String]) -> JSON {
        .object(Object(texts.sorted { $0.key < $1.key }.map { .init(key: $0.key, value: .string($0.value)) }))
    }
}
