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
        let scanned = subject.writtenTexts.map { ($0.target, PersonalScan($0.text, under: $0.key, of: .written).found) }
        let asks = scanned.contains { target, found in target != .query && found.contains(where: \.mayBePublished) }
        let returned = asks ? PublishedData(subject) : nil
        let written = scanned.flatMap { target, found in
            found.map { one in
                let isPublished = target != .query && returned?.has(one) == true
                return finding(evidence(of: one), at: target, as: .unsafe, isPublished ? .info : .warning)
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

    func has(_ found: PersonalScan.Found) -> Bool { found.mayBePublished && texts.contains(found.normalised) }
}

extension PersonalScan.Found {
    fileprivate var mayBePublished: Bool {
        switch kind {
        case .email, .phone: true
        case .card, .account, .socialSecurity, .internetAddress: false
        }
    }
}
