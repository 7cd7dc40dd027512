import Engine
import FaultServer
import Foundation

/// A question as a tape knows it, and how its answer is to come.
///
/// A stream brings the same answer in pieces, so a tape has every answer whole: the explorer, which shows models while
/// they speak, and a run without it play the same tape.
struct TapedQuestion: Hashable {
    enum Delivery: Hashable {
        case whole, streamed
    }

    private static let wishForStream = #","stream":true,"stream_options":{"include_usage":true}"#

    /// Without the wish for a stream.
    let request: Data
    let delivery: Delivery

    init(_ body: some Sequence<UInt8>) {
        let text = String(decoding: Array(body), as: UTF8.self)
        let whole = text.replacing(Self.wishForStream, with: "")
        request = Data(whole.utf8)
        delivery = whole == text ? .whole : .streamed
    }

    /// What is sent for an answer of the tape.
    func behaviour(with answer: Data) throws -> Behaviour {
        switch delivery {
        case .whole: .answer(status: 200, headers: [("Content-Type", "application/json")], body: Array(answer))
        case .streamed: .events(try TapedStream(of: answer).events)
        }
    }
}

/// A whole answer, as an endpoint streams it.
private struct TapedStream {
    /// The answer is none of `/chat/completions`.
    struct Unreadable: Error, CustomStringConvertible {
        var description: String { "An answer of the tape is no completion; record it again." }
    }

    let events: [String]

    init(of answer: Data) throws {
        let completion = try JSON(parsing: answer)
        guard let choice = completion["choices"]?[0], let text = choice["message"]?["content"]?.string,
            let usage = completion["usage"], let ending = choice["finish_reason"]
        else { throw Unreadable() }
        let deltas: [JSON] = text.pieces(of: 24).map { ["content": .string($0)] }
        let chunks =
            deltas.map { Self.chunk($0, .null) } + [Self.chunk([:], ending), ["choices": [], "usage": usage]]
        events = chunks.map { "data: \($0.compactText)\n\n" } + ["data: [DONE]\n\n"]
    }

    private static func chunk(_ delta: JSON, _ ending: JSON) -> JSON {
        ["object": "chat.completion.chunk", "choices": [["index": 0, "delta": delta, "finish_reason": ending]]]
    }
}

extension String {
    fileprivate func pieces(of length: Int) -> [String] {
        var rest = self[...]
        var pieces: [String] = []
        while !rest.isEmpty {
            pieces.append(String(rest.prefix(length)))
            rest = rest.dropFirst(length)
        }
        return pieces
    }
}
