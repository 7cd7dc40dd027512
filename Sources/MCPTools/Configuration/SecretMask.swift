import Foundation

/// Secrets that are taken out of texts before these are kept.
///
/// What is shorter than six characters is left: it would be found in words that have nothing to do with it.
package struct SecretMask: Hashable, Sendable {
    /// What takes the place of a secret.
    package static let sign = "***"
    private static let shortest = 6
    /// A text that was cut may have only so much of a secret at its edge, and has it masked all the same.
    private static let shortestPart = 4

    /// The longest first, so that none is left in pieces by a shorter one.
    private let secrets: [String]

    /// Of texts with several lines each line is a secret, and of `Bearer KEY` the key.
    package init(_ texts: some Sequence<HiddenText>) {
        let all = texts.flatMap { text -> [String] in
            let lines = text.value.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
            let words = ["Bearer ", "Basic ", "Token "].compactMap { scheme in
                text.value.hasPrefix(scheme) ? String(text.value.dropFirst(scheme.count)) : nil
            }
            return lines + words
        }
        let escaped = all.compactMap { $0.addingPercentEncoding(withAllowedCharacters: .alphanumerics) }
        secrets = Set(all + escaped).filter { $0.count >= Self.shortest }
            .sorted { ($0.utf8.count, $1) > ($1.utf8.count, $0) }
    }

    /// Takes nothing out.
    package static let nothing = SecretMask([HiddenText]())

    /// The text without its secrets.
    package func masked(_ text: String) -> String {
        // Literally: with a mark behind its last letter a secret is still one.
        secrets.reduce(text) { $0.replacingOccurrences(of: $1, with: Self.sign, options: .literal) }
    }

    /// The same for a text that may have been cut at its beginning: what is left there of a secret is masked too.
    func maskedFromCut(_ text: String) -> String {
        let text = masked(text)
        let scalars = text.unicodeScalars
        guard let length = lengthOfPart({ secret, length in scalars.starts(with: secret.suffix(length)) }) else {
            return text
        }
        return Self.sign + String(scalars.dropFirst(length))
    }

    /// The same for a text that may have been cut at its end.
    func maskedToCut(_ text: String) -> String {
        let text = masked(text)
        let end = text.unicodeScalars.reversed()
        guard let length = lengthOfPart({ secret, length in end.starts(with: secret.prefix(length).reversed()) }) else {
            return text
        }
        return String(text.unicodeScalars.dropLast(length)) + Self.sign
    }

    /// The length of the longest part of a secret that fits, in scalars; nil where none does.
    private func lengthOfPart(_ fits: (String.UnicodeScalarView, Int) -> Bool) -> Int? {
        secrets.compactMap { secret in
            let scalars = secret.unicodeScalars
            return (Self.shortestPart..<max(Self.shortestPart, scalars.count)).last { fits(scalars, $0) }
        }.max()
    }
}
