// Reasons as they are kept once the slips are gone: a word, then whom each side had besides, by badge.
//
// They say no more than the reasons do, which are made of mutual picks alone.

extension PairReason {
  /// As `stable a:F03=rank b:M02=order`; stable, for it stands in files.
  public var code: String {
    switch self {
    case .everyMutualPick: "every"
    case .onlyMutualPick: "only"
    case .firstOfBoth: "first"
    case .stable(let a, let b): ReasonCode.text("stable", a.map(\.code), b.map(\.code))
    case .stableWithTies(let a, let b):
      ReasonCode.text("stable-with-ties", a.map(\.code), b.map(\.code))
    case .best: "best"
    case .most: "most"
    }
  }

  /// Nil for what no version of the program has written.
  public init?(code: String) {
    guard let code = ReasonCode(code) else { return nil }
    switch code.word {
    case "every": self = .everyMutualPick
    case "only": self = .onlyMutualPick
    case "first": self = .firstOfBoth
    case "stable": self = .stable(aBefore: code.a, bBefore: code.b)
    case "stable-with-ties": self = .stableWithTies(aBefore: code.a, bBefore: code.b)
    case "best": self = .best
    case "most": self = .most
    default: return nil
    }
  }
}

extension UnpairedReason {
  /// As `preferred a:F03=rank`; stable, for it stands in files.
  public var code: String {
    switch self {
    case .preferred(let sides):
      ReasonCode.text("preferred", [sides.a?.code], [sides.b?.code])
    case .earlier(let sides):
      ReasonCode.text("earlier", [sides.a?.description], [sides.b?.description])
    case .outweighed(let sides):
      ReasonCode.text("outweighed", [sides.a?.description], [sides.b?.description])
    }
  }

  /// Nil for what no version of the program has written.
  public init?(code: String) {
    guard let code = ReasonCode(code) else { return nil }
    let badges = Sides(a: code.a.first?.badge, b: code.b.first?.badge)
    switch code.word {
    case "preferred":
      guard let sides = Sides(a: code.a.first, b: code.b.first) else { return nil }
      self = .preferred(sides)
    case "earlier":
      guard let badges else { return nil }
      self = .earlier(badges)
    case "outweighed":
      guard let badges else { return nil }
      self = .outweighed(badges)
    default: return nil
    }
  }
}

/// A word and badges for either side.
private struct ReasonCode {
  let word: Substring
  private(set) var a: [Rival] = []
  private(set) var b: [Rival] = []

  static func text(_ word: String, _ a: [String?], _ b: [String?]) -> String {
    let sides = [("a", a), ("b", b)].flatMap { side, rivals in
      rivals.compactMap { $0.map { "\(side):\($0)" } }
    }
    return ([word] + sides).joined(separator: " ")
  }

  init?(_ text: String) {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard let word = words.first, !word.isEmpty else { return nil }
    self.word = word
    for word in words.dropFirst() {
      guard let rival = Rival(code: word.dropFirst(2)) else { return nil }
      if word.hasPrefix("a:") {
        a.append(rival)
      } else if word.hasPrefix("b:") {
        b.append(rival)
      } else {
        return nil
      }
    }
  }
}

extension Rival {
  fileprivate var code: String {
    switch ground {
    case .rank: "\(badge)=rank"
    case .badgeOrder: "\(badge)=order"
    case .alike: "\(badge)=alike"
    }
  }

  /// A badge alone is put before by rank.
  fileprivate init?(code: Substring) {
    let parts = code.split(separator: "=", maxSplits: 1)
    guard let letter = parts.first?.first, let pool = Pool(rawValue: String(letter)),
      let number = parts.first.flatMap({ Int($0.dropFirst()) }), Badge.numbers.contains(number)
    else { return nil }
    let ground: Rival.Ground
    switch parts.count > 1 ? parts[1] : "rank" {
    case "rank": ground = .rank
    case "order": ground = .badgeOrder
    case "alike": ground = .alike
    default: return nil
    }
    self.init(Badge(pool, number), by: ground)
  }
}
