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
      return tab.needsEvening && open == nil ? run(.door) : go(to: tab)
    case .command(let id)?: return run(id)
    case .row(let row)?: return mark(row: row)
    case .column(let column)?: return sortMembers(by: column)
    case nil: return []
    }
  }

  private mutating func scroll(_ id: Command.ID) -> [Effect] {
    (0..<3).flatMap { _ in
      contexts.contains(.list) ? run(id) : []
    }
  }

  /// A click marks a row; what Enter does with it stays with Enter.
  private mutating func mark(row: Int) -> [Effect] {
    guard modals.isEmpty else {
      markInModal(row: row)
      return []
    }
    switch tab {
    case .door: if let open { door.mark(row: row, open) }
    case .pairs: pairs.mark(row: row)
    case .events: events.mark(row: row)
    case .members:
      members.mark(place: row)
      return loadMembers(ifNeeded: true)
    case .picks: break
    }
    return []
  }

  private mutating func markInModal(row: Int) {
    switch modals.last {
    case .palette(var palette):
      palette.mark(row: row)
      replaceModal(.palette(palette))
    case .firstRun(var firstRun):
      firstRun.marked = row
      replaceModal(.firstRun(firstRun))
    case .leave(var choice):
      choice.marked = row
      replaceModal(.leave(choice))
    case .roster(var list):
      list.picker.mark(row: row)
      replaceModal(.roster(list))
    case .registering(var form):
      form.mark(row: row)
      replaceModal(.registering(form))
    case .walkIn(var form):
      form.mark(row: row)
      replaceModal(.walkIn(form))
    case .wizard(var wizard):
      wizard.mark(row: row)
      replaceModal(.wizard(wizard))
    case .meaning(var meaning):
      meaning.mark(row: row)
      replaceModal(.meaning(meaning))
    case .changes(var changes):
      changes.mark(row: row)
      replaceModal(.changes(changes))
    case .circle(var page):
      page.mark(row: row)
      replaceModal(.circle(page))
    case .lonely(var page):
      page.mark(row: row)
      replaceModal(.lonely(page))
    case .columns(var choice):
      choice.mark(row: row)
      replaceModal(.columns(choice))
    case .keeping(let dialogue): mark(row: row, in: dialogue)
    default: break
    }
  }

  /// A step in the list of the tab.
  mutating func move(_ id: Command.ID) -> [Effect] {
    guard let move = Move(id) else { return [] }
    let page = max(1, size.rows - 9)
    switch tab {
    case .door: if let open { door.move(move, page: page, open) }
    case .pairs: pairs.move(move, page: page)
    case .events: events.move(move, page: page)
    case .members:
      members.move(move, page: page)
      return loadMembers(ifNeeded: true)
    case .picks: break
    }
    return []
  }
}
