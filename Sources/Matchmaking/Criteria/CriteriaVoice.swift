/// Who speaks of whom, from clause to clause.
struct CriteriaVoice: Hashable {
  /// What is said is the writer's own: 我95年的，本科.
  var isOfWriter = false
  /// The writer said something of it that could be asked for.
  var hasFacts = false
  /// Somebody else was named, so that 自己 is not the writer.
  var isOfOther = false
  /// 希望 speaks of the whole sentence.
  var prefers = false
  /// What stood before a colon and tells of what follows.
  var heading = Heading.known

  enum Heading: Hashable {
    case known
    /// 彩礼：, which speaks of the clause behind it, and may refuse the rest of the sentence.
    case unknown, unknownBefore
    /// 勿扰：, which speaks of the sentence.
    case refusing
  }

  /// A word of hoping or refusing: from here on the other is meant.
  mutating func hear() { (isOfWriter, isOfOther, hasFacts) = (false, true, false) }

  /// - Parameter isHeardLater: whether the text turns to the other further on.
  mutating func endSentence(isHeardLater: Bool) {
    (prefers, heading) = (false, .known)
    // 我比较慢热。 is no list of the writer's details.
    if !hasFacts, !isHeardLater { isOfWriter = false }
  }
}
