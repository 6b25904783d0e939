import Characters
internal import Matchmaking

/// Which head of a roster means which field: a table, so that heads can be added to it.
public struct RosterColumns: Sendable {
  public static let standard = RosterColumns()

  /// Canonical heads and machine names: they come before synonyms when both claim a field.
  private var canonical: [String: RosterField] = [:]
  private var synonyms: [String: RosterField] = [:]
  /// What somebody said of heads as they stand in the file, before anything the tables know.
  private var decisions: [String: RosterField?] = [:]

  public init() {
    for field in RosterField.all {
      canonical[Self.normalised(field.canonicalHead)] = field
      canonical[Self.normalised(field.machineName)] = field
      for synonym in field.synonyms { add(synonym, for: field) }
    }
  }

  public mutating func add(_ head: String, for field: RosterField) {
    synonyms[Self.normalised(head)] = field
  }

  /// With what somebody said of some heads; nil keeps a column as it is.
  public func deciding(_ decisions: [String: RosterField?]) -> RosterColumns {
    var columns = self
    columns.decisions.merge(decisions) { _, new in new }
    return columns
  }

  /// The field of each head, in their order; nil for heads that are not known, and for those whose
  /// field another column has.
  public func fields(of heads: [String]) -> [RosterField?] {
    let plain = heads.map(Self.normalised)
    var fields: [RosterField?] = Array(repeating: nil, count: heads.count)
    var taken: Set<RosterField> = []
    let decided = decisions.isEmpty ? [] : heads.map { decisions[Self.cleaned($0)] }
    for (index, decision) in decided.enumerated() {
      if case .some(.some(let field)) = decision, taken.insert(field).inserted {
        fields[index] = field
      }
    }
    for table in [canonical, synonyms] {
      for (index, head) in plain.enumerated() where fields[index] == nil {
        if decided.indices.contains(index), decided[index] != nil { continue }
        guard let field = table[head], taken.insert(field).inserted else { continue }
        fields[index] = field
      }
    }
    return fields
  }

  /// As a head is shown.
  private static func cleaned(_ head: String) -> String {
    PlainText(head, lines: .joined).text.trimmed
  }

  /// A head without what forms and surveys put around it: `3、您的手机号码是？*` is `手机号码`.
  ///
  /// Full-width forms become half-width, letters small; blanks, bracketed units, numbering, 您的, a
  /// last 是, asterisks and question marks are taken away.
  static func normalised(_ head: String) -> String {
    var plain = ""
    var depth = 0
    for scalar in PlainText(head, lines: .joined).text.unicodeScalars.lazy.map(\.narrowed) {
      switch scalar {
      case "(", "[", "【", "〔", "{": depth += 1
      case ")", "]", "】", "〕", "}": depth = max(0, depth - 1)
      case "*", "?", ":", "※": continue
      case _ where scalar.isBlank || depth > 0: continue
      default: plain.unicodeScalars.append(scalar)
      }
    }
    plain = withoutNumbering(plain.lowercased())
    for start in ["请填写", "请输入", "您的", "你的"] where plain.hasPrefix(start) {
      plain.removeFirst(start.count)
    }
    if plain.hasSuffix("是"), plain.count > 1 { plain.removeLast() }
    return plain
  }

  private static func withoutNumbering(_ head: String) -> String {
    let rest = head.drop { ("0"..."9").contains($0) }
    guard rest.startIndex > head.startIndex, let mark = rest.first, "、.，,)".contains(mark),
      rest.count > 1
    else { return head }
    return String(rest.dropFirst())
  }
}
