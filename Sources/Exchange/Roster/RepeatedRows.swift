import Matchmaking

/// Notices the same person twice in one file.
///
/// The same number, or the same phone with the same name, is the same person. Where the file tells when
/// each row was answered, the later answer stands, whichever comes first in the file; otherwise the first
/// row stands and the second is refused, so that nothing is overwritten unseen. The same phone with
/// another name is only reported: relatives and workmates share one, or somebody mistyped.
struct RepeatedRows {
  enum Verdict: Hashable {
    case stands
    /// The row's own draft goes.
    case leaves
    /// The draft of that count goes, and the row's own stands.
    case replaces(Int)
  }

  /// Whoever was met, with the row that stands for them.
  private struct Holder {
    var row: Int32
    /// Counted over the whole file.
    var draft: Int32
    /// `AnswerTime.ordinal`; 0 where the file does not tell.
    var answered: Int64
    /// Where the name ends among those of the holders with a number.
    var nameEnd: Int32 = 0

    init(row: Int, draft: Int, answered: AnswerTime?) {
      self.row = Int32(truncatingIfNeeded: row)
      self.draft = Int32(truncatingIfNeeded: draft)
      self.answered = answered?.ordinal ?? 0
    }
  }

  /// Where every batch of the file has what tells people.
  private struct Slots {
    let number, phone, name: Int?

    init(_ batch: DraftBatch) {
      number = batch.slot(.number)
      phone = batch.slot(.phone)
      name = batch.slot(.name)
    }
  }

  private var slots: Slots?
  private var holders: [Holder] = []
  /// The keys of the names of the holders, one after the other.
  private var names: [UInt8] = []
  /// All by the place among the holders.
  private var numbers: TextTable
  private var phones: TextTable
  /// Phone and name together.
  private var people: TextTable
  private var key: [UInt8] = []
  /// Of the row at hand.
  private var nameKey: [UInt8] = []

  /// - Parameter rows: about how many are to come.
  init(expecting rows: Int) {
    numbers = TextTable(expecting: rows)
    phones = TextTable(expecting: rows)
    people = TextTable(expecting: rows)
  }

  /// Looks whether the person of the last draft of a batch was there before.
  ///
  /// - Parameters:
  ///   - draft: its count over the whole file.
  ///   - answered: when the row was answered; nil where the file does not tell.
  mutating func check(
    _ report: inout RosterRowReport, _ draft: Int, at answered: AnswerTime?, in batch: DraftBatch,
    _ head: RosterHead
  ) -> Verdict {
    let last = batch.count - 1
    let bytes = batch.bytes.span
    let slots = slots ?? Slots(batch)
    self.slots = slots
    let number = batch.range(last, slots.number)
    let phone = batch.range(last, slots.phone)
    nameKey.removeAll(keepingCapacity: true)
    let name = batch.range(last, slots.name)
    batch.bytes.withUnsafeBufferPointer {
      NameKey.append(UnsafeBufferPointer(rebasing: $0[name]), to: &nameKey)
    }
    var own = Holder(row: report.number, draft: draft, answered: answered)
    if !number.isEmpty, let place = numbers.first(bytes.extracting(number)) {
      let isSame = self.name(of: Int(place)).elementsEqual(nameKey)
      return settle(&report, own, with: Int(place), .number, isSameName: isSame, head)
    }
    if !phone.isEmpty {
      // Out of the way of the tables, and back with the room it has by then.
      var key: [UInt8] = []
      swap(&key, &self.key)
      defer { swap(&key, &self.key) }
      key.removeAll(keepingCapacity: true)
      key += batch.bytes[phone]
      key += nameKey
      let samePhone = phones.first(bytes.extracting(phone))
      if samePhone != nil, let place = people.first(key.span) {
        return settle(&report, own, with: Int(place), .phone, isSameName: true, head)
      }
      if let samePhone {
        note(&report, .phone, holders[Int(samePhone)].row, isRefusal: false, head)
      } else {
        phones.note(bytes.extracting(phone), as: Int32(holders.count))
      }
      people.note(key.span, as: Int32(holders.count))
    }
    if !number.isEmpty {
      numbers.note(bytes.extracting(number), as: Int32(holders.count))
      names += nameKey
    }
    own.nameEnd = Int32(names.count)
    holders.append(own)
    return .stands
  }

  private func name(of place: Int) -> ArraySlice<UInt8> {
    let start = place == 0 ? 0 : Int(holders[place - 1].nameEnd)
    return names[start..<Int(holders[place].nameEnd)]
  }

  /// Which of two rows of one person stands.
  private mutating func settle(
    _ report: inout RosterRowReport, _ own: Holder, with place: Int, _ field: RosterField,
    isSameName: Bool, _ head: RosterHead
  ) -> Verdict {
    let other = holders[place]
    let isDated = own.answered > 0 && other.answered > 0 && own.answered != other.answered
    guard isSameName, isDated else {
      note(&report, field, other.row, isRefusal: true, head)
      report.outcome = .refused
      return .leaves
    }
    let column = head.index(of: .answered).map { head.names[$0] } ?? ""
    let isLater = other.answered < own.answered
    let (leaving, standing) = isLater ? (other.row, own.row) : (own.row, other.row)
    let problem = ImportProblem(
      row: Int(leaving), column: column, code: .replaced, evidence: "\(standing)", isRefusal: false)
    guard isLater else {
      report.problems = [problem]
      report.outcome = .replaced
      return .leaves
    }
    report.problems.append(problem)
    report.replaces = Int(other.row)
    holders[place].row = own.row
    holders[place].draft = own.draft
    holders[place].answered = own.answered
    return .replaces(Int(other.draft))
  }

  /// The evidence is the number of the row that had it first.
  private func note(
    _ report: inout RosterRowReport, _ field: RosterField, _ first: Int32, isRefusal: Bool,
    _ head: RosterHead
  ) {
    let index = head.index(of: field) ?? (field == .phone ? head.index(of: .contact) : nil)
    report.problems.append(
      ImportProblem(
        row: report.number, column: index.map { head.names[$0] } ?? "", code: .repeatedRow,
        evidence: "\(first)", isRefusal: isRefusal))
  }
}
