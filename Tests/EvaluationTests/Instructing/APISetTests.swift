import DemoTools
import Engine
import Evaluation
import TestSupport
import Testing

@Suite("A set of tools for instructions")
struct APISetTests {
    private let demo = DemoTools().tools()

    private func tool(_ name: ToolName, _ family: String, occasions: [String] = []) -> Tool {
        Tool(
            name: name, description: "Does \(name).", inputSchema: ["type": "object"], family: family,
            wording: Wording(occasions: occasions))
    }

    @Test func `of a single group has tools of one family, at most twelve`() {
        let shelf = APIShelf(of: demo, scope: .single)

        let sets = (1...40).map { shelf.set($0, seed: 1) }

        #expect(sets.map { Set($0.tools.map(\.family)).count } == Array(repeating: 1, count: 40))
        #expect(sets.allSatisfy { (1...12).contains($0.tools.count) })
        #expect(Set(sets.map(\.theme)).count > 8, "Forty sets are of many families.")
        #expect(sets.allSatisfy { $0.theme == $0.tools.first?.family })
    }

    @Test func `of several groups has two to five with an occasion in common, and at most three tools of each`() {
        let shelf = APIShelf(of: demo, scope: .multi)

        for set in (1...60).map({ shelf.set($0, seed: 2) }) {
            let groups = Dictionary(grouping: set.tools, by: \.apiGroup)
            let common = set.tools.map { Set($0.apiCollections) }.reduce(Set(set.tools[0].apiCollections)) {
                $0.intersection($1)
            }
            #expect((2...5).contains(groups.count), "\(set.theme)")
            #expect(groups.values.allSatisfy { (1...3).contains($0.count) }, "\(set.theme)")
            #expect(!common.isEmpty, "\(set.theme)")
            #expect(set.tools.map(\.name) == set.tools.map(\.name).sorted())
        }
    }

    @Test func `is the same for the same seed and number, and another for others`() {
        let shelf = APIShelf(of: demo, scope: .multi)
        let again = APIShelf(of: demo.reversed(), scope: .multi)

        #expect(shelf.set(3, seed: 7) == again.set(3, seed: 7), "The order of the library does not matter.")
        #expect(Set((1...20).map { shelf.set($0, seed: 7) }).count > 15)
        #expect(shelf.set(3, seed: 7) != shelf.set(3, seed: 8))
    }

    @Test func `of a ToolBench library goes by the names of its tools, and its categories`() {
        let apis = [
            tool("get_match_for_football_live", "Sports"), tool("get_table_for_football_live", "Sports"),
            tool("search_for_music_for_all", "Music"), tool("odds_for_bets", "Sports"),
            tool("lyrics_for_songs_01abc9", "Music"),
        ]

        #expect(
            apis.map(\.apiGroup) == [
                "Sports / football_live", "Sports / football_live", "Music / all", "Sports / bets", "Music / songs",
            ])
        #expect(apis.map(\.apiCollections) == [["Sports"], ["Sports"], ["Music"], ["Sports"], ["Music"]])
        let multi = APIShelf(of: apis, scope: .multi)
        let single = APIShelf(of: apis, scope: .single)
        #expect((1...20).allSatisfy { Set(multi.set($0, seed: 1).tools.map(\.family)).count == 1 })
        #expect((1...20).allSatisfy { Set(single.set($0, seed: 1).tools.map(\.apiGroup)).count == 1 })
    }

    @Test func `takes tools without an occasion for every one`() {
        let shelf = APIShelf(of: [tool("a", "one", occasions: ["trip"]), tool("b", "two")], scope: .multi)

        #expect(shelf.set(1, seed: 1).tools.map(\.name) == ["a", "b"])
        #expect(shelf.set(1, seed: 1).theme == "trip: one, two")
    }

    @Test func `is of one group where a library has no other`() {
        let shelf = APIShelf(of: [tool("a", "one"), tool("b", "one")], scope: .multi)

        #expect(shelf.set(1, seed: 1).tools.map(\.name) == ["a", "b"])
    }

    @Test func `draws a large group as often as its tools would be`() {
        let many = (1...9).map { tool(ToolName("m\($0)"), "many") }
        let shelf = APIShelf(of: many + [tool("f", "few")], scope: .single)

        let few = (1...200).count { shelf.set($0, seed: 1).theme == "few" }

        // One of ten tools: twenty are expected, and 5 to 40 are all but certain.
        #expect((5...40).contains(few))
    }
}
