import Engine

/// Finds e-mail addresses, phone numbers, payment cards, bank accounts (IBAN), US social security numbers, and the
/// internet address of a person.
///
/// What a business publishes in a tool's output is right; of outputs only cards, accounts and social security numbers
/// count. What the response repeats from an output is only told.
package struct PersonalData: Check {
    package let name = "personal_data"
    package let version = 1
    package let summary = "addresses, numbers and accounts of persons"

    package init() {}

    package func findings(in subject: CheckSubject) -> [Finding] {
        let returned = PublishedData(subject)
        let written = subject.writtenTexts.flatMap { checked in
            PersonalScan(checked.text, under: checked.key, of: .written).found.map { found in
                let isPublished = checked.target != .query && returned.has(found)
                return finding(evidence(of: found), at: checked.target, as: .unsafe, isPublished ? .info : .warning)
            }
        }
        return written
            + subject.steps.compactMap { step in
                subject.outputTexts(of: step).lazy
                    .compactMap { PersonalScan($0.text, under: $0.key, of: .returned).found.first }.first
                    .map { finding(evidence(of: $0), at: .step(step.number), as: .unsafe, .warning) }
            }
    }

    private func evidence(of found: PersonalScan.Found) -> String {
        "\(found.kind.title) \(found.text.prefix(3))… (\(found.text.count) characters)"
    }
}

/// The e-mail addresses and phone numbers of the outputs.
private struct PublishedData {
    private let texts: Set<String>

    init(_ subject: CheckSubject) {
        let found = subject.steps.flatMap { subject.outputTexts(of: $0) }.flatMap {
            PersonalScan($0.text, under: $0.key, of: .published).found
        }
        texts = Set(found.map(\.normalised))
    }

    func has(_ found: PersonalScan.Found) -> Bool {
        switch found.kind {
        case .email, .phone: texts.contains(found.normalised)
        case .card, .account, .socialSecurity, .internetAddress: false
        }
    }
}
