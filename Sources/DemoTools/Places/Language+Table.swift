extension Language {
    /// code | English name, for the languages of ``Country``.
    ///
    /// Names from Babel 2.18 (BSD-3-Clause), that is from Unicode CLDR (Unicode licence).
    static let table = """
        aa|Afar
        af|Afrikaans
        ak|Akan
        am|Amharic
        ar|Arabic
        ay|Aymara
        az|Azerbaijani
        bal|Baluchi
        be|Belarusian
        bem|Bemba
        bg|Bulgarian
        bho|Bhojpuri
        bi|Bislama
        bm|Bambara
        bn|Bangla
        br|Breton
        bs|Bosnian
        ca|Catalan
        ch|Chamorro
        chk|Chuukese
        cs|Czech
        cy|Welsh
        da|Danish
        de|German
        dv|Divehi
        dz|Dzongkha
        ee|Ewe
        el|Greek
        en|English
        es|Spanish
        et|Estonian
        fa|Persian
        ff|Fula
        fi|Finnish
        fil|Filipino
        fj|Fijian
        fo|Faroese
        fr|French
        frp|Arpitan
        fy|Western Frisian
        ga|Irish
        gag|Gagauz
        gd|Scottish Gaelic
        gil|Gilbertese
        gl|Galician
        gn|Guarani
        gv|Manx
        ha|Hausa
        hak|Hakka Chinese
        haw|Hawaiian
        he|Hebrew
        hi|Hindi
        ho|Hiri Motu
        hr|Croatian
        ht|Haitian Creole
        hu|Hungarian
        hy|Armenian
        id|Indonesian
        is|Icelandic
        it|Italian
        iu|Inuktitut
        ja|Japanese
        ka|Georgian
        kg|Kongo
        kk|Kazakh
        kl|Kalaallisut
        km|Khmer
        ko|Korean
        kr|Kanuri
        ku|Kurdish
        ky|Kyrgyz
        la|Latin
        lb|Luxembourgish
        lg|Ganda
        ln|Lingala
        lo|Lao
        loz|Lozi
        lt|Lithuanian
        lv|Latvian
        men|Mende
        mg|Malagasy
        mh|Marshallese
        mi|Māori
        mk|Macedonian
        mn|Mongolian
        mos|Mossi
        ms|Malay
        mt|Maltese
        mwl|Mirandese
        my|Burmese
        na|Nauru
        nan|Min Nan Chinese
        nb|Norwegian Bokmål
        ne|Nepali
        niu|Niuean
        nl|Dutch
        nn|Norwegian Nynorsk
        no|Norwegian
        nr|South Ndebele
        ny|Nyanja
        om|Oromo
        pa|Punjabi
        pap|Papiamento
        pl|Polish
        pon|Pohnpeian
        ps|Pashto
        pt|Portuguese
        qu|Quechua
        rn|Rundi
        ro|Romanian
        rom|Romany
        ru|Russian
        rw|Kinyarwanda
        se|Northern Sami
        sg|Sango
        sh|Serbo-Croatian
        si|Sinhala
        sk|Slovak
        sl|Slovenian
        sm|Samoan
        sma|Southern Sami
        smn|Inari Sami
        sn|Shona
        snk|Soninke
        so|Somali
        sq|Albanian
        sr|Serbian
        srn|Sranan Tongo
        ss|Swati
        st|Southern Sotho
        sv|Swedish
        sw|Swahili
        ta|Tamil
        tem|Timne
        tet|Tetum
        tg|Tajik
        th|Thai
        tig|Tigre
        tk|Turkmen
        tl|Tagalog
        tn|Tswana
        to|Tongan
        tpi|Tok Pisin
        tr|Turkish
        tt|Tatar
        tum|Tumbuka
        tvl|Tuvalu
        ty|Tahitian
        uk|Ukrainian
        ur|Urdu
        uz|Uzbek
        vi|Vietnamese
        vmw|Makhuwa
        wo|Wolof
        wuu|Wu Chinese
        xal|Kalmyk
        xh|Xhosa
        yao|Yao
        yo|Yoruba
        yue|Cantonese
        zh|Chinese
        zu|Zulu
        """
}
