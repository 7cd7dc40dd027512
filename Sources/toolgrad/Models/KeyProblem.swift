/// Why a key cannot be had; no text of it is ever repeated.
enum KeyProblem: Error, Hashable, Sendable {
    case command(endpoint: String, reason: String)
    case file(path: String, reason: String)
    /// Others than its owner may read the file.
    case open(path: String, mode: UInt32)
    case empty(KeySource)
    /// It has characters that the head of a request cannot carry.
    case unsendable(KeySource)
}

extension KeyProblem: CustomStringConvertible {
    /// What failed, on what, and what to do.
    var description: String {
        switch self {
        case .command(let endpoint, let reason):
            "The command of api_key_cmd gave no key for \(endpoint): \(reason)"
        case .file(let path, let reason):
            "The key in \(path) cannot be used: \(reason)"
        case .open(let path, let mode):
            "The key in \(path) is not used, since others can read the file (mode \(String(mode, radix: 8))). "
                + "Make it private: chmod 600 \(path)"
        case .empty(let source):
            "The key from \(source) is empty. Its first line must be the key."
        case .unsendable(let source):
            "The key from \(source) has blanks or characters that are not ASCII in it, so no request can carry it."
        }
    }
}
