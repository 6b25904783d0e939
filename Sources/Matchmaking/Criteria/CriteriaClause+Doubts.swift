// What is denied, of whom it speaks, and what nobody knows.

extension CriteriaClause {
  mutating func hear() {
    voice.hear()
    run.isOfSelf = false
  }

  mutating func negate(_ negator: CriteriaWord.Negator) {
    if negator == .barring, ahead == .nothing, items.count > run.first {
      // 离异的不可以 refuses; 不是不可以 tolerates.
      let stance = run.negators.count % 2 == 0 ? CriteriaWord.Stance.refused : .accepted
      dropDenial()
      stances.append(stance)
      return behind(stance)
    }
    run.negators.append(negator)
    run.denial = run.denial ?? place
    run.isFresh = false
  }

  mutating func speak(of person: CriteriaWord.Person) {
    switch person {
    // 爱我, 懂我 stand inside a clause, and do not say whom it speaks of.
    case .writer: if run.isFresh { speakOfWriter() }
    case .oneself: if run.isFresh, !voice.isOfOther { run.isOfSelf = true }
    case .other:
      hear()
      run.isOfFamily = false
    case .man: sex == .man ? (voice.isOfWriter = true) : hear()
    case .woman: sex == .woman ? (voice.isOfWriter = true) : hear()
    case .family:
      dropDenial()
      run.isOfFamily = true
      // 3岁的孩子, 有房的父母, 未婚妈妈.
      if items.count > run.first, let last = items.last, touches(last),
        isDoubtful(last) || last.range.upperBound == place
      {
        openRun()
      }
    }
  }

  /// Of 不介意我离异 the rest of the clause alone speaks of the writer.
  private mutating func speakOfWriter() {
    if governor.place == nil {
      (voice.isOfWriter, voice.isOfOther) = (true, false)
    } else {
      run.isOfSelf = true
    }
  }

  private static let pastimes: Set<Substring> = ["旅游", "旅行", "美食", "电影", "音乐", "摄影", "爬山", "登山"]

  /// Words on temper: what denies them may reach further, and 西藏旅游 is no place to live.
  mutating func soften() {
    if let last = items.last, items.count > run.first, last.kind == .place, last.isLoose,
      touches(last), Self.pastimes.contains(text.substring(tokens[place].range))
    {
      items[items.count - 1].mode = .open
    }
    if !run.negators.isEmpty {
      dropDenial()
      run.isUnsure = true
    }
    openChoice()
    (run.isFresh, hasWords, governor.hasWords) = (false, true, true)
  }

  /// 有房或者性格好: one of two, of which the other is no condition.
  private mutating func openChoice() {
    guard joint == .or, items.count == run.first, !items.isEmpty else { return }
    items[items.count - 1].mode = .open
    joint = .pause
  }

  /// What stands around is not what it seems to say.
  mutating func doubt() {
    dropDenial()
    if items.isEmpty { openRun() }
    for index in items.indices where index >= min(reach, run.first) { items[index].mode = .open }
    (run.isUnsure, run.isFresh, hasWords) = (true, false, true)
    governor = Governor()
  }

  /// 95年底以后: a bound that belongs to no figure belongs to one that was read without it.
  mutating func loosenFigures() {
    guard text.substring(tokens[place].range) != "+" else { return }
    for index in items.indices where index >= run.first && items[index].kind == .figure {
      items[index].mode = .open
    }
  }

  /// A word nobody knows: it may be whom the rest of the run speaks of, or deny it; and where it
  /// follows on an item it may be the end of a longer word, or what is said of those people.
  mutating func misread() {
    guard isWord(tokens[place].range) else { return }
    (hasWords, governor.hasWords) = (true, true)
    openChoice()
    if items.isEmpty { openRun() }
    let isDenied =
      !run.negators.isEmpty || governor.denies && governor.place.map { $0 + 1 } == place
    if items.count > run.first, let last = items.last {
      let isList = isDenied && last.isNever && !last.isTopic && tokens[place].range.count > 1
      if !isList, isDenied || touches(last) || isDoubtful(last) { openRun() }
    }
    dropDenial()
    run.isUnsure = true
    run.isFresh = false
  }

  /// Whether nothing but particles and negators stands between an item and the place.
  private func touches(_ item: CriteriaItem) -> Bool {
    tokens[item.range.upperBound..<max(place, item.range.upperBound)].allSatisfy {
      switch $0.word {
      case .filler, .degree, .not: true
      default: false
      }
    }
  }

  private func isDoubtful(_ item: CriteriaItem) -> Bool {
    item.isTopic || item.isLoose || item.leaning == .unwanted
      || tokens[place].range.contains { Self.aversions.contains(text[$0]) }
  }

  /// Syllables of words that turn something down.
  private static let aversions = Set("绝讨厌恶恨嫌烦忌避斥弃禁戒否鄙憎滚反退".unicodeScalars.map(\.value))

  /// Signs and pictures part words and say nothing.
  private func isWord(_ range: Range<Int>) -> Bool {
    range.contains { place in
      let scalar = text[place]
      return Written.isLetter(scalar) || Written.isDigit(scalar)
        || (0x3400...0x9fff).contains(scalar) || (0x20000...0x3ffff).contains(scalar)
        || (0xc0...0x24f).contains(scalar) || (0x370...0x1fff).contains(scalar)
        || (0x3041...0x30ff).contains(scalar) || (0xac00...0xd7af).contains(scalar)
        || (0xf900...0xfaff).contains(scalar)
    }
  }
}
