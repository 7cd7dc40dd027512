import DatasetFormats
import Engine
import Review
import TestSupport
import Testing

@Suite("Distractors")
struct DistractorTests {
    private let sample = SampleBuilder(query: "Where is Oslo?", response: "North.")
        .tool(.example("rain_report", "Measures rain.", family: "weather"))
        .tool(.example("city_search", "Finds a city by its name.", family: "places"))
        .tool(.example("city_mayor", "Names the mayor of a city.", family: "people"))
        .tool(.example("lake_depth", "Measures lakes.", family: "places"))
        .tool(.example("song_text", "Prints songs.", family: "music"))
        .step("city_search", [:], gives: "{}")
        .sampled("song_text").sample

    @Test(arguments: [
        (Distractor.pool, ["song_text"]), (.family, ["lake_depth"]), (.nearMiss, ["city_mayor"]),
    ])
    func `are of the kind that was asked for`(kind: Distractor, others: [String]) throws {
        let offer = try offer(5) { $0.distractors = [kind] }

        #expect(Set(offer) == Set(["city_search"] + others))
    }

    @Test func `at random can be any tool of the library`() throws {
        let offers = try (0..<UInt64(40)).map { seed in
            try offer(2) {
                $0.distractors = [.random]
                $0.seed = seed
            }
        }

        #expect(offers.allSatisfy { $0.count == 2 && $0.contains("city_search") })
        #expect(Set(offers.flatMap(\.self)) == Set(sample.library.map(\.name.text)))
    }

    @Test func `are filled up kind after kind`() throws {
        let offers = try [2, 3, 4, 5, 9].map { count in
            Set(try offer(count) { $0.distractors = [.nearMiss, .family, .pool, .random] })
        }

        #expect(offers[0] == ["city_search", "city_mayor"])
        #expect(offers[1] == offers[0].union(["lake_depth"]))
        #expect(offers[2] == offers[1].union(["song_text"]))
        #expect(offers[3] == offers[2].union(["rain_report"]))
        #expect(offers[4] == offers[3])
    }

    @Test func `stand in the order of the library`() throws {
        let offer = try offer(9) { $0.distractors = [.random] }

        #expect(offer == sample.library.map(\.name.text))
    }

    @Test func `are none when none are asked for`() throws {
        #expect(try offer(9) { $0.distractors = [] } == ["city_search"])
    }

    private func offer(_ candidates: Int, _ change: (inout ExportOptions) -> Void) throws -> [String] {
        let export = try RowExport(of: [sample]) {
            $0.candidates = candidates
            change(&$0)
        }
        return try #require(export.rows.first).tools
    }
}
