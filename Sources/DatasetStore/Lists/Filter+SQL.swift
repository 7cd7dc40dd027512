import GRDB
import Review

extension Filter {
    /// The condition on `sample`, with its arguments; never NULL.
    var sql: SQL {
        switch self {
        case .all(let filters) where filters.isEmpty: "1"
        case .all(let filters): "(\(filters.map(\.sql).joined(separator: " AND ")))"
        case .not(let filter): "NOT \(filter.sql)"
        case .condition(let condition): "(\(condition.sql))"
        }
    }
}

extension Filter.Condition {
    fileprivate var sql: SQL {
        switch self {
        case .status(let statuses): "sample.status IN \(statuses.map(\.rawValue).sorted())"
        case .growth(let growth): growth.sql
        case .flagged: "sample.flagged"
        case .edited: "sample.edited"
        case .stale: "sample.stale"
        case .commented: "sample.commented"
        case .count(let quantity, let bounds): bounds.sql(of: quantity.sql)
        case .number(let bounds): bounds.sql(of: "sample.number")
        case .tool(let pattern):
            isAmong(
                "SELECT sample FROM sample_tool WHERE tool IN (SELECT id FROM used_tool WHERE \(fits("name", pattern)))"
            )
        case .model(let pattern): "sample.run IN (SELECT id FROM run WHERE \(fits("planner", pattern)))"
        case .finding(nil): "coalesce(sample.findings, 0) > 0"
        case .finding(let reason?): isAmong("SELECT sample FROM sample_finding WHERE reason = \(reason.rawValue)")
        case .check(let name, nil):
            isAmong("SELECT sample FROM sample_check WHERE name = \(name.withoutNul)")
        case .check(let name, let severity?):
            isAmong(
                """
                SELECT sample FROM sample_check WHERE name = \(name.withoutNul) AND severity = \(severity.rawValue)
                """)
        case .reason(let reason): isAmong("SELECT sample FROM sample_reason WHERE reason = \(reason.rawValue)")
        case .noOp: "sample.noops > 0"
        case .text(let words):
            isAmong("SELECT rowid FROM sample_text WHERE sample_text MATCH \(phrase(words))")
        case .fuzzy(let word): fuzzy(word)
        case .reviewer(let name):
            isAmong("SELECT sample FROM sample_reviewer WHERE reviewer = \(name.withoutNul)")
        case .duplicate: duplicate
        case .since(let moment):
            isAmong("SELECT sample FROM decision WHERE time >= \(moment.microseconds) AND \(SQL.decides)")
        case .run(let prefix): "sample.run IN (SELECT id FROM run WHERE \(begins("hash", prefix)))"
        }
    }

    /// The plus keeps SQLite from looking the samples up one by one in the table, where their texts are.
    private func isAmong(_ samples: SQL) -> SQL { "+sample.id IN (\(samples))" }

    private var duplicate: SQL {
        """
        sample.growth > 0 AND (\(isRepeated("callKey")) OR \(isRepeated("queryKey"))
            OR \(isAmong("SELECT sample FROM sample_finding WHERE reason = \(Reason.duplicate.rawValue)")))
        """
    }

    private func isRepeated(_ key: SQL) -> SQL {
        """
        sample.\(key) IS NOT NULL AND sample.\(key) IN (
            SELECT \(key) FROM sample WHERE growth > 0 AND \(key) IS NOT NULL GROUP BY \(key) HAVING count(*) > 1
        )
        """
    }

    /// Contained in the query, or the beginning of the label; case counts for letters beyond ASCII only.
    private func fuzzy(_ word: String) -> SQL {
        let query: SQL = "coalesce(coalesce(sample.editedQuery, sample.query) \(like("%" + escaped(word) + "%")), 0)"
        // Branches end in `.b1`, which a column has in another spelling.
        let label: SQL = begins("printf('s-%05d', sample.number)", word)
        guard let named = SampleLabel(word) else { return "\(query) OR \(label)" }
        let branch = BranchColumn.text(of: named.branch)
        return "\(query) OR \(label) OR sample.number = \(named.number) AND \(begins("sample.branch", branch))"
    }
}

extension SQL {
    /// That a row of the journal accepts, rejects or skips, in whatever pass.
    static var decides: SQL {
        "substr(payload, 1, 8) IN ('{\"accept', '{\"reject', '{\"skip\":', '{\"judge\"', '{\"adjudi')"
    }
}

extension Filter.Growth {
    fileprivate var sql: SQL {
        switch self {
        case .growing: "sample.growth = \(StoredGrowth.growing)"
        case .finished: "sample.growth > \(StoredGrowth.growing)"
        case .failed: "sample.growth = \(StoredGrowth.failed)"
        }
    }
}

extension Filter.Quantity {
    fileprivate var sql: SQL {
        switch self {
        case .steps: "sample.steps"
        case .chains: "sample.chains"
        case .iterations: "sample.iterations"
        case .calls: "sample.calls"
        case .cost: "sample.cost"
        case .lint: "sample.findings"
        case .noop: "sample.noops"
        }
    }
}

extension Filter.Bounds {
    /// That a column lies within; it never does while it is NULL.
    fileprivate func sql(of column: SQL) -> SQL {
        let above: SQL? = lowest.map { isStrict ? "\(column) > \($0)" : "\(column) >= \($0)" }
        let below: SQL? = highest.map { isStrict ? "\(column) < \($0)" : "\(column) <= \($0)" }
        let known: SQL = "\(column) IS NOT NULL"
        return ([known] + [above, below].compactMap(\.self)).joined(separator: " AND ")
    }
}

/// That a text fits a pattern in which `*` stands for any letters.
private func fits(_ column: SQL, _ pattern: String) -> SQL {
    "\(column) \(like(escaped(pattern).replacing("*", with: "%")))"
}

/// That a text begins so.
private func begins(_ column: SQL, _ prefix: String) -> SQL { "\(column) \(like(escaped(prefix) + "%"))" }

/// No text that is compared is so long, and SQLite refuses patterns that are much longer.
private func like(_ pattern: String) -> SQL {
    pattern.utf8.count > 10_000 ? "IN ()" : "LIKE \(pattern) ESCAPE \("\\")"
}

private func escaped(_ text: String) -> String {
    ["\\", "%", "_"].reduce(text.withoutNul) { $0.replacing($1, with: "\\" + $1) }
}

/// Words one after the other, of which the last may go on, for full-text search.
private func phrase(_ words: String) -> String {
    "\"" + words.withoutNul.replacing("\"", with: "\"\"") + "\" *"
}
