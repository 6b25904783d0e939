/// What can be typed at the caret of a filter or of typed criteria.
///
/// Whatever is offered stands for itself where it is written: it never grows together with what stands
/// before or behind it.
public struct FilterCompletion: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case field, comparison, value, word
    /// A condition for a word that is nobody's name.
    case reading
  }

  public struct Candidate: Hashable, Sendable {
    public let kind: Kind
    /// What replaces `range`.
    public let text: String
    /// How many it would leave, where that was asked for.
    public let count: Int?
    /// What it asks for, where it is a condition by itself.
    public var demand: Demand?
  }

  /// What is known of the register; nothing of it must be.
  public struct Register {
    /// Those that occur, the most frequent first.
    public var regions: [Region] = []
    /// What members say of a detail and has the typed words in it, the most frequent first.
    public var values: (TextKind, String) -> [String] = { _, _ in [] }
    /// How many a demand would leave.
    public var count: (Demand) -> Int? = { _ in nil }
    /// Whether a word is surely nobody's name.
    public var isNobody: (String) -> Bool = { _ in false }

    public init() {}
  }

  /// The part of the text that a candidate replaces.
  public let range: Range<String.Index>
  public let candidates: [Candidate]
  /// The word nobody is called by, where the candidates are what else it may be.
  public let nobody: String?
  /// What can be typed here is known to nobody but the register: what members say of a detail.
  public let asksRegister: Bool

  private static let most = 12

  /// - Parameters:
  ///   - caret: where one types; what stands behind it is left alone.
  ///   - words: in which language fields and values are offered; both are completed.
  public init(
    _ text: String, caret: String.Index, words: ConditionWords, register: Register
  ) {
    let written = Written(text)
    let place = written.places.firstIndex { $0 >= caret } ?? written.count
    let spot = FilterSpot(written, at: place)
    let offer = Offer(words: words, register: register)
    var nobody: String?
    switch spot.part {
    case .nothing: candidates = []
    case .word(let typed):
      let plain = offer.fields(typed) + offer.bareWords(typed)
      let readings = plain.isEmpty ? offer.readings(typed) : []
      if !readings.isEmpty { nobody = typed }
      candidates = plain + readings
    case .comparison(let field), .wrongComparison(let field):
      candidates = field.comparisons.map { Candidate(kind: .comparison, text: $0, count: nil) }
    case .unknownField(let typed): candidates = offer.fields(for: typed)
    case .value(let field, let comparison, let typed, let isQuoted):
      candidates = Array(
        offer.values(of: field, comparison, typed, isQuoted: isQuoted).prefix(Self.most))
    }
    self.nobody = nobody
    asksRegister = if case .value(.text, _, _, _) = spot.part { true } else { false }
    range = written.range(spot.range)
  }

  public init(
    _ text: String, caret: String.Index, words: ConditionWords, regions: [Region] = [],
    count: @escaping (Demand) -> Int? = { _ in nil }
  ) {
    var register = Register()
    register.regions = regions
    register.count = count
    self.init(text, caret: caret, words: words, register: register)
  }
}

/// Makes the candidates.
private struct Offer {
  let words: ConditionWords
  let register: FilterCompletion.Register

  typealias Candidate = FilterCompletion.Candidate

  private static let fields = ConditionField.allCases.filter { $0 != .measure(.older) }

  func fields(_ typed: String) -> [Candidate] {
    let typed = typed.lowercased()
    var found = Self.fields.filter { field in
      typed.isEmpty || field.names.contains { $0.hasPrefix(typed) }
    }.map { Candidate(kind: .field, text: $0.name(words), count: nil) }
    if typed.isEmpty || "verified".hasPrefix(typed) || "已核验".hasPrefix(typed) {
      let verified = Demand(.trait(.verification, Choices(Verification.verified)))
      found.append(
        Candidate(kind: .word, text: verified.text(words), count: register.count(verified)))
    }
    return found
  }

  /// For a word that is no field: the nearest first, then all that there are.
  func fields(for word: String) -> [Candidate] {
    let nearest = ConditionField.nearest(word.lowercased())
    let rest = Self.fields.filter { $0 != nearest }
    return ((nearest.map { [$0] } ?? []) + rest).map {
      Candidate(kind: .field, text: $0.name(words), count: nil)
    }
  }

  func bareWords(_ typed: String) -> [Candidate] {
    guard !typed.isEmpty else { return [] }
    return BareWords.beginning(typed.lowercased()).filter {
      $0.word != "verified" && $0.word != "已核验"
    }
    .map { Candidate(kind: .word, text: $0.word, count: register.count(Demand($0.condition))) }
  }

  func readings(_ word: String) -> [Candidate] {
    guard !word.isEmpty, BareWords.condition(word.lowercased()) == nil, register.isNobody(word)
    else {
      return []
    }
    return Filter.readings(of: word, count: register.count).map {
      Candidate(kind: .reading, text: $0.demand.text(words), count: $0.count, demand: $0.demand)
    }
  }

  private func value(_ text: String, _ condition: Condition, isQuoted: Bool = true) -> Candidate {
    let demand = Demand(condition)
    return Candidate(
      kind: .value, text: isQuoted ? text : ConditionValue.quoted(text),
      count: register.count(demand), demand: demand)
  }

  func values(
    of field: ConditionField, _ comparison: Comparison, _ typed: String, isQuoted: Bool
  ) -> [Candidate] {
    let lower = typed.lowercased()
    switch field {
    case .trait(let trait):
      return trait.values.filter { value in
        lower.isEmpty
          || ([value.english.lowercased(), value.chinese] + value.also).contains {
            $0.hasPrefix(lower)
          }
      }.map { value(words == .english ? $0.english : $0.chinese, .trait(trait, $0.choices)) }
    case .education:
      return Education.allCases.filter { level in
        ConditionWords.allCases.contains { level.word($0).hasPrefix(lower) }
      }.map { value($0.word(words), .education(Bounds($0))) }
    case .work:
      return ([.inTheSystem] + Work.kinds).filter { kind in
        ConditionWords.allCases.contains { kind.words($0).joined().hasPrefix(lower) }
      }.map { value($0.words(words).joined(), .work($0)) }
    case .text(let kind):
      let isWhole = comparison == .equal || comparison == .unequal
      return register.values(kind, typed).compactMap { text in
        TextMatch(kind, [text], isWhole: isWhole).map {
          value($0.words.first ?? text, .text($0), isQuoted: isQuoted)
        }
      }
    case .place(let kind): return places(kind, lower)
    case .measure: return []
    }
  }

  private func places(_ kind: PlaceKind, _ typed: String) -> [Candidate] {
    let known =
      typed.isEmpty
      ? register.regions
      : register.regions + RegionTable.shared.codes.map(Region.init(known:))
    var fitting: [Region] = []
    for region in known where region.begins(typed) && !fitting.contains(region) {
      fitting.append(region)
      if fitting.count == 12 { break }
    }
    return fitting.map { value($0.shortName, .region(kind, [$0])) }
  }
}

extension Region {
  fileprivate func begins(_ typed: String) -> Bool {
    typed.isEmpty || fullName.hasPrefix(typed) || name.hasPrefix(typed)
  }
}
