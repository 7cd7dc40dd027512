import Engine

/// What a request of the stateless era says about itself, in `params._meta`.
enum ServedRequirements {
    static let versionKey = "io.modelcontextprotocol/protocolVersion"
    static let capabilitiesKey = "io.modelcontextprotocol/clientCapabilities"
    static let serverKey = "io.modelcontextprotocol/serverInfo"

    /// Whether a request claims to be of the stateless era; no other request has this key.
    static func areNamed(in parameters: JSON.Object) -> Bool {
        parameters["_meta"]?[versionKey] != nil
    }

    /// The revision that a request wants.
    static func version(in parameters: JSON.Object) throws(ServedFault) -> ServedVersion {
        let meta = parameters["_meta"]?.object ?? [:]
        let missing = [versionKey, capabilitiesKey].filter { meta[$0] == nil }
        guard missing.isEmpty else {
            throw .invalidParameters("params._meta must have \(missing.joined(separator: " and ")).")
        }
        guard let version = meta[versionKey]?.string else {
            throw .invalidParameters("\(versionKey) in params._meta must be a text.")
        }
        guard meta[capabilitiesKey]?.object != nil else {
            throw .invalidParameters("\(capabilitiesKey) in params._meta must be an object.")
        }
        guard let known = ServedVersion(rawValue: version), known.isStateless else {
            throw .unsupportedVersion(version)
        }
        return known
    }
}
