/// What a word of free criteria means.
enum CriteriaWord: Hashable, Sendable {
  case number(Numeral)
  case field(ConditionField)
  /// Income by the year.
  case yearlyIncome
  case unit(Unit)
  /// Which part of the ten years from a round number: 三十多岁, 三十出头.
  case part(Part)
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

  /// How what stands ahead of it or behind it is meant: 希望, 优先, 勿扰, 不限.
  case says(Stance, Aim)
  /// A verb that a negator before it turns into another stance; ``CriteriaVerbs`` leaves none.
  case attitude(Attitude)
  case must(Must)
  case not(Negator)
  /// 太, 很, 经常: between a negator and what it denies.
  case degree
  /// Of whom the next words speak.
  case person(Person)
  /// 彩礼, BMI, 车程: what a figure behind it is about, and no detail of a member.
  case matter
  /// 除了 before what is excepted, 以外 behind it.
  case except, besides
  /// 除外: an exception from what was said before it.
  case excepted
  /// 如果.
  case supposing
  /// 即使, 是否: what follows is weighed and not asked for.
  case asked
  /// 吗, 难道, 曾经: what stands around it is not what it seems to say.
  case doubt
  /// ❌ or × behind something: refuses what nobody wishes, and leaves all else in doubt.
  case cross
  /// 否则: what follows would be so if what was said did not hold.
  case otherwise
  /// 其他: begins a clause about everything that was not named.
  case rest

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

  /// 的 and 者: what stands before them is a kind of people.
  static let owners: Set<UInt32> = [0x7684, 0x8005]

  enum Unit: Hashable, Sendable {
    case years, centimetres, metres, kilograms, jin, yuan
    /// 年 behind a year of birth, 后 behind a decade.
    case year, generation
    /// 分钟, 套, 平米: of something that is no detail of a member.
    case foreign
  }

  enum Part: Hashable, Sendable { case beyond, around, little }
  enum BoundWord: Hashable, Sendable { case atLeast, atMost, within, about, afterYear, beforeYear }
  enum Gap: Hashable, Sendable { case either, older, younger }

  enum Stance: Hashable, Sendable {
    case preferred, refused, accepted, any
    /// 可放宽, 仅供参考: a limit is no more than a wish.
    case eased
  }

  enum Aim: Hashable, Sendable {
    /// 希望: the rest of the sentence.
    case sentence
    /// 最好, 不接受: the rest of the clause, or what stands before where nothing follows.
    case ahead
    /// 更佳, 勿扰: what stands before.
    case behind
    /// 优先, 可以, 不限, which may stand on either side.
    case either
  }

  enum Attitude: Hashable, Sendable {
    /// 希望, 喜欢, 接受, 找, 介意, 看重, 要求.
    case hopes, likes, accepts, seeks, minds, cares, asks
  }

  /// 必须 is said of anybody, 要求 by the writer of the other, 找 leaves open how strongly, and 只要
  /// excludes the rest.
  enum Must: Hashable, Sendable { case needs, asks, seeks, only }

  enum Negator: Hashable, Sendable {
    /// 不, 未: denies the word behind it.
    case plain
    /// 不太, 不经常: denies it by half.
    case faint
    /// 没有, which before a figure says that it is not reached.
    case lacking
    /// 不是, 并非: denies all that follows up to a separator.
    case wide
    /// 不能, 不可, 别: forbids what follows, or what stands before.
    case barring
  }

  enum Person: Hashable, Sendable {
    /// Who wrote it: 我, 本人.
    case writer
    /// 自己, which is the writer unless somebody else was named.
    case oneself
    case other
    case man, woman
    /// 父母, 家里.
    case family
  }
}
