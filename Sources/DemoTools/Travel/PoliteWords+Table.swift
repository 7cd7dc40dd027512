extension PoliteWords {
    /// language | hello | please | thank you | goodbye.
    ///
    /// Written down by ourselves: common, fairly formal words that any phrasebook or the Wiktionary confirms. Other
    /// scripts have a Latin spelling in brackets.
    static let table = """
        Afrikaans|hallo|asseblief|dankie|totsiens
        Albanian|përshëndetje|ju lutem|faleminderit|mirupafshim
        Arabic|مرحبا (marhaban)|من فضلك (min fadlak)|شكرا (shukran)|مع السلامة (maʿa s-salama)
        Armenian|բարև (barev)|խնդրում եմ (khndrum em)|շնորհակալություն (shnorhakalutyun)|ցտեսություն (tstesutyun)
        Bangla|নমস্কার (nomoshkar)|দয়া করে (doya kore)|ধন্যবাদ (dhonnobad)|বিদায় (biday)
        Bosnian|zdravo|molim|hvala|doviđenja
        Bulgarian|здравейте (zdraveyte)|моля (molya)|благодаря (blagodarya)|довиждане (dovizhdane)
        Catalan|hola|si us plau|gràcies|adéu
        Chinese|你好 (nǐ hǎo)|请 (qǐng)|谢谢 (xièxie)|再见 (zàijiàn)
        Croatian|bok|molim|hvala|doviđenja
        Czech|dobrý den|prosím|děkuji|na shledanou
        Danish|hej|vær så venlig|tak|farvel
        Dutch|hallo|alstublieft|dank u wel|tot ziens
        Estonian|tere|palun|aitäh|head aega
        Finnish|hei|ole hyvä|kiitos|näkemiin
        French|bonjour|s'il vous plaît|merci|au revoir
        Georgian|გამარჯობა (gamarjoba)|გთხოვთ (gtkhovt)|მადლობა (madloba)|ნახვამდის (nakhvamdis)
        German|guten Tag|bitte|danke|auf Wiedersehen
        Greek|γεια σας (yia sas)|παρακαλώ (parakaló)|ευχαριστώ (efcharistó)|αντίο (adío)
        Hebrew|שלום (shalom)|בבקשה (bevakasha)|תודה (toda)|להתראות (lehitraot)
        Hindi|नमस्ते (namaste)|कृपया (kripaya)|धन्यवाद (dhanyavaad)|अलविदा (alvida)
        Hungarian|jó napot|kérem|köszönöm|viszontlátásra
        Icelandic|halló|vinsamlegast|takk|bless
        Indonesian|halo|tolong|terima kasih|sampai jumpa
        Irish|dia duit|le do thoil|go raibh maith agat|slán
        Italian|buongiorno|per favore|grazie|arrivederci
        Japanese|こんにちは (konnichiwa)|お願いします (onegai shimasu)|ありがとうございます (arigatō gozaimasu)|さようなら (sayōnara)
        Korean|안녕하세요 (annyeonghaseyo)|부탁합니다 (butakhamnida)|감사합니다 (gamsahamnida)|안녕히 계세요 (annyeonghi gyeseyo)
        Latvian|sveiki|lūdzu|paldies|uz redzēšanos
        Lithuanian|labas|prašau|ačiū|viso gero
        Luxembourgish|moien|wann ech gelift|merci|äddi
        Macedonian|здраво (zdravo)|ве молам (ve molam)|благодарам (blagodaram)|довидување (doviduvanje)
        Malay|helo|tolong|terima kasih|selamat tinggal
        Maltese|bonġu|jekk jogħġbok|grazzi|saħħa
        Māori|kia ora|tēnā koa|ngā mihi|ka kite anō
        Nepali|नमस्ते (namaste)|कृपया (kripaya)|धन्यवाद (dhanyabad)|फेरि भेटौंला (pheri bhetaunla)
        Norwegian|hei|vær så snill|takk|ha det
        Persian|سلام (salâm)|لطفا (lotfan)|متشکرم (moteshakkeram)|خداحافظ (khodâ hâfez)
        Polish|dzień dobry|proszę|dziękuję|do widzenia
        Portuguese|olá|por favor|obrigado, or obrigada from a woman|adeus
        Romanian|bună ziua|vă rog|mulțumesc|la revedere
        Russian|здравствуйте (zdravstvuyte)|пожалуйста (pozhaluysta)|спасибо (spasibo)|до свидания (do svidaniya)
        Serbian|zdravo|molim|hvala|doviđenja
        Slovak|dobrý deň|prosím|ďakujem|dovidenia
        Slovenian|dober dan|prosim|hvala|nasvidenje
        Spanish|hola|por favor|gracias|adiós
        Swahili|jambo|tafadhali|asante|kwaheri
        Swedish|hej|snälla|tack|hej då
        Tagalog|kumusta|pakiusap|salamat|paalam
        Thai|สวัสดี (sawatdi)|กรุณา (karuna)|ขอบคุณ (khop khun)|ลาก่อน (la kon)
        Turkish|merhaba|lütfen|teşekkür ederim|hoşça kalın
        Ukrainian|добрий день (dobryi den)|будь ласка (bud laska)|дякую (diakuiu)|до побачення (do pobachennia)
        Vietnamese|xin chào|làm ơn|cảm ơn|tạm biệt
        Welsh|helô|os gwelwch yn dda|diolch|hwyl fawr
        Zulu|sawubona|ngiyacela|ngiyabonga|hamba kahle
        """
}
