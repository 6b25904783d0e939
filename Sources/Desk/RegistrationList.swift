public import Exchange
public import Matchmaking
public import Store

/// Registers whom a list names, for the command and for the desk alike: who cannot be told for
/// certain is left out and said by row, the rest goes in as one act.
public struct RegistrationList {
  /// Why a row was left out.
  public enum Trouble: Sendable {
    case problem(ImportProblem)
    /// Row 0 is no row of a file.
    case refusal(Refusal, row: Int)
  }

  private let store: Store
  private let event: Event
  private let finder: PersonFinder
  private var enrolments: [(row: Int, enrolment: Enrolment)] = []
  /// Whether a filter named them and no file.
  private var isFilter = false
  /// How many rows there were, good and bad.
  public private(set) var rows = 0
  /// In the order in which they were found.
  public private(set) var troubles: [Trouble] = []

  public init(event: Event, in store: Store) {
    self.store = store
    self.event = event
    finder = PersonFinder(store)
  }

  /// Reads columns `member` and, perhaps, `badge`.
  public mutating func read(_ source: ByteSource) throws {
    let reading = try RegistrationLine.read(source)
    rows += reading.problems.count { $0.row > 1 && $0.isRefusal }
    troubles += reading.problems.map { .problem($0) }
    for line in reading.rows { try add(row: line.row, who: line.member, badge: line.badge) }
  }

  /// Takes those whom a filter found.
  public mutating func add(_ members: [MemberID]) {
    isFilter = true
    rows += members.count
    enrolments += members.map { (0, Enrolment(member: $0)) }
  }

  /// - Parameter badge: the printed one, as written; nil where one is handed out at the door.
  public mutating func add(row: Int, who: String, badge text: String?) throws {
    rows += 1
    do {
      guard let member = try finder.listed(who) else {
        refuse(row, "member", .unknownMember, who)
        return
      }
      let pool = event.pools.pool(for: member.sex)
      let badge = text.flatMap { Badge(typed: $0, in: event.pools, bare: pool) }
      if let text, badge == nil {
        refuse(row, "badge", .unknownBadge, text)
        return
      }
      enrolments.append((row, Enrolment(member: member.id, badge: badge)))
    } catch let refusal as Refusal {
      troubles.append(.refusal(refusal, row: row))
    }
  }

  /// Registers those who were found, as one act.
  ///
  /// - Returns: those registered, in the order of the list; the act is nil where there were none.
  ///
  /// - Parameter overriding: the organizer registers also whom the register speaks against.
  public mutating func register(
    overriding: Bool = false
  ) throws -> (guests: [Guest], act: Act?) {
    guard !enrolments.isEmpty else { return ([], nil) }
    let (results, act) = try store.register(
      enrolments.map(\.enrolment), for: event.id, overriding: overriding)
    var guests: [Guest] = []
    for (result, (row, _)) in zip(results, enrolments) {
      switch result {
      case .success(let guest): guests.append(guest)
      case .failure(let refusal): troubles.append(.refusal(refusal, row: row))
      }
    }
    return (guests, act)
  }

  /// Whether the list names a badge there, which somebody who is registered did not get by it.
  func hasBadge(_ row: Int) -> Bool {
    enrolments.contains { $0.row == row && $0.enrolment.badge != nil }
  }

  private mutating func refuse(
    _ row: Int, _ column: String, _ code: ImportProblem.Code, _ evidence: String
  ) {
    troubles.append(
      .problem(
        ImportProblem(row: row, column: column, code: code, evidence: evidence, isRefusal: true)))
  }
}

extension RegistrationList {
  /// What became of every row, as the desk shows it.
  ///
  /// Who was registered already is counted and no trouble, for the same list may come in twice; but
  /// where it names a badge for them, that is told.
  func summary(of guests: [Guest]) -> ImportSummary {
    var summary = ImportSummary(isFilter ? .found : .registrations)
    summary.rows = rows
    for guest in guests {
      if guest.registration.status == .waitlisted {
        summary.updated += 1
      } else {
        summary.added += 1
      }
    }
    for trouble in troubles {
      switch trouble {
      case .refusal(.person(.alreadyRegistered), let row) where !hasBadge(row):
        summary.unchanged += 1
      case .refusal(let refusal, let row):
        summary.refused += 1
        summary.problems.append(
          ImportProblem(
            row: row, column: "", code: .refused, evidence: refusal.code, isRefusal: true,
            refusal: refusal))
      case .problem(let problem):
        if problem.isRefusal { summary.refused += 1 }
        summary.problems.append(problem)
      }
    }
    return summary
  }
}
