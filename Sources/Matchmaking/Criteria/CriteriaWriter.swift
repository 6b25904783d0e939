/// Whom 男 and 女 name: who begins with the own sex goes on with the own details, `女，济南，95年`; the
/// other sex is who is looked for.
struct CriteriaWriter {
  enum Named { case writer, other, unsure }

  private var names: [Int: Named] = [:]
  private var beginnings: Set<Int> = []

  /// - Parameter sex: of the member who wrote it; without it nobody knows whom 女 means.
  init(_ tokens: [CriteriaToken], _ text: Written, _ spans: [CriteriaSpan], sex: Sex?) {
    var isHeard = false
    var isNamed = false
    for (index, span) in spans.enumerated() {
      let clause = tokens[span.range]
      let hopes = clause.contains(where: \.word.speaksOfHopes)
      defer { isHeard = isHeard || hopes }
      guard let (named, isLone) = CriteriaWriter.sex(clause, text, hopes: hopes) else { continue }
      let name = sex.map { $0 == named ? Named.writer : .other } ?? .unsure
      if isLone || hopes {
        names[index] = name
      }
      if hopes, name != .other { beginnings.insert(index) }
      if !isHeard, !isNamed, name != .other {
        // `95年，女，济南`: what stands before it is the writer's as well.
        names[0] = name
      }
      isNamed = true
    }
  }

  func named(at span: Int) -> Named? { names[span] }

  /// Whether a clause that hopes for something begins with the writer.
  func begins(at span: Int) -> Bool { beginnings.contains(span) }

  /// The sex that a clause names, and whether it says nothing else.
  private static func sex(
    _ clause: ArraySlice<CriteriaToken>, _ text: Written, hopes: Bool
  ) -> (Sex, isLone: Bool)? {
    let words = clause.filter { $0.word != .space }
    if hopes {
      // 女 95年 求90后, and not 女生优先.
      guard words.count > 2, let named = sex(words[0], text), words[1].word.isFact,
        sex(words[1], text) == nil, !isCompound(words, text)
      else { return nil }
      return (named, false)
    }
    let sexes = words.compactMap { sex($0, text) }
    guard let first = sexes.first, sexes.allSatisfy({ $0 == first }) else { return nil }
    let rest = words.filter { sex($0, text) == nil && !isHead($0, text) }
    if rest.isEmpty { return (first, true) }
    let begins = words.first { !isHead($0, text) }.flatMap { sex($0, text) } != nil
    guard begins && !isCompound(words, text) || rest.allSatisfy(\.word.isFact) else { return nil }
    return (first, false)
  }

  /// 女强人 is no sex.
  private static func isCompound(_ words: [CriteriaToken], _ text: Written) -> Bool {
    guard let place = words.firstIndex(where: { sex($0, text) != nil }), place + 1 < words.count,
      words[place].range.upperBound == words[place + 1].range.lowerBound
    else { return false }
    return words[place].range.count == 1 && words[place + 1].word == .unknown
  }

  private static func isHead(_ token: CriteriaToken, _ text: Written) -> Bool {
    token.word == .filler && ["性别", "a", "an", "是", ":"].contains(text.folded(token.range))
  }

  private static func sex(_ token: CriteriaToken, _ text: Written) -> Sex? {
    guard token.word == .filler else { return nil }
    return nouns[text.folded(token.range)]
  }

  private static let nouns: [String: Sex] = {
    let stems = ["", "生", "士", "孩", "的", "性", "人", "青年", "同志"]
    let words =
      stems.map { ("男" + $0, Sex.man) } + stems.map { ("女" + $0, Sex.woman) }
      + ["小伙", "小伙子", "汉子", "小哥", "小哥哥", "man", "male", "guy"].map { ($0, Sex.man) }
      + ["姑娘", "妹子", "小姐姐", "小妹", "woman", "female", "girl"].map { ($0, Sex.woman) }
    return Dictionary(uniqueKeysWithValues: words)
  }()
}

extension CriteriaWord {
  /// Says how something is meant, or of whom: no plain detail of whoever is named.
  fileprivate var speaksOfHopes: Bool {
    switch self {
    case .says, .must, .person: true
    default: false
    }
  }

  /// A detail of somebody, and nothing else.
  fileprivate var isFact: Bool {
    switch self {
    case .number, .unit, .field, .education, .conditions, .work, .region, .place, .filler, .pause,
      .soft, .yearlyIncome:
      true
    default: false
    }
  }
}
