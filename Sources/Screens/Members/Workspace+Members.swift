import Canvas
import Matchmaking

extension Workspace {
  mutating func nextGeneration() -> Int {
    generation += 1
    return generation
  }

  /// Asks for the rows around the marked one.
  mutating func loadMembers(ifNeeded: Bool = false) -> [Effect] {
    if !ifNeeded { members.expire() }
    guard let rows = members.wanted(page: size.rows) else { return [] }
    members.ask(for: rows, generation: nextGeneration())
    return [.loadMembers(query: members.query, rows: rows, generation: members.generation)]
  }

  mutating func takeMembers(_ page: MemberPage) -> [Effect] {
    if case .walkIn(var form)? = modals.last, form.generation == page.generation {
      form.take(page)
      modals[modals.count - 1] = .walkIn(form)
      return []
    }
    members.take(page)
    offerFirstRun()
    return loadMembers(ifNeeded: true)
  }

  mutating func typeFilter(_ key: Key) -> [Effect] {
    members.type(key) ? loadMembers() : []
  }

  mutating func endFilter() -> [Effect] {
    members.clearFilter() ? loadMembers() : []
  }

  mutating func showMember() {
    guard let member = members.markedMember else { return }
    modals.append(.member(MemberDetail(member)))
  }
}
