import Characters
import Desk
import Exchange
import Matchmaking
import Store
import Wording

/// Takes registrations from a list, says what is wrong by row, and registers the rest.
struct RegistrationClerk {
  private var list: RegistrationList
  /// Of whom a filter found nobody expects that all are new.
  private var isFilter = false

  init(session: Session, event: Event) {
    list = RegistrationList(event: event, in: session.store)
  }

  mutating func read(_ file: String) throws { try list.read(ByteSource(path: file)) }

  mutating func add(row: Int, who: String, badge: String?) throws {
    try list.add(row: row, who: who, badge: badge)
  }

  mutating func add(_ found: [MemberID]) {
    isFilter = true
    list.add(found)
  }

  /// - Parameter overriding: the organizer registers also whom the register speaks against.
  mutating func finish(_ output: FormatOptions, overriding: Bool) throws {
    let (guests, act) = try list.register(overriding: overriding)
    var known = 0
    for trouble in list.troubles {
      switch trouble {
      case .refusal(.person(.alreadyRegistered), _) where isFilter: known += 1
      case .problem(let problem): Problems.say(problem)
      case .refusal(let refusal, let row): Output.refuse(refusal, row: row)
      }
    }
    output.print(GuestRows.table(guests))
    Output.flush()
    if let movedUp = act?.summary.detail {
      Output.message(
        Phrase("候补递补 \(movedUp) 人", "\(movedUp) moved up from the waiting list")(
          Invocation.language))
    }
    if known > 0 {
      Output.message(
        Phrase("另有 \(known) 人早已报名", "already registered: \(known)")(Invocation.language))
    }
    ColumnWords.say(list.columns)
    if list.isInPart { throw DoneInPart() }
  }
}

/// Problems of a file, one line each, on standard error.
enum Problems {
  /// A screenful of them, refusals first; the rest is counted.
  static func say(_ problems: [ImportProblem]) {
    let groups = [
      problems.lazy.filter { $0.isRefusal }, problems.lazy.filter { !$0.isRefusal && $0.isLoss },
      problems.lazy.filter { !$0.isRefusal && !$0.isLoss },
    ]
    for problem in groups.lazy.joined().prefix(most) { say(problem) }
    guard problems.count > most else { return }
    let rest = problems.count - most
    Output.message(
      Phrase(
        "另有 \(rest) 处；用 --problems 文件 全部写出",
        "and \(rest) more; --problems FILE writes them all")(Invocation.language))
  }

  private static let most = 20

  static func say(_ problem: ImportProblem) { Output.report(problem) }
}

extension String {
  /// Without what could drive a terminal, and without the blanks around it.
  var cleanedLine: String { cleaned().trimmed }
}
