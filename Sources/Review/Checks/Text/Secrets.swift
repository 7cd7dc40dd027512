import Engine

/// Finds keys, tokens, private keys and passwords; its evidence never repeats them.
///
/// Known beginnings (`ghp_`, `AKIA` …), private key blocks, passwords in addresses, bearer tokens, and random values
/// under a name such as `api_key`. Placeholders and masked keys are right.
package struct Secrets: Check {
    package let name = "secrets"
    package let version = 1
    package let summary = "keys, tokens and passwords"

    package init() {}

    package func findings(in subject: CheckSubject) -> [Finding] {
        let written = subject.writtenTexts.compactMap(finding)
        // A step is told once, however many secrets it returned.
        return written + subject.steps.compactMap { subject.outputTexts(of: $0).lazy.compactMap(finding).first }
    }

    private func finding(in checked: CheckedText) -> Finding? {
        SecretScan(checked.text, under: checked.key).first.map { found in
            finding(
                "\(found.kind): \(found.secret.prefix(4))… (\(found.secret.count) characters)", at: checked.target,
                as: .unsafe, .error)
        }
    }
}
