import Engine
import GRDB

extension RunID {
    /// The run of samples that were read from a file: the same for the same contents, read in the same format.
    package init(importedFrom format: String, contents: ContentHash) {
        self.init(ContentHash(of: "import\n\(format)\n\(contents.hex)"))
    }
}

extension Dataset {
    /// The planner of runs whose samples were not grown here.
    package static let importPlanner = "imported"

    /// Adds tools to the library of an import, behind those that are there; known ones are passed over.
    ///
    /// Of a run that is grown nothing is changed: its tools are fixed when it begins.
    package func addTools(_ tools: [Tool], to run: RunID) async throws(DatasetError) {
        try await write(.alone) { try $0.add(tools, to: run) }
    }
}

extension Database {
    func add(_ tools: [Tool], to run: RunID) throws {
        guard let row = try RunRow.find(run, in: self) else { throw DatasetError.unknownRun(run) }
        guard row.planner == Dataset.importPlanner else { return }
        for tool in tools {
            let payload = try StoredPayload(tool)
            try cachedStatement(sql: "INSERT OR IGNORE INTO tool (hash, payload) VALUES (?, ?)")
                .execute(arguments: [payload.hash.hex, payload.text])
            try cachedStatement(
                sql: """
                    INSERT INTO run_tool (run, position, tool)
                    SELECT ?1, (SELECT coalesce(max(position) + 1, 0) FROM run_tool WHERE run = ?1), id
                    FROM tool WHERE hash = ?2 AND id NOT IN (SELECT tool FROM run_tool WHERE run = ?1)
                    """
            ).execute(arguments: [row.id, payload.hash.hex])
        }
    }
}
