import DisplaySafety
import Explorer

/// What is wrong with the settings, and where.
enum SettingsProblem: Error, Hashable, Sendable {
    /// A place in the file, counted from 1.
    struct Place: Hashable, Sendable, CustomStringConvertible {
        let file: String
        let line: Int
        let column: Int

        /// The place as `config.toml:14:9`.
        var description: String { "\(file):\(line):\(column)" }
    }

    /// The file is there and cannot be read.
    case unreadable(file: String, reason: String)
    /// The file is not TOML.
    case syntax(Place, reason: String)
    /// Nothing is set by this name; with the nearest name of something that is.
    case unknownKey(Place, key: String, nearest: String?)
    /// The value is of the wrong type or out of range.
    case wrongType(Place, key: String, expected: String)
    /// The value is none of those there are; with the nearest one that is.
    case unknownValue(Place, key: String, value: String, nearest: String?, all: [String])
    /// A key stands in the file itself.
    case literalKey(Place, key: String, endpoint: String)
    /// What must be there is not.
    case missing(Place, key: String, example: String)
    /// The value cannot be used; it is not repeated, since it may be private.
    case unusable(Place, key: String, reason: String)
    /// Keys that cannot be bound so.
    case keys(file: String, KeymapProblems)
}

extension SettingsProblem: CustomStringConvertible {
    /// The problem as `config.toml:3:1 unknown setting "them" (theme?)`.
    var description: String {
        switch self {
        case .unreadable(let file, let reason): "\(file) cannot be read: \(reason)"
        case .syntax(let place, let reason): "\(place) is not TOML: \(safe(reason))"
        case .unknownKey(let place, let key, let nearest):
            "\(place) unknown setting \"\(safe(key))\"\(hint(nearest))"
        case .wrongType(let place, let key, let expected): "\(place) \"\(safe(key))\" must be \(safe(expected))"
        case .unknownValue(let place, let key, let value, let nearest, let all):
            "\(place) \"\(key)\" cannot be \"\(safe(value))\"\(hint(nearest)): "
                + "it is one of \(all.joined(separator: ", "))"
        case .literalKey(let place, let key, let endpoint):
            "\(place) \"\(safe(key))\" would hold a key, and no key may stand in this file. Say where it is instead: "
                + KeySource.examples(for: endpoint)
        case .missing(let place, let key, let example):
            "\(place) \"\(key)\" is missing. Write it like \(example)"
        case .unusable(let place, let key, let reason):
            "\(place) \"\(safe(key))\" cannot be used: \(safe(reason))"
        case .keys(let file, let problems):
            problems.problems.map { "\(file): \(safe($0.description))" }.joined(separator: "\n")
        }
    }

    private func safe(_ text: String) -> String { SafeText(text).plain }

    private func hint(_ nearest: String?) -> String {
        nearest.map { " (\($0)?)" } ?? ""
    }
}
