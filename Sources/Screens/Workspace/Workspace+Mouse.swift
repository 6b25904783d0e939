import Canvas
import Matchmaking

extension Workspace {
  /// A click does what stands there; the wheel moves in the list.
  mutating func click(_ action: Key.MouseAction, at point: Point) -> [Effect] {
    switch action {
    case .scrollUp: return scroll(.up)
    case .scrollDown: return scroll(.down)
    case .press: break
    }
    switch sheet(size).target(at: point) {
    case .tab(let tab)?:
      if setting.isLocked { return [] }
      return tab.needsEvening && open == nil ? run(.door) : turn(to: tab)
    case .command(let id)?: return run(id)
    case .row(let row)?: return update(top) { $0.mark(row: row, in: $1) }
    case .column(let column)?: return tell(ListNotice.sort(column))
    case nil: return []
    }
  }

  private mutating func scroll(_ id: Command.ID) -> [Effect] {
    (0..<3).flatMap { _ in
      contexts.contains(.list) ? run(id) : []
    }
  }
}
