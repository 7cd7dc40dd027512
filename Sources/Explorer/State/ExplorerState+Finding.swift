import Canvas
import Engine
import Review

extension ExplorerState {
    /// Shows other samples in the list, or the same in another order.
    mutating func show(_ view: QueueView) -> [Effect] {
        if view.filter != queue.view.filter { marks = Marks() }
        followsNewest = false
        return queue.show(view)
    }

    mutating func show(_ filter: Filter) -> [Effect] {
        show(QueueView(filter: filter, sort: queue.view.sort))
    }

    mutating func openFilter() {
        overlay = .filter(FilterLine(of: queue.view.filter))
    }

    mutating func pressed(_ key: Key, in line: FilterLine) -> [Effect] {
        var line = line
        switch line.press(key) {
        case .stays: overlay = .filter(line)
        case .closed: overlay = nil
        case .filtered(let filter):
            overlay = nil
            return filter == queue.view.filter ? [] : show(filter)
        }
        return []
    }

    mutating func pressed(_ key: Key, inSorts menu: SortMenu) -> [Effect] {
        var menu = menu
        switch menu.press(key) {
        case .stays: overlay = .sorts(menu)
        case .closed: overlay = nil
        case .sorted(let sort):
            overlay = nil
            return show(QueueView(filter: queue.view.filter, sort: sort))
        }
        return []
    }

    /// Looks for the next or the previous sample in which a check found something.
    mutating func goToProblem(_ direction: Effect.Direction) -> [Effect] {
        followsNewest = false
        isSeeking = true
        return [.seek(.problem, direction, from: queue.selection, queue.view, limit: Queue.pageLimit)]
    }
}
