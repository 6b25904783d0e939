import Characters
internal import Matchmaking

/// What somebody said of a column.
public enum ColumnDecision: Hashable, Sendable {
  case field(RosterField)
  /// Kept with the member as it is.
  case kept
  /// Nothing of it is taken.
  case passedOver

  /// The word of a decision as it is remembered and typed; a word that is none keeps the column.
  public init(word: String) {
    if word == Self.passingWord {
      self = .passedOver
    } else {
      self = RosterField(machineName: word).map(ColumnDecision.field) ?? .kept
    }
  }

  public static let passingWord = "skip"
}

/// Which head of a roster means which field: a table, so that heads can be added to it.
public struct RosterColumns: Sendable {
  public static let standard = RosterColumns()

  /// By the plain form of a head.
  private var meanings: [String: HeadMeaning] = [:]
  /// Canonical heads and machine names: they come before synonyms when both claim a field.
  private var canonical: Set<String> = []
  /// What somebody said of heads as they stand in the file, before anything the tables know.
  private var decisions: [String: ColumnDecision] = [:]

  public init() {
    let texts = HeadWords.texts.map { (RosterField.text($0), $1) }
    for (field, heads) in HeadWords.fields + texts {
      for head in HeadWords.words(heads) { meanings[head] = HeadMeaning(field: field) }
    }
    for (field, sense, heads) in HeadWords.meaningful {
      for head in HeadWords.words(heads) {
        meanings[head] = HeadMeaning(field: field, sense: sense)
      }
    }
    for field in RosterField.everyOne {
      for head in [field.canonicalHead, field.machineName].map(Self.normalised) {
        meanings[head] = HeadMeaning(field: field)
        canonical.insert(head)
      }
    }
  }

  public mutating func add(_ head: String, for field: RosterField) {
    meanings[Self.normalised(head)] = HeadMeaning(field: field)
  }

  /// With what somebody said of some heads.
  public func deciding(_ decisions: [String: ColumnDecision]) -> RosterColumns {
    var columns = self
    columns.decisions.merge(decisions) { _, new in new }
    return columns
  }

  /// The field of each head, in their order; nil for heads that are not known, and for those whose
  /// field another column has.
  public func fields(of heads: [String]) -> [RosterField?] { claims(of: heads).map(\.field) }

  /// Whether a text is the head of some detail as it stands.
  func isHead(_ text: String) -> Bool { meanings[RowGrammar.folded(text)] != nil }

  /// A head without what forms and surveys put around it: `3、您的手机号码是？*` is `手机号码`.
  static func normalised(_ head: String) -> String { HeadText.plain(head) }
}

// MARK: - Who has which field

extension RosterColumns {
  /// What a column is, among the others of its file.
  struct Claim: Hashable, Sendable {
    var field: RosterField?
    var sense: HeadSense?
    /// What its head means, where another column has that already.
    var repeats: RosterField?
    var passes: ColumnReport.Reason?
    var isDecided = false
  }

  /// - Parameter names: what the columns are called, where a head comes twice or there is none.
  func claims(of heads: [String], called names: [String]? = nil) -> [Claim] {
    let known = readings(of: heads)
    var claims = Array(repeating: Claim(), count: heads.count)
    var taken: Set<RosterField> = []
    take(decidedIn: names ?? heads, known, &claims, &taken)
    for rank in 0...2 {
      for (index, reading) in known.enumerated() where reading.rank == rank {
        guard let meaning = reading.meaning, !claims[index].isDecided else { continue }
        if meaning.field != .contact, taken.insert(meaning.field).inserted {
          claims[index].field = meaning.field
          claims[index].sense = meaning.sense
        } else {
          claims[index].repeats = meaning.field
        }
      }
    }
    shareContact(&claims, taken)
    joinNames(&claims)
    passOver(heads, known, &claims)
    return claims
  }

  private func take(
    decidedIn heads: [String], _ known: [Reading], _ claims: inout [Claim],
    _ taken: inout Set<RosterField>
  ) {
    guard !decisions.isEmpty else { return }
    for (index, head) in heads.enumerated() {
      guard let decision = decisions[Self.cleaned(head)] else { continue }
      claims[index].isDecided = true
      switch decision {
      case .kept: break
      case .passedOver: claims[index].passes = .decided
      case .field(let field):
        guard taken.insert(field).inserted else {
          claims[index].repeats = field
          continue
        }
        claims[index].field = field
        let own = known[index].meaning
        claims[index].sense = own?.field == field ? own?.sense : HeadText(head).sense(for: field)
      }
    }
  }

  /// A column for one of phone and WeChat is what no other column is.
  private func shareContact(_ claims: inout [Claim], _ taken: Set<RosterField>) {
    guard !taken.contains(.phone), !taken.contains(.contact),
      let index = claims.firstIndex(where: { $0.repeats == .contact })
    else { return }
    claims[index].field = taken.contains(.text(.wechat)) ? .phone : .contact
    claims[index].repeats = nil
  }

  /// Halves of a name are a name only where no column has the whole; a half alone is one.
  private func joinNames(_ claims: inout [Claim]) {
    let halves = claims.indices.filter {
      claims[$0].field == .familyName || claims[$0].field == .givenName
    }
    guard !halves.isEmpty else { return }
    if claims.contains(where: { $0.field == .name }) {
      for index in halves where !claims[index].isDecided {
        claims[index].repeats = .name
        claims[index].field = nil
      }
    } else if halves.count == 1, claims[halves[0]].field == .givenName {
      claims[halves[0]].field = .name
    }
  }

  /// Serial numbers, and what survey sites add of their own.
  private func passOver(_ heads: [String], _ known: [Reading], _ claims: inout [Claim]) {
    let isSurvey =
      known.contains { HeadWords.survey.contains($0.plain) || $0.meaning?.field == .answered }
    for index in claims.indices where !claims[index].isDecided {
      let plain = known[index].plain
      if claims[index].field == nil, claims[index].repeats == nil {
        if HeadWords.serials.contains(plain) {
          claims[index].passes = .serial
        } else if HeadWords.survey.contains(plain)
          || (isSurvey && HeadWords.surveyBesides.contains(plain))
        {
          claims[index].passes = .survey
        }
      }
    }
    // A site that numbers its answers calls that 编号, which otherwise is the member's.
    if isSurvey, let first = heads.first, Self.cleaned(first) == "编号", !claims[0].isDecided {
      claims[0] = Claim(passes: .serial)
    }
  }

  /// As a head is shown.
  static func cleaned(_ head: String) -> String { PlainText(head, lines: .joined).text.trimmed }
}

// MARK: - What heads mean by themselves

extension RosterColumns {
  private struct Reading {
    var plain = ""
    var meaning: HeadMeaning?
    /// 0 for a canonical head as it stands, 1 for one with something around it, 2 for a synonym.
    var rank = 2
  }

  private func readings(of heads: [String]) -> [Reading] {
    // The same head may stand there thousands of times.
    var seen: [String: Reading] = [:]
    return heads.map { head in
      if let known = seen[head] { return known }
      let reading = reading(of: head)
      seen[head] = reading
      return reading
    }
  }

  private func reading(of head: String) -> Reading {
    // Rows are looked at too, while the head is looked for.
    if head.isEmpty || head.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2d }) {
      return Reading()
    }
    let text = HeadText(head)
    guard let plain = text.bases.first else { return Reading() }
    guard let (meaning, name) = text.meaning(meanings) else { return Reading(plain: plain) }
    let rank = !canonical.contains(name) ? 2 : name == plain ? 0 : 1
    return Reading(plain: plain, meaning: meaning, rank: rank)
  }
}
