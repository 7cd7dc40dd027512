/// Codes that everybody reads as names: countries, currencies, languages, airports, a few companies.
enum KnownCodes {
    /// The groups that a value names, whatever its case.
    static func groups(named text: String) -> [Int] {
        byName[WrittenWords(text).words.map(\.text).joined(separator: " ")] ?? []
    }

    /// The groups that a text names, with the characters that do; short codes only in capitals, as `us` and `it` are words.
    static func groups(in words: WrittenWords, _ characters: [Character]) -> [Int: Range<Int>] {
        var found: [Int: Range<Int>] = [:]
        for index in words.words.indices {
            for length in 1...3 where index + length <= words.words.count {
                let slice = words.words[index..<(index + length)]
                let name = slice.map(\.text).joined(separator: " ")
                guard let groups = byName[name] else { continue }
                if length == 1, name.utf8.count <= 3, !slice.allSatisfy(\.isUpper), !spoken.contains(name) { continue }
                let range = words.words[index].range.lowerBound..<words.words[index + length - 1].range.upperBound
                for group in groups where found[group] == nil { found[group] = range }
            }
        }
        for (index, character) in characters.enumerated() {
            for name in signs[character] ?? [] {
                for group in byName[name] ?? [] where found[group] == nil { found[group] = index..<(index + 1) }
            }
        }
        return found
    }

    private static let byName: [String: [Int]] = {
        var table: [String: [Int]] = [:]
        for (group, line) in lines.split(separator: "\n").enumerated() {
            for name in line.split(separator: " ") {
                table[String(name).replacing("_", with: " "), default: []].append(group)
            }
        }
        return table
    }()

    private static let spoken: Set = ["yen", "won", "usa", "sfo", "lax", "jfk"]

    private static let signs: [Character: [String]] = [
        "$": ["usd"], "€": ["eur"], "£": ["gbp"], "¥": ["jpy", "cny"], "₹": ["inr"], "₩": ["krw"], "₽": ["rub"],
        "₺": ["try"], "₫": ["vnd"], "₪": ["ils"], "₴": ["uah"], "฿": ["thb"], "元": ["cny"], "円": ["jpy"],
    ]

    /// One group a line: codes and names, folded, underscores for spaces.
    private static let lines = """
        us usa united_states america american united_states_of_america
        gb uk gbr united_kingdom britain great_britain british england
        de deu germany german deutschland
        fr fra france french frankreich
        es esp spain spanish espana spanien
        it ita italy italian italia italien
        pt prt portugal portuguese
        nl nld netherlands dutch holland the_netherlands
        be bel belgium belgian
        ch che switzerland swiss schweiz
        at aut austria austrian osterreich
        se swe sweden swedish
        no nor norway norwegian
        dk dnk denmark danish
        fi fin finland finnish
        ie irl ireland irish
        pl pol poland polish
        cz cze czech_republic czechia czech
        hu hun hungary hungarian
        ro rou romania romanian
        gr grc greece greek
        tr tur turkey turkish turkiye
        ru rus russia russian
        ua ukr ukraine ukrainian
        jp jpn japan japanese 日 本
        cn chn china chinese
        kr kor south_korea korea korean
        in ind india indian
        id idn indonesia indonesian
        th tha thailand thai
        vn vnm vietnam vietnamese
        my mys malaysia malaysian
        sg sgp singapore
        ph phl philippines filipino
        au aus australia australian
        nz nzl new_zealand
        ca can canada canadian
        mx mex mexico mexican
        br bra brazil brazilian
        ar arg argentina argentinian argentine
        cl chl chile chilean
        co col colombia colombian
        pe per peru peruvian
        za zaf south_africa south_african
        eg egy egypt egyptian
        ng nga nigeria nigerian
        ke ken kenya kenyan
        ma mar morocco moroccan
        gh gha ghana ghanaian
        il isr israel israeli
        ae are united_arab_emirates emirates uae
        sa sau saudi_arabia saudi
        pk pak pakistan pakistani
        bd bgd bangladesh
        is isl iceland icelandic
        hr hrv croatia croatian
        lk lka sri_lanka
        tw twn taiwan taiwanese
        hk hkg hong_kong
        usd dollar dollars us_dollar us_dollars bucks
        eur euro euros
        gbp pound pounds pound_sterling sterling british_pounds british_pound
        jpy yen japanese_yen
        cny yuan renminbi rmb chinese_yuan
        inr rupee rupees indian_rupees
        krw won korean_won
        chf franc francs swiss_francs swiss_franc
        cad canadian_dollar canadian_dollars
        aud australian_dollar australian_dollars
        nzd new_zealand_dollars new_zealand_dollar
        sek krona kronor swedish_kronor swedish_krona
        nok kroner krone norwegian_kroner norwegian_krone
        dkk kroner krone danish_kroner danish_krone
        pln zloty zlotys
        czk koruna crowns
        huf forint forints
        rub rouble roubles ruble rubles
        try lira turkish_lira
        brl real reais
        mxn peso pesos mexican_pesos
        zar rand
        sgd singapore_dollars singapore_dollar
        hkd hong_kong_dollars hong_kong_dollar
        thb baht
        aed dirham dirhams
        btc bitcoin bitcoins
        eth ethereum ether
        en eng english englisch anglais ingles
        de deu ger german deutsch allemand aleman
        fr fra fre french franzosisch francais frances
        es spa spanish spanisch espagnol espanol
        it ita italian italienisch italiano
        pt por portuguese
        nl nld dut dutch
        sv swe swedish
        no nb nor norwegian
        da dan danish
        fi fin finnish
        pl pol polish
        cs ces czech
        hu hun hungarian
        el ell greek
        tr tur turkish
        ru rus russian
        uk ukr ukrainian
        ja jpn japanese
        zh zho chi chinese mandarin
        ko kor korean
        hi hin hindi
        ar ara arabic
        he heb hebrew
        th tha thai
        vi vie vietnamese
        id ind indonesian
        sw swa swahili
        cy cym welsh
        lhr london heathrow
        lgw london gatwick
        cdg paris
        jfk new_york
        sfo san_francisco
        lax los_angeles
        ord chicago
        fra frankfurt
        muc munich munchen
        ber berlin
        ams amsterdam
        mad madrid
        bcn barcelona
        fco rome
        zrh zurich
        vie vienna
        osl oslo
        arn stockholm
        cph copenhagen
        lis lisbon
        dub dublin
        ist istanbul
        dxb dubai
        del delhi new_delhi
        bom mumbai
        hnd tokyo haneda
        nrt tokyo narita
        icn seoul
        sin singapore
        hkg hong_kong
        bkk bangkok
        syd sydney
        bos boston
        sea seattle
        mia miami
        aapl apple
        msft microsoft
        googl google alphabet
        goog google alphabet
        amzn amazon
        tsla tesla
        nvda nvidia
        meta facebook
        nflx netflix
        """
}
