import Characters

internal import Matchmaking

/// Heads of two lines, where cells were merged: `联系方式` over `手机` and `微信`.
///
/// The upper cell of such a group stands in the first of its columns only. Mostly it only gathers
/// (基本情况), sometimes it is half of the name (`出生` over `年月`, `身高` over `（cm）`), and sometimes it says
/// whose the details are: below `择偶要求` and `紧急联系人` nothing is the person's own, so those columns
/// are called by both lines and are no detail that is known.
struct HeadLines {
  private let columns: RosterColumns

  init(_ columns: RosterColumns) { self.columns = columns }

  /// The two lines as one head; nil where the second is no part of it.
  ///
  /// It has nothing below `姓名`, which no row of a roster lacks, and holds heads that are known, or
  /// nothing but what completes those above.
  func joined(_ upper: TextRow, _ lower: TextRow) -> TextRow? {
    guard let name = columns.fields(of: upper.cells).firstIndex(of: .name),
      name < lower.cells.count, lower.cells[name].allBlank, isHead(lower, below: upper)
    else { return nil }
    var whole = TextRow(number: lower.number, cells: [], faults: upper.faults + lower.faults)
    for column in 0..<max(upper.cells.count, lower.cells.count) {
      let below = Self.cell(lower, column)
      whole.cells.append(
        below.isEmpty
          ? (column < upper.cells.count ? upper.cells[column] : "")
          : called(below, of: Self.group(of: column, upper, above: lower)))
    }
    return whole
  }

  /// The head with the groups above it that are not about the person.
  ///
  /// A title above the head is no group: it stands alone, or is about the whole file.
  func grouped(_ head: TextRow, below groups: TextRow) -> TextRow {
    let names = columns.fields(of: head.cells)
    guard groups.cells.count(where: { !$0.allBlank }) > 1, let name = names.firstIndex(of: .name)
    else { return head }
    let own = Self.group(of: name, groups, above: head)
    var whole = head
    for column in head.cells.indices where names[column] != nil {
      let group = Self.group(of: column, groups, above: head)
      if group != own, Self.isOfOthers(group) { whole.cells[column] = group + head.cells[column] }
    }
    return whole
  }

  private func isHead(_ lower: TextRow, below upper: TextRow) -> Bool {
    if columns.fields(of: lower.cells).contains(where: { $0 != nil }) { return true }
    let filled = lower.cells.indices.filter { !lower.cells[$0].allBlank }
    return !filled.isEmpty
      && filled.allSatisfy { column in
        let group = Self.group(of: column, upper, above: lower)
        return !group.isEmpty && field(group + Self.cell(lower, column)) != nil
      }
  }

  /// What a column is called whose cell stands below a group.
  private func called(_ below: String, of group: String) -> String {
    let both = group + below
    if group.isEmpty { return below }
    if Self.isOfOthers(group) { return both }
    let own = field(below)
    if let joined = field(both) { return joined == own ? below : both }
    return own != nil && gathers(group, own) ? below : both
  }

  private func field(_ head: String) -> RosterField? { columns.fields(of: [head])[0] }

  /// Whether a group only says what kind of details stand below it, so that they are the person's.
  private func gathers(_ group: String, _ below: RosterField?) -> Bool {
    let plain = RowGrammar.folded(group)
    if Self.gathering.contains(where: plain.contains) { return true }
    // An employer's name may stand below its group, and its telephone too.
    let isContact = below == .phone || below == .contact || below == .text(.wechat)
    if let field = field(group) { return isContact == Self.contacts.contains(field) }
    return !isContact && Self.kinds.contains(where: plain.contains)
  }

  private static let contacts: Set<RosterField> = [.phone, .contact, .text(.wechat)]
  private static let gathering = HeadWords.words(
    "基本 个人 本人 联系 联络 通讯 通信 contact personal basic profile")
  private static let kinds = HeadWords.words(
    """
    情况 信息 资料 状况 概况 简况 条件 背景 经历 工作 教育 学习 身体 居住 work job education \
    details info
    """)

  // MARK: - Groups

  private static func cell(_ row: TextRow, _ column: Int) -> String {
    column < row.cells.count ? RosterColumns.cleaned(row.cells[column]) : ""
  }

  /// The cell above, or the nearest to the left that spreads so far: over columns that have something
  /// below it and nothing above.
  private static func group(of column: Int, _ upper: TextRow, above lower: TextRow) -> String {
    var place = column
    while place >= 0, !cell(lower, place).isEmpty || place == column {
      let above = cell(upper, place)
      if !above.isEmpty { return above }
      place -= 1
    }
    return ""
  }

  /// Whether details below such a group are another person's, or only hoped for.
  static func isOfOthers(_ group: String) -> Bool {
    let plain = RowGrammar.folded(group)
    return plain.count <= 24 && !plain.contains(":") && others.contains(where: plain.contains)
  }

  private static let others = HeadWords.words(
    """
    择偶 对方 另一半 伴侣 理想 期望 希望 要求 父 母 配偶 爱人 家长 家属 家庭 亲属 子女 紧急 应急 监护 介绍人 \
    推荐 红娘 备用 证明人 担保 emergency partner spouse parent father mother family referee referrer \
    ideal preference expect
    """)
}
