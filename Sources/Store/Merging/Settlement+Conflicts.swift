import GRDB
import Matchmaking

/// What of a settlement is told, for somebody to look at.
extension Settlement {
  mutating func note(
    _ id: String, _ first: String, _ table: LoggedTable, column: String?, _ image: RowImage,
    theirs: String? = nil, other: RowImage? = nil
  ) {
    switch table {
    case .registration where column == "badge":
      conflicts.append(
        Conflict(
          .badgeTwice, table, row: first, other: id, column: "badge",
          ours: image.text("pool").map { $0 + (image.number("badge").map(String.init) ?? "") },
          theirs: nil))
    case .event:
      conflicts.append(
        Conflict(
          .codeTwice, table, row: first, other: id, column: "code", ours: image.text("code"),
          theirs: theirs))
    case .member where other?.text("name") != image.text("name"):
      conflicts.append(
        Conflict(
          .numberTwice, table, row: first, other: id, column: "number", ours: image.text("number"),
          theirs: theirs))
    case .ballot: slips.append((first, id))
    case .member, .registration, .pick, .refusal, .verification, .consent, .duplicateDecision,
      .memberAlias, .savedFilter, .columnMapping, .conflictDecision, .segment, .seatingPlan,
      .seatingRound, .forbiddenPair, .absence, .pickingRound, .announcement, .outcome, .picksPurge,
      .couple, .coupleStep, .threadDraw, .heartsQuestion, .heartsAnswer:
      // Members alike are found among the duplicates; of the others nothing is to be decided.
      break
    }
  }

  /// Slips of one person that two typed, once their lines are settled.
  mutating func noteSlips() throws {
    for (first, other) in slips {
      guard try Slips.lines(of: first, in: db) != Slips.lines(of: other, in: db) else { continue }
      conflicts.append(
        Conflict(
          .slipDiffers, .ballot, row: first, other: other, column: nil, ours: nil, theirs: nil))
    }
  }
}
