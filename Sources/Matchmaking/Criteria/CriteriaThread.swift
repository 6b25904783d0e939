/// Reads the clauses of free criteria one after the other, and what one says of another: `离异的，不考虑`,
/// `除了本科，其他勿扰`, `如果有房，更好`.
struct CriteriaThread {
  private(set) var clauses: [[CriteriaItem]] = []
  private var voice = CriteriaVoice()
  /// The clause before in the same sentence.
  private var last: CriteriaClause?
  /// The clauses of the sentence that have items.
  private var filled: [Int] = []
  /// Those that the last 可放宽 closes, unless the list goes on.
  private var closing: [Int]?
  private var easedFields: [ConditionField] = []

  init(_ tokens: [CriteriaToken], _ text: Written, sex: Sex?) {
    let turn = tokens.lastIndex(where: \.word.turnsToOther) ?? -1
    let spans = CriteriaSpan.all(tokens, text)
    let writers = CriteriaWriter(tokens, text, spans, sex: sex)
    for (index, span) in spans.enumerated() {
      switch writers.named(at: index) {
      case .other: voice.hear()
      case .writer, .unsure:
        (voice.isOfWriter, voice.isOfOther, voice.hasFacts) = (true, false, true)
      case nil: break
      }
      let clause = CriteriaClause(
        tokens, text, span.range, sex: sex, voice: voice,
        beginsWithWriter: writers.begins(at: index))
      clauses.append(clause.items)
      if !clause.items.isEmpty { filled.append(clauses.count - 1) }
      voice = clause.voice
      join(clause, span)
      if span.isQuestion {
        clause.items.isEmpty ? openBefore(clauses.count) : open(clauses.count - 1)
      }
      if span.endsSentence {
        endSentence()
        voice.endSentence(isHeardLater: turn >= span.range.upperBound)
      }
    }
    endSentence()
    easeByName()
  }

  // MARK: What one says of another

  private mutating func join(_ clause: CriteriaClause, _ span: CriteriaSpan) {
    let place = clauses.count - 1
    defer {
      if !clause.isSilent { last = clause }
      if voice.heading == .unknown { voice.heading = .unknownBefore }
      if span.isHeading, clause.items.isEmpty { voice.heading = clause.heading(voice.heading) }
    }
    if span.isOtherwise { return open(place) }
    easedFields += clause.easedFields
    if !clause.items.isEmpty { closing = nil }
    if clause.easesList {
      easeList(clause, span, place)
      if clause.items.isEmpty { return }
    }
    // 离异，但必须无孩 gives way in the first.
    if span.isContrast { before(place).map { tolerate($0) } }
    if let stance = clause.opening { remark(clause, stance, place, isRest: span.isRest) }
    if clause.opensWithDenial { openBefore(place) }
    if clause.items.isEmpty {
      if clause.hasWords { suppose(clause, place) }
      if clause.opening == nil { tolerate(clause, place) }
      return
    }
    if clause.opening == nil { suppose(clause, place) }
    refuse(clause, place)
    tolerate(clause, place)
    if clause.isExcepting { except(place) }
  }

  /// `，一律不考虑`, `，优先`: a clause that says only how something is meant speaks of the one before.
  private mutating func remark(
    _ clause: CriteriaClause, _ stance: CriteriaWord.Stance, _ place: Int, isRest: Bool
  ) {
    guard let target = before(place) else {
      // 勿扰：抽烟、离异 is a heading.
      if stance == .refused { voice.heading = .refusing }
      return
    }
    var isWithin = true
    for index in clauses[target].indices.reversed() {
      let item = clauses[target][index]
      if isRest, item.mode != .excepted { continue }
      let isUnsure =
        clause.isOpeningDoubtful
        || stance == .refused && item.mode == .plain && item.leaning != .unwanted && !item.isTopic
      if !isWithin {
        if stance == .refused, item.isDubious { clauses[target][index].mode = .open }
      } else if isUnsure {
        clauses[target][index].mode = .open
      } else if stance != .accepted || item.mode != .preferred {
        // What is preferred need not be had in any case: 最好有房，没有也行.
        clauses[target][index].take(stance)
      }
      isWithin = isWithin && item.joint != .space
    }
    if !isRest, clause.items.isEmpty, let item = clauses[target].indices.last {
      clauses[target][item].range = clauses[target][item].range.lowerBound..<clause.end
    }
    if stance == .refused, !isRest { refuseChain(from: target) }
  }

  /// `，可适当放宽`, `。以上仅供参考`: of the list that it closes, or the clause before where the list goes on.
  private mutating func easeList(_ clause: CriteriaClause, _ span: CriteriaSpan, _ place: Int) {
    ease(place)
    let isOfAll = filled.allSatisfy { $0 == place } || clause.speaksOfAll
    let isHeard = clauses[..<place].contains { !$0.isEmpty }
    if span.isHeading || !isHeard {
      voice.prefers = true
    } else if isOfAll {
      for earlier in 0..<place { ease(earlier) }
    } else if let target = before(place) {
      ease(target)
      if !span.isAside { closing = filled.filter { $0 < place } }
    }
  }

  private mutating func ease(_ place: Int) {
    for index in clauses[place].indices { clauses[place][index].take(.eased) }
  }

