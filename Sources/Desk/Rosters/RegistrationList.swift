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
  /// What the columns of the file were taken for.
  public private(set) var columns: [ColumnReport] = []
  /// Rows that are no people; not among `rows`.
  public private(set) var passedOver = 0

  /// Whether anything the list says is not done.
  public var isInPart: Bool {
    troubles.contains { trouble in
      switch trouble {
      case .problem(let problem): problem.isLoss
      // Of whom a filter found nobody expects that all are new.
      case .refusal(.person(.alreadyRegistered), _): !isFilter
      case .refusal: true
      }
    }
  }

  public init(event: Event, in store: Store) {
    self.store = store
    self.event = event
    finder = PersonFinder(store)
  }

  /// Reads columns that say who is meant and, perhaps, with which badge.
  public mutating func read(_ source: ByteSource) throws {
    let reading = try RegistrationLine.read(source)
    columns = reading.columns
    passedOver = reading.passedOver
    rows += reading.problems.count { $0.row > 1 && $0.isRefusal }
    troubles += reading.problems.map { .problem($0) }
    for line in reading.rows { try add(line) }
  }

  private mutating func add(_ line: RegistrationLine) throws {
    rows += 1
    let heads = line.heads
    if let phone = line.person.phone, FieldReading.phone(phone) == nil {
      note(line.row, heads.phone, .unknownPhone, phone, isRefusal: false)
    }
    let who = line.person.word ?? ""
    try enrol(line.row, who, badge: line.badge, heads) { [finder] in try finder.listed(line.person)
    }
  }

  /// Takes those whom a filter found.
  public mutating func add(_ members: [MemberID]) {
    isFilter = true
    rows += members.count
    enrolments += members.map { (0, Enrolment(member: $0)) }
  }

  /// - Parameter badge: the printed one, as written; nil where one is handed out at the door.
  public mutating func add(row: Int, who: String, badge: String?) throws {
    rows += 1
    try enrol(row, who, badge: badge, RegistrationLine.Heads()) { [finder] in
      try finder.listed(who)
    }
  }

  private mutating func enrol(
    _ row: Int, _ who: String, badge text: String?, _ heads: RegistrationLine.Heads,
    _ find: () throws -> Member?
  ) throws {
    do {
      guard let member = try find() else {
        note(row, heads.who, .unknownMember, who, isRefusal: true)
        return
      }
      let pool = event.pools.pool(for: member.sex)
      let badge = text.flatMap { Badge(typed: $0, in: event.pools, bare: pool) }
      if let text, badge == nil {
        note(row, heads.badge, .unknownBadge, text, isRefusal: true)
        return
      }
      enrolments.append((row, Enrolment(member: member.id, badge: badge)))
    } catch let refusal as Refusal {
      troubles.append(.refusal(refusal, row: row))
    } catch let differs as PersonDiffers {
      note(row, heads.who, .memberDiffers, differs.evidence, isRefusal: true)
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

  private mutating func note(
    _ row: Int, _ column: String, _ code: ImportProblem.Code, _ evidence: String, isRefusal: Bool
  ) {
    troubles.append(
      .problem(
        ImportProblem(
          row: row, column: column, code: code,
          evidence: String(ResidentNumber.masked(evidence).prefix(60)), isRefusal: isRefusal)))
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
    summary.columns = columns
    summary.passedOver = passedOver
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
