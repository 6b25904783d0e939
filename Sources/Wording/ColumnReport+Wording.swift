public import Matchmaking

extension ColumnReport {
  /// The detail a column is read as, by the machine's name of it.
  public static func phrase(field: String) -> Phrase {
    switch field {
    case "number": Phrase("编号", "Number")
    case "name": Phrase("姓名", "Name")
    case "sex": Phrase("性别", "Sex")
    case "birth": Phrase("出生年月", "Born")
    case "phone": Phrase("手机", "Phone")
    case "height": Phrase("身高", "Height")
    case "verification": Phrase("核验", "Verified")
    case "resident": Phrase("身份证号（只留后四位）", "ID number (last four kept)")
    case "family_name": Phrase("姓", "Family name")
    case "given_name": Phrase("名", "Given name")
    case "age": Phrase("年龄", "Age")
    case "phone_or_wechat": Phrase("手机或微信", "Phone or WeChat")
    case "answered": Phrase("答卷时间", "Time of the answer")
    case "member": Phrase("人员（编号、手机或姓名）", "Who (number, phone or name)")
    case "badge": Phrase("号牌", "Badge")
    case "picker": Phrase("选择人", "Picker")
    case "choices": Phrase("所选号牌", "Choices")
    case let name where name.hasPrefix("choice"):
      Phrase("第 \(name.dropFirst(6)) 选择", "Choice \(name.dropFirst(6))")
    case let name where name.hasPrefix("consent:"): consent(String(name.dropFirst(8)))
    case let name: MemberText(rawValue: name)?.phrase ?? .verbatim(name)
    }
  }

  private static func consent(_ purpose: String) -> Phrase {
    let about = ConsentPurpose(rawValue: purpose)?.phrase ?? .verbatim(purpose)
    return Phrase("授权·\(about.chinese)", "Consent: \(about.english)")
  }

  /// What became of the column, as a list of columns shows it.
  public var phrase: Phrase {
    switch fate {
    case .read("income") where unit.hasSuffix("/年"): yearlyIncome
    case .read(let field): Self.phrase(field: field) + unitPhrase
    case .kept: Phrase("保留原样", "kept as it is")
    case .repeated(let field):
      Phrase(
        "保留原样（“\(Self.phrase(field: field).chinese)”另有一列）",
        "kept as it is (another is \(Self.phrase(field: field).english))")
    case .passedOver(.serial): Phrase("不导入（序号）", "not imported (serial number)")
    case .passedOver(.survey): Phrase("不导入（问卷附带）", "not imported (the survey's own)")
    case .passedOver(.complaints): Phrase("不导入（导入问题）", "not imported (import problems)")
    case .passedOver(.sideTable): Phrase("不导入（并排的另一张表）", "not imported (a second table)")
    case .passedOver(.decided): Phrase("不导入", "not imported")
    case .passedOver(.unread): Phrase("不读", "not read")
    }
  }

  private var yearlyIncome: Phrase {
    let money = unit.dropLast(2)
    return Phrase("年收入", "Income a year")
      + (money.isEmpty ? .empty : Phrase("（\(money)）", " (\(money))"))
  }

  private var unitPhrase: Phrase { unit.isEmpty ? .empty : Phrase("（\(unit)）", " (\(unit))") }
}

/// What is said of the columns of a file, one line for those that became the same.
public struct ColumnLine: Hashable, Sendable {
  public let phrase: Phrase
  /// Whether somebody should look at it: something may not have been understood as it was meant.
  public let isRemark: Bool

  /// Nobody reads more on one line; the JSON report has them all.
  private static let mostNamed = 60

  private init(_ phrase: Phrase, isRemark: Bool) {
    self.phrase = phrase
    self.isRemark = isRemark
  }

  /// Nil where there are none.
  private init?(
    _ title: Phrase, _ found: [ColumnReport], isRemark: Bool = false,
    _ word: (ColumnReport) -> Phrase = { .verbatim($0.head) }
  ) {
    guard !found.isEmpty else { return nil }
    let rest = found.count - Self.mostNamed
    let more = rest > 0 ? Phrase("；另有 \(rest) 列", "; and \(rest) more") : .empty
    phrase = title + found.prefix(Self.mostNamed).map(word).joinedAsList + more
    self.isRemark = isRemark
  }

  public static func all(_ columns: [ColumnReport]) -> [ColumnLine] {
    let named = columns.filter { !$0.head.isEmpty && !($0.filled == 0 && $0.head.hasPrefix("#")) }
    let filled = named.filter { $0.filled > 0 }
    let unread = filled.filter { $0.fate == .passedOver(.unread) }
    let passed = filled.filter { $0.isPassedOver && $0.fate != .passedOver(.unread) }
    let lines = [
      ColumnLine(Phrase("各列认作：", "columns read: "), filled.filter { $0.field != nil }) {
        Phrase("\($0.head)→\($0.reading.chinese)", "\($0.head) as \($0.reading.english)")
      },
      ColumnLine(
        Phrase("不认识、保留原样的列：", "columns not understood, kept as they are: "),
        filled.filter { $0.fate == .kept && !$0.isDecided }, isRemark: true),
      ColumnLine(
        Phrase("保留原样的列：", "columns kept as they are: "),
        filled.filter { $0.fate == .kept && $0.isDecided }),
      ColumnLine(
        Phrase("重复、保留原样的列：", "columns that come twice, kept as they are: "),
        filled.filter(\.isRepeated), isRemark: true),
      ColumnLine(Phrase("没有读的列：", "columns not read: "), unread, isRemark: true),
      ColumnLine(Phrase("不导入的列：", "columns passed over: "), passed),
      ColumnLine(Phrase("空列：", "empty columns: "), named.filter { $0.filled == 0 }),
      ages(filled),
    ]
    return lines.compactMap(\.self)
  }

  private static func ages(_ columns: [ColumnReport]) -> ColumnLine? {
    guard columns.contains(where: { $0.field == "age" }),
      !columns.contains(where: { $0.field == "answered" || $0.field == "birth" })
    else { return nil }
    return ColumnLine(
      Phrase(
        "年龄保留原样：不知道是哪天填的，定不出出生年份，请补“出生年月”一列",
        "ages are kept as they are: without the day of the answer they give no year of birth; add a column for it"
      ), isRemark: true)
  }
}

extension ColumnReport {
  public var isRepeated: Bool { if case .repeated = fate { true } else { false } }
  public var isPassedOver: Bool { if case .passedOver = fate { true } else { false } }

  /// What it is read as, and whether somebody said so.
  fileprivate var reading: Phrase {
    phrase + (isDecided ? Phrase("（已指定）", " (as told)") : .empty)
  }
}

extension [Phrase] {
  fileprivate var joinedAsList: Phrase {
    Phrase(
      map(\.chinese).joined(separator: "；"), map(\.english).joined(separator: "; "))
  }
}
