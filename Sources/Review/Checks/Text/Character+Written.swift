extension Character {
    /// A letter or a number of any script.
    ///
    /// Those of ASCII, nearly all, are told from their byte: the tables of Unicode take ten times as long.
    var isWritten: Bool {
        guard let ascii = asciiValue else { return isLetter || isNumber }
        return (0x30...0x39).contains(ascii) || (0x41...0x5A).contains(ascii & 0xDF)
    }
}
