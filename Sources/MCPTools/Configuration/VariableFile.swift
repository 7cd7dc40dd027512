import Foundation

/// A file of environment variables, a `NAME=value` in each line.
enum VariableFile {
    /// Reads the variables; of a name that is there twice the last counts.
    ///
    /// Lines may begin with `export`, values may be quoted; what is no variable is a refusal that names the line, and
    /// never says what stands in it.
    static func variables(in bytes: Data, of path: String) throws(ServerRefusal) -> [String: HiddenText] {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ServerRefusal("Its envFile \(path) is not UTF-8. Save it as UTF-8.")
        }
        var variables: [String: HiddenText] = [:]
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let line = line.trimmingCharacters(in: .whitespaces)
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            let assignment = line.hasPrefix("export ") ? String(line.dropFirst(7)) : line
            let (name, value) = assignment.parted(at: "=")
            let key = name.trimmingCharacters(in: .whitespaces)
            guard let value, Expansion.isVariable(key) else {
                throw ServerRefusal("Line \(index + 1) of its envFile \(path) is no NAME=value. Mend or remove it.")
            }
            variables[key] = HiddenText(unquoted(value.trimmingCharacters(in: .whitespaces)))
        }
        return variables
    }

    private static func unquoted(_ value: String) -> String {
        guard value.count >= 2, let mark = value.first, mark == value.last, "\"'".contains(mark) else {
            return value.range(of: " #").map { value[..<$0.lowerBound].trimmingCharacters(in: .whitespaces) } ?? value
        }
        let inner = String(value.dropFirst().dropLast())
        return mark == "'" ? inner : inner.replacing("\\n", with: "\n").replacing("\\\"", with: "\"")
    }
}
