internal import Matchmaking

/// One line of a list of registrations: who, and perhaps with which badge.
public struct RegistrationLine: Hashable, Sendable {
  /// Counted from 1; the head is row 1.
  public let row: Int
  public let person: ListedPerson
  /// As written; nil where a badge is to be handed out.
  public let badge: String?

  /// The heads of the columns it was read from, for what is wrong with it.
  public let heads: Heads

  public struct Heads: Hashable, Sendable {
    public var who = ""
    public var phone = ""
    public var badge = ""

    public init() {}
  }

  /// Reads who is meant (a column of numbers, names, phones, or of any of these) and, perhaps, badges.
  public static func read(_ source: ByteSource) throws(FileFault) -> Reading<RegistrationLine> {
    var list = try ListReading(source) { GuestColumns($0).tellsWho }
    let columns = GuestColumns(list.heads)
    var reading = Reading<RegistrationLine>()
    if !columns.tellsWho { list.miss("member") }
    var heads = Heads()
    heads.phone = columns.phone.map(list.head) ?? ""
    heads.badge = columns.badge.map(list.head) ?? ""
    let (used, judge) = (columns.used, columns.judge)
    while columns.tellsWho, let row = try list.next(used: used, judge: judge) {
      let person = columns.person(row.cells)
      heads.who = columns.who(person).map(list.head) ?? ""
      guard person.word != nil else {
        let rest = row.cells.lazy.filter { !$0.isEmpty }.prefix(3).joined(separator: ", ")
        list.refuse(row.number, columns.who, .unknownMember, rest)
        continue
      }
      let badge = columns.badge.map { row.cells[$0] } ?? ""
      reading.rows.append(
        RegistrationLine(
          row: row.number, person: person, badge: FieldReading.isBlank(badge) ? nil : badge,
          heads: heads))
    }
    reading.problems = list.problems
    reading.columns = list.reports(columns.reports)
    return reading
  }
}
