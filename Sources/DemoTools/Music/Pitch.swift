import Foundation

/// A musical note in an octave, as scientific pitch notation writes it: `A4`, `F#3`, `Bb2`.
struct Pitch: Hashable, Sendable {
    /// 0 for C, 6 for B.
    let letter: Int
    /// Semitones up or down: 1 for a sharp, −1 for a flat.
    let accidental: Int
    let octave: Int

    private static let letters = Array("CDEFGAB")
    private static let semitones = [0, 2, 4, 5, 7, 9, 11]

    init(letter: Int, accidental: Int, octave: Int) {
        self.letter = letter
        self.accidental = accidental
        self.octave = octave
    }

    /// Reads a letter from A to G, up to two sharps or flats, and an octave from 0 to 9.
    init?(_ text: String) {
        let plain = text.replacing("♯", with: "#").replacing("♭", with: "b")
        guard let match = plain.wholeMatch(of: /([A-Ga-g])(#{0,2}|b{0,2})([0-9])/),
            let letter = Self.letters.firstIndex(of: Character(match.1.uppercased())), let octave = Int(match.3)
        else { return nil }
        self.init(letter: letter, accidental: match.2.hasPrefix("b") ? -match.2.count : match.2.count, octave: octave)
    }

    /// Its number where middle C is 60 and every semitone counts one.
    var midi: Int { 12 * (octave + 1) + Self.semitones[letter] + accidental }

    /// Hertz in equal temperament with A4 at 440 Hz (ISO 16).
    var frequency: Double { 440 * pow(2, Double(midi - 69) / 12) }

    /// `Bb2`.
    var text: String { "\(Self.letters[letter])\(String(repeating: mark, count: abs(accidental)))\(octave)" }

    /// `B flat`.
    var name: String {
        let word = accidental > 0 ? "sharp" : "flat"
        return "\(Self.letters[letter])" + ["", " \(word)", " double \(word)"][min(abs(accidental), 2)]
    }

    private var mark: String { accidental > 0 ? "#" : "b" }

    /// The pitch so many letters and semitones above this one.
    func raised(letters: Int, semitones: Int) -> Pitch {
        let natural = Pitch(letter: (letter + letters) % 7, accidental: 0, octave: octave + (letter + letters) / 7)
        return Pitch(
            letter: natural.letter, accidental: midi + semitones - natural.midi, octave: natural.octave)
    }
}
