import Engine

/// An answer's outer object, its members sorted into marks of failure, bookkeeping and payload.
struct Envelope {
    private let object: JSON.Object
    private let request: ToolRequest
    private let payload: [JSON.Object.Member]

    init(_ object: JSON.Object, _ request: ToolRequest) {
        self.object = object
        self.request = request
        let hasEmptyList = object.members.contains { $0.value.array?.isEmpty == true || $0.value.isNull }
        payload = object.members.filter { member in
            let key = Self.plain(member.key)
            if member.value.isHollow || request.has(member.value) { return false }
            if Self.bookkeeping.contains(key) { return false }
            if Self.counts.contains(key), hasEmptyList || object.members.count > 1 { return member.value.int != 0 }
            return !Self.says.contains(key) && (request.isAboutErrors || !Self.errors.contains(key))
                && !Self.verdicts.contains(key)
                && !Self.states.contains(key) && !Self.codes.contains(key)
        }
    }

    /// Whether its marks of failure count, given what stands beside them.
    var saysItFailed: Bool {
        let isRefused = hasFalseVerdict
        if isRefused, hasError || payload.isEmpty { return true }
        if hasError, payload.isEmpty { return true }
        if isFailState { return true }
        if payload.isEmpty, hasErrorCode { return true }
        return isFailureText
    }

    /// Whether nothing is left beside empty values, bookkeeping and what was asked.
    var isWithoutPayload: Bool {
        guard payload.isEmpty else { return payload.allSatisfy { isEmptyEnvelope($0.value) } }
        let hasEmptyPart = object.members.contains { member in
            let key = Self.plain(member.key)
            return member.value.isHollow && !Self.errors.contains(key) && !Self.says.contains(key)
                && !Self.bookkeeping.contains(key)
        }
        return hasEmptyPart && !saysItWorked
    }

    /// Whether it tells in words that something was done: there was nothing else to give back.
    private var saysItWorked: Bool {
        let isGood = object.members.contains { member in
            let key = Self.plain(member.key)
            let isVerdict = Self.verdicts.contains(key) && member.value.bool == true
            return isVerdict || Self.states.contains(key) && member.value == "success"
        }
        let tells = object.members.contains { Self.says.contains(Self.plain($0.key)) && !$0.value.isHollow }
        return isGood && tells && !object.members.contains { $0.value.array?.isEmpty == true }
    }

    /// The value of the one member that wraps everything; nil where there is more.
    var onlyWrapped: JSON? {
        guard payload.count == 1, let member = payload.first, Self.wrappers.contains(Self.plain(member.key)) else {
            return nil
        }
        return member.value
    }

    private func isEmptyEnvelope(_ value: JSON) -> Bool {
        guard let inner = value.object, !inner.isEmpty else { return false }
        return Envelope(inner, request).isWithoutPayload
    }

    private var hasFalseVerdict: Bool {
        object.members.contains { member in
            Self.verdicts.contains(Self.plain(member.key)) && (member.value.bool == false || member.value == "false")
        }
    }

    private var hasError: Bool {
        guard !request.isAboutErrors else { return false }
        return object.members.contains { member in
            guard Self.errors.contains(Self.plain(member.key)), !member.value.isHollow else { return false }
            switch member.value {
            case .bool(let flag): return flag
            case .number(let number): return number.int != 0
            case .string(let text): return !["none", "ok", "no error", "false", "0"].contains(text.lowercased())
            case .array, .object: return true
            case .null: return false
            }
        }
    }

    /// A state that is a failure, with nothing beside it but words about it.
    private var isFailState: Bool {
        let state = object.members.first { Self.states.contains(Self.plain($0.key)) }
        guard let text = state?.value.string?.lowercased(), !request.isAboutState else { return false }
        let isMark = text == "error" || text == "fail" || text == "ko"
        let isWord = text.hasPrefix("fail") || text.hasPrefix("error") || text == "not_found" || text == "unauthorized"
        if isMark, payload.allSatisfy({ Self.wrappers.contains(Self.plain($0.key)) }) { return true }
        return isWord && payload.isEmpty
    }

    /// A status of 400 and above, or an error number, that was not asked for and that words explain.
    private var hasErrorCode: Bool {
        let saysWhy = object.members.contains { member in
            let key = Self.plain(member.key)
            return (Self.says.contains(key) || Self.errors.contains(key)) && !member.value.isHollow
        }
        return saysWhy
            && object.members.contains { member in
                let key = Self.plain(member.key)
                guard Self.codes.contains(key) || Self.states.contains(key), !request.has(member.value) else {
                    return false
                }
                guard let code = member.value.int ?? member.value.string.flatMap({ Int($0) }) else { return false }
                return (400...599).contains(code) || code < 0 || key.hasPrefix("err") && code != 0
            }
    }

    /// Nothing but a text that is one of the web's own failures, or the list of a framework's complaints.
    private var isFailureText: Bool {
        let wasAsked = object.members.contains { Self.codes.contains(Self.plain($0.key)) && request.has($0.value) }
        guard payload.isEmpty, !wasAsked else { return false }
        return object.members.contains { member in
            let key = Self.plain(member.key)
            guard Self.complains.contains(key) else { return false }
            if key == "detail", let items = member.value.array {
                return items.allSatisfy { $0["loc"] != nil && $0["msg"] != nil }
            }
            return member.value.string.map(StatusPhrase.isStatusLine) ?? false
        }
    }

    private static func plain(_ key: String) -> String {
        String(key.lowercased().filter { $0 != "_" && $0 != "-" })
    }

    private static let errors: Set<String> = [
        "error", "errors", "err", "errormessage", "errormsg", "errmsg", "exception", "fault", "errordescription",
        "errordetails", "errortype",
    ]
    private static let verdicts: Set<String> = ["success", "ok", "succeeded", "issuccess", "successful"]
    private static let states: Set<String> = ["status", "state"]
    private static let codes: Set<String> = [
        "code", "statuscode", "httpstatus", "httpcode", "cod", "errcode", "errorcode", "errno", "retcode",
    ]
    private static let says: Set<String> = [
        "message", "msg", "detail", "details", "reason", "title", "info", "description", "hint", "statusmessage",
    ]
    private static let complains: Set<String> = ["message", "msg", "detail", "info", "reason"]
    private static let counts: Set<String> = [
        "total", "count", "totalresults", "totalcount", "resultcount", "numresults", "numberofresults", "totalitems",
        "totalhits", "nbhits", "found", "length", "size", "totalpages",
    ]
    private static let bookkeeping: Set<String> = [
        "page", "perpage", "pagesize", "limit", "offset", "start", "next", "previous", "hasmore", "more", "requestid",
        "timestamp", "time", "took", "timedout", "path", "instance", "traceid", "documentationurl", "docs", "helpurl",
        "version", "apiversion", "cursor", "maxscore", "elapsed", "type", "links",
    ]
    private static let wrappers: Set<String> = [
        "data", "result", "results", "response", "body", "output", "content", "payload", "hits", "items",
    ]
}

extension JSON {
    /// Whether there is nothing in it: null, an empty text, list or object, or a list or object of only such.
    var isHollow: Bool {
        switch self {
        case .null: true
        case .string(let text): text.allSatisfy(\.isWhitespace)
        case .array(let items): items.allSatisfy(\.isHollow)
        case .object(let object): object.members.allSatisfy(\.value.isHollow)
        case .bool, .number: false
        }
    }
}
