extension Film {
    /// id | title | director | year | minutes | language | cast.
    ///
    /// Written down for this library from general knowledge.
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
        """
}
