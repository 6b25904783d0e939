/// A field of a member about which a row of a roster says something else than the register.
public struct FieldDifference: Hashable, Sendable {
  /// Of the file; the head is row 1.
  public let row: Int
  public let member: MemberID
  /// Whose field it is, as the register had them.
  public let number: String
  public let name: String
  public let field: DraftField
  /// As the register keeps it; empty where it says nothing.
  public let before: String
  /// What the roster says.
  public let after: String

  public init(
    row: Int, member: MemberID, number: String, name: String, field: DraftField, before: String,
    after: String
  ) {
    self.row = row
    self.member = member
    self.number = number
    self.name = name
    self.field = field
    self.before = before
    self.after = after
  }

  /// Whether the roster's word may take the place of what stands: what was decided on evidence is
  /// decided anew on evidence only.
  public var canBeTaken: Bool { field.detail != nil }
}

/// Which corrections made by hand give way to a roster, for one import.
public struct RosterPreference: Hashable, Sendable {
  public var isForAll: Bool
  public var fields: Set<MemberField>
  /// Differences that somebody looked at; what is another by now, on either side, does not give way.
  public var differences: Set<FieldDifference>

  public init(
    isForAll: Bool = false, fields: Set<MemberField> = [],
    differences: Set<FieldDifference> = []
  ) {
    self.isForAll = isForAll
    self.fields = fields
    self.differences = differences
  }

  /// What was corrected stands.
  public static let none = RosterPreference()

  public func takes(_ difference: FieldDifference) -> Bool {
    guard let detail = difference.field.detail else { return false }
    return isForAll || fields.contains(detail) || differences.contains(difference)
  }
}

extension ImportSummary {
  /// What stands as somebody corrected it by hand, though the roster says something else.
  public var kept: [FieldDifference] { problems.compactMap(\.difference) }

  /// How many changes there are of each field, in the order in which a form asks for them.
  public var changesByField: [(field: DraftField, count: Int)] {
    var counts: [DraftField: Int] = [:]
    for change in changes { counts[change.field, default: 0] += 1 }
    let extras = counts.keys.filter { !DraftField.known.contains($0) }.sorted { $0.word < $1.word }
    return (DraftField.known + extras).compactMap { field in
      counts[field].map { (field, $0) }
    }
  }
}
