import Engine
import MCPTools
import Testing

@Suite("Listing the tools of a server")
struct ListingTests {
    @Test func `leaves out each bad tool alone, with its reason`() async throws {
        try await Faulty.with("bad-schema") { server in
            let offer = try await server.offer()

            #expect(offer.tools.count == 18)
            #expect(
                offer.leftOut.map(\.name) == [
                    "schema-is-text", "schema-is-broken", "schema-is-array", "bad name", "echo", "(number 24)",
                ])
            #expect(offer.leftOut[0].reason == "Its input schema is no object.")
            #expect(offer.leftOut[4].reason == "The server lists this name twice.")
            #expect(await server.echoes)
        }
    }

    @Test func `stops at a number of pages`() async throws {
        try await Faulty.with("pages-for-ever") { server in
            let offer = try await server.offer()

            #expect(offer.tools.count == 50)
            #expect(
                offer.leftOut.map(\.reason) == [
                    "It lists more than 50 pages; the first 50 were read, the rest was not."
                ])
        }
    }

    @Test func `stops when pages repeat themselves`() async throws {
        try await Faulty.with("repeats-page") { server in
            let offer = try await server.offer()

            #expect(offer.tools.count == 18)
            #expect(offer.leftOut.first?.reason.hasPrefix("Its pages repeat themselves") == true)
        }
    }

    @Test func `stops at a number of tools`() async throws {
        try await Faulty.with("many-tools") { server in
            let offer = try await server.offer()

            #expect(offer.tools.count == 500)
            #expect(offer.leftOut.map(\.name) == ["(further tools)"])
        }
    }

    @Test func `what is no list is named`() async throws {
        try await Faulty.with("no-list") { server in
            #expect(await server.objection == "The list has no tools member.")
        }
    }

    @Test func `asks again only after the server said that its list is another`() async throws {
        try await Faulty.with("changed-list") { server in
            let first = try await server.offer()
            // The notice comes after the list; a call later it is there.
            #expect(await server.echoes)
            let noticed = await server.isListOld
            let second = try await server.offer()
            let third = try await server.offer()

            #expect(first.tools.count == 18)
            #expect(noticed)
            #expect(second.tools.count == 19)
            #expect(third == second)
            #expect(await !server.isListOld)
        }
    }

    @Test func `a list is old as soon as its process has ended, and listed again by the next one`() async throws {
        try await Faulty.with("well") { server in
            let first = try await server.offer()
            #expect(await !server.isListOld)
            _ = await server.call("die")
            let noticed = await server.isListOld

            let second = try await server.offer()

            #expect(noticed)
            #expect(second == first)
            #expect(await server.starts == 2)
            #expect(await !server.isListOld)
        }
    }
}
