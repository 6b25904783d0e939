import GRDB
import Matchmaking

/// Values that no two rows of a table share.
struct UniqueKey: Hashable, Comparable {
  let columns: [String]
  let values: [DatabaseValue]
  /// As `deviation_link` has it.
  let text: String

  /// Nil where one of them is null.
  init?(_ table: LoggedTable, _ columns: [String], of image: RowImage) {
    let values = columns.map { image[$0] }
    guard !values.contains(where: \.isNull) else { return nil }
    self.columns = columns
    self.values = values
    text = ([table.rawValue] + columns + values.map(\.description)).joined(separator: "|")
  }

  static func < (one: UniqueKey, other: UniqueKey) -> Bool { one.text < other.text }
}

/// Who comes first of those that share a key. It is the same in every file.
struct Ranking {
  private let table: LoggedTable
  private let columns: [String]

  init(_ table: LoggedTable, _ columns: [String]) {
    self.table = table
    self.columns = columns
  }

  func sort(_ ids: [String], _ images: [String: RowImage]) -> [String] {
    ids.sorted { isBefore($0, $1, images[$0] ?? RowImage(), images[$1] ?? RowImage()) }
  }

  private func isBefore(
    _ one: String, _ other: String, _ left: RowImage, _ right: RowImage
  ) -> Bool {
    switch table {
    case .registration:
      // The earlier check-in stands, and the number that was worn longer; then whoever is awaited.
      let (came, cameToo) = (left.number("arrived_at"), right.number("arrived_at"))
      if came != cameToo { return (came ?? .max) < (cameToo ?? .max) }
      let (rank, otherRank) = (standing(left), standing(right))
      return rank != otherRank ? rank < otherRank : one < other
    case .pick:
      let (place, otherPlace) = (left.number("place") ?? 0, right.number("place") ?? 0)
      return place != otherPlace ? place < otherPlace : one < other
    // What was typed, decided or read last; keys begin with the time.
    case .ballot, .duplicateDecision, .columnMapping, .seatingPlan, .heartsQuestion, .heartsAnswer:
      return one > other
    // What the hall was told stands before what is held back, then what it was told first.
    case .announcement:
      let (state, otherState) = (left.text("state") ?? "", right.text("state") ?? "")
      return state != otherState ? state < otherState : one < other
    // A round that was closed somewhere is closed.
    case .pickingRound:
      let (state, otherState) = (left.text("state") ?? "", right.text("state") ?? "")
      return state != otherState ? state < otherState : one < other
    case .seatingRound:
      // A round that was sat stands before one that was only planned.
      let (began, beganToo) = (left.number("started_at"), right.number("started_at"))
      if began != beganToo { return (began ?? .max) < (beganToo ?? .max) }
      return one > other
    // Whoever archived it knowing more slips knows more of what became of them.
    case .picksPurge:
      let (known, knownToo) = (left.number("slips") ?? 0, right.number("slips") ?? 0)
      return known != knownToo ? known > knownToo : one < other
    case .member, .event, .refusal, .verification, .consent, .memberAlias, .savedFilter,
      .conflictDecision, .segment, .forbiddenPair, .absence, .outcome, .couple,
      .coupleStep, .threadDraw:
      return one < other
    }
  }

  private func standing(_ registration: RowImage) -> Int {
    switch registration.text("status") {
    case "registered": 0
    case "waitlisted": 1
    default: 2
    }
  }
}
