import DatasetStore
import Engine

extension Dataset {
    /// What whoever leaves the explorer has to know: how far the run of this process is, and how to go on.
    func farewell(to growth: Growth?) async -> [String] {
        let again = ToolText.line("\(path)   open it again with: toolgrad review \(path)")
        guard let run = growth?.generator.run else { return [again] }
        return [await progress(of: run)].compactMap(\.self) + [again]
    }

    /// How far an incomplete run is; nil for a complete one, and where the dataset cannot be read.
    private func progress(of run: RunID) async -> String? {
        guard let stored = try? await runs().first(where: { $0.id == run }), stored.unfinished > 0,
            let branches = try? await unfinishedBranches(of: run).count
        else { return nil }
        let ended = stored.requested - (stored.unfinished - branches)
        let cut =
            switch branches {
            case 0: ""
            case 1: ", 1 branch is unfinished"
            case _: ", \(branches) branches are unfinished"
            }
        return ToolText.line(
            "Run \(run): \(ended) of \(stored.requested) samples have ended\(cut)   go on with: "
                + "toolgrad resume \(run) --dataset \(path)")
    }
}
