/// Reads one clause of free criteria into items, and how each is meant; the grammar stands above
/// ``CriteriaReading``.
struct CriteriaClause {
  let tokens: [CriteriaToken]
  let text: Written
  let sex: Sex?
  let start: Int
  let end: Int
  private(set) var place: Int

  var items: [CriteriaItem] = []
  var voice: CriteriaVoice
  var governor: Governor
  var run = Run()
  /// Items before it are no longer reached by 优先 or 勿扰.
  var reach = 0
  var joint: CriteriaItem.Joint = .none
  /// A detail named with nothing said yet: 学历 of 学历不限.
  var pendingField: Int?
  /// The negator that reached the last item, as it may reach the next: 不抽烟喝酒.
  var lastNegator: CriteriaWord.Negator?
  /// What was said of something, in order.
  var stances: [CriteriaWord.Stance] = []
  /// What it says before anything else, with nothing behind it: that is meant of the clause before.
  var opening: CriteriaWord.Stance?
  /// Details that are said to be no limits, by name.
  var easedFields: [ConditionField] = []
  /// 可放宽 stands in it, and nothing that it could be said of.
  var easesList = false
  /// Something else is said in the same breath.
  var isOpeningDoubtful = false
  /// 如果.
  var isSupposing = false
  /// Whether 除外 stands behind its items.
  var isExcepting = false
  /// Whether something was said that is neither an item nor how it is meant.
  var hasWords = false
  /// Whether it begins with a negator that denies nothing: that is an answer to the clause before.
  var opensWithDenial = false

  /// - Parameter beginsWithWriter: 女 95年 求90后, where the verb alone turns to the other.
  init(
    _ tokens: [CriteriaToken], _ text: Written, _ clause: Range<Int>, sex: Sex?,
    voice: CriteriaVoice, beginsWithWriter: Bool
  ) {
    (self.tokens, self.text, self.sex, self.voice) = (tokens, text, sex, voice)
    (start, place, end) = (clause.lowerBound, clause.lowerBound, clause.upperBound)
    governor = Governor(mode: voice.prefers ? .preferred : .plain)
    if voice.isOfWriter, !beginsWithWriter, turnsToOther { self.voice.hear() }
    while place < end { step() }
    endRun()
  }

  /// What governs the items that follow.
  struct Governor {
    var mode: CriteriaItem.Mode = .plain
    var denies = false
    /// 只要: what is behind 就行 and 都行 is still asked for.
    var isOnly = false
    /// Where the word stands; nil for what reaches in from a clause before.
    var place: Int?
    var governed = 0
    /// It governs words that are not judged, so that what follows them may be its own.
    var hasWords = false
    var isPastSpace = false
  }

  /// What was met since the last separator and tells of what stands beside it.
  struct Run {
    var negators: [CriteriaWord.Negator] = []
    /// Where the first of them stands.
    var denial: Int?
    /// Where the first item of the run is, or will be.
    var first = 0
    /// A word was not understood that may deny what follows, or be whom it speaks of.
    var isUnsure = false
    var isOfFamily = false
    var isOfSelf = false
    /// A figure is about something else: 彩礼, BMI.
    var isOfMatter = false
    var isAsked = false
    var isExcept = false
    /// 请: somebody is addressed: 有孩子请说明.
    var isAddressed = false
    /// Nothing but words that say nothing stood in it yet.
    var isFresh = true
  }

  private mutating func step() {
    switch tokens[place].word {
    case .says(let stance, let aim): say(stance, aim)
    case .must(let must): insist(must)
    case .not(let negator): negate(negator)
    case .person(let person): speak(of: person)
    case .matter:
      dropDenial()
      run.isOfMatter = true
      (run.isFresh, hasWords) = (false, true)
    case .except: run.isExcept = true
    case .besides: besides()
    case .excepted: exceptBehind()
    case .supposing: isSupposing = true
    case .asked: run.isAsked = true
    case .doubt, .attitude, .otherwise: doubt()
    case .pause: pause(.pause)
    case .or: pause(.or)
    case .space: separate()
    case .soft: soften()
    case .bound: loosenFigures()
    case .unknown, .part: misread()
    case .unit(let unit): if unit != .foreign { misread() }
    case .filler: address()
    case .cross: cross()
    case .degree, .stop, .to, .around, .rest: break
    case .number, .field, .yearlyIncome, .lead, .education, .conditions, .work, .region, .nearby,
      .gap, .manOlder, .place:
      if take() { return }
    }
    place += 1
  }

  mutating func skip(to next: Int) { place = next }

  /// How many words ahead matter; no clause that anybody can read is longer.
  static let sight = 40

  /// What follows up to the next separator: nothing, words that are not judged, or an item.
  enum Ahead { case nothing, words, item }

  var ahead: Ahead {
    var found = Ahead.nothing
    for token in tokens[(place + 1)..<max(place + 1, min(end, place + Self.sight))] {
      switch token.word {
      case .space, .pause, .or: return found
      case .number, .education, .conditions, .work, .region, .nearby, .manOlder: return .item
      case .soft, .unknown, .matter, .field, .yearlyIncome, .place, .gap, .lead: found = .words
      default: break
      }
    }
    return found
  }

  /// A clause that hopes or refuses is about the other again, unless it names the writer.
  private var turnsToOther: Bool {
    var turns = false
    for token in tokens[start..<end] {
      switch token.word {
      case .person(.writer): return false
      case .says(.preferred, _), .says(.refused, _), .must: turns = true
      default: break
      }
    }
    return turns
  }

  // MARK: Separators

  private mutating func pause(_ joint: CriteriaItem.Joint) {
    let goesOn = items.count > run.first
    endRun()
    // 闺蜜未婚、有房 is still about her; in 会弹琴、有房 a list goes on.
    run.first = items.count
    if !goesOn { (run.isUnsure, run.isOfFamily, run.isOfSelf) = (false, false, false) }
    run.isFresh = true
    self.joint = joint
  }

  private mutating func separate() {
    endRun()
    run = Run(first: items.count)
    joint = .space
    reach = items.count
    pendingField = nil
    lastNegator = nil
    governor.isPastSpace = true
  }

  /// A negator that found nothing to deny may have meant what stands before it.
  private mutating func endRun() {
    if run.isAddressed, let last = items.last, last.isDubious { openRun() }
    guard !run.negators.isEmpty else { return }
    if items.isEmpty, stances.isEmpty, !hasWords { opensWithDenial = true }
    dropDenial()
    openRun()
  }

  mutating func dropDenial() { (run.negators, run.denial) = ([], nil) }

  /// Leaves over what stands in the run, and the rest of its list.
  mutating func openRun() {
    if opening != nil, items.isEmpty { isOpeningDoubtful = true }
    guard run.first < items.count else { return }
    var first = run.first
    while first > reach, items[first].joint == .pause || items[first].joint == .or,
      items[first].isAlike(items[first - 1])
    {
      first -= 1
    }
    for index in first..<items.count { items[index].mode = .open }
  }
}
