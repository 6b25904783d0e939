import Canvas
import Matchmaking
import Wording

extension Workspace {
  mutating func nextGeneration() -> Int {
    generation += 1
    return generation
  }

  /// In which language conditions are offered.
  var words: ConditionWords { setting.language == .chinese ? .chinese : .english }

  /// Asks for the rows around the marked one.
  mutating func loadMembers(ifNeeded: Bool = false) -> [Effect] {
    if !ifNeeded { members.expire() }
    guard let rows = members.wanted(page: size.rows) else { return [] }
    let question = members.ask(
      for: rows, today: setting.today, words, generation: nextGeneration())
    return [.browse(question)]
  }

  /// The answer to a form that looks somebody up.
  mutating func takeMembers(_ page: MemberPage) -> [Effect] {
    if case .walkIn(let form)? = modals.last, form.waits(for: page.generation) {
      return take(page, in: form)
    }
    if case .registering(let form)? = modals.last, form.waits(for: page.generation) {
      return take(page, in: form)
    }
    return []
  }

  mutating func takePage(_ page: RegisterPage) -> [Effect] {
    members.take(page)
    offerFirstRun()
    return loadMembers(ifNeeded: true)
  }

  mutating func typeFilter(_ key: Key) -> [Effect] {
    members.type(key, words) ? loadMembers() : []
  }

  /// Writes what is offered. Where nothing is, Tab does nothing: who completes does not want to leave.
  mutating func complete(step way: Int) -> [Effect] {
    if members.line.offersNothing {
      toast = Toast(
        .note,
        Phrase(
          "这里没有可补全的；先按 Esc，再用 Tab 换页",
          "nothing to complete here; press Esc first, then Tab turns the page"))
      return []
    }
    return members.complete(step: way, words) ? loadMembers() : []
  }

  /// What is filtered stays; a second Escape shows everybody again.
  mutating func endFilter() -> [Effect] {
    guard members.isFiltering else {
      members.write(filter: "", words)
      return loadMembers(ifNeeded: true)
    }
    members.isFiltering = false
    return []
  }

  mutating func beginFilter() -> [Effect] {
    members.isFiltering = true
    return members.query.isEmpty ? [] : loadMembers()
  }

  mutating func toggleTolerance() -> [Effect] {
    members.isFiltering = true
    members.toggleTolerance(words)
    return loadMembers()
  }

  mutating func sortMembers(by column: ListColumn) -> [Effect] {
    members.sort(by: column)
    return loadMembers()
  }

  /// As others would see the member, also before anything is published.
  mutating func showListing(of member: Member?) -> [Effect] {
    if let member { modals.append(.listing(ListingPage(member))) }
    return []
  }

  mutating func showMember() {
    guard let member = members.markedMember else { return }
    modals.append(.member(MemberDetail(member)))
  }
}
