import Engine
import Testing

@Suite("The JSON Schema suite", .enabled(if: SuiteFolder.schemas.isPresent, "json-schema-test-suite is not here."))
struct SchemaSuiteTests {
    @Test(arguments: SuiteFolder.schemas.fileNames)
    func `is answered right wherever all keywords are supported`(name: String) throws {
        for group in try SchemaGroup.all(in: name) {
            guard case .supported(let schema) = group.reading else { continue }
            for example in group.examples {
                let failures = schema.failures(of: example.instance)

                #expect(failures.isEmpty == example.isValid, "\(group.title): \(example.title): \(failures)")
            }
        }
    }

    /// The numbers are stated, so that a group that falls silently out of the suite is seen.
    @Test func `is passed but for the groups with unsupported keywords`() throws {
        let groups = try SuiteFolder.schemas.fileNames.flatMap(SchemaGroup.all)

        let result = SuiteResult(of: groups)

        print(result)
        #expect(result.passed == 1012)
        #expect(result.failed == 0)
        #expect(result.unsupported == 287)
        #expect(
            result.reasons == [
                "unevaluatedProperties": 46, "unevaluatedItems": 29, "$ref to another document": 21,
                "$dynamicAnchor": 12, "$dynamicRef": 5, "$schema of another dialect": 2,
            ])
    }

    @Test func `leaves out only what tools do not use`() throws {
        let groups = try SuiteFolder.schemas.fileNames.flatMap(SchemaGroup.all)

        let keywords = Set(groups.flatMap(\.unsupported).map(SchemaGroup.name(in:)))

        #expect(
            keywords == [
                "$ref to another document", "$schema of another dialect", "$dynamicRef", "$dynamicAnchor",
                "unevaluatedItems", "unevaluatedProperties",
            ])
    }
}

/// How the suite went, as one line.
struct SuiteResult: CustomStringConvertible {
    private(set) var passed = 0
    private(set) var failed = 0
    /// Examples of groups that have an unsupported keyword.
    private(set) var unsupported = 0
    /// Groups by the first unsupported keyword they have.
    private(set) var reasons: [String: Int] = [:]

    init(of groups: [SchemaGroup]) {
        for group in groups { add(group) }
    }

    var description: String {
        let groups = reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }
        return "JSON Schema suite 2020-12: \(passed) passed, \(unsupported) unsupported "
            + "(groups: \(groups.joined(separator: ", "))), \(failed) failed"
    }

    private mutating func add(_ group: SchemaGroup) {
        switch group.reading {
        case .supported(let schema):
            let wrong = group.examples.count { schema.failures(of: $0.instance).isEmpty != $0.isValid }
            failed += wrong
            passed += group.examples.count - wrong
        case .unsupported(let keywords):
            unsupported += group.examples.count
            keywords.first.map { reasons[SchemaGroup.name(in: $0), default: 0] += 1 }
        case .refused: failed += group.examples.count
        }
    }
}

/// One schema of the suite with its examples.
struct SchemaGroup {
    enum Reading {
        case supported(JSONSchema)
        case unsupported([String])
        case refused(JSONSchema.Problem)
    }

    struct Example {
        let title: String
        let instance: JSON
        let isValid: Bool
    }

    let title: String
    let reading: Reading
    let examples: [Example]

    static func all(in name: String) throws -> [SchemaGroup] {
        let file = try JSON(parsing: SuiteFolder.schemas.contents(of: name))
        return try #require(file.array).map(SchemaGroup.init)
    }

    /// Everything reported as unsupported, with its place.
    var unsupported: [String] {
        guard case .unsupported(let keywords) = reading else { return [] }
        return keywords
    }

    /// The keyword that a report begins with, and what is special about it.
    static func name(in report: String) -> String {
        let keyword = String(report.prefix { $0 != " " })
        let kinds = ["$ref": "$ref to another document", "$schema": "$schema of another dialect"]
        return kinds[keyword] ?? keyword
    }

    private init(_ json: JSON) throws {
        title = try #require(json["description"]?.string)
        reading = Self.reading(of: try #require(json["schema"]))
        examples = try #require(json["tests"]?.array).map { example in
            Example(
                title: try #require(example["description"]?.string),
                instance: try #require(example["data"]),
                isValid: try #require(example["valid"]?.bool as Bool?))
        }
    }

    private static func reading(of json: JSON) -> Reading {
        do throws(JSONSchema.Problem) {
            let schema = try JSONSchema(json)
            let keywords = schema.unsupportedKeywords
            return keywords.isEmpty ? .supported(schema) : .unsupported(keywords)
        } catch {
            return .refused(error)
        }
    }
}
