import Engine

/// What a query asks to be changed: verbs where a request has them (“Book …”, “can you delete …”, “and send …”).
///
/// English is read by the place of the verb; German, Spanish, French, Chinese and Japanese by their commonest words.
struct ChangeRequest {
    private var verbs: Set<String> = []
    private var asksInOtherWords: Tool.Effects?

    init(_ query: String, _ words: TextWords) {
        for index in words.words.indices where Self.isRequest(at: index, in: words) { verbs.insert(words[index]) }
        let all = Set(words.words.map(\.text))
        if !all.isDisjoint(with: Self.elsewhere) || Self.withoutSpaces.contains(where: query.contains) {
            asksInOtherWords = .write
        }
        if !all.isDisjoint(with: Self.destroyingElsewhere)
            || Self.destroyingWithoutSpaces.contains(where: query.contains)
        {
            asksInOtherWords = .destructive
        }
        if Self.phrases.contains(where: { phrase in words.words.indices.contains { words.has(phrase, at: $0) } }) {
            verbs.insert("get")
        }
        if words.words.indices.contains(where: { words.has(["get", "rid", "of"], at: $0) }) { verbs.insert("remove") }
    }

    /// Whether a change of that kind is asked for.
    func asks(for effects: Tool.Effects, by tool: ToolName) -> Bool {
        if let asksInOtherWords, asksInOtherWords >= effects { return true }
        switch effects {
        case .read: return true
        case .write: return !verbs.isEmpty
        case .destructive:
            let named = Set(tool.text.lowercased().split { !$0.isLetter }.map(String.init))
            return !verbs.isDisjoint(with: Self.destroying) || !verbs.isDisjoint(with: named)
        }
    }

    private static func isRequest(at index: Int, in words: TextWords) -> Bool {
        let word = words.words[index]
        guard !word.isQuoted, writing.contains(word.text) || destroying.contains(word.text) else { return false }
        let isApart = adverbs.contains(words[index - 1])
        let before = words[isApart ? index - 2 : index - 1]
        if before == "to" { return wishes.contains(words[isApart ? index - 3 : index - 2]) }
        if before == "and" || before == "then" { return isVerb(at: index, in: words) }
        if leads.contains(before) { return !(before == "you" && ["do", "did", "don't"].contains(words[index - 2])) }
        guard word.opensSentence || word.gap.contains(where: { ",;:–—".contains($0) }) else { return false }
        return isVerb(at: index, in: words)
    }

    /// A noun is followed by other words than what a verb takes.
    private static func isVerb(at index: Int, in words: TextWords) -> Bool {
        !["of", "by", "is", "are", "was", "were", "does", "did", "has"].contains(words[index + 1])
    }

    private static let adverbs: Set = ["maybe", "quickly", "now", "perhaps"]
    private static let wishes: Set = [
        "want", "need", "like", "love", "wish", "you", "going", "trying", "try", "help", "wanted", "have", "plan",
        "planning", "hoping", "sure", "forget", "remember", "me", "ready", "decided",
    ]
    private static let leads: Set = ["please", "you", "let's", "just", "also", "me", "kindly", "finally", "i'd", "pls"]

    private static let writing: Set = [
        "book", "reserve", "order", "buy", "purchase", "send", "email", "mail", "text", "message", "post", "publish",
        "create", "make", "add", "save", "store", "write", "update", "change", "edit", "modify", "set", "schedule",
        "put",
        "register", "subscribe", "sign", "submit", "upload", "copy", "move", "rename", "start", "open", "close", "turn",
        "switch", "play", "pause", "remind", "invite", "assign", "commit", "push", "merge", "reply", "share", "enable",
        "disable", "mark", "apply", "install", "call", "log", "record", "tweet", "forward", "rate", "follow", "like",
        "note", "draft", "file", "rebook", "reschedule", "confirm", "insert", "append", "lock", "unlock", "adjust",
        "increase", "lower", "raise", "dim", "arrange", "enroll", "notify", "tell", "let", "ping", "block", "grant",
    ]
    private static let destroying: Set = [
        "delete", "remove", "erase", "wipe", "clear", "cancel", "drop", "purge", "uninstall", "discard", "overwrite",
        "replace", "kill", "stop", "end", "terminate", "revoke", "unsubscribe", "pay", "transfer", "run", "execute",
        "empty", "reset", "destroy", "trash", "withdraw", "shut", "format",
    ]

    private static let phrases = [
        ["get", "me"], ["get", "it"], ["get", "them"], ["get", "us"], ["sign", "me"], ["go", "ahead"],
    ]
    private static let elsewhere: Set = [
        "bestell", "bestelle", "buch", "buche", "reserviere", "reservier", "sende", "schick", "schicke", "erstelle",
        "trag", "ändere", "speichere", "erinnere", "reserva", "resérvame", "resérvanos", "envía", "envíale", "manda",
        "compra", "crea", "agrega", "añade", "réserve", "réservez", "envoie", "envoyez", "achète", "achetez", "crée",
        "créez", "ajoute", "ajoutez",
    ]
    private static let destroyingElsewhere: Set = [
        "lösche", "lösch", "storniere", "kündige", "entferne", "bezahle", "bezahl", "überweise", "borra", "elimina",
        "cancela", "paga", "supprime", "supprimez", "annule", "annulez", "paie", "payez",
    ]
    private static let withoutSpaces = [
        "预订", "预定", "发送", "发给", "创建", "购买", "添加", "修改", "更新", "安排", "予約", "送って", "注文", "作成",
    ]
    private static let destroyingWithoutSpaces = ["删除", "取消", "支付", "转账", "削除", "キャンセル"]
}
