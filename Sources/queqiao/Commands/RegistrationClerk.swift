import Characters
import Desk
import Exchange
import Matchmaking
import Store
import Wording

/// Takes registrations from a list, says what is wrong by row, and registers the rest.
struct RegistrationClerk {
  private let session: Session
  private let event: Event
  private let finder: PersonFinder
  private var enrolments: [(row: Int, Enrolment)] = []
  private var wentWrong = false

  init(session: Session, event: Event) {
    self.session = session
    self.event = event
    finder = PersonFinder(session.store)
  }

  mutating func read(_ file: String) throws {
    let reading = try RegistrationLine.read(ByteSource(path: file))
    for problem in reading.problems { refuse(problem) }
    for line in reading.rows { try add(row: line.row, who: line.member, badge: line.badge) }
  }

  mutating func add(row: Int, who: String, badge text: String?) throws {
    do {
      guard let member = try finder.listed(who) else {
        refuse(problem(row, "member", .unknownMember, who))
        return
      }
      let pool = event.pools.pool(for: member.sex)
      let badge = text.flatMap { Badge(typed: $0, in: event.pools, bare: pool) }
      if let text, badge == nil {
        refuse(problem(row, "badge", .unknownBadge, text))
        return
      }
      enrolments.append((row, Enrolment(member: member.id, badge: badge)))
    } catch let refusal as Refusal {
      say(refusal, row: row)
    }
  }

  mutating func finish(_ output: FormatOptions) throws {
    let (results, _) = try session.store.register(enrolments.map(\.1), for: event.id)
    var rows: [[TableCell]] = []
    for (result, (row, _)) in zip(results, enrolments) {
      switch result {
      case .success(let guest):
        rows.append([
          .text(guest.badge?.description), .text(guest.number), .text(guest.name),
          .text(guest.registration.status.rawValue),
        ])
      case .failure(let refusal): say(refusal, row: row)
      }
    }
    output.print(
      Table(["badge", "number", "name", "status"].map { TableColumn($0) }, rows: rows))
    Output.flush()
    if wentWrong { throw DoneInPart() }
  }

  private func problem(
    _ row: Int, _ column: String, _ code: ImportProblem.Code, _ evidence: String
  ) -> ImportProblem {
    ImportProblem(row: row, column: column, code: code, evidence: evidence, isRefusal: true)
  }

  private mutating func refuse(_ problem: ImportProblem) {
    wentWrong = true
    Problems.say(problem)
  }

  private mutating func say(_ refusal: Refusal, row: Int) {
    wentWrong = true
    let language = Invocation.language
    let place = row > 0 ? Phrase("第 \(row) 行 ", "row \(row): ")(language) : ""
    Output.message(
      "refused: \(refusal.code): \(place)\(refusal.phrase(Invocation.clock)(language))")
  }
}

/// Problems of a file, one line each, on standard error.
enum Problems {
  /// A screenful of them, refusals first; the rest is counted.
  static func say(_ problems: [ImportProblem]) {
    let sorted = problems.filter(\.isRefusal) + problems.filter { !$0.isRefusal }
    for problem in sorted.prefix(most) { say(problem) }
    guard sorted.count > most else { return }
    let rest = sorted.count - most
    Output.message(
      Phrase(
        "另有 \(rest) 处；用 --problems 文件名 全部写出",
        "and \(rest) more; --problems FILE writes them all")(Invocation.language))
  }

  private static let most = 20

  static func say(_ problem: ImportProblem) {
    let language = Invocation.language
    let mark = problem.isRefusal ? "refused" : "doubtful"
    let place = problem.row > 0 || !problem.isRefusal ? problem.place(language) + ": " : ""
    Output.message("\(mark): \(problem.code.rawValue): \(place)\(problem.phrase(language))")
  }
}

extension String {
  /// Without what could drive a terminal, and without the blanks around it.
  var cleanedLine: String { cleaned().trimmed }
}
