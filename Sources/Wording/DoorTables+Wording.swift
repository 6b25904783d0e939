public import Matchmaking

extension DoorTables {
  /// Whom a table is for: `M-S`; at the last those without a letter too.
  public func range(of number: Int) -> Phrase {
    let letters = letters(of: number)
    return number == count
      ? Phrase("\(letters) 及其他", "\(letters) and others") : .verbatim(letters)
  }

  /// The table and whom it is for, at the head of its list.
  public func title(of number: Int) -> Phrase {
    Phrase("签到桌 \(number)　", "Door table \(number) · ") + range(of: number)
  }

  /// Told where somebody stands at another table.
  public func told(_ number: Int) -> Phrase {
    Phrase("签到桌 \(number)（", "door table \(number) (") + range(of: number) + Phrase("）", ")")
  }
}

extension Phrase {
  /// There is no such table at the door.
  public static func noDoorTable(_ tables: DoorTables?, of code: String) -> Phrase {
    guard let tables else {
      return Phrase(
        "这场活动的签到没有分桌；先用 queqiao event tables \(code) --tables 几 分桌",
        "the door of this event has one table; queqiao event tables \(code) --tables N splits it")
    }
    return Phrase(
      "这场活动的签到桌是 1 到 \(tables.count)", "the tables at this event's door are 1 to \(tables.count)")
  }
}
