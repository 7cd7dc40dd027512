import Foundation
import Glibc

/// Two folders that change places in one step.
///
/// Linux and glibc 2.28 or newer can do it (`renameat2` with `RENAME_EXCHANGE`), some file systems cannot. The C header
/// hides the function behind `_GNU_SOURCE`, which the Glibc module does not set, so it is looked up by name.
enum FolderExchange {
    enum Ending {
        case exchanged
        /// This system or this file system cannot do it.
        case unsupported
        /// Refused; `errno` says why.
        case failed
    }

    private typealias Rename =
        @convention(c) (
            Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
        ) -> Int32

    private static let exchanging: UInt32 = 1 << 1

    static func exchange(_ first: URL, _ second: URL) -> Ending {
        guard let symbol = dlsym(dlopen(nil, RTLD_NOW), "renameat2") else { return .unsupported }
        let rename = unsafeBitCast(symbol, to: Rename.self)
        if rename(AT_FDCWD, first.path, AT_FDCWD, second.path, exchanging) == 0 { return .exchanged }
        return [EINVAL, ENOSYS].contains(errno) ? .unsupported : .failed
    }
}
