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
  private let wanted = Mutex<RequestID?>(nil)

  private var index: CircleIndex?
  private var version = -1

  init(mailbox: Mailbox, reader: @escaping @Sendable () throws -> Store) {
    self.mailbox = mailbox
    self.reader = reader
  }

  func want(_ id: RequestID) { wanted.withLock { $0 = id } }

  func stop() { wanted.withLock { $0 = nil } }

  /// Nobody waits for this one any more.
  func stop(_ id: RequestID) { wanted.withLock { if $0 == id { $0 = nil } } }

  private func isWanted(_ id: RequestID) -> Bool { wanted.withLock { $0 } == id }

  /// Leaves without finishing what nobody will see.
  func finish() {
    wanted.withLock { $0 = nil }
    queue.sync {}
  }

  func run(_ question: Question, _ id: RequestID, _ book: RegisterBook, version: Int) {
    queue.async { [self] in
      do {
        try answer(question, id, book, version)
      } catch {
        mailbox.post([.answered(id, .failed(Fault(error)))])
      }
      mailbox.answered()
    }
  }

  private func answer(
    _ question: Question, _ id: RequestID, _ book: RegisterBook, _ version: Int
  ) throws {
    switch question {
    case .loadCircle(let member, let corrected, let today):
      guard let place = book.place(of: member),
        let circle = try circle(of: place, corrected, in: book, on: today, id)
      else { return }
      mailbox.post([.answered(id, .circle(circle))])
    case .loadLonely(let today):
      guard let index = made(book, version, today, id),
        let report = try lonely(index, book, id)
      else { return }
      mailbox.post([.answered(id, .lonely(report))])
    default: break
    }
  }

  // MARK: - Everybody's hopes

  /// Nil where nobody waits for it any more.
  private func made(
    _ book: RegisterBook, _ version: Int, _ today: Day, _ id: RequestID
  ) -> CircleIndex? {
    guard isWanted(id) else { return nil }
    if let index, self.version == version, index.rules.day == today { return index }
    // The old one is let go first: two would need twice the room.
    index = nil
    let members = book.facts.circleMembers(on: today) { share in
      mailbox.post([.progress(id, share)])
      return isWanted(id)
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
    of place: Int, _ corrected: String?, in book: RegisterBook, on today: Day, _ id: RequestID
  ) throws -> FateCircle? {
    let own = book.facts.circleMember(place, on: today)
    let seeker = CircleMember(
      id: own.id, number: own.number, facts: own.facts,
      criteria: corrected.map { CriteriaDraft($0).criteria } ?? own.criteria)
    var search = CircleSearch(seeker, rules: CircleRules(day: today), tellsWhy: true)
    book.facts.look(&search) { isWanted(id) }
    guard isWanted(id) else { return nil }
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
    _ index: CircleIndex, _ book: RegisterBook, _ id: RequestID
  ) throws -> LonelyReport? {
    let circles = index.everyoneOnTwoCores { share in
      mailbox.post([.progress(id, share)])
      return isWanted(id)
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
      guard isWanted(id) else { return nil }
      guard let member = byID[book.facts.ids[place]] else { continue }
      entries.append(.init(member: member, obstacles: index.obstacles(of: place)))
    }
    return LonelyReport(
      taking: index.members.count - excluded.values.reduce(0, +), total: places.count,
      excluded: excluded, entries: entries)
  }
}
