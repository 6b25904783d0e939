/// Two members made one, field by field.
///
/// What only one of them says is taken. Where both say something and differ, the kept one's stands
/// unless told otherwise, and the other is listed as a conflict: nothing is lost unseen.
public struct MemberMerge: Hashable, Sendable {
  /// What can differ between two members; the number does not, which everybody keeps.
  public enum Field: Hashable, Sendable {
    case detail(MemberField)
    case verification, status
  }

  public enum Side: Hashable, Sendable { case kept, other }

  public struct Conflict: Hashable, Sendable {
    public let field: Field
    public let kept: String
    public let other: String
    /// Whose stands.
    public let winner: Side
  }

  /// The member that remains, with its own key and number.
  public private(set) var member: Member
  public let other: MemberID
  public private(set) var conflicts: [Conflict] = []
  /// What came from the other where the kept one said nothing.
  public private(set) var filled: [Field] = []

  /// - Parameter choices: fields for which the other's value is to stand.
  public init(_ kept: Member, _ other: Member, choices: [Field: Side] = [:]) {
    member = kept
    self.other = other.id
    self.choices = choices
    take(.detail(.name), \.name, other) { $0 }
    takeOptional(.detail(.sex), \.sex, other) { $0.rawValue }
    takeBirth(other)
    takeOptional(.detail(.phone), \.phone, other) { $0.digits }
    takeOptional(.detail(.height), \.height, other) { String($0) }
    takeVerification(other)
    takeStatus(other)
    for text in MemberText.allCases {
      takeOptional(.detail(.text(text)), \.texts[text], other) { $0 }
    }
    for head in Set(kept.extras.keys).union(other.extras.keys).sorted() {
      takeOptional(.detail(.extra(head)), \.extras[head], other) { $0 }
    }
    markWhatIsByHand(kept, other)
  }

  /// What both said differently was settled by whoever merges them. Of what else stands it is as it
  /// was with whom it comes from.
  private mutating func markWhatIsByHand(_ kept: Member, _ other: Member) {
    let settled = Set(conflicts.map(\.field))
    let heads = Set(kept.extras.keys).union(other.extras.keys)
    for field in MemberField.all + heads.map(MemberField.extra) {
      if field == .number { continue }
      let isTheOthers = member.text(of: field) == other.text(of: field)
      if settled.contains(.detail(field)) || isTheOthers && other.byHand.contains(field) {
        member.byHand.insert(field)
      }
    }
  }

  private let choices: [Field: Side]

  private mutating func take<Value: Equatable>(
    _ field: Field, _ path: WritableKeyPath<Member, Value>, _ other: Member,
    _ text: (Value) -> String
  ) {
    let (mine, theirs) = (member[keyPath: path], other[keyPath: path])
    guard mine != theirs else { return }
    let winner = choices[field] ?? .kept
    conflicts.append(
      Conflict(field: field, kept: text(mine), other: text(theirs), winner: winner))
    if winner == .other { member[keyPath: path] = theirs }
  }

  private mutating func takeOptional<Value: Equatable>(
    _ field: Field, _ path: WritableKeyPath<Member, Value?>, _ other: Member,
    _ text: (Value) -> String
  ) {
    guard let theirs = other[keyPath: path] else { return }
    if member[keyPath: path] == nil {
      member[keyPath: path] = theirs
      filled.append(field)
    } else {
      take(field, path, other) { $0.map(text) ?? "" }
    }
  }

  /// Of two dates that can be the same the one that says more stands.
  private mutating func takeBirth(_ other: Member) {
    if let mine = member.birth, let theirs = other.birth, mine.canBe(theirs) {
      if theirs.description.utf8.count > mine.description.utf8.count {
        member.birth = theirs
        filled.append(.detail(.birth))
      }
    } else {
      takeOptional(.detail(.birth), \.birth, other) { $0.description }
    }
  }

  /// Somebody who was verified stays so; pending says nothing.
  private mutating func takeVerification(_ other: Member) {
    if member.verification == .pending, other.verification != .pending {
      member.verification = other.verification
      filled.append(.verification)
    } else if other.verification != .pending {
      take(.verification, \.verification, other) { $0.rawValue }
    }
  }

  /// Who asked to be left out, or has found somebody, is never brought back by a merge.
  private mutating func takeStatus(_ other: Member) {
    if member.status == .single, other.status != .single {
      member.status = other.status
      filled.append(.status)
    } else if other.status != .single {
      take(.status, \.status, other) { $0.rawValue }
    }
  }
}

extension MemberMerge.Field {
  /// All of two members, in the order in which a form asks for them.
  public static func all(of one: Member, _ other: Member) -> [MemberMerge.Field] {
    let heads = Set(one.extras.keys).union(other.extras.keys).sorted()
    return MemberField.own.filter { $0 != .number }.map(Self.detail) + [.verification, .status]
      + (MemberText.allCases.map(MemberField.text) + heads.map(MemberField.extra)).map(Self.detail)
  }

  /// The machine's name, as in exported files.
  public var column: String {
    switch self {
    case .detail(let detail): detail.column
    case .verification: "verification"
    case .status: "status"
    }
  }
}
