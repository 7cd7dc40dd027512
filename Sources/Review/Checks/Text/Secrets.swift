import Engine

/// Finds keys, tokens, private keys and passwords; its evidence never repeats them.
///
/// Known beginnings (`ghp_`, `AKIA` …), private key blocks, passwords in addresses, bearer tokens, and random values
/// under a name such as `api_key`. Placeholders and masked keys are right.
package struct Secrets: Check {
    package let name = "secrets"
    package let version = 2
    package let summary = "keys, tokens and passwords"

    package init() {}

    package func findings(in subject: CheckSubject) -> [Finding] {
        var names = SecretNames()
        let written = subject.writtenTexts.compactMap { finding(in: $0, &names) }
        // A step is told once, however many secrets it returned.
        return written
            + subject.steps.compactMap { step in
                for text in subject.outputTexts(of: step) {
                    if let found = finding(in: text, &names) { return found }
                }
                return nil
            }
    }

    private func finding(in checked: CheckedText, _ names: inout SecretNames) -> Finding? {
        SecretScan(checked.text, under: checked.key, names[checked.key]).first.map { found in
            finding(found.text, at: checked.target, as: .unsafe, .error)
        }
    }
}

/// What the keys of a sample say; a table has the same ones in each row.
private struct SecretNames {
    private var known: [String: SecretName?] = [:]

    subscript(key: String) -> SecretName? {
        mutating get {
            if let name = known[key] { return name }
            let name = SecretName(key)
            known[key] = .some(name)
            return name
        }
    }
}
