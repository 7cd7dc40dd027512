extension Mountain {
    /// name | in a sentence, where that differs | country | latitude | longitude | height in metres | first ascent.
    ///
    /// Facts written down by ourselves. They can be checked against the national mapping agencies (swisstopo, Ordnance
    /// Survey, USGS, Kartverket and so on). On a border the country is the one people think of first. Years of first
    /// ascents that nobody recorded are left out.
    static let table = """
        Mount Everest||NP|27.9881|86.9250|8849|1953
        K2||PK|35.8825|76.5133|8611|1954
        Kangchenjunga||NP|27.7025|88.1475|8586|1955
        Lhotse||NP|27.9617|86.9330|8516|1956
        Makalu||NP|27.8897|87.0886|8485|1955
        Dhaulagiri||NP|28.6967|83.4953|8167|1960
        Manaslu||NP|28.5497|84.5597|8163|1956
        Nanga Parbat||PK|35.2375|74.5892|8126|1953
        Annapurna||NP|28.5961|83.8203|8091|1950
        Lenin Peak||KG|39.3433|72.8775|7134|1928
        Kilimanjaro||TZ|-3.0758|37.3533|5895|1889
        Mount Kenya||KE|-0.1508|37.3075|5199|1899
        Toubkal||MA|31.0597|-7.9153|4167|1923
        Table Mountain||ZA|-33.9628|18.4098|1086|1503
        Teide||ES|28.2724|-16.6425|3715|
        Mulhacén||ES|37.0534|-3.3115|3479|
        Aneto||ES|42.6310|0.6567|3404|1842
        Mount Pico||PT|38.4690|-28.3990|2351|
        Mont Blanc||FR|45.8326|6.8652|4806|1786
        Matterhorn|the Matterhorn|CH|45.9763|7.6586|4478|1865
        Dufourspitze|the Dufourspitze|CH|45.9369|7.8668|4634|1855
        Eiger|the Eiger|CH|46.5776|8.0054|3967|1858
        Jungfrau|the Jungfrau|CH|46.5368|7.9626|4158|1811
        Grossglockner|the Grossglockner|AT|47.0742|12.6947|3798|1800
        Zugspitze|the Zugspitze|DE|47.4211|10.9853|2962|1820
        Watzmann|the Watzmann|DE|47.5553|12.9222|2713|1800
        Triglav||SI|46.3783|13.8367|2864|1778
        Gran Paradiso||IT|45.5170|7.2660|4061|1860
        Marmolada|the Marmolada|IT|46.4347|11.8508|3343|1864
        Vesuvius||IT|40.8214|14.4260|1281|
        Ben Nevis||GB|56.7969|-5.0036|1345|1771
        Snowdon||GB|53.0685|-4.0763|1085|
        Scafell Pike||GB|54.4542|-3.2116|978|
        Carrauntoohil||IE|51.9990|-9.7430|1039|
        Galdhøpiggen||NO|61.6364|8.3125|2469|1850
        Kebnekaise||SE|67.9006|18.5167|2097|1883
        Halti||FI|69.3080|21.2650|1324|
        Hvannadalshnúkur||IS|64.0140|-16.6770|2110|
        Mount Olympus||GR|40.0859|22.3583|2918|1913
        Musala||BG|42.1794|23.5853|2925|
        Moldoveanu||RO|45.5997|24.7361|2544|
        Rysy||PL|49.1795|20.0881|2499|1840
        Gerlachovský štít||SK|49.1641|20.1340|2655|
        Sněžka||CZ|50.7360|15.7400|1603|
        Elbrus||RU|43.3550|42.4392|5642|1874
        Belukha||RU|49.8070|86.5890|4506|1914
        Mount Ararat||TR|39.7019|44.2983|5137|1829
        Aragats||AM|40.5333|44.2000|4090|
        Denali||US|63.0692|-151.0070|6190|1913
        Mount Whitney||US|36.5786|-118.2920|4421|1873
        Mount Rainier||US|46.8528|-121.7604|4392|1870
        Mount Elbert||US|39.1178|-106.4453|4401|1874
        Pikes Peak||US|38.8405|-105.0442|4302|1820
        Half Dome||US|37.7459|-119.5332|2694|1875
        Mount Washington||US|44.2706|-71.3033|1917|1642
        Mauna Kea||US|19.8207|-155.4681|4207|
        Mount Logan||CA|60.5672|-140.4053|5959|1925
        Mount Robson||CA|53.1106|-119.1566|3954|1913
        Pico de Orizaba||MX|19.0303|-97.2683|5636|1848
        Chimborazo||EC|-1.4693|-78.8169|6263|1880
        Cotopaxi||EC|-0.6806|-78.4378|5897|1872
        Aconcagua||AR|-32.6532|-70.0109|6961|1897
        Fitz Roy||AR|-49.2713|-73.0431|3405|1952
        Ojos del Salado||CL|-27.1092|-68.5414|6893|1937
        Huascarán||PE|-9.1219|-77.6042|6768|1932
        Illimani||BO|-16.6333|-67.7833|6438|1898
        Sugarloaf Mountain||BR|-22.9492|-43.1545|396|1817
        Mount Fuji||JP|35.3606|138.7274|3776|
        Hallasan||KR|33.3617|126.5292|1947|
        Yushan||TW|23.4700|120.9572|3952|
        Kinabalu||MY|6.0750|116.5583|4095|
        Rinjani||ID|-8.4114|116.4573|3726|
        Puncak Jaya||ID|-4.0784|137.1583|4884|1962
        Fansipan||VN|22.3033|103.7750|3147|
        Adam's Peak||LK|6.8096|80.4994|2243|
        Mount Kosciuszko||AU|-36.4559|148.2636|2228|1840
        Uluru||AU|-25.3444|131.0369|863|1873
        Aoraki|Aoraki (Mount Cook)|NZ|-43.5950|170.1418|3724|1894
        Mount Taranaki||NZ|-39.2968|174.0634|2518|1839
        """
}
