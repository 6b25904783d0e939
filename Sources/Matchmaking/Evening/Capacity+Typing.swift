import Characters

/// Places as organizers write them: `120`, `60+60` (men first), `男60女60`, `M60 F60`, `女60`, `120 M70 F70`,
/// `男女各60`; nothing, `不限` and `unlimited` for no limit.
extension Capacity {
  public init(typed text: String) throws(CapacityFault) {
    var reading = Reading(text)
    self = try reading.run()
  }

  /// As it can be typed again.
  public var text: String {
    if all == nil, let men, let women { return "\(men)+\(women)" }
    return [all.map { "\($0)" }, men.map { "M\($0)" }, women.map { "F\($0)" }]
      .compactMap(\.self).joined(separator: " ")
  }
}

/// Goes over what was typed once: numbers, and before each whose they are.
private struct Reading {
  private enum Owner: Hashable {
    case all, men, women
  }

  private static let words: [(word: String, owners: [Owner])] = [
    ("women", [.women]), ("woman", [.women]), ("female", [.women]), ("f", [.women]),
    ("men", [.men]), ("man", [.men]), ("male", [.men]), ("m", [.men]), ("男", [.men]),
    ("女", [.women]), ("各", [.men, .women]), ("each", [.men, .women]), ("一共", [.all]),
    ("总共", [.all]), ("共", [.all]), ("总", [.all]), ("all", [.all]), ("total", [.all]),
  ]
  /// What may stand about and says nothing.
  private static let fillers = ["名额", "职工", "组", "名", "人", "个", "位", "计", "数", "and", "和"]
  private static let marks = Set(" \t,;:/|&=，、；：。.()（）")

  private let typed: String
  private var rest: Substring
  private var found: [Owner: Int] = [:]
  private var owners: Set<Owner> = []
  private var isEach = false
  /// Numbers that stand bare on either side of a plus: men, then women.
  private var bare: [Int] = []
  private var pluses = 0

  init(_ text: String) {
    typed = text
    let narrowed = String(String.UnicodeScalarView(text.unicodeScalars.map(\.narrowed)))
    rest = narrowed.trimmed.lowercased()[...]
  }

  mutating func run() throws(CapacityFault) -> Capacity {
    if rest.isEmpty || ["不限", "unlimited", "no limit"].contains(rest) { return .unlimited }
    while let first = rest.first {
      if Self.marks.contains(first) {
        rest.removeFirst()
      } else if first == "+" {
        rest.removeFirst()
        pluses += 1
      } else if first.plainDigit != nil {
        try take(number())
      } else {
        try takeWord()
      }
    }
    return try settled()
  }

  private mutating func takeWord() throws(CapacityFault) {
    if let known = Self.words.first(where: { rest.hasPrefix($0.word) }) {
      rest.removeFirst(known.word.count)
      owners.formUnion(known.owners)
      isEach = isEach || known.owners.count > 1
    } else if let filler = Self.fillers.first(where: { rest.hasPrefix($0) }) {
      rest.removeFirst(filler.count)
    } else {
      throw .unreadable(typed)
    }
  }

  private mutating func number() throws(CapacityFault) -> Int {
    var number = 0
    while let digit = rest.first?.plainDigit {
      rest.removeFirst()
      number = min(number * 10 + digit, Capacity.numbers.upperBound + 1)
    }
    guard Capacity.numbers.contains(number) else { throw .outOfRange }
    return number
  }

  private mutating func take(_ number: Int) throws(CapacityFault) {
    guard !owners.isEmpty else { return bare.append(number) }
    // "男女60" may mean either.
    guard owners.count == 1 || isEach else { throw .unreadable(typed) }
    for owner in owners {
      guard found.updateValue(number, forKey: owner) == nil else { throw .unreadable(typed) }
    }
    (owners, isEach) = ([], false)
  }

  /// What the numbers come to.
  private mutating func settled() throws(CapacityFault) -> Capacity {
    guard owners.isEmpty else { throw .unreadable(typed) }
    switch (bare.count, pluses) {
    case (0, 0), (0, 1): break
    case (1, 0): try claim(.all, bare[0])
    case (2, 1):
      try claim(.men, bare[0])
      try claim(.women, bare[1])
    default: throw .unreadable(typed)
    }
    guard !found.isEmpty else { throw .unreadable(typed) }
    return Capacity(found[.all], men: found[.men], women: found[.women])
  }

  private mutating func claim(_ owner: Owner, _ number: Int) throws(CapacityFault) {
    guard found.updateValue(number, forKey: owner) == nil else { throw .unreadable(typed) }
  }
}
