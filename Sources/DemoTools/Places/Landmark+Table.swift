extension Landmark {
    /// name | in a sentence, where that differs | city | country | latitude | longitude | completed | height in metres.
    ///
    /// Facts written down by ourselves. They can be checked against the owners' own pages, for tall buildings against
    /// the list of the Council on Tall Buildings and Urban Habitat. Heights are to the top, aerials included; years of
    /// works that grew over centuries, and of rebuilt ones, are left out.
    static let table = """
        Eiffel Tower|the Eiffel Tower|Paris|FR|48.8584|2.2945|1889|330
        Arc de Triomphe|the Arc de Triomphe|Paris|FR|48.8738|2.2950|1836|50
        Louvre Pyramid|the Louvre Pyramid|Paris|FR|48.8610|2.3358|1989|21.6
        Sacré-Cœur|the Sacré-Cœur|Paris|FR|48.8867|2.3431|1914|83
        Notre-Dame de Paris||Paris|FR|48.8530|2.3499||
        Millau Viaduct|the Millau Viaduct|Millau|FR|44.0775|3.0228|2004|
        Colosseum|the Colosseum|Rome|IT|41.8902|12.4922||
        Trevi Fountain|the Trevi Fountain|Rome|IT|41.9009|12.4833|1762|26
        St. Peter's Basilica||Vatican City|VA|41.9022|12.4533|1626|137
        Leaning Tower of Pisa|the Leaning Tower of Pisa|Pisa|IT|43.7230|10.3966|1372|57
        Florence Cathedral||Florence|IT|43.7731|11.2560|1436|
        Milan Cathedral||Milan|IT|45.4642|9.1916||108.5
        Rialto Bridge|the Rialto Bridge|Venice|IT|45.4380|12.3360|1591|
        Big Ben||London|GB|51.5007|-0.1246|1859|96
        Tower Bridge||London|GB|51.5055|-0.0754|1894|65
        London Eye|the London Eye|London|GB|51.5033|-0.1196|2000|135
        St Paul's Cathedral||London|GB|51.5138|-0.0984|1710|111
        The Shard|the Shard|London|GB|51.5045|-0.0865|2012|310
        Stonehenge||Amesbury|GB|51.1789|-1.8262||
        Forth Bridge|the Forth Bridge|South Queensferry|GB|56.0006|-3.3886|1890|110
        Edinburgh Castle||Edinburgh|GB|55.9486|-3.1999||
        Clifton Suspension Bridge|the Clifton Suspension Bridge|Bristol|GB|51.4549|-2.6279|1864|
        Sagrada Família|the Sagrada Família|Barcelona|ES|41.4036|2.1744||
        Alhambra|the Alhambra|Granada|ES|37.1760|-3.5881||
        Metropol Parasol|the Metropol Parasol|Seville|ES|37.3933|-5.9917|2011|
        Guggenheim Museum Bilbao|the Guggenheim Museum Bilbao|Bilbao|ES|43.2687|-2.9340|1997|
        Belém Tower|the Belém Tower|Lisbon|PT|38.6916|-9.2160|1519|30
        25 de Abril Bridge|the 25 de Abril Bridge|Lisbon|PT|38.6895|-9.1772|1966|190
        Dom Luís I Bridge|the Dom Luís I Bridge|Porto|PT|41.1399|-8.6094|1886|
        Brandenburg Gate|the Brandenburg Gate|Berlin|DE|52.5163|13.3777|1791|26
        Berlin TV Tower|the Berlin TV Tower|Berlin|DE|52.5208|13.4094|1969|368
        Cologne Cathedral||Cologne|DE|50.9413|6.9583|1880|157
        Elbphilharmonie|the Elbphilharmonie|Hamburg|DE|53.5413|9.9841|2016|110
        Neuschwanstein Castle||Schwangau|DE|47.5576|10.7498||
        St. Stephen's Cathedral||Vienna|AT|48.2085|16.3731||136
        Vienna Giant Ferris Wheel|the Vienna Giant Ferris Wheel|Vienna|AT|48.2166|16.3958|1897|65
        Charles Bridge||Prague|CZ|50.0865|14.4114|1402|
        Hungarian Parliament Building|the Hungarian Parliament Building|Budapest|HU|47.5071|19.0457|1904|96
        Széchenyi Chain Bridge|the Széchenyi Chain Bridge|Budapest|HU|47.4990|19.0437|1849|
        Palace of Culture and Science|the Palace of Culture and Science|Warsaw|PL|52.2319|21.0067|1955|237
        Atomium|the Atomium|Brussels|BE|50.8949|4.3415|1958|102
        Little Mermaid|the Little Mermaid|Copenhagen|DK|55.6929|12.5993|1913|
        Turning Torso|the Turning Torso|Malmö|SE|55.6133|12.9764|2005|190
        Stockholm City Hall||Stockholm|SE|59.3275|18.0543|1923|106
        Helsinki Cathedral||Helsinki|FI|60.1704|24.9522|1852|62
        Oslo Opera House|the Oslo Opera House|Oslo|NO|59.9075|10.7530|2008|
        Arctic Cathedral|the Arctic Cathedral|Tromsø|NO|69.6480|18.9876|1965|
        Hallgrímskirkja||Reykjavík|IS|64.1417|-21.9266|1986|74.5
        Parthenon|the Parthenon|Athens|GR|37.9715|23.7267||
        Hagia Sophia|the Hagia Sophia|Istanbul|TR|41.0086|28.9802|537|55
        Galata Tower|the Galata Tower|Istanbul|TR|41.0256|28.9742|1348|63
        Saint Basil's Cathedral||Moscow|RU|55.7525|37.6231|1561|47.5
        Great Pyramid of Giza|the Great Pyramid of Giza|Giza|EG|29.9792|31.1342||138.5
        Cairo Tower|the Cairo Tower|Cairo|EG|30.0459|31.2243|1961|187
        Hassan II Mosque|the Hassan II Mosque|Casablanca|MA|33.6085|-7.6328|1993|210
        Burj Khalifa|the Burj Khalifa|Dubai|AE|25.1972|55.2744|2010|828
        Taj Mahal|the Taj Mahal|Agra|IN|27.1751|78.0421|1653|73
        Gateway of India|the Gateway of India|Mumbai|IN|18.9220|72.8347|1924|26
        India Gate||New Delhi|IN|28.6129|77.2295|1931|42
        Hawa Mahal|the Hawa Mahal|Jaipur|IN|26.9239|75.8267|1799|15
        Charminar|the Charminar|Hyderabad|IN|17.3616|78.4747|1591|
        Angkor Wat||Siem Reap|KH|13.4125|103.8670||65
        Wat Arun||Bangkok|TH|13.7437|100.4889||
        KL Tower|the KL Tower|Kuala Lumpur|MY|3.1528|101.7038|1995|421
        Taipei 101||Taipei|TW|25.0340|121.5645|2004|508
        Shanghai Tower|the Shanghai Tower|Shanghai|CN|31.2335|121.5056|2015|632
        Oriental Pearl Tower|the Oriental Pearl Tower|Shanghai|CN|31.2397|121.4998|1994|468
        Forbidden City|the Forbidden City|Beijing|CN|39.9163|116.3972|1420|
        Tokyo Tower||Tokyo|JP|35.6586|139.7454|1958|333
        Tokyo Skytree|the Tokyo Skytree|Tokyo|JP|35.7101|139.8107|2012|634
        Golden Pavilion|the Golden Pavilion|Kyoto|JP|35.0394|135.7292||
        Lotte World Tower|the Lotte World Tower|Seoul|KR|37.5126|127.1026|2017|555
        Gyeongbokgung||Seoul|KR|37.5796|126.9770||
        Sydney Opera House|the Sydney Opera House|Sydney|AU|-33.8568|151.2153|1973|65
        Sydney Harbour Bridge|the Sydney Harbour Bridge|Sydney|AU|-33.8523|151.2108|1932|134
        Sky Tower|the Sky Tower|Auckland|NZ|-36.8485|174.7622|1997|328
        Statue of Liberty|the Statue of Liberty|New York|US|40.6892|-74.0445|1886|93
        Empire State Building|the Empire State Building|New York|US|40.7484|-73.9857|1931|443
        Brooklyn Bridge|the Brooklyn Bridge|New York|US|40.7061|-73.9969|1883|84
        One World Trade Center||New York|US|40.7127|-74.0134|2014|541
        Golden Gate Bridge|the Golden Gate Bridge|San Francisco|US|37.8199|-122.4783|1937|227
        Hollywood Sign|the Hollywood Sign|Los Angeles|US|34.1341|-118.3215|1923|
        Space Needle|the Space Needle|Seattle|US|47.6205|-122.3493|1962|184
        Gateway Arch|the Gateway Arch|St. Louis|US|38.6247|-90.1848|1965|192
        Washington Monument|the Washington Monument|Washington|US|38.8895|-77.0353|1884|169
        White House|the White House|Washington|US|38.8977|-77.0365|1800|
        Mount Rushmore||Keystone|US|43.8791|-103.4591|1941|
        CN Tower|the CN Tower|Toronto|CA|43.6426|-79.3871|1976|553
        Château Frontenac|the Château Frontenac|Québec|CA|46.8120|-71.2050|1893|
        Christ the Redeemer||Rio de Janeiro|BR|-22.9519|-43.2105|1931|38
        Obelisk of Buenos Aires|the Obelisk of Buenos Aires|Buenos Aires|AR|-34.6037|-58.3816|1936|67.5
        Teatro Colón|the Teatro Colón|Buenos Aires|AR|-34.6011|-58.3831|1908|
        Machu Picchu||Aguas Calientes|PE|-13.1631|-72.5450||
        """
}
