extension Book {
    /// id | title | author | year | pages of a common edition, roughly | language | genre | film made from it.
    ///
    /// Written down for this library from general knowledge.
    static let table = """
        b01|Pride and Prejudice|Jane Austen|1813|430|English|novel of manners|f35
        b02|Sense and Sensibility|Jane Austen|1811|410|English|novel of manners|f36
        b03|Emma|Jane Austen|1815|480|English|novel of manners|
        b04|Frankenstein|Mary Shelley|1818|280|English|gothic novel|
        b05|Jane Eyre|Charlotte Brontë|1847|530|English|coming-of-age novel|
        b06|Wuthering Heights|Emily Brontë|1847|400|English|gothic novel|
        b07|Moby-Dick|Herman Melville|1851|620|English|adventure novel|
        b08|Great Expectations|Charles Dickens|1861|510|English|coming-of-age novel|
        b09|A Tale of Two Cities|Charles Dickens|1859|420|English|historical novel|
        b10|Les Misérables|Victor Hugo|1862|1430|French|historical novel|
        b11|Madame Bovary|Gustave Flaubert|1857|370|French|realist novel|
        b12|The Count of Monte Cristo|Alexandre Dumas|1846|1250|French|adventure novel|
        b13|Twenty Thousand Leagues Under the Seas|Jules Verne|1870|420|French|adventure novel|
        b14|Around the World in Eighty Days|Jules Verne|1873|250|French|adventure novel|
        b15|Crime and Punishment|Fyodor Dostoevsky|1866|550|Russian|psychological novel|
        b16|The Brothers Karamazov|Fyodor Dostoevsky|1880|820|Russian|philosophical novel|
        b17|War and Peace|Leo Tolstoy|1869|1220|Russian|historical novel|
        b18|Anna Karenina|Leo Tolstoy|1878|860|Russian|realist novel|
        b19|The Master and Margarita|Mikhail Bulgakov|1967|410|Russian|satire|
        b20|Don Quixote|Miguel de Cervantes|1605|990|Spanish|satire|
        b21|One Hundred Years of Solitude|Gabriel García Márquez|1967|420|Spanish|magical realism|
        b22|Love in the Time of Cholera|Gabriel García Márquez|1985|370|Spanish|romance|
        b23|The House of the Spirits|Isabel Allende|1982|430|Spanish|magical realism|
        b24|Pedro Páramo|Juan Rulfo|1955|130|Spanish|magical realism|
        b25|Blindness|José Saramago|1995|330|Portuguese|philosophical novel|
        b26|The Book of Disquiet|Fernando Pessoa|1982|500|Portuguese|prose poems|
        b27|If on a winter's night a traveler|Italo Calvino|1979|260|Italian|experimental novel|
        b28|Invisible Cities|Italo Calvino|1972|170|Italian|experimental novel|
        b29|The Name of the Rose|Umberto Eco|1980|540|Italian|historical mystery|f37
        b30|My Brilliant Friend|Elena Ferrante|2011|330|Italian|coming-of-age novel|
        b31|The Leopard|Giuseppe Tomasi di Lampedusa|1958|320|Italian|historical novel|f38
        b32|The Metamorphosis|Franz Kafka|1915|100|German|novella|
        b33|The Trial|Franz Kafka|1925|270|German|philosophical novel|
        b34|The Magic Mountain|Thomas Mann|1924|720|German|philosophical novel|
        b35|Buddenbrooks|Thomas Mann|1901|740|German|family saga|
        b36|All Quiet on the Western Front|Erich Maria Remarque|1929|300|German|war novel|f39
        b37|The Tin Drum|Günter Grass|1959|580|German|magical realism|
        b38|Hunger|Knut Hamsun|1890|240|Norwegian|psychological novel|
        b39|Sophie's World|Jostein Gaarder|1991|510|Norwegian|philosophical novel|
        b40|Pippi Longstocking|Astrid Lindgren|1945|160|Swedish|children's book|
        b41|The Summer Book|Tove Jansson|1972|170|Swedish|novel|
        b42|Independent People|Halldór Laxness|1934|480|Icelandic|realist novel|
        b43|Smilla's Sense of Snow|Peter Høeg|1992|450|Danish|mystery|
        b44|The Tale of Genji|Murasaki Shikibu|1021|1180|Japanese|court novel|
        b45|Norwegian Wood|Haruki Murakami|1987|300|Japanese|coming-of-age novel|
        b46|Kafka on the Shore|Haruki Murakami|2002|500|Japanese|magical realism|
        b47|Snow Country|Yasunari Kawabata|1948|180|Japanese|novel|
        b48|Kokoro|Natsume Sōseki|1914|250|Japanese|psychological novel|
        b49|Convenience Store Woman|Sayaka Murata|2016|160|Japanese|novel|
        b50|The Vegetarian|Han Kang|2007|190|Korean|novel|
        b51|The Three-Body Problem|Liu Cixin|2008|400|Chinese|science fiction|
        b52|Things Fall Apart|Chinua Achebe|1958|210|English|historical novel|
        b53|Half of a Yellow Sun|Chimamanda Ngozi Adichie|2006|430|English|historical novel|
        b54|Midnight's Children|Salman Rushdie|1981|530|English|magical realism|
        b55|The God of Small Things|Arundhati Roy|1997|340|English|family saga|
        b56|To the Lighthouse|Virginia Woolf|1927|210|English|modernist novel|
        b57|Mrs Dalloway|Virginia Woolf|1925|190|English|modernist novel|
        b58|Ulysses|James Joyce|1922|730|English|modernist novel|
        b59|The Great Gatsby|F. Scott Fitzgerald|1925|180|English|novel|
        b60|The Old Man and the Sea|Ernest Hemingway|1952|130|English|novella|
        b61|To Kill a Mockingbird|Harper Lee|1960|280|English|novel|f40
        b62|Beloved|Toni Morrison|1987|320|English|historical novel|
        b63|Nineteen Eighty-Four|George Orwell|1949|330|English|dystopia|
        b64|Animal Farm|George Orwell|1945|110|English|satire|
        b65|Brave New World|Aldous Huxley|1932|290|English|dystopia|
        b66|Fahrenheit 451|Ray Bradbury|1953|190|English|dystopia|
        b67|The Hobbit|J. R. R. Tolkien|1937|310|English|fantasy|
        b68|The Left Hand of Darkness|Ursula K. Le Guin|1969|300|English|science fiction|
        b69|A Wizard of Earthsea|Ursula K. Le Guin|1968|200|English|fantasy|
        b70|The Dispossessed|Ursula K. Le Guin|1974|380|English|science fiction|
        b71|Dune|Frank Herbert|1965|610|English|science fiction|f41
        b72|Do Androids Dream of Electric Sheep?|Philip K. Dick|1968|240|English|science fiction|f42
        b73|Solaris|Stanisław Lem|1961|210|Polish|science fiction|f43
        b74|The Remains of the Day|Kazuo Ishiguro|1989|250|English|novel|f44
        b75|Never Let Me Go|Kazuo Ishiguro|2005|290|English|dystopia|
        b76|Jurassic Park|Michael Crichton|1990|400|English|science fiction|f45
        b77|The Silence of the Lambs|Thomas Harris|1988|340|English|thriller|f46
        b78|Atonement|Ian McEwan|2001|370|English|novel|f47
        b79|Life of Pi|Yann Martel|2001|330|English|adventure novel|f48
        b80|The Godfather|Mario Puzo|1969|450|English|crime novel|f49
        """
}
