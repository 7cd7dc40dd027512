import Engine
import Review

/// A conversation as it is read, message by message: one question, calls with their results, one answer.
struct ChatTranscript {
    /// A call, the turn it was made in, and its result once that has come.
    struct Call {
        let call: ChatCall
        /// 1 for the first message with calls.
        let turn: Int
        /// 1 for the first message of the conversation.
        let message: Int
        var output: RecordedOutput?
        var isAnswered = false
    }

    private(set) var query: String?
    /// The assistant's last words, as long as nothing follows them.
    private(set) var response: String?
    private(set) var calls: [Call] = []
    private(set) var notes = ImportNotes()
    private var places: [ExactText: Int] = [:]
    private var turn = 0

    /// Takes the next message; `number` is 1 for the first.
    mutating func read(_ message: ChatMessage, number: Int) throws(ImportObjection) {
        switch message {
        case .system(let text): if !text.isEmpty { notes.add("System prompt: \(text.cut())") }
        case .user(let text): try ask(text, number)
        case .assistant(let text, let calls, let thoughts):
            guard query != nil else { throw Self.tooEarly("An assistant's message", number) }
            if case .leftOut = thoughts { notes.add("The assistant's reasoning was left out.") }
            if calls.isEmpty { answer(text) } else { try call(calls, saying: text, number) }
        case .result(let result):
            guard query != nil else { throw Self.tooEarly("A tool's message", number) }
            try take(result, number)
        }
    }

    private static func tooEarly(_ what: String, _ number: Int) -> ImportObjection {
        ImportObjection(
            "\(what) (message \(number)) stands before any user's message.", advice: "Begin with what the user asks.")
    }

    private mutating func ask(_ text: String, _ number: Int) throws(ImportObjection) {
        guard query == nil else {
            throw ImportObjection(
                "It has several user turns; message \(number) is another one.",
                advice: "A sample holds one question; split the conversation into rows of one.")
        }
        guard !text.isBlank else {
            throw ImportObjection(
                "The user's message (message \(number)) is empty.", advice: "Write what the user asks.")
        }
        query = text
    }

    private mutating func answer(_ text: String) {
        leaveOutResponse()
        guard !text.isBlank else {
            notes.add("An empty message of the assistant was left out.")
            return
        }
        response = text
    }

    private mutating func leaveOutResponse() {
        if let response { notes.add("Words of the assistant before its last message were left out: \(response.cut())") }
        response = nil
    }

    private mutating func call(_ made: [ChatCall], saying text: String, _ number: Int) throws(ImportObjection) {
        leaveOutResponse()
        if !text.isEmpty { notes.add("Words of the assistant beside its calls were left out: \(text.cut())") }
        turn += 1
        for call in made {
            if let id = call.id.map(ExactText.init) {
                guard places[id] == nil else {
                    throw ImportObjection(
                        "Message \(number) uses the call id \(id.text.quoted()) again.",
                        advice: "Give each call of a row an id of its own.")
                }
                places[id] = calls.count
            }
            if call.isBare { notes.add("Call \(calls.count + 1) has no arguments; they are read as {}.") }
            calls.append(Call(call: call, turn: turn, message: number))
        }
    }

    private mutating func take(_ result: ChatResult, _ number: Int) throws(ImportObjection) {
        guard !calls.isEmpty else {
            throw ImportObjection(
                "A tool's message (message \(number)) stands before any call.",
                advice: "Put it after the call it answers.")
        }
        let place = try place(of: result, number)
        if let name = result.tool, ExactText(name) != ExactText(calls[place].call.tool) {
            notes.add(
                "Message \(number) says \(name.quoted()) and answers a call of \(calls[place].call.tool.quoted()).")
        }
        calls[place].output = result.output
        calls[place].isAnswered = true
    }

    private func place(of result: ChatResult, _ number: Int) throws(ImportObjection) -> Int {
        guard let id = result.id, places.count > 0 else { return try nextPlace(for: result, number) }
        guard let place = places[ExactText(id)] else {
            throw ImportObjection(
                "Message \(number) answers the call id \(id.quoted()), which no call before it has.",
                advice: "Correct the id.")
        }
        guard !calls[place].isAnswered else {
            throw ImportObjection(
                "Message \(number) answers the call id \(id.quoted()) again.", advice: "Keep one answer to each call.")
        }
        return place
    }

    /// Without ids, results answer the calls of the last turn in their order, those of the tool that they name first.
    private func nextPlace(for result: ChatResult, _ number: Int) throws(ImportObjection) -> Int {
        let open = calls.indices.reversed().prefix { calls[$0].turn == turn }.reversed().filter {
            !calls[$0].isAnswered
        }
        let named = result.tool.map { name in
            open.first { ExactText(calls[$0].call.tool) == ExactText(name) }
        }
        guard let place = named ?? open.first else {
            let what = result.tool.map { "a call of \($0.quoted())" } ?? "a call"
            throw ImportObjection(
                "Message \(number) is a result, and there is no \(what.dropFirst(2)) left to answer.",
                advice: "Remove it, or give calls and results ids.")
        }
        return place
    }
}
