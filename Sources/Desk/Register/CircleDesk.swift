import Dispatch
import Matchmaking
import Screens
import Store
import Synchronization

/// Finds fate circles on a queue of its own, so that nothing at the door waits for a hundred thousand
/// people's hopes.
///
/// All its state lives on that queue, which is why the class may be shared.
final class CircleDesk: @unchecked Sendable {
  private let reader: @Sendable () throws -> Store
  private let mailbox: Mailbox
  private let queue = DispatchQueue(label: "circles", qos: .utility)
  /// The question that is still wanted; work on others ends early.
  private let wanted = Mutex(0)

  private var index: CircleIndex?
  private var version = -1

  init(mailbox: Mailbox, reader: @escaping @Sendable () throws -> Store) {
    self.mailbox = mailbox
    self.reader = reader
  }

  func want(_ generation: Int) { wanted.withLock { $0 = generation } }
  func stop() { want(0) }
  private func isWanted(_ generation: Int) -> Bool { wanted.withLock { $0 } == generation }

  /// Leaves without finishing what nobody will see.
  func finish() {
    stop()
    queue.sync {}
  }

  func run(_ effect: Effect, _ book: RegisterBook, version: Int) {
    queue.async { [self] in
      do {
        try answer(effect, book, version)
      } catch {
        mailbox.post([.noticed(Fault(error))])
      }
      mailbox.answered()
    }
  }

  private func answer(_ effect: Effect, _ book: RegisterBook, _ version: Int) throws {
    switch effect {
    case .loadCircle(let id, let corrected, let today, let generation):
      guard let index = made(book, version, today, generation), let place = book.place(of: id)
      else { return }
      let own = corrected.map { index.replacing(place, CriteriaDraft($0).criteria) } ?? index
      guard let circle = try circle(of: place, in: own, book) else { return }
      mailbox.post([.circle(circle, generation: generation)])
    case .loadLonely(let today, let generation):
      guard let index = made(book, version, today, generation),
        let report = try lonely(index, book, generation)
      else { return }
      mailbox.post([.lonely(report, generation: generation)])
    default: break
    }
  }

  // MARK: - Everybody's hopes

  /// Nil where nobody waits for it any more.
  private func made(
    _ book: RegisterBook, _ version: Int, _ today: Day, _ generation: Int
  ) -> CircleIndex? {
    guard isWanted(generation) else { return nil }
    if let index, self.version == version, index.rules.day == today { return index }
    // The old one is let go first: two would need twice the room.
    index = nil
    var members: [CircleMember] = []
    members.reserveCapacity(book.count)
    var read: [String: Criteria] = [:]
    var memory = FactMemory()
    let hopes = book.facts.words(.criteria)
    let step = max(1, book.count / 50)
    for place in 0..<book.count {
      if place % step == 0 {
        guard isWanted(generation) else { return nil }
        let share = Double(place) / Double(book.count)
        mailbox.post([.circleProgress(share, generation: generation)])
      }
      let facts = book.facts.facts(of: place, memory: &memory)
      let hope = hopes?[place] ?? ""
      let key = (facts.sex?.rawValue ?? "") + hope
      let criteria = read[key] ?? CriteriaReading(hope, of: facts.sex).criteria
      if read.count < 10_000 { read[key] = criteria }
      members.append(
        CircleMember(
          id: book.facts.ids[place], number: book.facts.numbers[place], facts: facts,
          criteria: criteria))
    }
    let made = CircleIndex(members, rules: CircleRules(day: today))
    index = made
    self.version = version
    return made
  }

  private func circle(
    of place: Int, in index: CircleIndex, _ book: RegisterBook
  ) throws -> FateCircle? {
    let all = index.circle(of: place)
    let best = Array(all.prefix(FateCircle.limit))
    let members = try reader().members(
      [book.facts.ids[place]] + best.map { book.facts.ids[$0.member] })
    // Somebody was erased meanwhile: the list behind is loaded anew, and with it the circle.
    guard members.count == best.count + 1, let member = members.first else { return nil }
    let fits = zip(best, members.dropFirst()).map { suggestion, other in
      FateCircle.Fit(
        member: other, score: suggestion.score, reasons: index.reasons(place, suggestion.member))
    }
    return FateCircle(
      member: member, criteria: index.members[place].criteria, total: all.count, fits: fits,
      obstacles: index.obstacles(of: place))
  }

  // MARK: - Who has nobody

  private func lonely(
    _ index: CircleIndex, _ book: RegisterBook, _ generation: Int
  ) throws -> LonelyReport? {
    let circles = index.everyoneOnTwoCores { share in
      mailbox.post([.circleProgress(share, generation: generation)])
      return isWanted(generation)
    }
    guard let circles else { return nil }
    var excluded: [CircleExclusion: Int] = [:]
    var places: [Int] = []
    for (place, member) in index.members.enumerated() {
      if let exclusion = index.rules.exclusion(of: member.facts) {
        excluded[exclusion, default: 0] += 1
      } else if circles.counts[place] == 0 {
        places.append(place)
      }
    }
    let shown = Array(places.prefix(LonelyReport.limit))
    let members = try reader().members(shown.map { book.facts.ids[$0] })
    let byID = Dictionary(members.map { ($0.id, $0) }) { one, _ in one }
    var entries: [LonelyReport.Entry] = []
    for place in shown {
      guard isWanted(generation) else { return nil }
      guard let member = byID[book.facts.ids[place]] else { continue }
      entries.append(.init(member: member, obstacles: index.obstacles(of: place)))
    }
    return LonelyReport(
      taking: index.members.count - excluded.values.reduce(0, +), total: places.count,
      excluded: excluded, entries: entries)
  }
}

extension CircleIndex {
  /// The same register with other criteria of one member.
  fileprivate func replacing(_ place: Int, _ criteria: Criteria) -> CircleIndex {
    var members = members
    let old = members[place]
    members[place] = CircleMember(
      id: old.id, number: old.number, facts: old.facts, criteria: criteria)
    return CircleIndex(members, rules: rules)
  }
}
