extension CriteriaWord {
  static let lexicon: Lexicon<CriteriaWord> = Lexicon(
    fields + numbers + modes + traits + softWords
      + Education.words.map { (criteriaOnly($0.0), .education($0.1)) }
      + Work.words.map { (Self.han($0.0), .work($0.1)) } + regions)

  /// Latin words of both lists would clash, and nobody writes them into Chinese criteria.
  private static func han(_ group: String) -> String {
    group.split(separator: " ").filter { $0.unicodeScalars.allSatisfy { $0.value > 0x2e80 } }
      .joined(separator: " ")
  }

  private static func criteriaOnly(_ group: String) -> String {
    group.split(separator: " ").filter { $0 != "大学生" }.joined(separator: " ")
  }

  private static let fields: [(String, CriteriaWord)] = [
    ("年龄 岁数 年纪 年龄在 年龄要求 age", .field(.measure(.age))),
    ("身高 个子 净身高 身高要求 个头 height", .field(.measure(.height))),
    ("体重 weight", .field(.measure(.weight))),
    ("学历 文化程度 文凭 教育程度 学历要求 education", .field(.education)),
    ("月收入 收入 月薪 工资 薪资 月入 月工资 薪水 income", .field(.measure(.income))),
    ("年薪 年收入 年入", .yearlyIncome),
    ("出生 出生于 生于 出生年份", .field(.measure(.birthYear))),
    ("婚况 婚史 婚姻状况 婚姻 婚姻史", .field(.trait(.marital))),
    ("住房 房产 房子", .field(.trait(.housing))),
    ("地区 地域 区域 城市 现居 现居住地 居住地", .field(.place(.residence))),
    ("职业 工作 行业 单位 工作单位", .field(.work)),
    ("周边 附近 及周边 周边地区 及附近", .around),
    ("户口 户籍 户口在 户籍在", .place(.household)),
    ("老家 籍贯 祖籍 家乡 籍 老家在 老家是 籍贯是", .place(.hometown)),
    ("孩子 子女 小孩", .field(.trait(.children))),
  ]

  private static let numbers: [(String, CriteriaWord)] = [
    ("岁 周岁 years", .unit(.years)), ("cm 厘米 公分 ㎝", .unit(.centimetres)), ("米 m", .unit(.metres)),
    ("kg 公斤 千克 ㎏", .unit(.kilograms)), ("斤 市斤", .unit(.jin)), ("元 块 块钱 元/月 rmb", .unit(.yuan)),
    ("后 后的 之后出生", .unit(.generation)), ("年 年生 年出生 年的", .unit(.year)),
    ("年以后 年之后 年后 年及以后 年以后出生 年后出生 年以后的", .bound(.afterYear)),
    ("年以前 年之前 年前 年及以前 年以前出生", .bound(.beforeYear)),
    ("以上 及以上 或以上 往上 起 之上 起步 打底 + 及其以上 以上的", .bound(.atLeast)),
    ("以下 及以下 或以下 之下 往下 以下的", .bound(.atMost)), ("以内 之内 内 以内的", .bound(.within)),
    ("左右 上下浮动 左右的", .bound(.about)),
    ("不低于 不小于 不少于 不矮于 至少 最低 最少 不得低于 不能低于 不要低于 起码 ≥ >= 最矮 不能矮于 不可低于 下限", .lead(.atLeast)),
    ("不超过 不大于 不高于 不多于 最多 最高 不得超过 不能超过 不要超过 别超过 最大 ≤ <= 不得高于 不能高于 不得大于 上限", .lead(.atMost)),
    ("高于 大于 超过 多于 >", .lead(.above)), ("低于 小于 少于 不到 不满 不足 < 矮于", .lead(.below)),
    ("到 至 - ~ -- ~~ ——", .to),
    ("相差 年龄差 年龄相差 年龄差距 差距 相差不超过 上下 上下相差 ± 正负 年龄上下 年纪相差 岁数相差 年龄差在 差", .gap(.either)),
    ("比我大 大我 比自己大 年长我 比我年长 大于我 长我 大自己 年长 大 男大 男方大 男方比我大", .gap(.older)),
    ("比我小 小我 比自己小 小于我 比我年轻 小自己 比我年幼 小 女小 女方小 女方比我小", .gap(.younger)),
    ("男大女小", .manOlder),
    ("月薪过万 月入过万 月收入过万 工资过万 收入过万", .conditions([.measure(.income, Bounds(low: 10_000))])),
    ("同岁", .conditions([.measure(.older, Bounds(0))])),
    ("不比我小 比我大的 比我大些 比我大点 比我大一点", .conditions([.measure(.older, Bounds(low: 0))])),
    ("不比我大 比我小的 比我小些 比我小点 比我小一点", .conditions([.measure(.older, Bounds(high: 0))])),
  ]

