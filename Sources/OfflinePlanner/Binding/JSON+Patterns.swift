import Engine

extension JSON {
    /// Every value at an open path, with its place: `days[].max` gives one for each day.
    func values(matching pattern: String) -> [(path: JSONPath, value: JSON)] {
        var found: [(path: JSONPath, value: JSON)] = [(JSONPath.root, self)]
        for key in pattern.replacing("[]", with: ".[]").split(separator: ".").map(String.init) {
            found = found.flatMap { place -> [(path: JSONPath, value: JSON)] in
                guard key == "[]" else {
                    return place.value[key].map { [(place.path.appending(key: key), $0)] } ?? []
                }
                return (place.value.array ?? []).enumerated().map { index, item in
                    (place.path.appending(index: index), item)
                }
            }
        }
        return found
    }
}

extension JSONPath {
    /// An open path with every index 0.
    static func first(of pattern: String) -> JSONPath {
        var path = JSONPath()
        for key in pattern.replacing("[]", with: ".[]").split(separator: ".").map(String.init) {
            path = key == "[]" ? path.appending(index: 0) : path.appending(key: key)
        }
        return path
    }

    /// Up to the last index: the list item that the place belongs to.
    var item: JSONPath {
        let last = components.lastIndex { component in
            guard case .index = component else { return false }
            return true
        }
        return JSONPath(Array(components.prefix((last ?? -1) + 1)))
    }
}
