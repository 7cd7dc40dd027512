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
        let part = lengthOfPart { secret in overlap(of: secret, with: Array(scalars.prefix(secret.count))) }
        guard let length = part else { return text }
        return Self.sign + String(scalars.dropFirst(length))
    }

    /// The same for a text that may have been cut at its end.
    func maskedToCut(_ text: String) -> String {
        let text = masked(text)
        let scalars = text.unicodeScalars
        let part = lengthOfPart { secret in overlap(of: Array(scalars.suffix(secret.count)), with: secret) }
        guard let length = part else { return text }
        return String(scalars.dropLast(length)) + Self.sign
    }

    /// The longest part of a secret, in scalars; nil where none is long enough.
    private func lengthOfPart(_ length: ([Unicode.Scalar]) -> Int) -> Int? {
        secrets.map { length(Array($0.unicodeScalars)) }.filter { $0 >= Self.shortestPart }.max()
    }
}

/// How much of the end of one text is the beginning of another.
///
/// Each scalar is looked at about twice, however long the texts are and however often they repeat themselves.
private func overlap(of ending: [Unicode.Scalar], with beginning: [Unicode.Scalar]) -> Int {
    guard !beginning.isEmpty else { return 0 }
    // For each place of the beginning, how much of it the text up to there ends with.
    var borders = [0]
    func grown(_ length: Int, by scalar: Unicode.Scalar) -> Int {
        var length = length < beginning.count ? length : borders[length - 1]
        while length > 0, beginning[length] != scalar { length = borders[length - 1] }
        return beginning[length] == scalar ? length + 1 : 0
    }
    for scalar in beginning.dropFirst() {
        let border = grown(borders[borders.count - 1], by: scalar)
        borders.append(border)
    }
    return ending.reduce(0) { grown($0, by: $1) }
}
