import Engine
import Testing

@testable import OfflinePlanner

@Suite("Phrases")
struct PhraseTests {
    /// A scope written down by hand.
    private struct Notes: PhraseScope {
        var arguments: [String: JSON] = [:]
        var output: JSON = [:]
        var subjects: [String: String] = [:]
        var sayings: [String: String] = [:]

        func values(of source: Phrase.Slot.Source) -> [JSON] {
            switch source {
            case .argument(let name): arguments[name].map { [$0] } ?? []
            case .output(let pattern): output.values(matching: pattern).map(\.value)
            case .subject(let name): subjects[name].map { [.string($0)] } ?? []
            }
        }

        func saying(of argument: String) -> String? { sayings[argument] }
    }

    private let notes = Notes(
        arguments: ["date": "2027-05-17", "radius": 50.0, "unit": "mi"],
        output: [
            "sunset": "2027-05-17T22:07:00", "people": 1_463_723, "none": [],
            "items": [["name": "Nara"], ["name": "Osaka"], ["name": "Kobe"]], "ids": ["a", "b"],
        ],
        subjects: ["latitude": "Oslo"], sayings: ["unit": "miles"])

    private func filled(_ templates: String...) -> [String?] {
        var mentions = Mentions()
        return templates.map { Phrase($0).filled(from: notes, &mentions) }
    }

    @Test(arguments: [
        ("On {date}.", "On 17 May 2027."), ("Within {radius} km", "Within 50 km"), ("in {unit}", "in miles"),
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
        #expect(filled("{@latitude|it}", "{@latitude|it}") == ["Oslo", "it"])
    }

    @Test func `a slot without a value makes the phrase unusable, in brackets it goes without`() {
        #expect(filled("On {day}.") == [nil])
        #expect(filled("There are none{out.none|list}.") == [nil])
        #expect(filled("Closed[ on {out.none|list}].") == ["Closed."])
    }

    @Test func `a part can be said only when there is nothing`() {
        #expect(filled("Done.[!out.none: Nothing is closed.]") == ["Done. Nothing is closed."])
        #expect(filled("Done.[!out.items: Nothing is near.]") == ["Done."])
    }

    @Test func `a phrase that cannot be filled mentions nothing`() {
        #expect(filled("{date|on} {nothing}", "{date|on}") == [nil, "on 17 May 2027"])
    }
}
