/// What a word of free criteria means.
enum CriteriaWord: Hashable, Sendable {
  case number(Numeral)
  case field(ConditionField)
  /// Income by the year.
  case yearlyIncome
  case unit(Unit)
  /// Behind a number or a level: 以上, 以下, 左右.
  case bound(BoundWord)
  /// In front of one: 不低于, 不超过, 高于.
  case lead(Comparison)
  /// 到, 至, -, ~.
  case to
  case education(Education)
  case conditions([Condition])
  case work(Work)
  case region(Region)
  case nearby(Nearby, isNegated: Bool)
  /// 相差, 上下: both ways; 比我大: older; 比我小: younger.
  case gap(Gap)
  /// 男大女小.
  case manOlder
  /// 户口, 老家, behind a place or before it.
  case place(PlaceKind)
  /// 周边: makes a place larger than anybody can say.
  case around
  case prefer(PreferWord)
  case must
  /// 勿扰, 免谈: behind what is refused.
  case refused
  /// 不接受, 拒绝: before it, or behind.
  case refuse
  /// 非 … 勿扰.
  case noneBut
  case accept
  /// 不限, 无要求.
  case any
  case or
  /// Ends a clause: `，`; or a sentence as well: `。`.
  case stop(endsSentence: Bool)
  /// Between the words of a list.
  case pause
  case space
  /// Temper, interests, family: kept as words, not judged.
  case soft
  /// Says nothing by itself.
  case filler
  case unknown

  enum Unit: Hashable, Sendable {
    case years, centimetres, metres, kilograms, jin, yuan
    /// 年 behind a year of birth, 后 behind a decade.
    case year, generation
  }

  enum BoundWord: Hashable, Sendable { case atLeast, atMost, within, about, afterYear, beforeYear }
  enum Gap: Hashable, Sendable { case either, older, younger }
  enum PreferWord: Hashable, Sendable {
    /// 希望: speaks of the whole sentence.
    case sentence
    /// 最好, 尽量: speaks of the rest of the clause.
    case clause
    /// 更佳, 加分: speaks of what stands before.
    case behind
    /// 优先, which may stand on either side.
    case either
  }
}
