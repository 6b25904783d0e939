internal import Matchmaking

/// Notices the same person twice in one file.
///
/// The same number, or the same phone with the same name, is the same person: the first row stands
/// and the second is refused, so that nothing is overwritten unseen. The same phone with another name is
/// only reported: relatives and workmates share one, or somebody mistyped.
struct RepeatedRows {
  private struct Seen {
    let row: Int
    let name: String
  }

  private var numbers: [String: Int] = [:]
  private var phones: [UInt64: Seen] = [:]

  /// - Parameter rows: about how many are to come.
  init(expecting rows: Int) {
    numbers.reserveCapacity(rows)
    phones.reserveCapacity(rows)
  }

  mutating func check(_ row: inout RosterRow, head: RosterHead) {
    guard let draft = row.draft else { return }
    let phone = draft.phone.flatMap { UInt64($0.digits) }
    let samePhone = phone.flatMap { phones[$0] }
    if let number = draft.number, let first = numbers[number] {
      refuse(&row, .number, first, head)
    } else if let samePhone, samePhone.name == draft.name {
      refuse(&row, .phone, samePhone.row, head)
    } else {
      if let samePhone { note(&row, .phone, samePhone.row, isRefusal: false, head) }
      if let number = draft.number { numbers[number] = draft.row }
      if let phone, samePhone == nil { phones[phone] = Seen(row: draft.row, name: draft.name) }
    }
  }

  private func refuse(
    _ row: inout RosterRow, _ field: RosterField, _ first: Int, _ head: RosterHead
  ) {
    row.draft = nil
    note(&row, field, first, isRefusal: true, head)
  }

  /// The evidence is the number of the row that had it first.
  private func note(
    _ row: inout RosterRow, _ field: RosterField, _ first: Int, isRefusal: Bool, _ head: RosterHead
  ) {
    let index = head.columns.firstIndex(of: .field(field))
    row.problems.append(
      ImportProblem(
        row: row.number, column: index.map { head.names[$0] } ?? "", code: .repeatedRow,
        evidence: "\(first)", isRefusal: isRefusal))
  }
}
