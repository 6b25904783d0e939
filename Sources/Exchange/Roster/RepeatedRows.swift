import Matchmaking

/// Notices the same person twice in one file.
///
/// The same number, or the same phone with the same name, is the same person: the first row stands
/// and the second is refused, so that nothing is overwritten unseen. The same phone with another name is
/// only reported: relatives and workmates share one, or somebody mistyped.
struct RepeatedRows {
  private var numbers: TextTable
  private var phones: TextTable
  /// Phone and name together.
  private var people: TextTable
  private var key: [UInt8] = []

  /// - Parameter rows: about how many are to come.
  init(expecting rows: Int) {
    numbers = TextTable(expecting: rows)
    phones = TextTable(expecting: rows)
    people = TextTable(expecting: rows)
  }

  /// Looks whether the last draft of a batch was there before; then it is refused.
  mutating func check(_ report: inout RosterRowReport, in batch: DraftBatch, head: RosterHead) {
    let last = batch.count - 1
    let bytes = batch.bytes.span
    let number = batch.range(last, batch.slot(.number))
    let phone = batch.range(last, batch.slot(.phone))
    if !number.isEmpty, let first = numbers.first(bytes.extracting(number)) {
      return note(&report, .number, first, isRefusal: true, head)
    }
    if !phone.isEmpty {
      // Out of the way of the tables, and back with the room it has by then.
      var key: [UInt8] = []
      swap(&key, &self.key)
      defer { swap(&key, &self.key) }
      key.removeAll(keepingCapacity: true)
      key += batch.bytes[phone]
      key += batch.bytes[batch.range(last, batch.slot(.name))]
      let samePhone = phones.first(bytes.extracting(phone))
      if let samePhone, people.first(key.span) == samePhone {
        return note(&report, .phone, samePhone, isRefusal: true, head)
      }
      if let samePhone {
        note(&report, .phone, samePhone, isRefusal: false, head)
      } else {
        phones.note(bytes.extracting(phone), as: Int32(report.number))
        people.note(key.span, as: Int32(report.number))
      }
    }
    if !number.isEmpty { numbers.note(bytes.extracting(number), as: Int32(report.number)) }
  }

  /// The evidence is the number of the row that had it first.
  private func note(
    _ report: inout RosterRowReport, _ field: RosterField, _ first: Int32, isRefusal: Bool,
    _ head: RosterHead
  ) {
    let index = head.columns.firstIndex(of: .field(field))
    report.isTaken = report.isTaken && !isRefusal
    report.problems.append(
      ImportProblem(
        row: report.number, column: index.map { head.names[$0] } ?? "", code: .repeatedRow,
        evidence: "\(first)", isRefusal: isRefusal))
  }
}
