import DatasetFormats
import Testing

@Suite("Files cut into rows")
struct RowSplitterTests {
    /// The rows of a text that is read in pieces of so many bytes, one line each.
    private func rows(of text: String, _ layout: ImportLayout, by size: Int, longest: Int = 1_000) -> [String] {
        var splitter = RowSplitter(layout, longest: longest)
        var rows: [ImportRow] = []
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            rows += splitter.add(Array(rest.prefix(size)))
            rest = rest.dropFirst(size)
        }
        return (rows + splitter.finish()).map(\.picture)
    }

    @Test(
        "are the same however the file is read", arguments: [1, 2, 3, 7, 1_000],
        [
            ("a\nbb\n\nccc", ImportLayout.lines, ["line 1: a", "line 2: bb", "line 3: ", "line 4: ccc"]),
            ("a\n", .lines, ["line 1: a"]), ("", .lines, []), ("\n\n", .lines, ["line 1: ", "line 2: "]),
            ("\u{FEFF}a\n\u{FEFF}b", .lines, ["line 1: a", "line 2: \u{FEFF}b"]),
            (
                #" [ {"a":[1,{"b":"],\"}"}]} , 7,"x\\" ]  "#, .list,
                ["element 1: {\"a\":[1,{\"b\":\"],\\\"}\"}]} ", "element 2: 7", "element 3: \"x\\\\\" "]
            ),
            ("\u{FEFF}[1]", .list, ["element 1: 1"]), ("[]", .list, []),
            ("[1,]", .list, ["element 1: 1", "element 2: "]),
            ("[1,,2]", .list, ["element 1: 1", "element 2: ", "element 3: 2"]),
            ("[1", .list, ["element 1: The list is not closed."]),
            ("[1,", .list, ["element 1: 1", "element 2: The list is not closed."]),
            ("[1] {} []", .list, ["element 1: 1", "element 2: Something stands behind the end of the list."]),
            ("\u{FEFF}a\nb", .whole, ["whole: a\nb"]),
        ] as [(String, ImportLayout, [String])])
    func areTheSame(size: Int, file: (text: String, layout: ImportLayout, rows: [String])) {
        #expect(rows(of: file.text, file.layout, by: size) == file.rows)
    }

    @Test(
        "that are too long are passed over up to their ends, and those behind them keep their numbers",
        arguments: [1, 3, 100])
    func areNumberedBehindLongOnes(size: Int) {
        #expect(
            rows(of: "ab\n123456789\ncd\n123456", .lines, by: size, longest: 5)
                == ["line 1: ab", "line 2: 9 bytes", "line 3: cd", "line 4: 6 bytes"])
        #expect(
            rows(of: "[1,[2,3,4,5],6]", .list, by: size, longest: 5)
                == ["element 1: 1", "element 2: 9 bytes", "element 3: 6"])
    }

    @Test func `that are too long are named with their numbers`() {
        let reader = ImportReader(.trl, file: "rows.jsonl")

        #expect(throws: ImportProblem.self) {
            try reader.read(ImportRow(spot: .line(7), content: .tooLong(70_000_000)))
        }
        do throws(ImportProblem) {
            _ = try reader.read(ImportRow(spot: .element(7), content: .tooLong(70_000_000)))
        } catch {
            #expect(
                "\(error)" == "rows.jsonl, element 7: It has 70000000 bytes; at most 67108864 are read. "
                    + "Split it, or leave it out.")
        }
    }
}

extension ImportRow {
    fileprivate var picture: String {
        let place =
            switch spot {
            case .whole: "whole"
            case .line(let number): "line \(number)"
            case .element(let number): "element \(number)"
            }
        return switch content {
        case .bytes(let bytes): "\(place): \(String(decoding: bytes, as: UTF8.self))"
        case .tooLong(let count): "\(place): \(count) bytes"
        case .broken(let what): "\(place): \(what)"
        }
    }
}
