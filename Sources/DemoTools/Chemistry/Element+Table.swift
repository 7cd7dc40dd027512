extension Element {
    /// number | symbol | name | standard atomic weight | period | group | category |
    /// density in g/cm³ of solids and liquids.
    ///
    /// Weights and densities from periodictable 2.1.0 (public domain), after CIAAW; periods, groups and categories are
    /// our own.
    static let table = """
        1|H|hydrogen|1.008|1|1|reactive nonmetal|
        2|He|helium|4.002602|1|18|noble gas|
        3|Li|lithium|6.94|2|1|alkali metal|0.534
        4|Be|beryllium|9.0121831|2|2|alkaline earth metal|1.848
        5|B|boron|10.81|2|13|metalloid|2.34
        6|C|carbon|12.011|2|14|reactive nonmetal|2.2
        7|N|nitrogen|14.007|2|15|reactive nonmetal|
        8|O|oxygen|15.999|2|16|reactive nonmetal|
        9|F|fluorine|18.998403|2|17|halogen|
        10|Ne|neon|20.1797|2|18|noble gas|
        11|Na|sodium|22.989769|3|1|alkali metal|0.971
        12|Mg|magnesium|24.305|3|2|alkaline earth metal|1.738
        13|Al|aluminium|26.981538|3|13|post-transition metal|2.6989
        14|Si|silicon|28.085|3|14|metalloid|2.33
        15|P|phosphorus|30.973762|3|15|reactive nonmetal|1.82
        16|S|sulfur|32.06|3|16|reactive nonmetal|2.07
        17|Cl|chlorine|35.45|3|17|halogen|
        18|Ar|argon|39.95|3|18|noble gas|
        19|K|potassium|39.0983|4|1|alkali metal|0.862
        20|Ca|calcium|40.078|4|2|alkaline earth metal|1.55
        21|Sc|scandium|44.955907|4|3|transition metal|2.989
        22|Ti|titanium|47.867|4|4|transition metal|4.54
        23|V|vanadium|50.9415|4|5|transition metal|6.11
        24|Cr|chromium|51.9961|4|6|transition metal|7.19
        25|Mn|manganese|54.938043|4|7|transition metal|7.33
        26|Fe|iron|55.845|4|8|transition metal|7.874
        27|Co|cobalt|58.933194|4|9|transition metal|8.9
        28|Ni|nickel|58.6934|4|10|transition metal|8.902
        29|Cu|copper|63.546|4|11|transition metal|8.96
        30|Zn|zinc|65.38|4|12|transition metal|7.133
        31|Ga|gallium|69.723|4|13|post-transition metal|5.904
        32|Ge|germanium|72.63|4|14|metalloid|5.323
        33|As|arsenic|74.921595|4|15|metalloid|5.73
        34|Se|selenium|78.971|4|16|reactive nonmetal|4.79
        35|Br|bromine|79.904|4|17|halogen|3.12
        36|Kr|krypton|83.798|4|18|noble gas|
        37|Rb|rubidium|85.4678|5|1|alkali metal|1.532
        38|Sr|strontium|87.62|5|2|alkaline earth metal|2.54
        39|Y|yttrium|88.905838|5|3|transition metal|4.469
        40|Zr|zirconium|91.224|5|4|transition metal|6.506
        41|Nb|niobium|92.90637|5|5|transition metal|8.57
        42|Mo|molybdenum|95.95|5|6|transition metal|10.22
        43|Tc|technetium|98|5|7|transition metal|11.5
        44|Ru|ruthenium|101.07|5|8|transition metal|12.41
        45|Rh|rhodium|102.90549|5|9|transition metal|12.41
        46|Pd|palladium|106.42|5|10|transition metal|12.02
        47|Ag|silver|107.8682|5|11|transition metal|10.5
        48|Cd|cadmium|112.414|5|12|transition metal|8.65
        49|In|indium|114.818|5|13|post-transition metal|7.31
        50|Sn|tin|118.71|5|14|post-transition metal|7.31
        51|Sb|antimony|121.76|5|15|metalloid|6.691
        52|Te|tellurium|127.6|5|16|metalloid|6.24
        53|I|iodine|126.90447|5|17|halogen|4.93
        54|Xe|xenon|131.293|5|18|noble gas|
        55|Cs|caesium|132.90545|6|1|alkali metal|1.873
        56|Ba|barium|137.327|6|2|alkaline earth metal|3.5
        57|La|lanthanum|138.90547|6||lanthanide|6.145
        58|Ce|cerium|140.116|6||lanthanide|6.77
        59|Pr|praseodymium|140.90766|6||lanthanide|6.773
        60|Nd|neodymium|144.242|6||lanthanide|7.008
        61|Pm|promethium|145|6||lanthanide|7.264
        62|Sm|samarium|150.36|6||lanthanide|7.52
        63|Eu|europium|151.964|6||lanthanide|5.244
        64|Gd|gadolinium|157.25|6||lanthanide|7.901
        65|Tb|terbium|158.92535|6||lanthanide|8.23
        66|Dy|dysprosium|162.5|6||lanthanide|8.551
        67|Ho|holmium|164.93032|6||lanthanide|8.795
        68|Er|erbium|167.259|6||lanthanide|9.066
        69|Tm|thulium|168.93421|6||lanthanide|9.321
        70|Yb|ytterbium|173.045|6||lanthanide|6.966
        71|Lu|lutetium|174.9668|6|3|lanthanide|9.841
        72|Hf|hafnium|178.486|6|4|transition metal|13.31
        73|Ta|tantalum|180.94788|6|5|transition metal|16.654
        74|W|tungsten|183.84|6|6|transition metal|19.3
        75|Re|rhenium|186.207|6|7|transition metal|21.02
        76|Os|osmium|190.23|6|8|transition metal|22.57
        77|Ir|iridium|192.217|6|9|transition metal|22.42
        78|Pt|platinum|195.084|6|10|transition metal|21.45
        79|Au|gold|196.96657|6|11|transition metal|19.3
        80|Hg|mercury|200.592|6|12|transition metal|13.546
        81|Tl|thallium|204.38|6|13|post-transition metal|11.85
        82|Pb|lead|207.2|6|14|post-transition metal|11.35
        83|Bi|bismuth|208.9804|6|15|post-transition metal|9.747
        84|Po|polonium|209|6|16|post-transition metal|9.32
        85|At|astatine|210|6|17|halogen|
        86|Rn|radon|222|6|18|noble gas|
        87|Fr|francium|223|7|1|alkali metal|
        88|Ra|radium|226|7|2|alkaline earth metal|
        89|Ac|actinium|227|7||actinide|
        90|Th|thorium|232.0377|7||actinide|11.72
        91|Pa|protactinium|231.03588|7||actinide|15.37
        92|U|uranium|238.02891|7||actinide|18.95
        93|Np|neptunium|237|7||actinide|20.25
        94|Pu|plutonium|244|7||actinide|19.84
        95|Am|americium|243|7||actinide|13.67
        96|Cm|curium|247|7||actinide|13.51
        97|Bk|berkelium|247|7||actinide|14
        98|Cf|californium|251|7||actinide|
        99|Es|einsteinium|252|7||actinide|
        100|Fm|fermium|257|7||actinide|
        101|Md|mendelevium|258|7||actinide|
        102|No|nobelium|259|7||actinide|
        103|Lr|lawrencium|262|7|3|actinide|
        104|Rf|rutherfordium|261|7|4|transition metal|
        105|Db|dubnium|262|7|5|transition metal|
        106|Sg|seaborgium|266|7|6|transition metal|
        107|Bh|bohrium|264|7|7|transition metal|
        108|Hs|hassium|277|7|8|transition metal|
        109|Mt|meitnerium|268|7|9|transition metal|
        110|Ds|darmstadtium|281|7|10|transition metal|
        111|Rg|roentgenium|272|7|11|transition metal|
        112|Cn|copernicium|285|7|12|transition metal|
        113|Nh|nihonium|286|7|13|post-transition metal|
        114|Fl|flerovium|289|7|14|post-transition metal|
        115|Mc|moscovium|289|7|15|post-transition metal|
        116|Lv|livermorium|293|7|16|post-transition metal|
        117|Ts|tennessine|294|7|17|halogen|
        118|Og|oganesson|294|7|18|noble gas|
        """
}
