import Engine

/// The libraries that lie beside the files of an export, each read once for all the records that name it.
package struct RecordLibraries: Sendable {
    private var libraries: [String: Result<[Tool], WorkflowRecordProblem>] = [:]

    /// Without any.
    package init() {}

    /// Adds a file of `manifest/libraries`; what is wrong with it is told for each record that names it.
    package mutating func add(_ library: JSON) {
        let hash = ContentHash(of: library.compactText).hex
        guard libraries[hash] == nil else { return }
        libraries[hash] = Result { () throws(WorkflowRecordProblem) in try WorkflowRecord.tools(ofLibrary: library) }
    }

    /// Nil for one that is not here.
    func tools(_ hash: String) throws(WorkflowRecordProblem) -> [Tool]? { try libraries[hash]?.get() }
}