  private static let modes: [(String, CriteriaWord)] = [
    ("希望 期望 期待 盼望 希望对方 希望你 希望他 希望她 想找 想找个 想找一个", .prefer(.sentence)),
    ("最好 最好是 最好能 尽量 尽可能 偏好 倾向 倾向于 更喜欢 偏爱 如果 若 若能", .prefer(.clause)),
    ("更好 更佳 最佳 为佳 尤佳 佳 加分 为宜 优先录取 更优 就更好了 最好了 为好 就更好", .prefer(.behind)),
    ("优先 优先考虑 者优先 的优先 优先选择 可优先 会优先考虑 prefer preferred", .prefer(.either)),
    ("必须 一定 一定要 务必 须 必须是 要求 需要 需 得 要求是 硬性要求 只要 只找 只考虑 仅限 限", .must),
    ("勿扰 免谈 绕道 请绕道 请绕行 勿联系 勿加 免打扰 请勿打扰 别来 勿念 一律不考虑 请勿联系 的勿扰 者勿扰 的请绕道", .refused),
    ("不接受 拒绝 不要 不考虑 谢绝 不找 不能接受 无法接受 暂不接受 不想找 排除 不喜欢 忌 介意 不能 不可 别 杜绝", .refuse),
    ("非", .noneBut),
    (
      "接受 可接受 能接受 可以接受 可 可以 均可 都可 也可 也行 皆可 都行 不介意 不排斥 都可以 也可以 也接受 均可接受 都能接受 都可接受 亦可 可考虑 可以考虑 也可考虑 也能接受",
      .accept
    ),
    ("不限 无要求 没要求 不做要求 不作要求 随意 无所谓 没有要求 都无所谓 不论 不要求 没有限制 无限制 不看重", .any),
    ("或 或者 或是 or", .or),
    ("， , ： : ( ) ( ) 「 」 【 】 [ ] 且 并且 但 但是 同时 另外 其他 其它 but and", .stop(endsSentence: false)),
    ("。 ； ; ! ? . \n \r ① ② ③ ④ ⑤ ⑥ ⑦ ⑧ ⑨ | … ·", .stop(endsSentence: true)),
    ("、 / 和 与 及 以及 \\ &", .pause), ("_", .space),
  ]

  private static let none = Choices(Children.none)
  private static let never = Choices(MaritalStatus.neverMarried)
  private static let divorced = Choices(MaritalStatus.divorced)
  private static let noSmoke = Condition.trait(.smoking, Choices(Habit.never))
  private static let noDrink = Condition.trait(.drinking, Choices(Habit.never))

