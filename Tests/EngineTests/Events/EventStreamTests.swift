import Synchronization
import TestSupport
import Testing

@testable import Engine

@Suite("The stream of events")
struct EventStreamTests {
    private static func event(_ number: Int) -> RecordedEvent {
        let sample = SampleID(run: RunID(ContentHash(of: "run")), index: 1)
        return RecordedEvent(
            sample: sample, number: number, time: Timestamp(microseconds: 0), event: .iterationBegan(number))
    }

    private static func send(_ number: Int, over channel: EventChannel) async {
        await withCheckedContinuation { channel.offer(event(number), from: $0) }
    }

    @Test func `the engine waits until the reader has dealt with an event`() async throws {
        let sent = Mutex(0)
        let stream = EventStream { channel in
            for number in 1...3 {
                await Self.send(number, over: channel)
                sent.withLock { $0 = number }
            }
        }

        var seen: [(event: Int, sentBefore: Int)] = []
        for try await event in stream {
            for _ in 0..<50 { await Task.yield() }
            seen.append((event.number, sent.withLock { $0 }))
        }

        #expect(seen.map(\.event) == [1, 2, 3])
        #expect(seen.map(\.sentBefore) == [0, 1, 2])
    }

    @Test func `an error of the engine ends the stream after what was sent`() async throws {
        let stream = EventStream { channel in
            await Self.send(1, over: channel)
            throw StageFailure("broken")
        }
        var seen: [Int] = []

        await #expect(throws: StageFailure("broken")) {
            for try await event in stream { seen.append(event.number) }
        }

        #expect(seen == [1])
    }

    @Test func `leaving the loop lets the engine go`() async throws {
        let (ended, ending) = AsyncStream.makeStream(of: Bool.self)
        do {
            let stream = EventStream { channel in
                for number in 1...3 { await Self.send(number, over: channel) }
                ending.yield(Task.isCancelled)
            }
            for try await _ in stream { break }
        }

        for await wasCancelled in ended {
            #expect(wasCancelled)
            break
        }
    }

    @Test func `several senders at once each get their turn`() async throws {
        let stream = EventStream { channel in
            await withTaskGroup(of: Void.self) { group in
                for number in 1...20 { group.addTask { await Self.send(number, over: channel) } }
            }
        }

        var seen: Set<Int> = []
        for try await event in stream { seen.insert(event.number) }

        #expect(seen == Set(1...20))
    }
}
