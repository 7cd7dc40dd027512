/// A chord by its quality: its tones above the root.
struct Chord: Hashable, Sendable {
    struct Tone: Hashable, Sendable {
        let degree: String
        let letters: Int
        let semitones: Int
    }

    let quality: String
    let tones: [Tone]

    /// The qualities of common chords; written down for this library after any textbook of harmony.
    static let all = [
        Chord(quality: "major", tones: [root, third, fifth]),
        Chord(quality: "minor", tones: [root, minorThird, fifth]),
        Chord(quality: "diminished", tones: [root, minorThird, Tone(degree: "fifth", letters: 4, semitones: 6)]),
        Chord(quality: "augmented", tones: [root, third, Tone(degree: "fifth", letters: 4, semitones: 8)]),
        Chord(
            quality: "suspended fourth", tones: [root, Tone(degree: "fourth", letters: 3, semitones: 5), fifth]),
        Chord(quality: "dominant seventh", tones: [root, third, fifth, seventh]),
        Chord(quality: "minor seventh", tones: [root, minorThird, fifth, seventh]),
        Chord(
            quality: "major seventh",
            tones: [root, third, fifth, Tone(degree: "seventh", letters: 6, semitones: 11)]),
    ]

    private static let root = Tone(degree: "root", letters: 0, semitones: 0)
    private static let third = Tone(degree: "third", letters: 2, semitones: 4)
    private static let minorThird = Tone(degree: "third", letters: 2, semitones: 3)
    private static let fifth = Tone(degree: "fifth", letters: 4, semitones: 7)
    private static let seventh = Tone(degree: "seventh", letters: 6, semitones: 10)

    /// The pitches in close position above a root.
    func pitches(above root: Pitch) -> [Pitch] {
        tones.map { root.raised(letters: $0.letters, semitones: $0.semitones) }
    }
}
