/// What kind of work somebody does, and for whom, as far as sector and job say.
public struct Work: OptionSet, Hashable, Sendable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  // For whom.
  public static let government = Work(rawValue: 1 << 0)
  public static let publicInstitution = Work(rawValue: 1 << 1)
  public static let stateOwned = Work(rawValue: 1 << 2)
  public static let privateFirm = Work(rawValue: 1 << 3)
  public static let foreignFirm = Work(rawValue: 1 << 4)
  public static let selfEmployed = Work(rawValue: 1 << 5)
  public static let newForms = Work(rawValue: 1 << 6)
  public static let migrant = Work(rawValue: 1 << 7)
  public static let military = Work(rawValue: 1 << 8)
  // As what.
  public static let teacher = Work(rawValue: 1 << 9)
  public static let medical = Work(rawValue: 1 << 10)
  public static let police = Work(rawValue: 1 << 11)
  public static let finance = Work(rawValue: 1 << 12)
  public static let tech = Work(rawValue: 1 << 13)
  public static let engineer = Work(rawValue: 1 << 14)
  public static let worker = Work(rawValue: 1 << 15)
  public static let driver = Work(rawValue: 1 << 16)

  public static let kinds: [Work] = (0...16).map { Work(rawValue: 1 << $0) }
  public static let sectors = Work(rawValue: (1 << 9) - 1)
  public static let trades = Work(rawValue: (1 << 17) - 1).subtracting(sectors)
  /// 体制内: government, public institutions, police and the forces; not state-owned firms.
  public static let inTheSystem: Work = [.government, .publicInstitution, .police, .military]

  /// The kinds in it, in order.
  public var elements: [Work] { Work.kinds.filter(contains) }

  static let words: [(String, Work)] = [
    ("体制内 编制内 在编 有编制 体制内工作 铁饭碗 in-system", .inTheSystem),
    ("公务员 机关 机关单位 政府 政府部门 党政机关 国家机关 行政机关 科员 选调生 机关事业单位 civil-servant government", .government),
    ("事业单位 事业编 事业编制 public-institution", .publicInstitution),
    ("国企 央企 国有企业 中央企业 国有 央国企 state-owned", .stateOwned),
    ("民营企业 民企 私企 私营 私营企业 民营 private", .privateFirm),
    ("外企 合资 外资 合资企业 外资企业 中外合资 foreign", .foreignFirm),
    ("个体 个体户 自由职业 自主创业 创业 自己做生意 个体经营 经商 self-employed", .selfEmployed),
    ("新就业形态 外卖 外卖员 骑手 网约车 灵活就业 电商主播 新业态", .newForms),
    ("农民工 进城务工 migrant", .migrant),
    ("军人 现役军人 部队 士官 军官 武警 军队 military", .military),
    ("教师 老师 教员 辅导员 教授 讲师 教育行业 幼师 teacher", .teacher),
    ("医护 护士 医生 医师 药师 检验技师 医务 医务人员 护理 大夫 医疗 医院 医护人员 doctor nurse medical", .medical),
    ("警察 民警 辅警 公安 消防 消防员 狱警 交警 police", .police),
    ("银行 金融 证券 保险 信贷 银行职员 finance bank", .finance),
    ("程序员 软件 互联网 测试工程师 产品经理 码农 it tech", .tech),
    ("工程师 engineer", .engineer),
    ("工人 车工 焊工 采油工 挡车工 钳工 电工 木工 瓦工 操作工 普工 技工 worker", .worker),
    ("司机 驾驶员 货车司机 快递员 快递 driver", .driver),
  ]

  static let lexicon = Lexicon(words)

  static func read(_ text: Written) -> Work? {
    let all = lexicon.all(in: text).reduce(into: Work()) { $0.formUnion($1.meaning) }
    return all.isEmpty ? nil : all
  }

  /// Whether somebody of this work is of one of the kinds wanted; nil where the text leaves it open.
  ///
  /// Each of the two questions, for whom and as what, is open until a word answers it.
  public func meets(_ wanted: Work) -> Bool? {
    if !isDisjoint(with: wanted) { return true }
    if !wanted.isDisjoint(with: .sectors), isDisjoint(with: .sectors) { return nil }
    if !wanted.isDisjoint(with: .trades), isDisjoint(with: .trades),
      wanted.isDisjoint(with: .sectors) || isDisjoint(with: .sectors)
    {
      return nil
    }
    return false
  }
}
