import DatasetFormats
import Testing

@Suite("Names of formats")
struct ExportFormatNameTests {
    @Test(arguments: [
        ("trl", ExportFormatName.trl), ("hf", .trl), ("toolgrad", .toolgrad), ("sharegpt", .llamafactory),
    ])
    func `are read, aliases too`(text: String, name: ExportFormatName) {
        #expect(ExportFormatName(text) == name)
    }

    @Test(arguments: ["", "TRL", "parquet"])
    func `anything else is none`(text: String) {
        #expect(ExportFormatName(text) == nil)
    }
}
