import Engine
import Foundation

/// Everything that a response may repeat: the query, the arguments, the outputs and the texts of the tools.
///
/// The first 256 KB of the texts of the outputs are read closely, and every number; of the rest it is only known what is
/// written there, to the letter.
struct KnownFacts {
    /// Words without case and accents, the names of members among them.
    private(set) var words: Set<String> = []
    private(set) var links: Set<String> = []
    /// Runs of letters and digits, separators left out.
    private(set) var codes: Set<String> = []
    private(set) var days = KnownDays()
    /// Minutes after midnight.
    private(set) var times: Set<Int> = []
    private(set) var numbers = SortedNumbers()
    /// What can be worked out from a few of them.
    private(set) var derived = SortedNumbers()
    /// By how many percent values of one kind differ.
    private(set) var shares = SortedNumbers()
    /// How many items the lists have.
    private(set) var counts: Set<Int> = []
    private(set) var largestCount = 0
    private var beginnings: Set<String> = []
    private var phones: Set<String> = []
    private var lengths: Set<Int> = []
    private var asked: [Double] = []
    private var groups: [String: [Double]] = [:]
    /// What was read before, word by word, key by key and code by code: long outputs repeat themselves.
    private var readWords: Set<String> = []
    private var readCodes: Set<String> = []
    /// Bytes of texts that may still be read closely.
    private var room = KnownFacts.closelyRead
    /// The texts that are not read closely, a line each.
    private var unread = Data()

    private static let closelyRead = 256 * 1024

    init(_ subject: CheckSubject) {
        read(subject.query, asAsked: true)
        for step in subject.steps {
            for scalar in step.call.arguments.scalars { read(scalar, key: "", asAsked: true) }
            read(step.call.tool.text, asAsked: false)
            if let tool = subject.tools[step.call.tool] {
                read(tool.description, asAsked: false)
                read(tool.inputSchema, key: "", asAsked: false)
            }
            if let output = subject.outputs[step.number] {
                walk(output, key: "")
            } else {
                read(output: String(decoding: step.output.bytes, as: UTF8.self))
            }
        }
        counts.insert(subject.steps.count)
        largestCount = counts.max() ?? 0
        beginnings = Set(words.lazy.filter { $0.count >= 5 }.map { String($0.prefix(5)) })
        numbers.sort()
        let workedOut = DerivedNumbers(groups: groups, asked: asked)
        derived = workedOut.sorted
        shares = workedOut.shares
    }

    private mutating func walk(_ json: JSON, key: String) {
        switch json {
        case .array(let items):
            counts.insert(items.count)
            for item in items { walk(item, key: key) }
        case .object(let object):
            counts.insert(object.count)
            for member in object.members {
                read(key: member.key)
                walk(member.value, key: member.key)
            }
        case .number(let number):
            add(abs(number.double), key: key)
        case .string(let text):
            if let number = Double(text), number.isFinite { groups[key, default: []].append(abs(number)) }
            read(output: text)
        case .null, .bool: break
        }
    }

    private mutating func read(output text: String) {
        guard text.utf8.count > room else {
            room -= text.utf8.count
            return read(text, asAsked: false)
        }
        let head = text.utf8.prefix(room)
        // A cut word would be known by its half.
        let end = head.lastIndex { $0 <= 0x20 } ?? head.startIndex
        room = 0
        read(String(text[..<end]), asAsked: false)
        unread += Data(text[end...].utf8) + [0x0A]
    }

    private mutating func read(_ json: JSON, key: String, asAsked: Bool) {
        switch json {
        case .number(let number):
            add(abs(number.double), key: asAsked ? nil : key)
            if asAsked { asked.append(abs(number.double)) }
        case .string(let text):
            if let number = Double(text), number.isFinite, !asAsked { groups[key, default: []].append(abs(number)) }
            read(text, asAsked: asAsked)
        case .array(let items):
            for item in items { read(item, key: key, asAsked: asAsked) }
        case .object(let object):
            for member in object.members {
                read(word: member.key)
                read(member.value, key: key, asAsked: asAsked)
            }
        case .null, .bool: break
        }
    }

    private mutating func add(_ value: Double, key: String?) {
        numbers.add(value)
        if let key { groups[key, default: []].append(value) }
        let seconds = value > 2.2e9 && value < 2.2e12 ? value / 1000 : value
        if (9e8...2.2e9).contains(seconds) {
            let minutes = Int(seconds) / 60
            times.insert(minutes % 1440)
            days.insert(WrittenDay(ordinal: minutes / 1440))
        }
        if let key, value <= 100_000, value == value.rounded() {
            let parts = FoldedWords.of(key)
            if parts.contains(where: Self.lengthWords.contains) { lengths.insert(Int(value)) }
            if parts.contains("month"), (1...12).contains(Int(value)) {
                days.insert(WrittenDay(year: nil, month: Int(value), day: nil))
            }
        }
    }

    private mutating func read(_ text: String, asAsked: Bool) {
        let tokens = TextToken.tokens(of: text)
        for token in tokens where token.kind == .word { read(word: token.text) }
        for claim in ClaimReader(tokens: tokens).claims { add(claim, asAsked: asAsked) }
        readCodes(of: tokens)
        for run in CodeText.phones(in: tokens) {
            for length in 7...max(7, run.count) { phones.insert(String(run.suffix(length))) }
        }
    }

    private mutating func read(key: String) {
        read(word: key)
        if readCodes.insert(key).inserted { codes.insert(CodeText.plain(key)) }
    }

    private mutating func read(word: String) {
        if readWords.insert(word).inserted { words.formUnion(FoldedWords.of(word)) }
    }

