import Engine
import Testing

@testable import DemoTools

@Suite("Going abroad with the demo library")
struct AbroadToolTests {
    /// Letters, volts and hertz of the IEC's World Plugs.
    @Test(arguments: [
        ("GB", ["G"], [230], [50]), ("US", ["A", "B"], [120], [60]), ("CH", ["C", "J"], [230], [50]),
        ("JP", ["A", "B"], [100], [50, 60]), ("BR", ["C", "N"], [127, 220], [60]),
    ])
    func `finds the sockets that the IEC lists`(code: String, plugs: [String], volts: [Int], hertz: [Int]) throws {
        let mains = try output(of: "plug_types", ["country_code": .string(code)])

        #expect(mains["plugs"] == .texts(plugs))
        #expect(mains["volts"] == .array(volts.map(JSON.whole)))
        #expect(mains["hertz"] == .array(hertz.map(JSON.whole)))
    }

    @Test func `knows complete rows of known countries only`() {
        let known = Country.all.compactMap { country in try? Mains.of(country) }
        #expect(known.count == Table(Mains.table).rows.count)
        #expect(known.allSatisfy { !$0.plugs.isEmpty && !$0.volts.isEmpty && !$0.hertz.isEmpty })
        #expect(Set(known.flatMap(\.hertz)) == [50, 60])

        let calls = Country.all.compactMap { country in try? EmergencyCall.of(country) }
        #expect(calls.count == Table(EmergencyCall.table).rows.count)
        let isComplete = { (call: EmergencyCall) in
            call.common != nil || (call.police != nil && call.ambulance != nil && call.fire != nil)
        }
        #expect(calls.allSatisfy(isComplete))

        for row in Table(DrivingRule.limits).rows {
            #expect(throws: Never.self) { try Country.withCode(row[0]) }
        }
    }

    /// 112 reaches every service in all states of the European Union (European Emergency Number Association).
    @Test func `reaches help by 112 all over the European Union`() throws {
        let union = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"
        for code in union.split(separator: " ") {
            let call = try output(of: "emergency_numbers", ["country_code": .string(String(code))])
            #expect(call["one_number"] == "112", "\(code)")
        }
    }

    /// As the Japanese National Tourism Organization tells visitors: police 110, fire and ambulance 119.
    @Test func `tells services apart where they have no common number`() throws {
        let call = try output(of: "emergency_numbers", ["country_code": "JP"])

        #expect(call == ["country": "Japan", "police": "110", "ambulance": "119", "fire": "119"])
    }

    @Test(arguments: [
        ("GB", "left"), ("IE", "left"), ("CY", "left"), ("JP", "left"), ("TH", "left"), ("MZ", "left"), ("SR", "left"),
        ("SE", "right"), ("GI", "right"), ("US", "right"), ("PH", "right"), ("MM", "right"), ("KR", "right"),
    ])
    func `keeps to the side of the road that the country keeps to`(code: String, side: String) throws {
        #expect(try output(of: "driving_rules", ["country_code": .string(code)])["side"] == .string(side))
    }

    /// Limits as the European Commission's pages on going abroad and the Highway Code give them.
    @Test(arguments: [
        ("FR", "50 km/h in towns, 80 km/h outside towns and 130 km/h on motorways"),
        ("PL", "50 km/h in towns, 90 km/h outside towns and 140 km/h on motorways"),
        ("DE", "50 km/h in towns and 100 km/h outside towns"),
        ("GB", "60 mph outside towns and 70 mph on motorways"),
    ])
    func `says the limits that hold nationwide`(code: String, limits: String) throws {
        #expect(try output(of: "driving_rules", ["country_code": .string(code)])["limits"] == .string(limits))
    }

    @Test func `says no limits where states set their own`() throws {
        #expect(
            try output(of: "driving_rules", ["country_code": "US"])
                == ["country": "United States", "side": "right"])
    }

    @Test(arguments: ["plug_types", "emergency_numbers", "driving_rules"] as [ToolName])
    func `knows no countries that are gone`(tool: ToolName) throws {
        #expect(try failure(of: tool, ["country_code": "SU"]).contains("SU"))
    }

    @Test(arguments: [("Norwegian", "takk"), ("french", "merci"), ("Norwegian Bokmål", "takk"), ("Maori", "ngā mihi")])
    func `says thank you in languages by any of their names`(language: String, thanks: String) throws {
        #expect(try output(of: "polite_words", ["language": .string(language)])["thank_you"] == .string(thanks))
    }

    @Test func `has four words of every language, and speaks most of the world`() {
        for words in PoliteWords.all {
            let all = [words.hello, words.please, words.thanks, words.goodbye]
            #expect(all.allSatisfy { !$0.isEmpty } && Set(all).count == 4, "\(words.language)")
        }
        #expect(Set(PoliteWords.all.map(\.language)).count >= 50)
        let spoken = Country.all.count { country in
            country.languages.contains { $0 == "English" || (try? PoliteWords.of($0)) != nil }
        }
        #expect(spoken * 10 >= Country.all.count * 9)
    }

    @Test func `explains why English and invented languages are missing`() throws {
        #expect(
            try failure(of: "polite_words", ["language": "English"])
                == "English is what the words are explained in.")
        #expect(
            try failure(of: "polite_words", ["language": "Klingon"])
                == "There is no language called \"Klingon\" in the data.")
    }

    @Test func `goes on from a country to its language`() throws {
        let portugal = try output(of: "country_facts", ["country_code": "PT"])
        let kenya = try output(of: "country_facts", ["country_code": "KE"])

        #expect(portugal["phrasebook_language"] == "Portuguese")
        #expect(kenya["phrasebook_language"] == nil)
    }
}
