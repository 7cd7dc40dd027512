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
    @Test func `is run but for the groups with unsupported keywords`() throws {
        var (ran, left, reasons) = (0, 0, [String: Int]())
        for group in try SuiteFolder.schemas.fileNames.flatMap(SchemaGroup.all) {
            switch group.reading {
            case .supported: ran += group.examples.count
            case .unsupported(let keyword):
                left += group.examples.count
                reasons[keyword, default: 0] += 1
            case .refused(let problem): Issue.record("\(group.title): \(problem)")
            }
        }

        #expect(ran == 916)
        #expect(left == 383)
        #expect(
            reasons == [
                "$ref": 49, "unevaluatedProperties": 44, "unevaluatedItems": 28, "patternProperties": 10, "pattern": 4,
                "$id": 4, "$dynamicRef": 3, "$dynamicAnchor": 3, "$schema": 2,
            ])
    }
}

/// One schema of the suite with its examples.
struct SchemaGroup {
    enum Reading {
        case supported(JSONSchema)
        case unsupported(String)
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
            guard let first = schema.unsupportedKeywords.first else { return .supported(schema) }
            return .unsupported(String(first.prefix { $0 != " " }))
        } catch {
            return .refused(error)
        }
    }
}
