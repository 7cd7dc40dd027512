import Engine
import Testing

@testable import DemoTools

@Suite("Music of the demo library")
struct MusicToolTests {
    /// Equal temperament with A4 at 440 Hz (ISO 16), as printed in any table of note frequencies.
    @Test(arguments: [
        ("A4", 440.0), ("C4", 261.63), ("E2", 82.41), ("G3", 196), ("C2", 65.41), ("Bb3", 233.08), ("A#3", 233.08),
        ("F♯4", 369.99), ("A0", 27.5), ("C8", 4186.01), ("B#3", 261.63), ("Cb4", 246.94), ("e1", 41.2),
    ])
    func `tunes notes`(note: String, hertz: Double) throws {
        #expect(try output(of: "note_frequency", ["note": .string(note)])["frequency_hz"]?.double == hertz)
    }

    @Test func `counts the keys of a piano`() throws {
        #expect(try output(of: "note_frequency", ["note": "A0"])["piano_key"] == 1)
        #expect(try output(of: "note_frequency", ["note": "A4"])["piano_key"] == 49)
        #expect(try output(of: "note_frequency", ["note": "C8"])["piano_key"] == 88)
        #expect(try output(of: "note_frequency", ["note": "D8"])["piano_key"] == nil)
    }

    @Test(arguments: ["H4", "A", "4", "A44", "A###4", "A#b4", "", "A-1"])
    func `refuses what is no note`(note: String) throws {
        #expect(try failure(of: "note_frequency", ["note": .string(note)]).contains("no note called"))
    }

    /// Spelled as in any textbook of harmony.
    @Test(arguments: [
        ("C", "major", "C4 E4 G4"), ("D", "minor", "D4 F4 A4"), ("Eb", "major", "Eb4 G4 Bb4"),
        ("B", "diminished", "B4 D5 F5"), ("F", "augmented", "F4 A4 C#5"), ("A", "minor seventh", "A4 C5 E5 G5"),
        ("G", "dominant seventh", "G4 B4 D5 F5"), ("F#", "major", "F#4 A#4 C#5"), ("E", "augmented", "E4 G#4 B#4"),
        ("D", "suspended fourth", "D4 G4 A4"), ("Bb", "major seventh", "Bb4 D5 F5 A5"),
        ("B", "augmented", "B4 D#5 F##5"), ("Db", "minor", "Db4 Fb4 Ab4"), ("A#", "augmented", "A#4 C##5 E##5"),
    ])
    func `spells chords`(root: String, quality: String, notes: String) throws {
        let chord = try output(of: "chord_notes", ["root": .string(root), "quality": .string(quality)])

        let spelled = (chord["tones"]?.array ?? []).compactMap { $0["note"]?.string }
        #expect(spelled.joined(separator: " ") == notes)
        #expect(chord["count"] == .whole(spelled.count))
    }

    @Test func `says sharps and flats in words`() throws {
        let chord = try output(of: "chord_notes", ["root": "B", "quality": "augmented"])

        #expect((chord["tones"]?.array ?? []).compactMap { $0["name"]?.string } == ["B", "D sharp", "F double sharp"])
    }

    @Test func `spells only chords that can be tuned`() throws {
        for chord in Chord.all {
            let spelled = try output(of: "chord_notes", ["root": "Ab", "quality": .string(chord.quality)])
            for tone in spelled["tones"]?.array ?? [] {
                #expect(throws: Never.self) { try output(of: "note_frequency", ["note": tone["note"] ?? nil]) }
            }
        }
    }

    /// By the definition of tempo: beats a minute.
    @Test(arguments: [
        (96, 4, 120, 192, "3 min 12 s"), (64, 3, 96, 120, "2 min"), (1, 4, 240, 1, "1 s"),
        (128, 4, 100, 307, "5 min 7 s"),
    ])
    func `times pieces`(bars: Int, beats: Int, tempo: Int, seconds: Int, length: String) throws {
        let song = try output(
            of: "song_length", ["bars": .whole(bars), "beats_per_bar": .whole(beats), "tempo": .whole(tempo)])

        #expect(song == ["seconds": .whole(seconds), "length": .string(length), "beats": .whole(bars * beats)])
    }
}
