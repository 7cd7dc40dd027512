/// Where an imported sample stands.
package struct ImportPlace: Hashable, Sendable, CustomStringConvertible {
    /// A place within a file.
    package enum Spot: Hashable, Sendable {
        case whole
        /// 1 for the first line.
        case line(Int)
        /// 1 for the first element of a list.
        case element(Int)
    }

    /// As the user named the file.
    package let file: String
    package let spot: Spot

    package init(file: String, at spot: Spot = .whole) {
        self.file = file
        self.spot = spot
    }

    /// Nil for the whole file, and for an element of a list.
    package var line: Int? {
        switch spot {
        case .line(let number): number
        case .whole, .element: nil
        }
    }

    /// `rows.jsonl, line 3`, `rows.json, element 3`, or the file alone.
    package var description: String {
        switch spot {
        case .whole: file
        case .line(let number): "\(file), line \(number)"
        case .element(let number): "\(file), element \(number)"
        }
    }
}

/// Why a row or a file is no sample: where it stands, what is wrong with it, and what to do.
///
/// Words of the file are quoted cut, but otherwise as they are; they need sanitising before they are shown.
package struct ImportProblem: Error, Hashable, Sendable, CustomStringConvertible {
    package let place: ImportPlace
    /// A whole sentence.
    package let wrong: String
    /// A whole sentence.
    package let advice: String

    package init(_ place: ImportPlace, wrong: String, advice: String) {
        self.place = place
        self.wrong = wrong
        self.advice = advice
    }

    package var file: String { place.file }
    package var line: Int? { place.line }

    package var description: String { "\(place): \(wrong) \(advice)" }
}

/// What is wrong with a row, said by code that does not know where the row stands.
struct ImportObjection: Error, Hashable {
    let wrong: String
    let advice: String
    /// The line within the text that was read; nil where it is not known.
    var line: Int?

    init(_ wrong: String, advice: String, line: Int? = nil) {
        self.wrong = wrong
        self.advice = advice
        self.line = line
    }

    func problem(at place: ImportPlace) -> ImportProblem {
        switch (place.spot, line) {
        case (.whole, let line?):
            ImportProblem(ImportPlace(file: place.file, at: .line(line)), wrong: wrong, advice: advice)
        case (.element, let line?) where line > 1:
            ImportProblem(place, wrong: "In its line \(line): \(wrong)", advice: advice)
        case (.whole, _), (.line, _), (.element, _): ImportProblem(place, wrong: wrong, advice: advice)
        }
    }
}

extension String {
    /// The text, or its beginning and how long it was.
    func cut(to length: Int = ImportLimits.repeatedWords) -> String {
        let start = prefix(length)
        return start.endIndex == endIndex ? self : "\(start)… (cut; it has \(utf8.count) bytes)"
    }

    /// The text in quotation marks, cut after so many characters.
    func quoted(upTo length: Int = 60) -> String {
        let start = prefix(length)
        return "“" + start + (start.endIndex < endIndex ? "…" : "") + "”"
    }
}
