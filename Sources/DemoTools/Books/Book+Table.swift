extension Book {
    /// id | title | author | year | pages of a common edition, roughly | language | genre | film made from it.
    ///
    /// Written down for this library, under its licence; titles, authors and years can be checked against Open Library
    /// (openlibrary.org) or Wikidata. Pages differ from edition to edition: these are rounded to tens.
    static let table = """
        b01|Pride and Prejudice|Jane Austen|1813|430|English|novel of manners|f35
        b02|Sense and Sensibility|Jane Austen|1811|410|English|novel of manners|f36
        b03|Emma|Jane Austen|1815|480|English|novel of manners|f67
        b04|Frankenstein|Mary Shelley|1818|280|English|gothic novel|f68
        b05|Jane Eyre|Charlotte Brontë|1847|530|English|coming-of-age novel|f69
        b06|Wuthering Heights|Emily Brontë|1847|400|English|gothic novel|f70
        b07|Moby-Dick|Herman Melville|1851|620|English|adventure novel|f71
        b08|Great Expectations|Charles Dickens|1861|510|English|coming-of-age novel|f72
        b09|A Tale of Two Cities|Charles Dickens|1859|420|English|historical novel|
        b10|Les Misérables|Victor Hugo|1862|1430|French|historical novel|f73
        b11|Madame Bovary|Gustave Flaubert|1857|370|French|realist novel|
        b12|The Count of Monte Cristo|Alexandre Dumas|1846|1250|French|adventure novel|
        b13|Twenty Thousand Leagues Under the Seas|Jules Verne|1870|420|French|adventure novel|
        b14|Around the World in Eighty Days|Jules Verne|1873|250|French|adventure novel|
        b15|Crime and Punishment|Fyodor Dostoevsky|1866|550|Russian|psychological novel|
        b16|The Brothers Karamazov|Fyodor Dostoevsky|1880|820|Russian|philosophical novel|
        b17|War and Peace|Leo Tolstoy|1869|1220|Russian|historical novel|
        b18|Anna Karenina|Leo Tolstoy|1878|860|Russian|realist novel|f74
        b19|The Master and Margarita|Mikhail Bulgakov|1967|410|Russian|satirical novel|
        b20|Don Quixote|Miguel de Cervantes|1605|990|Spanish|satirical novel|
        b21|One Hundred Years of Solitude|Gabriel García Márquez|1967|420|Spanish|magical realist novel|
        b22|Love in the Time of Cholera|Gabriel García Márquez|1985|370|Spanish|love story|f77
        b23|The House of the Spirits|Isabel Allende|1982|430|Spanish|magical realist novel|
        b24|Pedro Páramo|Juan Rulfo|1955|130|Spanish|magical realist novel|
        b25|Blindness|José Saramago|1995|330|Portuguese|philosophical novel|f79
        b26|The Book of Disquiet|Fernando Pessoa|1982|500|Portuguese|collection of prose pieces|
        b27|The Baron in the Trees|Italo Calvino|1957|220|Italian|philosophical novel|
        b28|Invisible Cities|Italo Calvino|1972|170|Italian|experimental novel|
        b29|The Name of the Rose|Umberto Eco|1980|540|Italian|historical mystery|f37
        b30|My Brilliant Friend|Elena Ferrante|2011|330|Italian|coming-of-age novel|
        b31|The Leopard|Giuseppe Tomasi di Lampedusa|1958|320|Italian|historical novel|f38
        b32|The Metamorphosis|Franz Kafka|1915|100|German|novella|
        b33|The Trial|Franz Kafka|1925|270|German|philosophical novel|f75
        b34|The Magic Mountain|Thomas Mann|1924|720|German|philosophical novel|
        b35|Buddenbrooks|Thomas Mann|1901|740|German|family saga|
        b36|All Quiet on the Western Front|Erich Maria Remarque|1929|300|German|war novel|f39
        b37|The Tin Drum|Günter Grass|1959|580|German|magical realist novel|f76
        b38|Hunger|Knut Hamsun|1890|240|Norwegian|psychological novel|
        b39|Sophie's World|Jostein Gaarder|1991|510|Norwegian|philosophical novel|
        b40|Pippi Longstocking|Astrid Lindgren|1945|160|Swedish|children's book|
        b41|The Summer Book|Tove Jansson|1972|170|Swedish|novel|
        b42|Independent People|Halldór Laxness|1934|480|Icelandic|realist novel|
        b43|Smilla's Sense of Snow|Peter Høeg|1992|450|Danish|mystery novel|f78
        b45|Norwegian Wood|Haruki Murakami|1987|300|Japanese|coming-of-age novel|f80
        b46|Kafka on the Shore|Haruki Murakami|2002|500|Japanese|magical realist novel|
        b47|Snow Country|Yasunari Kawabata|1948|180|Japanese|novel|
        b48|Kokoro|Natsume Sōseki|1914|250|Japanese|psychological novel|
        b49|Convenience Store Woman|Sayaka Murata|2016|160|Japanese|novel|
        b50|The Vegetarian|Han Kang|2007|190|Korean|novel|
        b51|The Three-Body Problem|Liu Cixin|2008|400|Chinese|science-fiction novel|
        b52|Things Fall Apart|Chinua Achebe|1958|210|English|historical novel|
        b53|Half of a Yellow Sun|Chimamanda Ngozi Adichie|2006|430|English|historical novel|f81
        b54|Midnight's Children|Salman Rushdie|1981|530|English|magical realist novel|
        b55|The God of Small Things|Arundhati Roy|1997|340|English|family saga|
        b56|To the Lighthouse|Virginia Woolf|1927|210|English|modernist novel|
        b57|Mrs Dalloway|Virginia Woolf|1925|190|English|modernist novel|f82
        b58|Ulysses|James Joyce|1922|730|English|modernist novel|
        b59|The Great Gatsby|F. Scott Fitzgerald|1925|180|English|novel|f83
        b60|The Old Man and the Sea|Ernest Hemingway|1952|130|English|novella|f84
        b61|To Kill a Mockingbird|Harper Lee|1960|280|English|novel|f40
        b62|Beloved|Toni Morrison|1987|320|English|historical novel|f85
        b63|Nineteen Eighty-Four|George Orwell|1949|330|English|dystopian novel|f86
        b64|Animal Farm|George Orwell|1945|110|English|satirical novel|
        b65|Brave New World|Aldous Huxley|1932|290|English|dystopian novel|
        b66|Fahrenheit 451|Ray Bradbury|1953|190|English|dystopian novel|f87
        b67|The Hobbit|J. R. R. Tolkien|1937|310|English|fantasy novel|f89
        b68|The Left Hand of Darkness|Ursula K. Le Guin|1969|300|English|science-fiction novel|
        b69|A Wizard of Earthsea|Ursula K. Le Guin|1968|200|English|fantasy novel|
        b70|The Dispossessed|Ursula K. Le Guin|1974|380|English|science-fiction novel|
        b71|Dune|Frank Herbert|1965|610|English|science-fiction novel|f41
        b72|Do Androids Dream of Electric Sheep?|Philip K. Dick|1968|240|English|science-fiction novel|f42
        b73|Solaris|Stanisław Lem|1961|210|Polish|science-fiction novel|f43
        b74|The Remains of the Day|Kazuo Ishiguro|1989|250|English|novel|f44
        b75|Never Let Me Go|Kazuo Ishiguro|2005|290|English|dystopian novel|f88
        b76|Jurassic Park|Michael Crichton|1990|400|English|science-fiction novel|f45
        b77|The Silence of the Lambs|Thomas Harris|1988|340|English|thriller|f46
        b78|Atonement|Ian McEwan|2001|370|English|novel|f47
        b79|Life of Pi|Yann Martel|2001|330|English|adventure novel|f48
        b80|The Godfather|Mario Puzo|1969|450|English|crime novel|f49
        b81|The Last Man|Mary Shelley|1826|470|English|dystopian novel|
        b82|Villette|Charlotte Brontë|1853|570|English|coming-of-age novel|
        b83|Typee|Herman Melville|1846|300|English|adventure novel|
        b84|The Hunchback of Notre-Dame|Victor Hugo|1831|500|French|historical novel|
        b85|Sentimental Education|Gustave Flaubert|1869|460|French|realist novel|
        b86|The Three Musketeers|Alexandre Dumas|1844|700|French|adventure novel|
        b87|Journey to the Centre of the Earth|Jules Verne|1864|240|French|adventure novel|
        b88|Eva Luna|Isabel Allende|1987|290|Spanish|novel|
        b89|Baltasar and Blimunda|José Saramago|1982|340|Portuguese|historical novel|
        b90|Foucault's Pendulum|Umberto Eco|1988|620|Italian|novel|
        b91|The Story of a New Name|Elena Ferrante|2012|470|Italian|coming-of-age novel|
        b92|The Castle|Franz Kafka|1926|300|German|philosophical novel|
        b93|Death in Venice|Thomas Mann|1912|100|German|novella|f90
        b94|Three Comrades|Erich Maria Remarque|1936|480|German|novel|
        b95|Cat and Mouse|Günter Grass|1961|190|German|novella|
        b96|Pan|Knut Hamsun|1894|180|Norwegian|psychological novel|
        b97|Growth of the Soil|Knut Hamsun|1917|430|Norwegian|realist novel|
        b98|The Solitaire Mystery|Jostein Gaarder|1990|330|Norwegian|philosophical novel|
        b99|The Brothers Lionheart|Astrid Lindgren|1973|230|Swedish|children's book|
        b100|Ronia, the Robber's Daughter|Astrid Lindgren|1981|200|Swedish|children's book|
        b101|Finn Family Moomintroll|Tove Jansson|1948|170|Swedish|children's book|
        b102|The Fish Can Sing|Halldór Laxness|1957|270|Icelandic|novel|
        b103|Borderliners|Peter Høeg|1993|280|Danish|novel|
        b104|A Wild Sheep Chase|Haruki Murakami|1982|300|Japanese|magical realist novel|
        b105|Thousand Cranes|Yasunari Kawabata|1952|150|Japanese|novel|
        b106|Botchan|Natsume Sōseki|1906|180|Japanese|satirical novel|
        b107|Earthlings|Sayaka Murata|2018|250|Japanese|novel|
        b108|Human Acts|Han Kang|2014|220|Korean|historical novel|
        b109|Death's End|Liu Cixin|2010|600|Chinese|science-fiction novel|
        b110|No Longer at Ease|Chinua Achebe|1960|170|English|novel|
        b111|Arrow of God|Chinua Achebe|1964|230|English|historical novel|
        b112|Purple Hibiscus|Chimamanda Ngozi Adichie|2003|300|English|coming-of-age novel|
        b113|Americanah|Chimamanda Ngozi Adichie|2013|480|English|novel|
        b114|Shame|Salman Rushdie|1983|290|English|magical realist novel|
        b115|The Ministry of Utmost Happiness|Arundhati Roy|2017|450|English|novel|
        b116|Orlando|Virginia Woolf|1928|230|English|modernist novel|f91
        b117|Dubliners|James Joyce|1914|200|English|collection of stories|
        b118|A Portrait of the Artist as a Young Man|James Joyce|1916|270|English|coming-of-age novel|
        b119|Tender Is the Night|F. Scott Fitzgerald|1934|320|English|novel|
        b120|The Sun Also Rises|Ernest Hemingway|1926|250|English|novel|
        b121|A Farewell to Arms|Ernest Hemingway|1929|330|English|war novel|
        b122|Go Set a Watchman|Harper Lee|2015|280|English|novel|
        b123|Song of Solomon|Toni Morrison|1977|340|English|novel|
        b124|Island|Aldous Huxley|1962|340|English|philosophical novel|
        b125|The Martian Chronicles|Ray Bradbury|1950|240|English|science-fiction novel|
        b126|Something Wicked This Way Comes|Ray Bradbury|1962|290|English|fantasy novel|
        b127|The Fellowship of the Ring|J. R. R. Tolkien|1954|420|English|fantasy novel|f92
        b128|The Two Towers|J. R. R. Tolkien|1954|350|English|fantasy novel|f93
        b129|The Return of the King|J. R. R. Tolkien|1955|410|English|fantasy novel|f94
        b130|Dune Messiah|Frank Herbert|1969|260|English|science-fiction novel|
        b131|The Man in the High Castle|Philip K. Dick|1962|250|English|science-fiction novel|
        b132|Ubik|Philip K. Dick|1969|220|English|science-fiction novel|
        b133|The Cyberiad|Stanisław Lem|1965|300|Polish|science-fiction novel|
        b134|His Master's Voice|Stanisław Lem|1968|230|Polish|science-fiction novel|
        b135|An Artist of the Floating World|Kazuo Ishiguro|1986|210|English|novel|
        b136|Klara and the Sun|Kazuo Ishiguro|2021|310|English|science-fiction novel|
        b137|The Andromeda Strain|Michael Crichton|1969|330|English|science-fiction novel|
        b138|The Lost World|Michael Crichton|1995|400|English|science-fiction novel|f95
        b139|Red Dragon|Thomas Harris|1981|350|English|thriller|f96
        b140|Enduring Love|Ian McEwan|1997|250|English|psychological novel|
        b141|On Chesil Beach|Ian McEwan|2007|170|English|novel|f97
        b142|Beatrice and Virgil|Yann Martel|2010|200|English|novel|
        b143|The Last Don|Mario Puzo|1996|480|English|crime novel|
        b144|Oliver Twist|Charles Dickens|1838|480|English|social novel|f98
        b145|David Copperfield|Charles Dickens|1850|880|English|coming-of-age novel|
        b146|The Idiot|Fyodor Dostoevsky|1869|650|Russian|philosophical novel|
        b147|Mansfield Park|Jane Austen|1814|460|English|novel of manners|
        b148|Chronicle of a Death Foretold|Gabriel García Márquez|1981|120|Spanish|novella|
        b149|The Burning Plain|Juan Rulfo|1953|160|Spanish|collection of stories|
        b150|A Room with a View|E. M. Forster|1908|250|English|novel of manners|f99
        b151|Howards End|E. M. Forster|1910|340|English|novel of manners|f100
        b152|A Passage to India|E. M. Forster|1924|360|English|historical novel|f101
        b153|No Country for Old Men|Cormac McCarthy|2005|310|English|crime novel|f102
        b154|The Road|Cormac McCarthy|2006|290|English|dystopian novel|f103
        b155|Murder on the Orient Express|Agatha Christie|1934|260|English|mystery novel|f104
        b156|Death on the Nile|Agatha Christie|1937|330|English|mystery novel|f105
        b157|And Then There Were None|Agatha Christie|1939|270|English|mystery novel|
        b158|Rebecca|Daphne du Maurier|1938|410|English|gothic novel|f106
        b159|My Cousin Rachel|Daphne du Maurier|1951|350|English|mystery novel|f107
        b160|Strangers on a Train|Patricia Highsmith|1950|260|English|thriller|f108
        b161|The Talented Mr. Ripley|Patricia Highsmith|1955|280|English|thriller|f109
        b162|The Time Machine|H. G. Wells|1895|120|English|science-fiction novel|f110
        b163|The War of the Worlds|H. G. Wells|1898|190|English|science-fiction novel|f111
        b164|The Shining|Stephen King|1977|450|English|horror novel|f22
        b165|Misery|Stephen King|1987|320|English|horror novel|f112
        b166|The English Patient|Michael Ondaatje|1992|310|English|historical novel|f113
        b167|A Clockwork Orange|Anthony Burgess|1962|190|English|dystopian novel|f114
        b168|Roadside Picnic|Arkady and Boris Strugatsky|1972|190|Russian|science-fiction novel|f52
        b169|Little Women|Louisa May Alcott|1868|500|English|coming-of-age novel|f115
        b170|Little Men|Louisa May Alcott|1871|330|English|coming-of-age novel|
        b171|The Martian|Andy Weir|2011|370|English|science-fiction novel|f116
        b172|Project Hail Mary|Andy Weir|2021|480|English|science-fiction novel|
        b173|Howl's Moving Castle|Diana Wynne Jones|1986|330|English|fantasy novel|f117
        b174|Charmed Life|Diana Wynne Jones|1977|210|English|fantasy novel|
        b175|Kiki's Delivery Service|Eiko Kadono|1985|190|Japanese|children's book|f118
        b176|The Children of Men|P. D. James|1992|240|English|dystopian novel|f119
        b177|Sharp Objects|Gillian Flynn|2006|250|English|thriller|
        b178|Gone Girl|Gillian Flynn|2012|420|English|thriller|f120
        b179|Fight Club|Chuck Palahniuk|1996|210|English|satirical novel|f121
        b180|The Master|Colm Tóibín|2004|340|English|historical novel|
        b181|Brooklyn|Colm Tóibín|2009|250|English|historical novel|f122
        b182|Ethan Frome|Edith Wharton|1911|120|English|novella|
        b183|The Age of Innocence|Edith Wharton|1920|350|English|novel of manners|f123
        b184|Dracula|Bram Stoker|1897|420|English|gothic novel|f124
        b185|Doctor Zhivago|Boris Pasternak|1957|560|Russian|historical novel|f125
        b186|The Prestige|Christopher Priest|1995|400|English|novel|f126
        b187|Waiting for the Barbarians|J. M. Coetzee|1980|170|English|novel|
        b188|Disgrace|J. M. Coetzee|1999|220|English|novel|
        b189|The Stranger|Albert Camus|1942|120|French|philosophical novel|
        b190|The Plague|Albert Camus|1947|280|French|philosophical novel|
        b191|Siddhartha|Hermann Hesse|1922|150|German|philosophical novel|
        b192|Steppenwolf|Hermann Hesse|1927|240|German|philosophical novel|
        b193|Pnin|Vladimir Nabokov|1957|190|English|satirical novel|
        b194|Pale Fire|Vladimir Nabokov|1962|250|English|experimental novel|
        b195|Of Mice and Men|John Steinbeck|1937|110|English|novella|
        b196|The Grapes of Wrath|John Steinbeck|1939|460|English|realist novel|f127
        b197|East of Eden|John Steinbeck|1952|600|English|family saga|f128
        b198|Wolf Hall|Hilary Mantel|2009|650|English|historical novel|
        b199|Bring Up the Bodies|Hilary Mantel|2012|410|English|historical novel|
        b200|The Handmaid's Tale|Margaret Atwood|1985|310|English|dystopian novel|
        b201|Alias Grace|Margaret Atwood|1996|460|English|historical novel|
        b202|White Teeth|Zadie Smith|2000|450|English|family saga|
        b203|On Beauty|Zadie Smith|2005|440|English|novel|
        b204|The Kite Runner|Khaled Hosseini|2003|370|English|novel|f129
        b205|A Thousand Splendid Suns|Khaled Hosseini|2007|370|English|novel|
        b206|My Name Is Red|Orhan Pamuk|1998|410|Turkish|historical mystery|
        b207|Snow|Orhan Pamuk|2002|430|Turkish|novel|
        b208|Palace Walk|Naguib Mahfouz|1956|500|Arabic|family saga|
        b209|Palace of Desire|Naguib Mahfouz|1957|420|Arabic|family saga|
        b210|Flights|Olga Tokarczuk|2007|400|Polish|experimental novel|
        b211|Drive Your Plow Over the Bones of the Dead|Olga Tokarczuk|2009|270|Polish|mystery novel|
        b212|Perfume|Patrick Süskind|1985|260|German|historical novel|f130
        b213|Momo|Michael Ende|1973|230|German|children's book|
        b214|The Neverending Story|Michael Ende|1979|400|German|fantasy novel|
        b215|The Spy Who Came in from the Cold|John le Carré|1963|240|English|spy novel|f131
        b216|Tinker Tailor Soldier Spy|John le Carré|1974|360|English|spy novel|f132
        b217|The Constant Gardener|John le Carré|2001|500|English|spy novel|f133
        """
}
