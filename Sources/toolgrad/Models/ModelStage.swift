import Engine

/// The four stages that may have models of their own, as settings name them.
enum ModelStage: String, Hashable, Sendable, CaseIterable {
    case propose, execute, select, synthesise
}

/// One value for each stage.
struct PerStage<Value> {
    var propose: Value
    var execute: Value
    var select: Value
    var synthesise: Value

    init<Failure>(_ value: (ModelStage) throws(Failure) -> Value) throws(Failure) {
        propose = try value(.propose)
        execute = try value(.execute)
        select = try value(.select)
        synthesise = try value(.synthesise)
    }

    subscript(stage: ModelStage) -> Value {
        switch stage {
        case .propose: propose
        case .execute: execute
        case .select: select
        case .synthesise: synthesise
        }
    }

    /// In the order of the stages.
    var all: [Value] { [propose, execute, select, synthesise] }
}

extension PerStage: Equatable where Value: Equatable {}
extension PerStage: Hashable where Value: Hashable {}
extension PerStage: Sendable where Value: Sendable {}
