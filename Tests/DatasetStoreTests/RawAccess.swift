import Foundation

@testable import DatasetStore

extension Dataset {
    /// Lets the file grow to this many pages only, as a full disk would.
    func limitPages(to count: Int) async throws {
        try await write(.alone) { try $0.execute(sql: "PRAGMA max_page_count = \(count)") }
    }

    /// Changes the file behind the back of everything that guards it.
    func tamper(_ statements: String) async throws {
        try await write(.alone) { try $0.execute(sql: statements) }
    }

    /// What each connection answers to a pragma: the reader first.
    func pragma(_ name: String) async throws -> [String] {
        let ask = "PRAGMA \(name)"
        let reader = try await read { try String.fetchOne($0, sql: ask) ?? "" }
        guard mode == .readWrite else { return [reader] }
        return [reader, try await write(.alone) { try String.fetchOne($0, sql: ask) ?? "" }]
    }
}

/// Ends a transaction that must not be committed.
private struct Crash: Error {}

extension Dataset {
    /// Copies the file and its journal as a crash in the middle of this commit would leave them.
    func crash(in statements: String, leaving path: String) async throws {
        let file = self.path
        try? await write(.alone) { database in
            // With hardly any cache the changed pages are in the file before the commit.
            try database.execute(sql: "PRAGMA cache_size = 2; \(statements)")
            for ending in ["", "-journal"] {
                try FileManager.default.copyItem(atPath: file + ending, toPath: path + ending)
            }
            throw Crash()
        }
    }
}

extension Dataset {
    /// Copies the file, and what belongs to it, as it lies between two commits.
    func copy(to path: String) async throws {
        let file = self.path
        try await write(.alone) { _ in
            for ending in ["", "-wal"] where FileManager.default.fileExists(atPath: file + ending) {
                try FileManager.default.copyItem(atPath: file + ending, toPath: path + ending)
            }
        }
    }
}