  /// `年龄可放宽`, wherever it is said.
  private mutating func easeByName() {
    for place in clauses.indices {
      for index in clauses[place].indices
      where easedFields.contains(where: clauses[place][index].isOf) {
        clauses[place][index].take(.eased)
      }
    }
  }

  /// Unwanted things said plainly beside a refusal: each `的` is refused with the rest of the list, and
  /// others may be.
  private mutating func refuse(_ clause: CriteriaClause, _ place: Int) {
    if clause.stances.contains(.refused) {
      for index in clauses[place].indices where clauses[place][index].isDubious {
        clauses[place][index].mode = .open
      }
      refuseChain(from: place)
    } else if let last, last.stances.contains(.refused), clause.stances.isEmpty {
      for index in clauses[place].indices where clauses[place][index].isDubious {
        clauses[place][index].mode = .open
      }
    }
  }

  /// 离异，人好也行; 可接受离异，带孩: what is unwanted and stands plainly beside a tolerance is as likely
  /// tolerated.
  private mutating func tolerate(_ clause: CriteriaClause, _ place: Int) {
    if clause.hasTolerance { before(place).map { tolerate($0) } }
    if clause.hasTolerance || clause.stances.isEmpty && last?.hasTolerance ?? false {
      tolerate(place)
    }
  }

  private mutating func tolerate(_ place: Int) {
    for index in clauses[place].indices
    where clauses[place][index].isDubious && clauses[place][index].kind == .past {
      clauses[place][index].take(.accepted)
    }
  }

  /// Back over clauses of one thing each.
  private mutating func refuseChain(from place: Int) {
    var later = place
    while let target = before(later), clauses[target].count == 1 {
      let item = clauses[target][0]
      guard item.mode == .plain else { return }
      let isAlike =
        item.leaning == .neutral && item.kind != .figure
        && clauses[place].contains { $0.field == item.field }
      guard item.isDubious || isAlike else { return }
      item.isTopic ? clauses[target][0].take(.refused) : (clauses[target][0].mode = .open)
      later = target
    }
  }

  /// 如果没房，收入1万以上: what is asked of some is not asked of all.
  private mutating func suppose(_ clause: CriteriaClause, _ place: Int) {
    guard let last, last.isSupposing, last.stances.isEmpty else { return }
    open(place)
    openBefore(place)
  }

  /// 山东省内，泰安除外 leaves 泰安 out; of 要求有房，本地除外 nobody knows what is excepted.
  private mutating func except(_ place: Int) {
    let earlier = before(place)
    // 外地勿扰，青岛除外 lets 青岛 in.
    let isOfRefusal = last?.stances.contains(.refused) ?? false
    let isAlike =
      isOfRefusal
      ? false
      : earlier.map { target in
        clauses[target].allSatisfy { item in
          item.mode == .plain && clauses[place].contains { $0.field == item.field }
        }
      } ?? true
    for index in clauses[place].indices where clauses[place][index].mode == .excepted {
      isAlike ? clauses[place][index].take(.accepted) : (clauses[place][index].mode = .open)
    }
    if !isAlike, let earlier { open(earlier) }
  }

  private mutating func endSentence() {
    // 如果有房 with nothing behind it is a wish.
    if let last, last.isSupposing, last.stances.isEmpty, let place = before(clauses.count) {
      for index in clauses[place].indices where clauses[place][index].mode == .plain {
        clauses[place][index].mode = .preferred
      }
    }
    closing?.forEach { ease($0) }
    (last, closing) = (nil, nil)
    filled = []
  }

  /// The clause with items before a place, in the same sentence.
  private func before(_ place: Int) -> Int? { filled.last { $0 < place } }

  private mutating func open(_ place: Int) {
    for index in clauses[place].indices { clauses[place][index].mode = .open }
  }

  private mutating func openBefore(_ place: Int) { if let target = before(place) { open(target) } }
}

extension CriteriaWord {
  /// Words after which the other is spoken of.
  fileprivate var turnsToOther: Bool {
    switch self {
    case .person(.other), .says(.preferred, .sentence), .must(.asks), .must(.seeks): true
    default: false
    }
  }
}

extension CriteriaItem {
  /// An unwanted thing said plainly.
  var isDubious: Bool { mode == .plain && leaning == .unwanted && !isDenied }
}

extension CriteriaClause {
  fileprivate var hasTolerance: Bool { stances.contains(.accepted) || stances.contains(.any) }

  /// 以上, 所有.
  fileprivate var speaksOfAll: Bool {
    tokens[start..<end].contains { Self.wholes.contains(text.substring($0.range)) }
  }

  private static let wholes: Set<Substring> = [
    "以上", "上述", "以上条件", "以上要求", "所有", "全部", "各项", "以上均", "以上都",
  ]

  /// Nothing stands in it.
  fileprivate var isSilent: Bool { items.isEmpty && stances.isEmpty && !hasWords }

  /// What it is as the heading of what follows: 彩礼：, 雷区：.
  fileprivate func heading(_ before: CriteriaVoice.Heading) -> CriteriaVoice.Heading {
    if stances.contains(.refused) { return .refusing }
    return run.isUnsure || run.isOfMatter || run.isOfFamily ? .unknown : before
  }
}
