import DatasetFormats
import Engine
import Review
import TestSupport
import Testing

@Suite("Rows without a tool that can do the task")
struct IrrelevanceRowTests {
    @Test func `call nothing and say so, with the subject and without a tool's name`() throws {
        let export = try RowExport(of: (1...20).map(sample)) { $0.irrelevance = .all }

        let rows = export.rows("irrelevance")
        #expect(rows.count == 20)
        #expect(export.rows("calls").map(\.query) == rows.map(\.query))
        for row in rows {
            #expect(row.callCount == 0)
            #expect(row.response.contains("Oslo"), "\(row.response)")
            #expect(!row.tools.contains { row.response.contains($0) })
        }
        #expect(Set(rows.map(\.response)).count > 2)
    }

    @Test func `offer as many tools, none of them used, of the same family or alike`() throws {
        let export = try RowExport(of: (1...20).map(sample)) {
            $0.irrelevance = .all
            $0.candidates = 3
            $0.distractors = [.nearMiss, .family, .random]
        }

        let offered = export.rows("irrelevance").map(\.tools)
        #expect(offered.allSatisfy { $0.count == 3 })
        #expect(Set(offered.flatMap(\.self)) == ["rain_report", "song_text", "loan_rate", "chess_move"])
    }

    @Test func `leave out a tool that gives a value of the same meaning`() throws {
        var wording = Wording()
        wording.outputMeanings = ["height": "place.height"]
        let peak = Tool(
            name: "peak", description: "Measures.", inputSchema: ["type": "object"], family: "hills", wording: wording)
        let tower = Tool(
            name: "tower", description: "Looks up.", inputSchema: ["type": "object"], family: "houses",
            wording: wording)
        let sample = SampleBuilder(query: "How high is it?", response: "4 m.").tool(peak).tool(tower)
            .tool(.example("song_text", "Prints songs.", family: "music"))
            .tool(.example("loan_rate", "Says what money costs.", family: "money"))
            .step("peak", [:], gives: "{}").sample

        let export = try RowExport(of: [sample]) { $0.irrelevance = .all }

        #expect(try #require(export.rows("irrelevance").first).tools == ["song_text", "loan_rate"])
    }

    @Test func `are not made where fewer than two other tools are left`() throws {
        let sample = SampleBuilder(query: "Where is Oslo?", response: "North.")
            .tool(.example("song_text", "Prints songs.", family: "music"))
            .step("city_search", [:], gives: "{}").sample

        let export = try RowExport(of: [sample]) { $0.irrelevance = .all }

        #expect(export.rows.map(\.kind) == ["calls"])
    }

    @Test func `are made of a share of the samples, which more samples do not change`() throws {
        let half = try #require(Share(0.5))
        func chosen(_ count: Int) throws -> [String] {
            try RowExport(of: (1...count).map(sample)) { $0.irrelevance = half }.rows("irrelevance").map(\.sample)
        }

        let few = try chosen(40)

        #expect((10...30).contains(few.count))
        #expect(Array(try chosen(80).prefix(few.count)) == few)
    }

    @Test(arguments: [-0.1, 1.1, .nan])
    func `cannot be more than all or fewer than none`(share: Double) {
        #expect(Share(share) == nil)
    }

    @Test func `quote the question where it says no name`() throws {
        let sample = SampleBuilder(query: "I wonder. How far is it? And why?", response: "Far.")
            .tool(.example("song_text", "Prints songs.", family: "music"))
            .tool(.example("loan_rate", "Says what money costs.", family: "money"))
            .step("way", [:], gives: "{}").sample

        let row = try #require(try RowExport(of: [sample]) { $0.irrelevance = .all }.rows("irrelevance").first)

        #expect(row.response.contains("your question “How far is it?”"))
    }

    private func sample(_ index: Int) -> ReviewedSample {
        SampleBuilder(query: "Where is Oslo, which is \(index + 100) years old?", response: "North.", index: index)
            .tool(.example("rain_report", "Measures rain.", family: "weather"))
            .tool(.example("city_search", "Finds a city by its name.", family: "places"))
            .tool(.example("city_mayor", "Names the mayor of a city.", family: "people"))
            .tool(.example("lake_depth", "Measures lakes.", family: "places"))
            .tool(.example("song_text", "Prints songs.", family: "music"))
            .tool(.example("loan_rate", "Says what money costs.", family: "money"))
            .tool(.example("chess_move", "Plays.", family: "games"))
            .step("city_search", ["name": "Oslo"], gives: #"{"id":7}"#).sample
    }
}
