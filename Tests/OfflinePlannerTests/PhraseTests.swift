import Engine
import Testing

@testable import OfflinePlanner

@Suite("Phrases")
struct PhraseTests {
    /// A scope written down by hand.
    private struct Notes: PhraseScope {
        var arguments: [String: JSON] = [:]
        var output: JSON = [:]
        var names: [String: Name] = [:]
        var sayings: [String: String] = [:]

        func values(of source: Phrase.Slot.Source) -> [JSON] {
            switch source {
            case .argument(let name), .subject(let name): arguments[name].map { [$0] } ?? []
            case .output(let pattern): output.values(matching: pattern).map(\.value)
            case .guess: [400]
            }
        }

        func saying(of argument: String) -> String? { sayings[argument] }

        func name(of source: Phrase.Slot.Source, after mentions: Mentions) -> Name? {
            switch source {
            case .argument(let name), .subject(let name): names[name]
            case .output, .guess: nil
            }
        }
    }

    private let notes = Notes(
        arguments: ["radius": 50.0, "unit": "mi", "country": "Netherlands"],
        output: [
            "sunset": "2027-05-17T22:07:00", "people": 1_463_723, "none": [], "day": "2027-05-17", "open": true,
            "items": [["name": "Nara"], ["name": "Osaka"], ["name": "Kobe"]], "ids": ["a", "b"], "days": 1,
            "genre": "epic", "only": [["name": "Nara"]],
        ],
        names: [
            "latitude": Name("Oslo", kinds: [.place]), "date": Name("17 May 2027", kinds: [.day]),
            "easter": Name("Easter Sunday 2029", kinds: [.day]), "end": Name("the Netherlands", kinds: [.place]),
            "book": Name("Dune", again: "the book"), "film": Name("Solaris", again: "the film"),
            "sequel": Name("Dune Messiah", again: "the book"),
        ], sayings: ["unit": "miles"])

    private func filled(_ templates: String...) -> [String?] {
        var mentions = Mentions()
        return templates.map { Phrase($0).filled(from: notes, &mentions) }
    }

    @Test(arguments: [
        ("On {date}.", "On 17 May 2027."), ("{out.day|day} is free", "17 May is free"),
        ("{out.days|n day}, {out.people|n country/countries}", "1 day, 1,463,723 countries"),
        ("{out.genre|a}", "an epic"),
        ("in {country|the}", "in the Netherlands"), ("under {guess} km", "under 400 km"),
        ("Within {radius} km", "Within 50 km"), ("in {unit}", "in miles"),
        ("{out.sunset|time}", "22:07"), ("{out.people|number} people", "1,463,723 people"),
        ("{out.items[].name|list}", "Nara, Osaka and Kobe"), ("{out.ids|list}", "a and b"),
        ("{out.items[].name|count} cities", "3 cities"), ("near {@latitude}", "near Oslo"),
    ])
    func `slots and filters say values as people do`(template: String, text: String) {
        #expect(filled(template) == [text])
    }

    @Test func `what was just mentioned is referred back to`() {
        #expect(filled("{@latitude|in}", "{@latitude|in}") == ["in Oslo", "there"])
        #expect(filled("{date|on}", "{date|on}") == ["on 17 May 2027", "that day"])
        #expect(filled("{@book}", "{@book}") == ["Dune", "the book"])
    }

    @Test func `a short name is used only where it has one meaning`() {
        #expect(filled("{@book} and {@film}", "{@book}") == ["Dune and Solaris", "the book"])
        #expect(filled("{@book} and {@sequel}", "{@book}") == ["Dune and Dune Messiah", "Dune"])
        #expect(filled("{@latitude|in}", "{@end}", "{@latitude|in}") == ["in Oslo", "the Netherlands", "in Oslo"])
        #expect(filled("{date|on}", "{@easter|on}", "{date|on}").last == "on 17 May 2027")
    }

    @Test func `a slot without a value makes the phrase unusable, in brackets it goes without`() {
        #expect(filled("On {nothing}.") == [nil])
        #expect(filled("There are none{out.none|list}.") == [nil])
        #expect(filled("Closed[ on {out.none|list}].") == ["Closed."])
    }

    @Test func `a part can be said only when there is nothing`() {
        #expect(filled("Done.[none out.none: Nothing is closed.]") == ["Done. Nothing is closed."])
        #expect(filled("Done.[none out.items: Nothing is near.]") == ["Done."])
    }

    @Test(arguments: [
        ("[one out.only[].name: only {out.only[].name}]", "only Nara"), ("[many out.only[].name: several]", ""),
        ("[many out.items[].name: {out.items[].name|count}]", "3"), ("[one out.items[].name: one]", ""),
        ("[yes out.open: open][no out.open: closed]", "open"),
    ])
    func `a part can depend on how many there are, or on a truth`(template: String, text: String) {
        #expect(filled(template) == [text])
    }

    @Test func `a phrase that cannot be filled mentions nothing`() {
        #expect(filled("{date|on} {nothing}", "{date|on}") == [nil, "on 17 May 2027"])
        #expect(filled("[yes out.open: {date|on} {nothing}]", "{date|on}") == ["", "on 17 May 2027"])
    }
}
