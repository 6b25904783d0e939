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
      guard let place = book.place(of: id),
        let circle = try circle(of: place, corrected, in: book, on: today, generation)
      else { return }
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
    let members = book.facts.circleMembers(on: today) { share in
      mailbox.post([.circleProgress(share, generation: generation)])
      return isWanted(generation)
    }
    guard let members else { return nil }
    let made = CircleIndex(members, rules: CircleRules(day: today))
    index = made
    self.version = version
    return made
  }

  // MARK: - One circle

  /// Nil where nobody waits for it any more.
  private func circle(
    of place: Int, _ corrected: String?, in book: RegisterBook, on today: Day, _ generation: Int
  ) throws -> FateCircle? {
    let own = book.facts.circleMember(place, on: today)
    let seeker = CircleMember(
      id: own.id, number: own.number, facts: own.facts,
      criteria: corrected.map { CriteriaDraft($0).criteria } ?? own.criteria)
    var search = CircleSearch(seeker, rules: CircleRules(day: today), tellsWhy: true)
    book.facts.look(&search) { isWanted(generation) }
    guard isWanted(generation) else { return nil }
    let index = search.index
    let all = index.circle(of: 0)
    let best = Array(all.prefix(FateCircle.limit))
    let members = try reader().members([own.id] + best.map { index.members[$0.member].id })
    // Somebody was erased meanwhile: the list behind is loaded anew, and with it the circle.
    guard members.count == best.count + 1, let member = members.first else { return nil }
    let fits = zip(best, members.dropFirst()).map { suggestion, other in
      FateCircle.Fit(
        member: other, score: suggestion.score, reasons: index.reasons(0, suggestion.member))
    }
    return FateCircle(
      member: member, criteria: seeker.criteria, total: all.count, fits: fits,
      obstacles: index.obstacles(of: 0))
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
