extension Film {
    /// id | title | director | year | minutes | language | cast.
    ///
    /// Written down for this library, under its licence; the facts can be checked against Wikidata. Running times are
    /// those of the version shown in cinemas.
    static let table = """
        f01|Metropolis|Fritz Lang|1927|153|German|Brigitte Helm,Alfred Abel,Gustav Fröhlich
        f02|M|Fritz Lang|1931|111|German|Peter Lorre,Gustaf Gründgens
        f03|Modern Times|Charles Chaplin|1936|87|English|Charles Chaplin,Paulette Goddard
        f04|Casablanca|Michael Curtiz|1942|102|English|Humphrey Bogart,Ingrid Bergman,Paul Henreid
        f05|Bicycle Thieves|Vittorio De Sica|1948|89|Italian|Lamberto Maggiorani,Enzo Staiola
        f06|Rashomon|Akira Kurosawa|1950|88|Japanese|Toshiro Mifune,Machiko Kyo,Masayuki Mori
        f07|Seven Samurai|Akira Kurosawa|1954|207|Japanese|Takashi Shimura,Toshiro Mifune
        f08|Yojimbo|Akira Kurosawa|1961|110|Japanese|Toshiro Mifune,Tatsuya Nakadai
        f09|Tokyo Story|Yasujiro Ozu|1953|136|Japanese|Chishu Ryu,Chieko Higashiyama,Setsuko Hara
        f10|Rear Window|Alfred Hitchcock|1954|112|English|James Stewart,Grace Kelly
        f11|Vertigo|Alfred Hitchcock|1958|128|English|James Stewart,Kim Novak
        f12|Psycho|Alfred Hitchcock|1960|109|English|Anthony Perkins,Janet Leigh
        f13|The Seventh Seal|Ingmar Bergman|1957|96|Swedish|Max von Sydow,Gunnar Björnstrand,Bengt Ekerot
        f14|Persona|Ingmar Bergman|1966|83|Swedish|Bibi Andersson,Liv Ullmann
        f15|Some Like It Hot|Billy Wilder|1959|121|English|Marilyn Monroe,Tony Curtis,Jack Lemmon
        f16|The Apartment|Billy Wilder|1960|125|English|Jack Lemmon,Shirley MacLaine
        f17|La Dolce Vita|Federico Fellini|1960|174|Italian|Marcello Mastroianni,Anita Ekberg
        f18|8½|Federico Fellini|1963|138|Italian|Marcello Mastroianni,Claudia Cardinale
        f19|Breathless|Jean-Luc Godard|1960|90|French|Jean-Paul Belmondo,Jean Seberg
        f20|The 400 Blows|François Truffaut|1959|99|French|Jean-Pierre Léaud
        f21|2001: A Space Odyssey|Stanley Kubrick|1968|149|English|Keir Dullea,Gary Lockwood
        f22|The Shining|Stanley Kubrick|1980|146|English|Jack Nicholson,Shelley Duvall
        f23|Star Wars|George Lucas|1977|121|English|Mark Hamill,Harrison Ford,Carrie Fisher
        f24|Alien|Ridley Scott|1979|117|English|Sigourney Weaver,Tom Skerritt,John Hurt
        f25|My Neighbor Totoro|Hayao Miyazaki|1988|86|Japanese|Noriko Hidaka,Chika Sakamoto
        f26|Spirited Away|Hayao Miyazaki|2001|125|Japanese|Rumi Hiiragi,Miyu Irino
        f27|Princess Mononoke|Hayao Miyazaki|1997|133|Japanese|Yoji Matsuda,Yuriko Ishida
        f28|Pulp Fiction|Quentin Tarantino|1994|154|English|John Travolta,Samuel L. Jackson,Uma Thurman
        f29|Amélie|Jean-Pierre Jeunet|2001|122|French|Audrey Tautou,Mathieu Kassovitz
        f30|In the Mood for Love|Wong Kar-wai|2000|98|Cantonese|Tony Leung,Maggie Cheung
        f31|Inception|Christopher Nolan|2010|148|English|Leonardo DiCaprio,Elliot Page,Ken Watanabe
        f32|Interstellar|Christopher Nolan|2014|169|English|Matthew McConaughey,Anne Hathaway,Jessica Chastain
        f33|The Matrix|Lana and Lilly Wachowski|1999|136|English|Keanu Reeves,Laurence Fishburne,Carrie-Anne Moss
        f34|Parasite|Bong Joon-ho|2019|132|Korean|Song Kang-ho,Lee Sun-kyun,Cho Yeo-jeong
        f35|Pride & Prejudice|Joe Wright|2005|127|English|Keira Knightley,Matthew Macfadyen
        f36|Sense and Sensibility|Ang Lee|1995|136|English|Emma Thompson,Kate Winslet,Hugh Grant
        f37|The Name of the Rose|Jean-Jacques Annaud|1986|131|English|Sean Connery,Christian Slater
        f38|The Leopard|Luchino Visconti|1963|186|Italian|Burt Lancaster,Claudia Cardinale,Alain Delon
        f39|All Quiet on the Western Front|Edward Berger|2022|148|German|Felix Kammerer,Albrecht Schuch
        f40|To Kill a Mockingbird|Robert Mulligan|1962|129|English|Gregory Peck,Mary Badham
        f41|Dune|Denis Villeneuve|2021|155|English|Timothée Chalamet,Rebecca Ferguson,Oscar Isaac
        f42|Blade Runner|Ridley Scott|1982|117|English|Harrison Ford,Rutger Hauer,Sean Young
        f43|Solaris|Andrei Tarkovsky|1972|166|Russian|Donatas Banionis,Natalya Bondarchuk
        f44|The Remains of the Day|James Ivory|1993|134|English|Anthony Hopkins,Emma Thompson
        f45|Jurassic Park|Steven Spielberg|1993|127|English|Sam Neill,Laura Dern,Jeff Goldblum
        f46|The Silence of the Lambs|Jonathan Demme|1991|118|English|Jodie Foster,Anthony Hopkins
        f47|Atonement|Joe Wright|2007|123|English|Keira Knightley,James McAvoy,Saoirse Ronan
        f48|Life of Pi|Ang Lee|2012|127|English|Suraj Sharma,Irrfan Khan
        f49|The Godfather|Francis Ford Coppola|1972|175|English|Marlon Brando,Al Pacino,James Caan
        f50|Crouching Tiger, Hidden Dragon|Ang Lee|2000|120|Mandarin|Chow Yun-fat,Michelle Yeoh,Zhang Ziyi
        f51|Memories of Murder|Bong Joon-ho|2003|131|Korean|Song Kang-ho,Kim Sang-kyung
        f52|Stalker|Andrei Tarkovsky|1979|162|Russian|Alexander Kaidanovsky,Anatoly Solonitsyn
        f53|City of God|Fernando Meirelles|2002|130|Portuguese|Alexandre Rodrigues,Leandro Firmino
        f54|Pan's Labyrinth|Guillermo del Toro|2006|119|Spanish|Ivana Baquero,Sergi López,Maribel Verdú
        f55|All About My Mother|Pedro Almodóvar|1999|101|Spanish|Cecilia Roth,Marisa Paredes,Penélope Cruz
        f56|Volver|Pedro Almodóvar|2006|121|Spanish|Penélope Cruz,Carmen Maura
        f57|The Lives of Others|Florian Henckel von Donnersmarck|2006|137|German|Ulrich Mühe,Martina Gedeck
        f58|Wings of Desire|Wim Wenders|1987|127|German|Bruno Ganz,Solveig Dommartin,Otto Sander
        f59|Paris, Texas|Wim Wenders|1984|145|English|Harry Dean Stanton,Nastassja Kinski
        f60|Another Round|Thomas Vinterberg|2020|117|Danish|Mads Mikkelsen,Thomas Bo Larsen
        f61|The Worst Person in the World|Joachim Trier|2021|128|Norwegian|Renate Reinsve,Anders Danielsen Lie
        f62|A Separation|Asghar Farhadi|2011|123|Persian|Leila Hatami,Payman Maadi
        f63|Arrival|Denis Villeneuve|2016|116|English|Amy Adams,Jeremy Renner
        f64|Blade Runner 2049|Denis Villeneuve|2017|163|English|Ryan Gosling,Harrison Ford,Ana de Armas
        f65|E.T. the Extra-Terrestrial|Steven Spielberg|1982|115|English|Henry Thomas,Dee Wallace,Drew Barrymore
        f66|Portrait of a Lady on Fire|Céline Sciamma|2019|122|French|Noémie Merlant,Adèle Haenel
        f67|Emma|Autumn de Wilde|2020|124|English|Anya Taylor-Joy,Johnny Flynn,Bill Nighy
        f68|Frankenstein|James Whale|1931|70|English|Colin Clive,Mae Clarke,Boris Karloff
        f69|Jane Eyre|Cary Joji Fukunaga|2011|120|English|Mia Wasikowska,Michael Fassbender
        f70|Wuthering Heights|William Wyler|1939|104|English|Merle Oberon,Laurence Olivier,David Niven
        f71|Moby Dick|John Huston|1956|116|English|Gregory Peck,Richard Basehart
        f72|Great Expectations|David Lean|1946|118|English|John Mills,Valerie Hobson,Alec Guinness
        f73|Les Misérables|Tom Hooper|2012|158|English|Hugh Jackman,Russell Crowe,Anne Hathaway
        f74|Anna Karenina|Joe Wright|2012|129|English|Keira Knightley,Jude Law,Aaron Taylor-Johnson
        f75|The Trial|Orson Welles|1962|119|English|Anthony Perkins,Jeanne Moreau,Romy Schneider
        f76|The Tin Drum|Volker Schlöndorff|1979|142|German|David Bennent,Mario Adorf,Angela Winkler
        f77|Love in the Time of Cholera|Mike Newell|2007|139|English|Javier Bardem,Giovanna Mezzogiorno
        f78|Smilla's Sense of Snow|Bille August|1997|121|English|Julia Ormond,Gabriel Byrne
        f79|Blindness|Fernando Meirelles|2008|121|English|Julianne Moore,Mark Ruffalo
        f80|Norwegian Wood|Tran Anh Hung|2010|133|Japanese|Kenichi Matsuyama,Rinko Kikuchi,Kiko Mizuhara
        f81|Half of a Yellow Sun|Biyi Bandele|2013|111|English|Chiwetel Ejiofor,Thandiwe Newton
        f82|Mrs Dalloway|Marleen Gorris|1997|97|English|Vanessa Redgrave
        f83|The Great Gatsby|Baz Luhrmann|2013|143|English|Leonardo DiCaprio,Tobey Maguire,Carey Mulligan
        f84|The Old Man and the Sea|John Sturges|1958|86|English|Spencer Tracy
        f85|Beloved|Jonathan Demme|1998|172|English|Oprah Winfrey,Danny Glover,Thandiwe Newton
        f86|Nineteen Eighty-Four|Michael Radford|1984|113|English|John Hurt,Richard Burton,Suzanna Hamilton
        f87|Fahrenheit 451|François Truffaut|1966|112|English|Oskar Werner,Julie Christie
        f88|Never Let Me Go|Mark Romanek|2010|103|English|Carey Mulligan,Andrew Garfield,Keira Knightley
        f89|The Hobbit: An Unexpected Journey|Peter Jackson|2012|169|English|Martin Freeman,Ian McKellen,Richard Armitage
        f90|Death in Venice|Luchino Visconti|1971|130|English|Dirk Bogarde,Björn Andrésen,Silvana Mangano
        f91|Orlando|Sally Potter|1992|94|English|Tilda Swinton,Billy Zane
        f92|The Lord of the Rings: The Fellowship of the Ring|Peter Jackson|2001|178|English|Elijah Wood,Ian McKellen
        f93|The Lord of the Rings: The Two Towers|Peter Jackson|2002|179|English|Elijah Wood,Ian McKellen
        f94|The Lord of the Rings: The Return of the King|Peter Jackson|2003|201|English|Elijah Wood,Ian McKellen
        f95|The Lost World: Jurassic Park|Steven Spielberg|1997|129|English|Jeff Goldblum,Julianne Moore
        f96|Red Dragon|Brett Ratner|2002|124|English|Anthony Hopkins,Edward Norton,Ralph Fiennes
        f97|On Chesil Beach|Dominic Cooke|2017|110|English|Saoirse Ronan,Billy Howle
        f98|Oliver Twist|David Lean|1948|116|English|Alec Guinness,Robert Newton
        f99|A Room with a View|James Ivory|1985|117|English|Maggie Smith,Helena Bonham Carter,Daniel Day-Lewis
        f100|Howards End|James Ivory|1992|142|English|Anthony Hopkins,Emma Thompson,Vanessa Redgrave
        f101|A Passage to India|David Lean|1984|164|English|Judy Davis,Victor Banerjee,Peggy Ashcroft
        f102|No Country for Old Men|Joel and Ethan Coen|2007|122|English|Tommy Lee Jones,Javier Bardem,Josh Brolin
        f103|The Road|John Hillcoat|2009|111|English|Viggo Mortensen,Kodi Smit-McPhee
        f104|Murder on the Orient Express|Sidney Lumet|1974|128|English|Albert Finney,Lauren Bacall,Ingrid Bergman
        f105|Death on the Nile|John Guillermin|1978|140|English|Peter Ustinov,Bette Davis,David Niven
        f106|Rebecca|Alfred Hitchcock|1940|130|English|Laurence Olivier,Joan Fontaine
        f107|My Cousin Rachel|Roger Michell|2017|106|English|Rachel Weisz,Sam Claflin
        f108|Strangers on a Train|Alfred Hitchcock|1951|101|English|Farley Granger,Robert Walker
        f109|The Talented Mr. Ripley|Anthony Minghella|1999|139|English|Matt Damon,Gwyneth Paltrow,Jude Law
        f110|The Time Machine|George Pal|1960|103|English|Rod Taylor,Yvette Mimieux
        f111|War of the Worlds|Steven Spielberg|2005|116|English|Tom Cruise,Dakota Fanning
        f112|Misery|Rob Reiner|1990|107|English|James Caan,Kathy Bates
        f113|The English Patient|Anthony Minghella|1996|162|English|Ralph Fiennes,Juliette Binoche,Kristin Scott Thomas
        f114|A Clockwork Orange|Stanley Kubrick|1971|136|English|Malcolm McDowell
        f115|Little Women|Greta Gerwig|2019|135|English|Saoirse Ronan,Emma Watson,Florence Pugh
        f116|The Martian|Ridley Scott|2015|141|English|Matt Damon,Jessica Chastain
        f117|Howl's Moving Castle|Hayao Miyazaki|2004|119|Japanese|Chieko Baisho,Takuya Kimura
        f118|Kiki's Delivery Service|Hayao Miyazaki|1989|102|Japanese|Minami Takayama,Rei Sakuma
        f119|Children of Men|Alfonso Cuarón|2006|109|English|Clive Owen,Julianne Moore,Michael Caine
        f120|Gone Girl|David Fincher|2014|149|English|Ben Affleck,Rosamund Pike
        f121|Fight Club|David Fincher|1999|139|English|Brad Pitt,Edward Norton,Helena Bonham Carter
        f122|Brooklyn|John Crowley|2015|112|English|Saoirse Ronan,Emory Cohen,Domhnall Gleeson
        f123|The Age of Innocence|Martin Scorsese|1993|138|English|Daniel Day-Lewis,Michelle Pfeiffer,Winona Ryder
        f124|Bram Stoker's Dracula|Francis Ford Coppola|1992|128|English|Gary Oldman,Winona Ryder,Anthony Hopkins
        f125|Doctor Zhivago|David Lean|1965|197|English|Omar Sharif,Julie Christie
        f126|The Prestige|Christopher Nolan|2006|130|English|Hugh Jackman,Christian Bale,Michael Caine
        f127|The Grapes of Wrath|John Ford|1940|129|English|Henry Fonda,Jane Darwell,John Carradine
        f128|East of Eden|Elia Kazan|1955|118|English|James Dean,Julie Harris,Raymond Massey
        f129|The Kite Runner|Marc Forster|2007|128|Dari|Khalid Abdalla,Homayoun Ershadi
        f130|Perfume: The Story of a Murderer|Tom Tykwer|2006|147|English|Ben Whishaw,Dustin Hoffman,Alan Rickman
        f131|The Spy Who Came in from the Cold|Martin Ritt|1965|112|English|Richard Burton,Claire Bloom
        f132|Tinker Tailor Soldier Spy|Tomas Alfredson|2011|127|English|Gary Oldman,Colin Firth,Tom Hardy
        f133|The Constant Gardener|Fernando Meirelles|2005|129|English|Ralph Fiennes,Rachel Weisz
        f134|Dr. Strangelove|Stanley Kubrick|1964|95|English|Peter Sellers,George C. Scott
        f135|Wild Strawberries|Ingmar Bergman|1957|91|Swedish|Victor Sjöström,Bibi Andersson,Ingrid Thulin
        f136|Ikiru|Akira Kurosawa|1952|143|Japanese|Takashi Shimura
        f137|Late Spring|Yasujiro Ozu|1949|108|Japanese|Chishu Ryu,Setsuko Hara
        f138|North by Northwest|Alfred Hitchcock|1959|136|English|Cary Grant,Eva Marie Saint,James Mason
        f139|The Birds|Alfred Hitchcock|1963|119|English|Tippi Hedren,Rod Taylor
        f140|Sunset Boulevard|Billy Wilder|1950|110|English|William Holden,Gloria Swanson
        f141|Jules and Jim|François Truffaut|1962|105|French|Jeanne Moreau,Oskar Werner,Henri Serre
        f142|City Lights|Charles Chaplin|1931|87|English|Charles Chaplin,Virginia Cherrill
        f143|The Great Dictator|Charles Chaplin|1940|125|English|Charles Chaplin,Paulette Goddard,Jack Oakie
        f144|Jaws|Steven Spielberg|1975|124|English|Roy Scheider,Robert Shaw,Richard Dreyfuss
        f145|Gladiator|Ridley Scott|2000|155|English|Russell Crowe,Joaquin Phoenix
        f146|Dunkirk|Christopher Nolan|2017|106|English|Fionn Whitehead,Mark Rylance,Tom Hardy
        f147|Oppenheimer|Christopher Nolan|2023|180|English|Cillian Murphy,Emily Blunt,Matt Damon
        f148|Roma|Alfonso Cuarón|2018|135|Spanish|Yalitza Aparicio,Marina de Tavira
        f149|The Shape of Water|Guillermo del Toro|2017|123|English|Sally Hawkins,Michael Shannon,Octavia Spencer
        f150|Lost in Translation|Sofia Coppola|2003|102|English|Bill Murray,Scarlett Johansson
        f151|Marie Antoinette|Sofia Coppola|2006|123|English|Kirsten Dunst,Jason Schwartzman
        f152|Lady Bird|Greta Gerwig|2017|94|English|Saoirse Ronan,Laurie Metcalf
        f153|The Grand Budapest Hotel|Wes Anderson|2014|99|English|Ralph Fiennes,Tony Revolori
        f154|Moonrise Kingdom|Wes Anderson|2012|94|English|Jared Gilman,Kara Hayward,Bruce Willis
        f155|Fargo|Joel and Ethan Coen|1996|98|English|Frances McDormand,William H. Macy,Steve Buscemi
        f156|Taxi Driver|Martin Scorsese|1976|114|English|Robert De Niro,Jodie Foster,Cybill Shepherd
        f157|Drive My Car|Ryusuke Hamaguchi|2021|179|Japanese|Hidetoshi Nishijima,Toko Miura
        f158|Shoplifters|Hirokazu Kore-eda|2018|121|Japanese|Lily Franky,Sakura Ando
        f159|Chungking Express|Wong Kar-wai|1994|102|Cantonese|Brigitte Lin,Tony Leung,Faye Wong
        f160|Life Is Beautiful|Roberto Benigni|1997|116|Italian|Roberto Benigni,Nicoletta Braschi
        f161|The Double Life of Véronique|Krzysztof Kieślowski|1991|98|French|Irène Jacob
        f162|Ida|Paweł Pawlikowski|2013|82|Polish|Agata Trzebuchowska,Agata Kulesza
        f163|Cold War|Paweł Pawlikowski|2018|88|Polish|Joanna Kulig,Tomasz Kot
        f164|Toni Erdmann|Maren Ade|2016|162|German|Peter Simonischek,Sandra Hüller
        f165|The Hunt|Thomas Vinterberg|2012|115|Danish|Mads Mikkelsen,Thomas Bo Larsen
        """
}
