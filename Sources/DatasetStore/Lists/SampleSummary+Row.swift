import Engine
import GRDB
import Review

/// The lines of the samples that a condition lets through, in any order.
func summaryQuery(where condition: SQL) -> SQL {
    """
    SELECT sample.id, run.hash AS run, sample.number, sample.position, sample.branch, sample.status, sample.phase,
        sample.outcome, sample.iterations, sample.chains, sample.steps, sample.flagged,
        sample.reason, sample.findings, sample.edited, sample.commented, sample.stale,
        substr(coalesce(sample.editedQuery, sample.query), 1, 160) AS head
    FROM sample JOIN run ON run.id = sample.run
    WHERE \(condition)
    """
}

extension SampleSummary: FetchableRecord {
    package init(row: Row) throws {
        id = SampleID(row)
        label = SampleLabel(number: row["number"], branch: id.branch)
        status = row["status"]
        growth = Growth(phase: row["phase"], outcome: row["outcome"])
        iterations = row["iterations"]
        chains = row["chains"]
        steps = row["steps"]
        queryHead = row["head"]
        isEdited = row["edited"]
        isFlagged = row["flagged"]
        isCommented = row["commented"]
        isStale = row["stale"]
        reason = (row["reason"] as String?).flatMap(Reason.init(rawValue:))
        findings = row["findings"]
    }
}

extension SampleSummary.Growth {
    fileprivate init(phase: RunState.Phase, outcome: String?) {
        switch outcome {
        case "completed": self = .completed
        case "synthesis-failed": self = .synthesisFailed
        case "nothing-grown": self = .nothingGrown
        case _: self = .growing(phase)
        }
    }
}

extension ReviewState.Status: DatabaseValueConvertible {}
extension RunState.Phase: DatabaseValueConvertible {}
