import Exchange
import Matchmaking
import Wording

// Values that a script reads as codes and people as words.

extension TableCell {
  /// - Parameter phrase: as it stands in the middle of a sentence; nil for nothing.
  static func word(_ code: String, _ phrase: Phrase) -> TableCell {
    .coded(code, shown: phrase(Invocation.language))
  }

  static func badge(_ badge: Badge?) -> TableCell {
    badge.map { .word($0.description, $0.phrase) } ?? .none
  }

  static func sex(_ sex: Sex?) -> TableCell {
    sex.map { .word($0.rawValue, $0.phrase) } ?? .none
  }

  static func column(_ column: Column) -> TableCell { .word(column.name, column.head) }
  static func field(_ field: MemberField) -> TableCell { .word(field.column, field.phrase) }
  static func station(_ station: String) -> TableCell { .word(station, .station(station)) }

  static func verification(_ verification: Verification) -> TableCell {
    .word(verification.rawValue, verification.phrase)
  }

  static func status(_ status: MemberStatus) -> TableCell { .word(status.rawValue, status.phrase) }

  static func status(_ status: Registration.Status) -> TableCell {
    .word(status.rawValue, status.phrase)
  }
}