  private static let traits: [(String, CriteriaWord)] = [
    ("未婚 初婚 无婚史 未结过婚 没结过婚 没结婚 没有婚史 从未结婚 无婚姻史 未曾结婚", .conditions([.trait(.marital, never)])),
    ("未婚未育", .conditions([.trait(.marital, never), .trait(.children, none)])),
    ("离异 离婚 离过婚 离异者 短婚 有婚史 二婚 离异的 离过婚的 离婚的", .conditions([.trait(.marital, divorced)])),
    ("短婚未育 离异未育", .conditions([.trait(.marital, divorced), .trait(.children, none)])),
    ("丧偶", .conditions([.trait(.marital, Choices(MaritalStatus.widowed))])),
    ("单身", .conditions([.trait(.marital, .notMarried)])),
    (
      "无孩 无子女 未育 无小孩 没孩子 没有孩子 不带孩 无孩子 没小孩 没有小孩 不带娃 无娃 不带孩子 没有子女",
      .conditions([.trait(.children, none)])
    ),
    ("带孩 带娃 带孩子 带小孩 带孩的 带女孩 带男孩 带女儿 带儿子", .conditions([.trait(.children, Choices(Children.here))])),
    (
      "有孩 有孩子 有小孩 有子女 有娃",
      .conditions([
        .trait(
          .children, [Choices(Children.here), Choices(Children.elsewhere), Choices(Children.some)])
      ])
    ),
    (
      "有房 有住房 有婚房 有房子 已购房 有房产 自有住房 有自己的房子 有独立住房 有房者 需有房 要有房 有住所",
      .conditions([.trait(.housing, .homeOwner)])
    ),
    ("有房无贷 全款房 无房贷", .conditions([.trait(.housing, Choices(Housing.owned))])),
    ("无房 没房 没有房", .conditions([.trait(.housing, Choices(Housing.none))])),
    ("有车 有车子 有代步车 已购车 有私家车", .conditions([.trait(.car, Choices(true))])),
    ("无车 没车 没有车", .conditions([.trait(.car, Choices(false))])),
    (
      "有房有车 有车有房 车房俱全 有车房 有房车 车房都有 房车俱备",
      .conditions([.trait(.housing, .homeOwner), .trait(.car, Choices(true))])
    ),
    ("独生子女 独生 独子 独女", .conditions([.trait(.onlyChild, Choices(true))])),
    ("非独生子女 非独生", .conditions([.trait(.onlyChild, Choices(false))])),
    ("不抽烟 不吸烟 不抽 无吸烟 不会抽烟 禁烟 不吸烟者 无烟", .conditions([noSmoke])),
    ("抽烟 吸烟 抽烟的 吸烟者 抽烟者 烟民", .conditions([.trait(.smoking, Choices(Habit.often))])),
    ("不喝酒 不饮酒 滴酒不沾", .conditions([noDrink])),
    (
      "不酗酒 少喝酒 不嗜酒",
      .conditions([.trait(.drinking, [Choices(Habit.never), Choices(Habit.sometimes)])])
    ),
    ("酗酒 喝酒 嗜酒 饮酒 喝酒的 酗酒者", .conditions([.trait(.drinking, Choices(Habit.often))])),
    ("不抽烟不喝酒 烟酒不沾 不烟不酒 不抽烟喝酒 不沾烟酒 不吸烟不喝酒 不抽烟不酗酒 无烟酒嗜好", .conditions([noSmoke, noDrink])),
    ("本地 同城 本市 本地人 当地", .nearby(.sameCity, isNegated: false)),
    ("外地 异地 外地人 异地恋 外市 外地的", .nearby(.sameCity, isNegated: true)),
    ("省内 本省 同省 本省人", .nearby(.sameProvince, isNegated: false)),
    ("外省 省外 外省人", .nearby(.sameProvince, isNegated: true)),
    ("本县 同县 本区 同区 本县区", .nearby(.sameCounty, isNegated: false)),
    ("稳定工作 有稳定工作 工作稳定 有正式工作 正式工作 有工作 有固定工作 有份稳定工作 稳定收入 有稳定收入 收入稳定 有正当职业 工作稳定者 有固定收入 固定收入", .soft),
  ]

  /// Provinces and cities by every name; counties by their full names where no other has it, those of
  /// Shandong by the short name too. Short names that are common words besides stay out.
  private static let regions: [(String, CriteriaWord)] = {
    let table = RegionTable.shared
    var words: [(String, CriteriaWord)] = []
    let common: Set<String> = [
      "来宾", "阿里", "安康", "白银", "海东", "海西", "海北", "天桥", "平原", "惠民", "牡丹", "河东", "河口", "泰山",
      "梁山", "市中", "东明", "高青", "朝阳", "大同", "吉祥", "庆云", "文登", "城区", "郊区", "矿区",
    ]
    for code in table.codes {
      let region = Region(known: code)
      let isNear = region.level != .county || code / 10_000 == 37
      for name in [table.name(code), table.short(code)].compactMap(\.self) {
        let isShort = name != table.name(code)
        guard !common.contains(name), isNear || !isShort && name.count > 2,
          Region(name) == region
        else { continue }
        words.append((name, .region(region)))
      }
    }
    return words
  }()
}
