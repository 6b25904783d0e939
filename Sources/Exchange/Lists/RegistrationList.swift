internal import Matchmaking

/// One line of a list of registrations: who, and perhaps with which badge.
public struct RegistrationLine: Hashable, Sendable {
  /// Counted from 1; the head is row 1.
  public let row: Int
  /// A number, phone or name, as written.
  public let member: String
  /// As written; nil where a badge is to be handed out.
  public let badge: String?

  /// Reads columns `member` and, perhaps, `badge`.
  public static func read(_ source: ByteSource) throws(FileFault) -> Reading<RegistrationLine> {
    var list = try ListReading(source)
    var reading = Reading<RegistrationLine>()
    let member = list.column(
      ["member", "会员", "编号", "会员编号", "number", "姓名", "name"], isNeeded: true)
    let badge = list.column(["badge", "号牌", "胸牌"], isNeeded: false)
    while let member, let row = try list.next() {
      if row.cells[member].isEmpty {
        list.refuse(row.number, member, .unknownMember, row.cells.joined(separator: ","))
        continue
      }
      let number = badge.map { row.cells[$0] } ?? ""
      reading.rows.append(
        RegistrationLine(
          row: row.number, member: row.cells[member], badge: number.isEmpty ? nil : number))
    }
    reading.problems = list.problems
    return reading
  }
}
