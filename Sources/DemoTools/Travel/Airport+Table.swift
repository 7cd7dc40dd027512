extension Airport {
    /// IATA | ICAO | name | city | country | latitude | longitude | elevation in metres | time zone.
    ///
    /// Facts from airportsdata 20260905 (MIT).
    static let table = """
        AAL|EKYT|Aalborg Airport|Aalborg|DK|57.093|9.849|3|Europe/Copenhagen
        ABJ|DIAP|Port Bouet Airport|Abidjan|CI|5.261|-3.926|6|Africa/Abidjan
        ABV|DNAA|Nnamdi Azikiwe International|Abuja|NG|9.007|7.263|342|Africa/Lagos
        ACC|DGAA|Kotoka International|Accra|GH|5.605|-0.167|62|Africa/Accra
        ADB|LTBJ|Adnan Menderes International|Izmir|TR|38.292|27.157|126|Europe/Istanbul
        ADD|HAAB|Bole International|Addis Ababa|ET|8.978|38.799|2326|Africa/Addis_Ababa
        ADL|YPAD|Adelaide International|Adelaide|AU|-34.945|138.531|6|Australia/Adelaide
        AEP|SABE|Jorge Newbery Airpark|Buenos Aires|AR|-34.559|-58.416|5|America/Argentina/Buenos_Aires
        AES|ENAL|Ålesund Airport|Ålesund|NO|62.562|6.120|21|Europe/Oslo
        AEY|BIAR|Akureyri Airport|Akureyri|IS|65.660|-18.073|2|Atlantic/Reykjavik
        AGP|LEMG|Malaga Airport|Malaga|ES|36.675|-4.499|16|Europe/Madrid
        AKL|NZAA|Auckland International|Auckland|NZ|-37.008|174.792|7|Pacific/Auckland
        ALA|UAAA|Almaty International|Almaty|KZ|43.352|77.040|682|Asia/Almaty
        AMS|EHAM|Amsterdam Airport Schiphol|Amsterdam|NL|52.309|4.764|-3|Europe/Amsterdam
        ANC|PANC|Ted Stevens Anchorage International|Anchorage|US|61.174|-149.998|46|America/Anchorage
        ANR|EBAW|Antwerp International (Deurne)|Antwerp|BE|51.112|4.274|10|Europe/Brussels
        AQP|SPQU|Rodriguez Ballon International|Arequipa|PE|-16.341|-71.583|2562|America/Lima
        ARN|ESSA|Stockholm-Arlanda Airport|Stockholm|SE|59.652|17.919|42|Europe/Stockholm
        ASP|YBAS|Alice Springs Airport|Alice Springs|AU|-23.807|133.902|545|Australia/Darwin
        ASU|SGAS|Silvio Pettirossi International|Asuncion|PY|-25.240|-57.520|89|America/Asuncion
        ATH|LGAV|Eleftherios Venizelos International|Athens|GR|37.936|23.945|94|Europe/Athens
        ATL|KATL|Hartsfield/Jackson Atlanta International|Atlanta|US|33.637|-84.428|313|America/New_York
        AUH|OMAA|Abu Dhabi International|Abu Dhabi|AE|24.433|54.651|27|Asia/Dubai
        AUS|KAUS|Austin-Bergstrom International|Austin|US|30.195|-97.670|165|America/Chicago
        AYT|LTAI|Antalya International|Antalya|TR|36.899|30.800|54|Europe/Istanbul
        BCN|LEBL|Barcelona International|Barcelona|ES|41.297|2.078|4|Europe/Madrid
        BEG|LYBE|Belgrade Nikola Tesla Airport|Belgrad|RS|44.818|20.309|102|Europe/Belgrade
        BER|EDDB|Berlin Brandenburg Airport|Berlin|DE|52.362|13.501|48|Europe/Berlin
        BFS|EGAA|Belfast International|Belfast|GB|54.657|-6.216|82|Europe/London
        BGO|ENBR|Bergen Airport Flesland|Bergen|NO|60.293|5.218|52|Europe/Oslo
        BHX|EGBB|Birmingham International|Birmingham|GB|52.454|-1.748|100|Europe/London
        BIO|LEBB|Bilbao Airport|Bilbao|ES|43.301|-2.911|42|Europe/Madrid
        BKI|WBKK|Kota Kinabalu International|Kota Kinabalu|MY|5.937|116.051|3|Asia/Kuching
        BKK|VTBS|Suvarnabhumi Airport|Bangkok|TH|13.681|100.747|2|Asia/Bangkok
        BLL|EKBI|Billund Airport|Billund|DK|55.740|9.152|75|Europe/Copenhagen
        BLQ|LIPE|Bologna / Borgo Panigale Airport|Bologna|IT|44.535|11.289|37|Europe/Rome
        BLR|VOBL|Bengaluru International|Bangalore|IN|13.198|77.706|914|Asia/Kolkata
        BNA|KBNA|Nashville International|Nashville|US|36.124|-86.678|183|America/Chicago
        BNE|YBBN|Brisbane International|Brisbane|AU|-27.384|153.117|4|Australia/Brisbane
        BOD|LFBD|Bordeaux-Merignac (BA 106) Airport|Bordeaux/Merignac|FR|44.828|-0.716|49|Europe/Paris
        BOG|SKBO|El Dorado International|Bogota|CO|4.702|-74.147|2548|America/Bogota
        BOM|VABB|Chhatrapati Shivaji International|Mumbai|IN|19.089|72.868|11|Asia/Kolkata
        BOO|ENBO|Bodø Airport|Bodø|NO|67.269|14.365|13|Europe/Oslo
        BOS|KBOS|General Edward Lawrence Logan International|Boston|US|42.363|-71.006|6|America/New_York
        BRC|SAZS|San Carlos de Bariloche Airport|San Carlos de Bariloche|AR|-41.151|-71.157|846|America/Argentina/Salta
        BRE|EDDW|Bremen Airport|Bremen|DE|53.047|8.787|4|Europe/Berlin
        BRQ|LKTB|Brno-Turany Airport|Brno|CZ|49.151|16.694|237|Europe/Prague
        BRS|EGGD|Bristol International|Bristol|GB|51.383|-2.719|190|Europe/London
        BRU|EBBR|Brussels Airport|Brussels|BE|50.541|4.290|53|Europe/Brussels
        BSB|SBBR|Juscelino Kubistschek International|Brasilia|BR|-15.869|-47.921|1066|America/Sao_Paulo
        BSL|LFSB|EuroAirport Basel-Mulhouse-Freiburg Airport|Bale/Mulhouse|FR|47.590|7.530|270|Europe/Paris
        BUD|LHBP|Budapest Ferenc Liszt International|Budapest|HU|47.437|19.256|151|Europe/Budapest
        CAI|HECA|Cairo International|Cairo|EG|30.122|31.406|116|Africa/Cairo
        CAN|ZGGG|Guangzhou Baiyun International|Guangzhou|CN|23.392|113.299|15|Asia/Shanghai
        CBR|YSCB|Canberra International|Canberra|AU|-35.307|149.195|575|Australia/Sydney
        CCP|SCIE|Carriel Sur Airport|Concepcion|CL|-36.773|-73.063|8|America/Santiago
        CCS|SVMI|Maiquetia (Simon Bolivar Internacional) Airport|Caracas|VE|10.603|-66.991|72|America/Caracas
        CCU|VECC|Netaji Subhash Chandra Bose International|Kolkata|IN|22.655|88.447|5|Asia/Kolkata
        CDG|LFPG|Charles de Gaulle International|Paris|FR|49.013|2.550|119|Europe/Paris
        CEB|RPVM|Mactan Cebu International|Lapu-Lapu City|PH|10.307|123.979|9|Asia/Manila
        CGK|WIII|Soekarno-Hatta International|Jakarta|ID|-6.126|106.656|10|Asia/Jakarta
        CGN|EDDK|Cologne Bonn Airport|Cologne|DE|50.866|7.143|92|Europe/Berlin
        CGP|VGEG|Shah Amanat International|Chittagong|BD|22.250|91.813|4|Asia/Dhaka
        CHC|NZCH|Christchurch International|Christchurch|NZ|-43.489|172.532|37|Pacific/Auckland
        CJU|RKPC|Jeju International|Jeju City|KR|33.511|126.493|36|Asia/Seoul
        CLJ|LRCL|Cluj-Napoca International|Cluj-Napoca|RO|46.785|23.686|316|Europe/Bucharest
        CLO|SKCL|Alfonso Bonilla Aragon International|Cali|CO|3.543|-76.382|964|America/Bogota
        CMB|VCBI|Bandaranaike International Apt Colombo Airport|Colombo|LK|7.181|79.884|9|Asia/Colombo
        CMN|GMMN|Mohammed V International|Casablanca|MA|33.367|-7.590|200|Africa/Casablanca
        CNF|SBCF|Tancredo Neves International|Belo Horizonte|BR|-19.624|-43.972|828|America/Sao_Paulo
        CNS|YBCS|Cairns International|Cairns|AU|-16.886|145.755|3|Australia/Brisbane
        CNX|VTCC|Chiang Mai International|Chiang Mai|TH|18.767|98.963|316|Asia/Bangkok
        COK|VOCI|Cochin International|Cochin|IN|10.152|76.402|9|Asia/Kolkata
        COR|SACO|Ingeniero Ambrosio Taravella Airport|Cordoba|AR|-31.324|-64.208|489|America/Argentina/Cordoba
        CPH|EKCH|Copenhagen Kastrup Airport|Copenhagen|DK|55.618|12.656|5|Europe/Copenhagen
        CPT|FACT|Cape Town International|Cape Town|ZA|-33.965|18.602|46|Africa/Johannesburg
        CTG|SKCG|Rafael Nunez International|Cartagena|CO|10.442|-75.513|1|America/Bogota
        CTS|RJCC|New Chitose Airport|Chitose / Tomakomai|JP|42.775|141.692|25|Asia/Tokyo
        CTU|ZUUU|Chengdu Shuangliu International|Chengdu|CN|30.578|103.947|495|Asia/Shanghai
        CUN|MMUN|Cancun International|Cancun|MX|21.037|-86.877|7|America/Cancun
        CUZ|SPZO|Alejandro Velasco Astete International|Cusco|PE|-13.536|-71.939|3310|America/Lima
        CWB|SBCT|Afonso Pena Airport|Curitiba|BR|-25.529|-49.176|911|America/Sao_Paulo
        CWL|EGFF|Cardiff International|Cardiff|GB|51.397|-3.343|67|Europe/London
        DAC|VGHS|Dhaka / Hazrat Shahjalal International|Dhaka|BD|23.843|90.398|9|Asia/Dhaka
        DAD|VVDN|Da Nang International|Da Nang|VN|16.044|108.199|10|Asia/Ho_Chi_Minh
        DAR|HTDA|Mwalimu Julius K. Nyerere International|Dar es Salaam|TZ|-6.878|39.203|55|Africa/Dar_es_Salaam
        DBV|LDDU|Dubrovnik Airport|Dubrovnik|HR|42.561|18.268|161|Europe/Zagreb
        DCA|KDCA|Ronald Reagan Washington Ntl Airport|Washington|US|38.851|-77.038|4|America/New_York
        DEL|VIDP|Indira Gandhi International|New Delhi|IN|28.567|77.103|237|Asia/Kolkata
        DEN|KDEN|Denver International|Denver|US|39.862|-104.673|1656|America/Denver
        DFW|KDFW|Dallas-Fort Worth International|Dallas-Fort Worth|US|32.897|-97.038|185|America/Chicago
        DMK|VTBD|Don Mueang International|Bangkok|TH|13.913|100.607|3|Asia/Bangkok
        DOH|OTHH|Hamad International|Doha|QA|25.261|51.614|4|Asia/Qatar
        DPS|WADD|Ngurah Rai (Bali) International|Denpasar-Bali Island|ID|-8.748|115.167|4|Asia/Makassar
        DRS|EDDC|Dresden Airport|Dresden|DE|51.133|13.767|230|Europe/Berlin
        DRW|YPDN|Darwin International|Darwin|AU|-12.415|130.877|31|Australia/Darwin
        DSS|GOBD|Blaise Diagne International|Diass|SN|14.671|-17.067|88|Africa/Dakar
        DTW|KDTW|Detroit Metro Wayne County Airport|Detroit|US|42.212|-83.353|197|America/New_York
        DUB|EIDW|Dublin Airport|Dublin|IE|53.421|-6.270|74|Europe/Dublin
        DUD|NZDN|Dunedin Airport|Dunedin|NZ|-45.928|170.198|1|Pacific/Auckland
        DUR|FALE|King Shaka International|Durban|ZA|-29.614|31.120|90|Africa/Johannesburg
        DUS|EDDL|Dusseldorf International|Dusseldorf|DE|51.289|6.767|45|Europe/Berlin
        DVO|RPMD|Francisco Bangoy International|Davao City|PH|7.126|125.646|29|Asia/Manila
        DXB|OMDB|Dubai International|Dubai|AE|25.253|55.364|10|Asia/Dubai
        EDI|EGPH|Edinburgh Airport|Edinburgh|GB|55.950|-3.373|41|Europe/London
        EIN|EHEH|Eindhoven Airport|Eindhoven|NL|51.450|5.375|23|Europe/Amsterdam
        ESB|LTAC|Esenboga International|Ankara|TR|40.128|32.995|952|Europe/Istanbul
        EWR|KEWR|Newark Liberty International|Newark|US|40.692|-74.169|5|America/New_York
        EZE|SAEZ|Ministro Pistarini International|Ezeiza|AR|-34.822|-58.536|20|America/Argentina/Buenos_Aires
        FAE|EKVG|Vagar Airport|Vagar|FO|62.064|-7.277|85|Atlantic/Faroe
        FAI|PAFA|Fairbanks International|Fairbanks|US|64.815|-147.857|134|America/Anchorage
        FAO|LPFR|Faro Airport|Faro|PT|37.014|-7.966|7|Europe/Lisbon
        FCO|LIRF|Leonardo Da Vinci (Fiumicino) International|Rome|IT|41.804|12.251|5|Europe/Rome
        FEZ|GMFF|Saiss Airport|Fes|MA|33.927|-4.978|579|Africa/Casablanca
        FLR|LIRQ|Firenze / Peretola Airport|Firenze|IT|43.810|11.205|43|Europe/Rome
        FNC|LPMA|Madeira Airport|Funchal|PT|32.698|-16.774|58|Europe/Lisbon
        FOR|SBFZ|Pinto Martins International|Fortaleza|BR|-3.776|-38.533|25|America/Fortaleza
        FRA|EDDF|Frankfurt am Main International|Frankfurt am Main|DE|50.026|8.543|111|Europe/Berlin
        FUK|RJFF|Fukuoka Airport|Fukuoka|JP|33.586|130.451|10|Asia/Tokyo
        GDL|MMGL|Don Miguel Hidalgo Y Costilla International|Guadalajara|MX|20.522|-103.311|1529|America/Mexico_City
        GDN|EPGD|Gdańsk Lech Wałęsa Airport|Gdańsk|PL|54.378|18.466|149|Europe/Warsaw
        GIG|SBGL|Galeao - Antonio Carlos Jobim International|Rio de Janeiro|BR|-22.810|-43.251|9|America/Sao_Paulo
        GLA|EGPF|Glasgow International|Glasgow|GB|55.872|-4.433|8|Europe/London
        GMP|RKSS|Gimpo International|Seoul|KR|37.558|126.791|18|Asia/Seoul
        GOA|LIMJ|Genova / Sestri Cristoforo Colombo Airport|Genova|IT|44.413|8.838|4|Europe/Rome
        GOH|BGGH|Nuuk Airport|Nuuk|GL|64.191|-51.678|86|America/Nuuk
        GOT|ESGG|Gothenburg-Landvetter Airport|Gothenburg|SE|57.663|12.280|154|Europe/Stockholm
        GRU|SBGR|Guarulhos International|Sao Paulo|BR|-23.436|-46.473|750|America/Sao_Paulo
        GRX|LEGR|Federico Garcia Lorca Airport|Granada|ES|37.189|-3.777|567|Europe/Madrid
        GRZ|LOWG|Graz Airport|Graz|AT|46.991|15.440|340|Europe/Vienna
        GUA|MGGT|La Aurora Airport|Guatemala City|GT|14.583|-90.528|1509|America/Guatemala
        GVA|LSGG|Geneva Cointrin International|Geneva|CH|46.238|6.109|430|Europe/Zurich
        GYE|SEGU|Simon Bolivar International|Guayaquil|EC|-2.157|-79.884|6|America/Guayaquil
        HAJ|EDDV|Hannover Airport|Hannover|DE|52.461|9.685|56|Europe/Berlin
        HAM|EDDH|Hamburg Airport|Hamburg|DE|53.630|9.988|16|Europe/Berlin
        HAN|VVNB|Noi Bai International|Hanoi|VN|21.221|105.807|12|Asia/Ho_Chi_Minh
        HAV|MUHA|Jose Marti International|Havana|CU|22.989|-82.409|64|America/Havana
        HEL|EFHK|Helsinki Vantaa Airport|Helsinki|FI|60.317|24.963|55|Europe/Helsinki
        HER|LGIR|Heraklion International Nikos Kazantzakis Airport|Heraklion|GR|35.340|25.180|35|Europe/Athens
        HGH|ZSHC|Hangzhou Xiaoshan International|Hangzhou|CN|30.230|120.434|7|Asia/Shanghai
        HIJ|RJOA|Hiroshima Airport|Hiroshima|JP|34.436|132.919|332|Asia/Tokyo
        HKG|VHHH|Chek Lap Kok International|Hong Kong|HK|22.309|113.915|9|Asia/Hong_Kong
        HKT|VTSP|Phuket International|Phuket|TH|8.113|98.317|25|Asia/Bangkok
        HND|RJTT|Tokyo International|Tokyo|JP|35.552|139.780|11|Asia/Tokyo
        HNL|PHNL|Daniel K Inouye International|Honolulu|US|21.318|-157.920|4|Pacific/Honolulu
        HOB|KHOB|Lea County Regional Airport|Hobbs|US|32.687|-103.218|1116|America/Denver
        HRB|ZYHB|Taiping Airport|Harbin|CN|45.623|126.250|139|Asia/Shanghai
        HUI|VVPB|Phu Bai Airport|Hue|VN|16.401|107.703|15|Asia/Ho_Chi_Minh
        HYD|VOHS|Rajiv Gandhi International Shamshabad|Hyderabad|IN|17.231|78.430|617|Asia/Kolkata
        IAD|KIAD|Washington Dulles International|Washington|US|38.947|-77.460|95|America/New_York
        IAH|KIAH|George Bush Intcntl/Houston Airport|Houston|US|29.984|-95.341|29|America/Chicago
        ICN|RKSI|Incheon International|Seoul|KR|37.469|126.451|7|Asia/Seoul
        IKA|OIIE|Imam Khomeini International|Tehran|IR|35.416|51.152|1007|Asia/Tehran
        INN|LOWI|Innsbruck Airport|Innsbruck|AT|47.260|11.344|581|Europe/Vienna
        INV|EGPE|Inverness Airport|Inverness|GB|57.542|-4.048|9|Europe/London
        ISB|OPIS|Islamabad International|Islamabad|PK|33.549|72.826|537|Asia/Karachi
        IST|LTFM|Istanbul Airport|Arnavutköy, Istanbul|TR|41.275|28.752|99|Europe/Istanbul
        ITM|RJOO|Osaka International|Osaka|JP|34.785|135.438|15|Asia/Tokyo
        JAI|VIJP|Jaipur International|Jaipur|IN|26.824|75.812|385|Asia/Kolkata
        JED|OEJN|King Abdulaziz International|Jeddah|SA|21.680|39.157|15|Asia/Riyadh
        JFK|KJFK|John F Kennedy International|New York|US|40.640|-73.779|4|America/New_York
        JNB|FAOR|O. R. Tambo International|Johannesburg|ZA|-26.134|28.242|1694|Africa/Johannesburg
        KBP|UKBB|Boryspil International|Kyiv|UA|50.345|30.895|130|Europe/Kyiv
        KEF|BIKF|Keflavik International|Reykjavik|IS|63.985|-22.606|52|Atlantic/Reykjavik
        KHH|RCKH|Kaohsiung International|Kaohsiung City|TW|22.577|120.350|9|Asia/Taipei
        KHI|OPKC|Jinnah International|Karachi|PK|24.907|67.161|30|Asia/Karachi
        KIX|RJBB|Kansai International|Osaka|JP|34.427|135.244|8|Asia/Tokyo
        KMQ|RJNK|Komatsu Airport|Kanazawa|JP|36.395|136.407|11|Asia/Tokyo
        KRK|EPKK|John Paul II International Kraków-Balice Airport|Kraków|PL|50.078|19.785|241|Europe/Warsaw
        KRN|ESNQ|Kiruna Airport||SE|67.822|20.337|460|Europe/Stockholm
        KRS|ENCN|Kristiansand Airport|Kjevik|NO|58.204|8.085|17|Europe/Oslo
        KTM|VNKT|Tribhuvan International|Kathmandu|NP|27.697|85.359|1338|Asia/Kathmandu
        KUL|WMKK|Kuala Lumpur International|Kuala Lumpur|MY|2.746|101.710|21|Asia/Kuala_Lumpur
        LAS|KLAS|Harry Reid International|Las Vegas|US|36.080|-115.152|665|America/Los_Angeles
        LAX|KLAX|Los Angeles International|Los Angeles|US|33.942|-118.408|39|America/Los_Angeles
        LED|ULLI|Pulkovo Airport|St. Petersburg|RU|59.800|30.262|24|Europe/Moscow
        LEJ|EDDP|Leipzig Halle Airport|Leipzig|DE|51.432|12.242|142|Europe/Berlin
        LGA|KLGA|Laguardia Airport|New York|US|40.777|-73.873|6|America/New_York
        LGW|EGKK|London Gatwick Airport|London|GB|51.148|-0.190|62|Europe/London
        LHE|OPLA|Alama Iqbal International|Lahore|PK|31.522|74.404|217|Asia/Karachi
        LHR|EGLL|London Heathrow Airport|London|GB|51.471|-0.462|25|Europe/London
        LIL|LFQQ|Lille-Lesquin Airport|Lille/Lesquin|FR|50.562|3.089|48|Europe/Paris
        LIM|SPJC|Jorge Chavez International|Lima|PE|-12.022|-77.114|34|America/Lima
        LIN|LIML|Linate Airport|Milan|IT|45.445|9.277|108|Europe/Rome
        LIS|LPPT|Lisbon Portela Airport|Lisbon|PT|38.781|-9.136|108|Europe/Lisbon
        LJU|LJLJ|Ljubljana Joze Pucnik Airport|Ljubljana|SI|46.224|14.458|388|Europe/Ljubljana
        LOS|DNMM|Murtala Muhammed International|Lagos|NG|6.577|3.321|41|Africa/Lagos
        LPB|SLLP|El Alto International|La Paz / El Alto|BO|-16.513|-68.192|4071|America/La_Paz
        LPL|EGGP|Liverpool John Lennon Airport|Liverpool|GB|53.334|-2.850|24|Europe/London
        LTN|EGGW|London Luton Airport|London|GB|51.875|-0.368|160|Europe/London
        LUX|ELLX|Luxembourg-Findel International|Luxembourg|LU|49.372|6.122|376|Europe/Luxembourg
        LWO|UKLL|Lviv International|Lviv|UA|49.812|23.956|326|Europe/Kyiv
        LXR|HELX|Luxor International|Luxor|EG|25.671|32.707|90|Africa/Cairo
        LYR|ENSB|Svalbard Airport Longyear|Longyearbyen|NO|78.246|15.466|27|Arctic/Longyearbyen
        LYS|LFLL|Lyon Saint-Exupery Airport|Lyon|FR|45.726|5.091|250|Europe/Paris
        MAA|VOMM|Chennai International|Chennai|IN|12.990|80.169|16|Asia/Kolkata
        MAD|LEMD|Madrid Barajas International|Madrid|ES|40.494|-3.567|610|Europe/Madrid
        MAN|EGCC|Manchester Airport|Manchester|GB|53.354|-2.275|78|Europe/London
        MAO|SBEG|Eduardo Gomes International|Manaus|BR|-3.039|-60.050|80|America/Boa_Vista
        MBA|HKMO|Mombasa Moi International|Mombasa|KE|-4.035|39.594|61|Africa/Nairobi
        MDE|SKRG|Jose Maria Cordova International|Rionegro|CO|6.165|-75.423|2120|America/Bogota
        MDZ|SAME|El Plumerillo Airport|Mendoza|AR|-32.832|-68.793|704|America/Argentina/Mendoza
        MEL|YMML|Melbourne International|Melbourne|AU|-37.673|144.843|132|Australia/Melbourne
        MEX|MMMX|Licenciado Benito Juarez International|Mexico City|MX|19.436|-99.072|2230|America/Mexico_City
        MFM|VMMC|Macau International|Taipa|MO|22.150|113.592|6|Asia/Macau
        MIA|KMIA|Miami International|Miami|US|25.795|-80.290|3|America/New_York
        MID|MMMD|Licenciado Manuel Crescencio Rejon Int Airport|Merida|MX|20.937|-89.658|12|America/Merida
        MLA|LMML|Luqa Airport|Luqa|MT|35.858|14.477|91|Europe/Malta
        MMX|ESMS|Malmo Sturup Airport|Malmo|SE|55.536|13.376|72|Europe/Stockholm
        MNL|RPLL|Ninoy Aquino International|Manila|PH|14.509|121.020|23|Asia/Manila
        MRS|LFML|Marseille Provence Airport|Marseille|FR|43.439|5.221|23|Europe/Paris
        MSP|KMSP|Minneapolis-St Paul International|Minneapolis|US|44.882|-93.222|257|America/Chicago
        MSY|KMSY|Louis Armstrong New Orleans International|New Orleans|US|29.993|-90.259|1|America/Chicago
        MTY|MMMY|General Mariano Escobedo International|Monterrey|MX|25.779|-100.107|390|America/Mexico_City
        MUC|EDDM|Munich International|Munich|DE|48.354|11.786|453|Europe/Berlin
        MVD|SUMU|Carrasco International /General C L Berisso Airport|Montevideo|UY|-34.838|-56.031|32|America/Montevideo
        MXP|LIMC|Malpensa International|Milan|IT|45.631|8.728|234|Europe/Rome
        NAN|NFFN|Nadi International|Nadi|FJ|-17.755|177.443|18|Pacific/Fiji
        NAP|LIRN|Napoli / Capodichino International|Napoli|IT|40.886|14.291|90|Europe/Rome
        NBO|HKJK|Jomo Kenyatta International|Nairobi|KE|-1.319|36.928|1625|Africa/Nairobi
        NCE|LFMN|Nice-Cote d'Azur Airport|Nice|FR|43.658|7.216|4|Europe/Paris
        NCL|EGNT|Newcastle Airport|Newcastle|GB|55.038|-1.692|81|Europe/London
        NGO|RJGG|Chubu Centrair International|Tokoname|JP|34.858|136.805|5|Asia/Tokyo
        NGS|RJFU|Nagasaki Airport|Nagasaki|JP|32.917|129.914|5|Asia/Tokyo
        NKG|ZSNJ|Nanjing Lukou Airport|Nanjing|CN|31.742|118.862|15|Asia/Shanghai
        NQZ|UACC|Nursultan Nazarbayev International|Astana|KZ|51.022|71.467|355|Asia/Almaty
        NRT|RJAA|Narita International|Tokyo|JP|35.765|140.386|43|Asia/Tokyo
        NTE|LFRS|Nantes Atlantique Airport|Nantes|FR|47.153|-1.611|27|Europe/Paris
        NUE|EDDN|Nuremberg Airport|Nuremberg|DE|49.499|11.067|319|Europe/Berlin
        OAX|MMOX|Xoxocotlan International|Oaxaca|MX|17.000|-96.727|1521|America/Mexico_City
        OKA|ROAH|Naha Airport|Naha|JP|26.196|127.646|4|Asia/Tokyo
        OPO|LPPR|Francisco de Sá Carneiro Airport|Porto|PT|41.248|-8.681|69|Europe/Lisbon
        ORD|KORD|Chicago O'Hare International|Chicago|US|41.977|-87.908|207|America/Chicago
        ORK|EICK|Cork Airport|Cork|IE|51.841|-8.491|153|Europe/Dublin
        ORY|LFPO|Paris-Orly Airport|Paris|FR|48.725|2.359|89|Europe/Paris
        OSL|ENGM|Oslo Gardermoen Airport|Oslo|NO|60.194|11.100|208|Europe/Oslo
        OTP|LROP|Henri Coanda International|Bucharest|RO|44.572|26.102|96|Europe/Bucharest
        OUL|EFOU|Oulu Airport|Oulu / Oulunsalo|FI|64.930|25.355|14|Europe/Helsinki
        PDX|KPDX|Portland International|Portland|US|45.589|-122.597|9|America/Los_Angeles
        PEK|ZBAA|Beijing Capital International|Beijing|CN|40.080|116.585|35|Asia/Shanghai
        PEN|WMKP|Penang International|Penang|MY|5.297|100.277|3|Asia/Kuala_Lumpur
        PER|YPPH|Perth International|Perth|AU|-31.940|115.967|20|Australia/Perth
        PHL|KPHL|Philadelphia International|Philadelphia|US|39.872|-75.241|11|America/New_York
        PHX|KPHX|Phoenix Sky Harbor International|Phoenix|US|33.434|-112.012|346|America/Phoenix
        PIT|KPIT|Pittsburgh International|Pittsburgh|US|40.491|-80.233|367|America/New_York
        PKX|ZBAD|Beijing Daxing International|Beijing|CN|39.500|116.400|25|Asia/Shanghai
        PMI|LEPA|Palma De Mallorca Airport|Palma de Mallorca|ES|39.552|2.739|8|Europe/Madrid
        PMO|LICJ|Palermo / Punta Raisi Airport|Palermo|IT|38.176|13.091|20|Europe/Rome
        POA|SBPA|Salgado Filho Airport|Porto Alegre|BR|-29.994|-51.171|3|America/Sao_Paulo
        POZ|EPPO|Poznań-Ławica Airport|Poznań|PL|52.421|16.826|94|Europe/Warsaw
        PPT|NTAA|Faa'a International|Papeete|PF|-17.554|-149.607|2|Pacific/Tahiti
        PRG|LKPR|Václav Havel Airport|Prague|CZ|50.101|14.260|380|Europe/Prague
        PTY|MPTO|Tocumen International|Tocumen|PA|9.071|-79.383|41|America/Panama
        PUQ|SCCI|Pdte. Carlos Ibanez del Campo Airport|Punta Arenas|CL|-53.003|-70.855|42|America/Punta_Arenas
        PUS|RKPK|Gimhae International|Busan|KR|35.179|128.938|2|Asia/Seoul
        PVG|ZSPD|Shanghai Pudong International|Shanghai|CN|31.143|121.805|4|Asia/Shanghai
        RAK|GMMX|Menara Airport|Marrakech|MA|31.607|-8.036|471|Africa/Casablanca
        REC|SBRF|Guararapes - Gilberto Freyre International|Recife|BR|-8.126|-34.924|10|America/Recife
        RIX|EVRA|Riga International|Riga|LV|56.924|23.971|11|Europe/Riga
        ROS|SAAR|Islas Malvinas Airport|Rosario|AR|-32.904|-60.785|26|America/Argentina/Cordoba
        RTM|EHRD|Rotterdam Airport|Rotterdam|NL|51.957|4.437|-5|Europe/Amsterdam
        RUH|OERK|King Khaled International|Riyadh|SA|24.958|46.699|625|Asia/Riyadh
        RUN|FMEE|Roland Garros Airport|St Denis|RE|-20.887|55.510|20|Indian/Reunion
        RVN|EFRO|Rovaniemi Airport|Rovaniemi|FI|66.565|25.830|196|Europe/Helsinki
        SAF|KSAF|Santa Fe Regional Airport|Santa Fe|US|35.617|-106.089|1935|America/Denver
        SAN|KSAN|San Diego International|San Diego|US|32.734|-117.190|5|America/Los_Angeles
        SAT|KSAT|San Antonio International|San Antonio|US|29.534|-98.469|247|America/Chicago
        SAW|LTFJ|Sabiha Gokcen International|Istanbul|TR|40.899|29.309|95|Europe/Istanbul
        SCL|SCEL|Comodoro Arturo Merino Benitez International|Santiago|CL|-33.393|-70.786|474|America/Santiago
        SDJ|RJSS|Sendai Airport|Sendai|JP|38.140|140.917|5|Asia/Tokyo
        SEA|KSEA|Seattle-Tacoma International|Seattle|US|47.450|-122.312|132|America/Los_Angeles
        SFO|KSFO|San Francisco International|San Francisco|US|37.619|-122.375|4|America/Los_Angeles
        SGN|VVTS|Tan Son Nhat International|Ho Chi Minh City|VN|10.819|106.652|10|Asia/Ho_Chi_Minh
        SHA|ZSSS|Shanghai Hongqiao International|Shanghai|CN|31.198|121.336|3|Asia/Shanghai
        SIN|WSSS|Singapore Changi International|Singapore|SG|1.350|103.994|7|Asia/Singapore
        SJO|MROC|Juan Santamaria International|San Jose|CR|9.994|-84.209|921|America/Costa_Rica
        SJU|TJSJ|Luis Munoz Marin International|San Juan|US|18.439|-66.002|3|America/Puerto_Rico
        SKD|UZSS|Samarkand Airport|Samarkand|UZ|39.700|66.984|678|Asia/Samarkand
        SKG|LGTS|Thessaloniki Macedonia International|Thessaloniki|GR|40.520|22.971|7|Europe/Athens
        SKP|LWSK|Skopje International|Skopje|MK|41.962|21.621|238|Europe/Skopje
        SLC|KSLC|Salt Lake City International|Salt Lake City|US|40.788|-111.978|1290|America/Denver
        SNN|EINN|Shannon Airport|Shannon|IE|52.702|-8.925|14|Europe/Dublin
        SOF|LBSF|Sofia Airport|Sofia|BG|42.697|23.411|531|Europe/Sofia
        SPU|LDSP|Split Airport|Split|HR|43.539|16.298|24|Europe/Zagreb
        SSA|SBSV|Deputado Luiz Eduardo Magalhaes International|Salvador|BR|-12.909|-38.323|20|America/Bahia
        STN|EGSS|London Stansted Airport|London|GB|51.885|0.235|106|Europe/London
        STR|EDDS|Stuttgart Airport|Stuttgart|DE|48.690|9.222|389|Europe/Berlin
        SUB|WARR|Juanda International|Surabaya|ID|-7.380|112.787|3|Asia/Jakarta
        SVG|ENZV|Stavanger Airport Sola|Stavanger|NO|58.877|5.638|9|Europe/Oslo
        SVO|UUEE|Sheremetyevo International|Moscow|RU|55.973|37.415|190|Europe/Moscow
        SVQ|LEZL|Sevilla Airport|Sevilla|ES|37.418|-5.893|34|Europe/Madrid
        SXB|LFST|Strasbourg Airport|Strasbourg|FR|48.538|7.628|154|Europe/Paris
        SYD|YSSY|Sydney Kingsford Smith International|Sydney|AU|-33.946|151.177|6|Australia/Sydney
        SZG|LOWS|Salzburg Airport|Salzburg|AT|47.793|13.004|430|Europe/Vienna
        SZX|ZGSZ|Shenzhen Bao'an International|Shenzhen|CN|22.639|113.811|4|Asia/Shanghai
        TAE|RKTN|Daegu Airport|Daegu|KR|35.894|128.659|35|Asia/Seoul
        TAS|UZTT|Tashkent International|Tashkent|UZ|41.258|69.281|432|Asia/Samarkand
        TIA|LATI|Tirana International Mother Teresa|Tirana|AL|41.415|19.721|38|Europe/Tirane
        TKU|EFTU|Turku Airport|Turku|FI|60.514|22.263|49|Europe/Helsinki
        TLL|EETN|Tallinn Airport|Tallinn|EE|59.413|24.833|40|Europe/Tallinn
        TLS|LFBO|Toulouse-Blagnac Airport|Toulouse/Blagnac|FR|43.629|1.364|152|Europe/Paris
        TLV|LLBG|Ben Gurion International|Tel Aviv|IL|32.011|34.887|41|Asia/Jerusalem
        TMP|EFTP|Tampere-Pirkkala Airport|Tampere / Pirkkala|FI|61.414|23.604|119|Europe/Helsinki
        TNN|RCNN|Tainan Airport|Tainan City|TW|22.950|120.206|19|Asia/Taipei
        TOS|ENTC|Tromsø Airport|Tromsø|NO|69.683|18.919|9|Europe/Oslo
        TPE|RCTP|Taiwan Taoyuan International|Taipei|TW|25.078|121.233|32|Asia/Taipei
        TRD|ENVA|Trondheim Airport Vaernes|Trondheim|NO|63.458|10.924|17|Europe/Oslo
        TRN|LIMF|Torino / Caselle International|Torino|IT|45.201|7.650|301|Europe/Rome
        TSA|RCSS|Taipei Songshan Airport|Taipei City|TW|25.069|121.552|5|Asia/Taipei
        TSR|LRTR|Timisoara Traian Vuia Airport|Timisoara|RO|45.810|21.338|106|Europe/Bucharest
        TUN|DTTA|Tunis Carthage International|Tunis|TN|36.851|10.227|7|Africa/Tunis
        UIO|SEQM|Nuevo Aeropuerto Internacional Mariscal Sucre|Quito|EC|-0.129|-78.358|2804|America/Guayaquil
        UME|ESNU|Umea Airport|Umea|SE|63.792|20.283|7|Europe/Stockholm
        USH|SAWH|Malvinas Argentinas Airport|Ushuahia|AR|-54.843|-68.296|31|America/Argentina/Ushuaia
        VCE|LIPZ|Venezia / Tessera -  Marco Polo Airport|Venezia|IT|45.505|12.352|2|Europe/Rome
        VIE|LOWW|Vienna International|Vienna|AT|48.110|16.570|183|Europe/Vienna
        VLC|LEVC|Valencia Airport|Valencia|ES|39.489|-0.482|73|Europe/Madrid
        VNO|EYVI|Vilnius International|Vilnius|LT|54.634|25.286|197|Europe/Vilnius
        VNS|VEBN|Lal Bahadur Shastri Airport|Varanasi|IN|25.451|82.859|82|Asia/Kolkata
        VRN|LIPX|Verona / Villafranca Airport|Verona|IT|45.396|10.889|73|Europe/Rome
        VVI|SLVR|Viru Viru International|Santa Cruz|BO|-17.645|-63.135|373|America/La_Paz
        VVO|UHWW|Vladivostok International|Vladivostok|RU|43.399|132.148|14|Asia/Vladivostok
        WAW|EPWA|Warsaw Chopin Airport|Warsaw|PL|52.166|20.967|110|Europe/Warsaw
        WLG|NZWN|Wellington International|Wellington|NZ|-41.327|174.805|12|Pacific/Auckland
        WRO|EPWR|Copernicus Wrocław Airport|Wrocław|PL|51.103|16.886|123|Europe/Warsaw
        WUH|ZHHH|Wuhan Tianhe International|Wuhan|CN|30.784|114.208|34|Asia/Shanghai
        XIY|ZLXY|Xi'an Xianyang International|Xianyang|CN|34.447|108.752|479|Asia/Shanghai
        YEG|CYEG|Edmonton International|Edmonton|CA|53.310|-113.580|723|America/Edmonton
        YHZ|CYHZ|Halifax Robert L. Stanfield International|Halifax|CA|44.881|-63.509|145|America/Halifax
        YOW|CYOW|Ottawa / Macdonald-Cartier International|Ottawa|CA|45.322|-75.669|114|America/Toronto
        YQB|CYQB|Québec City Jean Lesage International|Quebec City|CA|46.791|-71.393|74|America/Toronto
        YUL|CYUL|Montréal-Pierre Elliott Trudeau International|Dorval|CA|45.471|-73.741|36|America/Toronto
        YVR|CYVR|Vancouver International|Richmond|CA|49.194|-123.184|4|America/Vancouver
        YWG|CYWG|Winnipeg James Armstrong Richardson International|Winnipeg|CA|49.910|-97.240|239|America/Winnipeg
        YXY|CYXY|Erik Nielsen Whitehorse International|Whitehorse|CA|60.710|-135.067|706|America/Whitehorse
        YYC|CYYC|Calgary International|Calgary|CA|51.114|-114.020|1084|America/Edmonton
        YYT|CYYT|St. John's International|Saint John|CA|47.619|-52.752|141|America/St_Johns
        YYZ|CYYZ|Toronto Pearson International|Mississauga|CA|43.677|-79.631|173|America/Toronto
        ZAG|LDZA|Zagreb Airport|Zagreb|HR|45.743|16.069|108|Europe/Zagreb
        ZNZ|HTZA|Zanzibar Airport|Kiembi Samaki|TZ|-6.222|39.225|16|Africa/Dar_es_Salaam
        ZQN|NZQN|Queenstown International|Queenstown|NZ|-45.021|168.739|357|Pacific/Auckland
        ZRH|LSZH|Zurich Airport|Zurich|CH|47.465|8.549|432|Europe/Zurich
        """
}
