import Engine
import FaultServer
import Foundation
import Testing

@testable import toolgrad

@Suite("The judge of a baseline", .timeLimit(.minutes(5)))
struct BaselineJudgingTests {
    private func judge(at server: FaultServer) -> [String] {
        ["--judge-model", "strict", "--judge-base-url", server.baseURL]
    }

    /// Makes the baseline, or goes on with it; `asked` is how many requests the server had by then.
    private func baseline(
        of count: Int, in program: Program, asking server: FaultServer, _ more: [String] = []
    ) async throws -> (ending: Program.Ending, asked: Int) {
        let ending = try await program.run(
            [
                "baseline", "--model", "good", "--base-url", server.baseURL, "--count", "\(count)",
                "--concurrency", "1", "--dataset", program.file("b.toolgrad"),
            ] + more)
        return (ending, server.requests.count)
    }

    @Test func `has its answers judged, which is paid for once and told by itself`() async throws {
        let program = try Program()
        defer { program.clean() }
        let server = try await FaultServer.start { .searchAnswer(to: $0) }
        let judge = ["--judge-model", "strict", "--judge-base-url", server.baseURL]

        let plain = await (try program.startBaseline(asking: server)).ending()
        let judged = await (try program.startBaseline(asking: server, judge[0], judge[1], judge[2], judge[3])).ending()
        let asked = server.requests.count
        let again = await (try program.startBaseline(asking: server, judge[0], judge[1], judge[2], judge[3])).ending()
        let askedAgain = server.requests.count
        await server.stop()

        func verdicts(_ ending: Program.Ending) throws -> [String?] {
            try ending.output.split(separator: "\n").map { try JSON(parsing: String($0))["verdict"]?.string }
        }
        #expect(judged.status == 0, "\(judged.errors)")
        #expect(try verdicts(plain) == [nil, nil, nil, nil])
        #expect(try verdicts(judged) == ["unsure", "unsure", "unsure", "unsure"])
        #expect(again.output == judged.output && askedAgain == asked)
        #expect(asked == 13, "Nine questions for the samples, and one for each verdict.")
        let figure = "50.0 % (over all 4 queries, solvability not judged): 0 solved, 4 unsure, 0 unsolved"
        #expect(judged.errors.contains(figure), "\(judged.errors)")
        #expect(again.errors.contains("by strict"))
        let modelCalls = try JSON(parsing: String(judged.output.prefix { $0 != "\n" }))["modelCalls"]
        #expect(modelCalls == 3, "The judge's question is not the sample's.")
    }

    @Test func `has its queries judged too, which asks about the answers nothing again`() async throws {
        let program = try Program()
        defer { program.clean() }
        let server = try await FaultServer.start { .searchAnswer(to: $0) }
        let judge = judge(at: server) + ["--json"]

        let answers = try await baseline(of: 4, in: program, asking: server, judge)
        let queries = try await baseline(of: 4, in: program, asking: server, judge + ["--judge-solvable"])
        let again = try await baseline(of: 4, in: program, asking: server, judge + ["--judge-solvable"])
        await server.stop()

        #expect(queries.ending.status == 0, "\(queries.ending.errors)")
        #expect(queries.asked == answers.asked + 4 && again.asked == queries.asked)
        #expect(queries.ending.errors.contains("– (SoPR, over the 0 solvable queries): "), "\(queries.ending.errors)")
        #expect(queries.ending.errors.contains("0 solvable, 0 unsure, 4 unsolvable\n"))
        // All are unsure and unsolvable.
        #expect(queries.ending.errors.contains("100.0 % of 4, only to compare with published numbers"))
        let line = try JSON(parsing: String(again.ending.output.prefix { $0 != "\n" }))
        #expect(line["judgements"]?.array?.count == 1)
        #expect(line["judgements"]?[0]?["solvability"]?["reason"] == "No tool does it.")
        #expect(line["judge"]?.string?.hasPrefix("strict at http://") == true)
    }

    @Test func `has no rate where it never answered, and is asked again where one is told to`() async throws {
        let program = try Program()
        defer { program.clean() }
        let health = Health()
        let server = try await FaultServer.start { request in
            health.isBroken && request.bodyText.contains(#""name":"solved""#) ? .outage : .searchAnswer(to: request)
        }
        let judge = judge(at: server)

        let silent = try await baseline(of: 2, in: program, asking: server, judge)
        let stored = try await baseline(of: 2, in: program, asking: server)
        let table = try await program.run("compare", "--only-stored", "--json", "--dataset", program.file("b.toolgrad"))
        health.mend()
        let again = try await baseline(of: 2, in: program, asking: server, judge + ["--retry-failed"])
        await server.stop()

        #expect(silent.ending.status == 0, "As for samples without an answer. \(silent.ending.errors)")
        #expect(silent.ending.output.contains("–, n = 0 (no answer has a verdict)\n"), "\(silent.ending.output)")
        #expect(silent.ending.output.contains(": 2 answers have no verdict; --retry-failed asks the judge again\n"))
        #expect(stored.asked == silent.asked && stored.ending.status == 0)
        #expect(
            stored.ending.output.contains("  No judge was asked this time; the verdicts are those that are stored.\n"))
        #expect(
            stored.ending.output.contains(
                ": 2 answers have no verdict; --judge-model with --retry-failed asks the judge again\n"),
            "\(stored.ending.output)")
        let judged = try JSON(parsing: table.output)["columns"]?[0]?["judged"]?[0]
        #expect(judged?["rate"] == .null && judged?["without_verdict"]?.int == 2, "\(table.output)")
        #expect(again.asked == stored.asked + 2)
        #expect(again.ending.output.contains("50.0 % (over all 2 queries, solvability not judged): "))
        #expect(!again.ending.output.contains("no verdict"), "\(again.ending.output)")
    }

    @Test func `is not asked again where it answered without a verdict, and nothing says that it would be`()
        async throws
    {
        let program = try Program()
        defer { program.clean() }
        let server = try await FaultServer.start { request in
            request.bodyText.contains(#""name":"solved""#) ? .nothingOfUse : .searchAnswer(to: request)
        }
        let judge = judge(at: server)

        let plain = try await baseline(of: 2, in: program, asking: server)
        let judged = try await baseline(of: 2, in: program, asking: server, judge)
        let again = try await baseline(of: 2, in: program, asking: server, judge + ["--retry-failed"])
        let table = try await program.run("compare", "--only-stored", "--dataset", program.file("b.toolgrad"))
        await server.stop()

        #expect(judged.asked == plain.asked + 6, "Each answer is judged three times at most.")
        #expect(again.asked == judged.asked)
        for ending in [judged.ending, again.ending] {
            #expect(
                ending.output.contains(": 2 answers have no verdict since the judge's answers have none\n"),
                "\(ending.output)")
            #expect(!ending.output.contains("--retry-failed"), "\(ending.output)")
        }
        #expect(!table.output.contains("--retry-failed") && table.output.contains("What has no verdict is in no rate."))
    }
}
