/// Finds members who may be entered twice, in what is kept of them.
///
/// The same phone; the same name with birth dates that can be the same, one of them to the month at
/// least; the same name with the same last four of the resident number. A different sex or resident
/// digits that differ rule the last two out. Time grows with the members and the pairs found.
public struct DuplicateSearch: Sendable {
  /// What tells whether somebody is somebody else.
  private struct Likeness {
    let phone: UInt64
    /// The same for namesakes.
    let name: UInt32
    /// 0 where nothing is known, here and below.
    let residentDigits: UInt32
    /// As `FigureColumn.birth` has it.
    let birth: Int32
    let sex: Int8
  }

  /// What of a stretch has to be there.
  public static let parts: Set<FactPart> = [
    .figures, .keys, .number, .name, .text(.residentDigits),
  ]
  /// At most so many pairs from one key: a phone that fifty people share is a switchboard.
  static let mostPerKey = 200

  private var likenesses: [Likeness] = []
  private var names = WordNumbers()
  private var digits = WordNumbers()
  private var stretches: [(start: Int, facts: FactStretch)] = []

  public init() { _ = digits.number(of: "") }

  /// - Parameter stretch: with `parts`; one after the other, as they stand in the register.
  public mutating func look(through stretch: FactStretch) {
    let phones = stretch.phones
    guard phones.count == stretch.count else { return }
    stretches.append((likenesses.count, stretch))
    let names = stretch.numbers(of: .name, in: &self.names) { NameKey.text(of: $0) }
    let digits = stretch.numbers(of: .text(.residentDigits), in: &self.digits) { $0 }
    stretch.withFigures { figures in
      for place in 0..<stretch.count {
        likenesses.append(
          Likeness(
            phone: phones[place], name: names[place], residentDigits: digits[place],
            birth: Int32(truncatingIfNeeded: figures.number(.birth, at: place)),
            sex: Int8(truncatingIfNeeded: figures.number(.sex, at: place))))
      }
    }
  }

  /// Who may be who, without those somebody decided on; in the order of their numbers.
  public func suspects(without decided: [DuplicateDecision] = []) -> [PossibleDuplicate] {
    let settled = DuplicateDecision.settled(decided)
    var grounds: [MemberPair: Set<DuplicateGround>] = [:]
    var people: [MemberID: Person] = [:]
    for ground in DuplicateGround.allCases {
      for (one, other) in pairs(ground) where fits(one, other, ground) {
        guard let first = person(one), let second = person(other) else { continue }
        let pair = MemberPair(first.id, second.id)
        if settled.contains(pair) { continue }
        grounds[pair, default: []].insert(ground)
        people[first.id] = first
        people[second.id] = second
      }
    }
    return Self.ordered(grounds, people)
  }
}

// MARK: - Pairs

extension DuplicateSearch {
  /// What both must have the same; 0 for nothing.
  private func key(_ likeness: Likeness, _ ground: DuplicateGround) -> UInt64 {
    let name = UInt64(likeness.name) << 32
    switch ground {
    case .phone: return likeness.phone
    case .nameAndBirth:
      return likeness.birth > 0 ? name | UInt64(likeness.birth / 10_000) : 0
    case .residentDigitsAndName:
      return likeness.residentDigits > 0 ? name | UInt64(likeness.residentDigits) : 0
    }
  }

  /// Those who have the key of a ground the same.
  private func pairs(_ ground: DuplicateGround) -> [(Int, Int)] {
    var keyed: [(key: UInt64, place: Int)] = []
    for (place, likeness) in likenesses.enumerated() {
      let key = key(likeness, ground)
      if key != 0 { keyed.append((key, place)) }
    }
    keyed.sort { $0 < $1 }
    var pairs: [(Int, Int)] = []
    var start = 0
    while start < keyed.count {
      var end = start + 1
      while end < keyed.count, keyed[end].key == keyed[start].key { end += 1 }
      if end - start > 1 { pairs += Self.pairs(of: keyed[start..<end].map(\.place)) }
      start = end
    }
    return pairs
  }

  /// Neighbours only, where the group is too large to show every pair.
  private static func pairs(of group: [Int]) -> [(Int, Int)] {
    if group.count * (group.count - 1) / 2 > mostPerKey {
      return zip(group, group.dropFirst()).map { ($0, $1) }
    }
    return group.indices.flatMap { one in
      group[(one + 1)...].map { (group[one], $0) }
    }
  }

  private func fits(_ one: Int, _ other: Int, _ ground: DuplicateGround) -> Bool {
    if ground == .phone { return true }
    let (one, other) = (likenesses[one], likenesses[other])
    if one.sex > 0, other.sex > 0, one.sex != other.sex { return false }
    let (first, second) = (FigureColumn.birth(Int(one.birth)), FigureColumn.birth(Int(other.birth)))
    if let first, let second, !first.canBe(second) { return false }
    guard ground == .nameAndBirth else { return true }
    if one.residentDigits > 0, other.residentDigits > 0, one.residentDigits != other.residentDigits
    {
      return false
    }
    return first?.month != nil || second?.month != nil
  }
}

// MARK: - Who they are

extension DuplicateSearch {
  private struct Person {
    let id: MemberID
    let number: String
  }

  private func person(_ place: Int) -> Person? {
    var (low, high) = (0, stretches.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if stretches[middle].start <= place { low = middle } else { high = middle }
    }
    let (start, facts) = stretches[low]
    guard let id = facts.id(at: place - start) else { return nil }
    return Person(id: id, number: facts.withTexts(.number) { $0[place - start] } ?? "")
  }

  private static func ordered(
    _ grounds: [MemberPair: Set<DuplicateGround>], _ people: [MemberID: Person]
  ) -> [PossibleDuplicate] {
    func number(_ id: MemberID) -> String { people[id]?.number ?? "" }
    func precedes(_ one: MemberID, _ other: MemberID) -> Bool {
      number(one) == number(other)
        ? one < other : MemberNumber.precedes(number(one), number(other))
    }
    let found = grounds.map { pair, grounds in
      let isOrdered = precedes(pair.one, pair.other)
      return PossibleDuplicate(
        one: isOrdered ? pair.one : pair.other, other: isOrdered ? pair.other : pair.one,
        grounds: grounds)
    }
    return found.sorted {
      $0.one == $1.one ? precedes($0.other, $1.other) : precedes($0.one, $1.one)
    }
  }
}

extension FactStretch {
  /// A number for what each member says, the same for the same word.
  fileprivate func numbers(
    of part: FactPart, in numbers: inout WordNumbers, _ word: (String) -> String
  ) -> [UInt32] {
    withTexts(part) { column in
      let each = (0..<column.texts).map { numbers.number(of: word(column.word($0))) }
      return (0..<column.count).map { each[column.cell($0)] }
    } ?? [UInt32](repeating: 0, count: count)
  }
}
