struct OpenAIFormat: ExportFormat {
    func lines(for material: ExportMaterial, in plan: ExportPlan) throws(SkipReason) -> [ExportedLine] { [] }
}
