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
    if case .walkIn(let form)? = modals.last, form.waits(for: page.generation) {
      return take(page, in: form)
    }
    if case .registering(let form)? = modals.last, form.waits(for: page.generation) {
      return take(page, in: form)
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
