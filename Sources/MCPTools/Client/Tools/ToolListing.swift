import Engine

/// The list of a server's tools while its pages come in.
package struct ToolListing: Hashable, Sendable {
    /// What comes after a page.
    package enum Step: Hashable, Sendable {
        case next(cursor: String)
        case done
        /// What came is no list.
        case unusable(reason: String)
    }

    private let server: String
    private let limits: MCPLimits
    private var pages = 0
    private var seen = 0
    private var cursors: Set<ExactCursor> = []
    private var names: Set<ToolName> = []
    /// What the pages so far have to offer.
    package private(set) var offer = ToolOffer([])

    /// `server` is the name under which the user knows it.
    package init(of server: String, limits: MCPLimits = MCPLimits()) {
        self.server = server
        self.limits = limits
    }

    /// Takes the next page.
    package mutating func add(_ page: JSON) -> Step {
        guard let listed = page["tools"]?.array else { return .unusable(reason: "The list has no tools member.") }
        pages += 1
        for definition in listed {
            guard seen < limits.tools else { return stop("It lists more than \(limits.tools) tools") }
            seen += 1
            add(tool: definition)
        }
        guard let cursor = page["nextCursor"], !cursor.isNull else { return .done }
        guard let cursor = cursor.string else { return stop("It goes on at a place that is no text") }
        guard cursors.insert(ExactCursor(cursor)).inserted else { return stop("Its pages repeat themselves") }
        guard pages < limits.pages else { return stop("It lists more than \(limits.pages) pages") }
        return .next(cursor: cursor)
    }

    private mutating func stop(_ why: String) -> Step {
        offer.leftOut.append(
            LeftOutTool(name: "(further tools)", reason: "\(why); the first \(seen) were read, the rest was not."))
        return .done
    }

    private mutating func add(tool definition: JSON) {
        let name = definition["name"]?.string ?? ""
        do throws(ToolProblem) {
            let tool = try Tool(listed: definition, by: server)
            guard names.insert(tool.name).inserted else { throw ToolProblem("The server lists this name twice.") }
            offer.tools.append(tool)
        } catch {
            offer.leftOut.append(LeftOutTool(name: name.isEmpty ? "(number \(seen))" : name, reason: error.reason))
        }
    }
}

/// A cursor, compared byte by byte.
private struct ExactCursor: Hashable {
    private let bytes: [UInt8]

    init(_ text: String) {
        bytes = Array(text.utf8)
    }
}

/// What is wrong with one tool of a list.
struct ToolProblem: Error {
    /// As a whole sentence.
    let reason: String

    init(_ reason: String) {
        self.reason = reason
    }
}
