import Engine
import Testing

@testable import Evaluation

@Suite struct `Endpoints in a comparison` {
    private func column(_ method: ComparedMethod, _ model: String, at endpoint: String?) -> ComparisonTable.Column {
        ComparisonTable.Column(
            method: method, model: model, endpoint: endpoint, seed: 1, tools: ContentHash(of: "tools"), toolCount: 77,
            wanted: 1, figures: MethodFigures([ComparedSample(steps: 2, spending: Spending())], seed: 1, resamples: 9))
    }

    private func differences(_ columns: ComparisonTable.Column...) -> [String] {
        ComparisonTable(columns).notes.filter { $0.hasPrefix("Not the same") || $0.hasPrefix("Perhaps") }
    }

    @Test func `are told where one name is asked at several`() {
        #expect(
            differences(column(.lean, "good", at: "http://a"), column(.dfs, "good", at: "http://b")) == [
                "Not the same endpoint: lean: good at http://a; dfs: good at http://b. Equal names may mean other weights."
            ])
    }

    @Test func `are told beside names that differ, where they differ too`() {
        #expect(
            differences(column(.lean, "good", at: "http://a"), column(.dfs, "better", at: "http://b")) == [
                "Not the same model: lean: good at http://a; dfs: better at http://b. The methods alone do not explain "
                    + "the differences."
            ])
        #expect(
            differences(column(.lean, "good", at: "http://a"), column(.dfs, "better", at: "http://a")) == [
                "Not the same model: lean: good; dfs: better. The methods alone do not explain the differences."
            ])
    }

    @Test func `that nobody noted may be others`() {
        #expect(
            differences(
                column(.lean, "good", at: "http://a"), column(.dfs, "good", at: nil), column(.react, "good", at: nil))
                == ["Perhaps not the same endpoint: an earlier version made dfs and react, and did not note it."])
    }

    @Test func `are no word where there is nothing to tell`() {
        #expect(differences(column(.lean, "good", at: "http://a"), column(.dfs, "good", at: "http://a")).isEmpty)
        #expect(differences(column(.dfs, "rules/1", at: nil), column(.react, "rules/1", at: nil)).isEmpty)
    }
}
