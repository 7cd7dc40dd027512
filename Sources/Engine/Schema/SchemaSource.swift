/// One object of a schema, read keyword by keyword with the problem named where a value is malformed.
struct SchemaSource {
    let object: JSON.Object
    /// The JSON pointer from `#`.
    let place: String

    func value(_ keyword: SchemaKeyword) -> JSON? { object[keyword.rawValue] }

    func has(_ keyword: SchemaKeyword) -> Bool { value(keyword) != nil }

    func malformed(_ keyword: SchemaKeyword, expected: String) -> JSONSchema.Problem {
        .malformed(keyword: keyword.rawValue, place: place, expected: expected)
    }

    func number(_ keyword: SchemaKeyword) throws(JSONSchema.Problem) -> ExactDecimal {
        guard let number = value(keyword)?.number?.decimal else { throw malformed(keyword, expected: "a number") }
        return number
    }

    func count(_ keyword: SchemaKeyword) throws(JSONSchema.Problem) -> ExactDecimal {
        guard let number = value(keyword)?.number?.decimal, number.isInteger, !number.isNegative else {
            throw malformed(keyword, expected: "a whole number from 0")
        }
        return number
    }

    func truth(_ keyword: SchemaKeyword) throws(JSONSchema.Problem) -> Bool {
        guard let truth = value(keyword)?.bool else { throw malformed(keyword, expected: "true or false") }
        return truth
    }

    func text(_ keyword: SchemaKeyword) throws(JSONSchema.Problem) -> String {
        guard let text = value(keyword)?.string else { throw malformed(keyword, expected: "a string") }
        return text
    }

    func list(_ keyword: SchemaKeyword) throws(JSONSchema.Problem) -> [JSON] {
        guard let list = value(keyword)?.array else { throw malformed(keyword, expected: "an array") }
        return list
    }

    func members(_ keyword: SchemaKeyword) throws(JSONSchema.Problem) -> [JSON.Object.Member] {
        guard let object = value(keyword)?.object else { throw malformed(keyword, expected: "an object") }
        let duplicates = object.duplicateKeys
        guard duplicates.isEmpty else {
            throw .duplicateKeys(duplicates, place: place + "/" + keyword.rawValue)
        }
        return object.members
    }

    func names(_ keyword: SchemaKeyword) throws(JSONSchema.Problem) -> [String] {
        try names(in: value(keyword) ?? .null, of: keyword)
    }

    func names(in list: JSON, of keyword: SchemaKeyword) throws(JSONSchema.Problem) -> [String] {
        let names = list.array?.compactMap(\.string)
        guard let names, names.count == list.array?.count else {
            throw malformed(keyword, expected: "a list of property names")
        }
        return names
    }
}