    /// Each run of characters without white space that has a digit.
    private mutating func readCodes(of tokens: [TextToken]) {
        var start = 0
        while start < tokens.count {
            var end = start + 1
            var hasDigit = tokens[start].kind != .word && tokens[start].kind != .mark
            while end < tokens.count, tokens[end].chunk == tokens[start].chunk {
                if tokens[end].kind == .number { hasDigit = true }
                end += 1
            }
            if hasDigit {
                let text = end == start + 1 ? tokens[start].text : tokens[start..<end].map(\.text).joined()
                if text.utf8.count <= 80, readCodes.insert(text).inserted { codes.insert(CodeText.plain(text)) }
            }
            start = end
        }
    }

    private mutating func add(_ claim: Claim, asAsked: Bool) {
        switch claim.content {
        case .day(let readings, _):
            for day in readings { days.insert(day) }
            for year in readings.compactMap(\.year) { numbers.add(Double(year)) }
        case .time(let options): times.formUnion(options)
        case .duration(let minutes, let parts):
            for value in parts + [minutes] { numbers.add(value) }
        case .number(let number):
            for reading in number.readings { numbers.add(reading.value) }
            for part in number.parts { numbers.add(Double(part) ?? 0) }
            if asAsked { asked += number.readings.map(\.value) }
        case .small(let value):
            numbers.add(Double(value))
            if asAsked { asked.append(Double(value)) }
        case .code(let code):
            codes.insert(CodeText.plain(code))
            for digits in code.split(whereSeparator: { !$0.isNumber }) { numbers.add(Double(digits) ?? 0) }
        case .link(let link):
            links.insert(link)
            words.formUnion(FoldedWords.of(link))
        }
    }

    private static let lengthWords: Set<String> = [
        "duration", "minutes", "min", "mins", "length", "delay", "wait", "hours", "travel", "offset", "nights", "days",
    ]
}

extension KnownFacts {
    /// Bytes of texts that were not read closely.
    var unreadCount: Int { unread.count }

    /// What was not read closely, to be searched.
    var rest: RestSearch { RestSearch(unread) }

    /// Whether a word was said, in the singular or as the beginning of another one (Japan in Japanese).
    func has(word: String) -> Bool {
        if words.contains(word) || word.count >= 5 && beginnings.contains(String(word.prefix(5))) { return true }
        return word.hasSuffix("s") && words.contains(String(word.dropLast()))
    }

    func has(code: String) -> Bool {
        let plain = CodeText.plain(code)
        if codes.contains(plain) { return true }
        // "TP 436" in a source is TP436 as well: each of its parts is known.
        let parts = code.split { !$0.isLetter && !$0.isNumber }.flatMap { CodeText.runs(in: String($0)) }
        return parts.allSatisfy { part in
            Double(part).map { numbers.has($0, within: 0.000_001) } ?? words.contains(part.lowercased())
        }
    }

    func has(link: String) -> Bool {
        links.contains(link) || links.contains(link + "/") || links.lazy.prefix(200).contains { $0.hasPrefix(link) }
    }

    func has(phone digits: String) -> Bool { phones.contains(digits) }

    func has(day: WrittenDay) -> Bool {
        if days.has(day, inYear: { numbers.has(Double($0), within: 0.1) }) { return true }
        // A day so many days before or after a known one.
        let spans = lengths.union(asked.filter { $0 <= 400 }.map { Int($0) })
        guard spans.count <= 40, days.full.count <= 40 else { return false }
        return days.full.compactMap(\.ordinal).contains { ordinal in
            spans.contains { span in
                day.isPart(of: WrittenDay(ordinal: ordinal + span))
                    || day.isPart(of: WrittenDay(ordinal: ordinal - span))
            }
        }
    }

    func has(time: Int) -> Bool {
        if times.contains(time) { return true }
        return times.count <= 50 && lengths.count <= 50
            && lengths.contains { length in
                times.contains((time + length) % 1440) || times.contains(((time - length) % 1440 + 1440) % 1440)
            }
    }

    /// Whether a duration is known in any unit, or lies between two known times.
    func has(duration minutes: Double, parts: [Double]) -> Bool {
        if numbers.has(minutes, within: 0.51) || numbers.has(minutes / 60, within: 0.009)
            || numbers.has(minutes * 60, within: 30)
        {
            return true
        }
        if derived.has(minutes, within: 0.51) || derived.has(minutes / 60, within: 0.009) { return true }
        let whole = Int(minutes.rounded())
        if times.contains(whole) || parts.allSatisfy({ numbers.has($0, within: 0.000_001) }) { return true }
        return times.count <= 100 && times.contains { times.contains(($0 + whole) % 1440) }
    }
}

/// Texts of letters and digits, made comparable.
enum CodeText {
    static func plain(_ text: String) -> String {
        text.reduce(into: "") { if $1.isWritten { $0 += FoldedWords.fold($1) } }
    }

    /// Letters and digits apart.
    static func runs(in text: String) -> [String] {
        var runs: [String] = []
        var isNumber: Bool?
        for character in text {
            if character.isNumber == isNumber {
                runs[runs.count - 1].append(character)
            } else {
                runs.append(String(character))
            }
            isNumber = character.isNumber
        }
        return runs
    }

    /// Runs of seven to fifteen digits, in groups or not.
    static func phones(in tokens: [TextToken]) -> [String] {
        var runs: [String] = []
        var run = ""
        for token in tokens {
            if token.kind == .number, token.text.allSatisfy(\.isWholeNumber) {
                run += token.text
            } else if token.kind == .word || !["+", "-", "(", ")", "/"].contains(token.text) {
                runs.append(run)
                run = ""
            }
        }
        return (runs + [run]).filter { (7...15).contains($0.count) }
    }
}
