import Engine
import Foundation

/// Writes the lines that a client gets.
enum ServedReply {
    static func result(_ result: JSON.Object, to id: JSON) -> Data {
        line(["jsonrpc": "2.0", "id": id, "result": .object(result)])
    }

    static func fault(_ fault: ServedFault, to id: JSON) -> Data {
        var error: JSON.Object = ["code": .number(JSON.Number(fault.code)), "message": .string(fault.message)]
        if let data = fault.data { error.set("data", data) }
        return line(["jsonrpc": "2.0", "id": id, "error": .object(error)])
    }

    private static func line(_ message: JSON) -> Data {
        Data((message.compactText + "\n").utf8)
    }
}
