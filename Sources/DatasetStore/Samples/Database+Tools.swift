import Engine
import GRDB

extension Database {
    /// Notes that a sample uses some tools, beside those that it is known to use.
    func addTools(_ names: Set<ToolName>, to sample: Int64) throws {
        guard !names.isEmpty else { return }
        for name in names.sorted() { try link(try number(of: name), to: sample) }
        try rankRarity(ofSamples: "= ?", [sample])
    }

    /// Notes which tools a sample uses.
    func setTools(_ names: Set<ToolName>, of sample: Int64) throws {
        let kept = try Set(names.map(number))
        let known = try cachedStatement(sql: "SELECT tool FROM sample_tool WHERE sample = ?")
        for tool in try Int64.fetchAll(known, arguments: [sample]) where !kept.contains(tool) {
            try unlink(tool, from: sample)
        }
        for tool in kept.sorted() { try link(tool, to: sample) }
        try rankRarity(ofSamples: "= ?", [sample])
    }

    private func number(of tool: ToolName) throws -> Int64 {
        let name = tool.text.withoutNul
        let known = try cachedStatement(sql: "SELECT id FROM used_tool WHERE name = ?")
        if let id = try Int64.fetchOne(known, arguments: [name]) { return id }
        try cachedStatement(sql: "INSERT INTO used_tool (name, samples, rarity) VALUES (?, 0, 0)")
            .execute(arguments: [name])
        return lastInsertedRowID
    }

    private func link(_ tool: Int64, to sample: Int64) throws {
        try cachedStatement(sql: "INSERT OR IGNORE INTO sample_tool (tool, sample) VALUES (?, ?)")
            .execute(arguments: [tool, sample])
        if changesCount > 0 { try count(1, for: tool) }
    }

    private func unlink(_ tool: Int64, from sample: Int64) throws {
        try cachedStatement(sql: "DELETE FROM sample_tool WHERE tool = ? AND sample = ?")
            .execute(arguments: [tool, sample])
        try count(-1, for: tool)
    }

    /// A tool is as rare as the number of its samples has binary digits: ranking everything that uses it is due only
    /// when that number doubles, which costs little for each sample.
    private func count(_ change: Int, for tool: Int64) throws {
        let row = try Row.fetchOne(
            cachedStatement(
                sql: "UPDATE used_tool SET samples = samples + ? WHERE id = ? RETURNING samples, rarity"),
            arguments: [change, tool])
        guard let row else { return }
        let rarity = Int.bitWidth - (row["samples"] as Int).leadingZeroBitCount
        guard rarity != row["rarity"] else { return }
        try cachedStatement(sql: "UPDATE used_tool SET rarity = ? WHERE id = ?").execute(arguments: [rarity, tool])
        try rankRarity(ofSamples: "IN (SELECT sample FROM sample_tool WHERE tool = ?)", [tool])
    }

    /// A sample is as rare as the rarest of its tools.
    private func rankRarity(ofSamples condition: String, _ arguments: StatementArguments) throws {
        let rarest = """
            (SELECT min(used_tool.rarity) FROM sample_tool JOIN used_tool ON used_tool.id = sample_tool.tool
            WHERE sample_tool.sample = sample.id)
            """
        try cachedStatement(
            sql: "UPDATE sample SET rarity = \(rarest) WHERE id \(condition) AND rarity IS NOT \(rarest)"
        ).execute(arguments: arguments)
    }
}
