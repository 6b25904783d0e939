extension CriteriaWord {
  static let lexicon: Lexicon<CriteriaWord> = Lexicon(
    fields + numbers + stances + attitudes + negators + persons + doubts + separators + traits
      + habits + nearness + softWords
      + Education.words.map { (criteriaOnly($0.0), .education($0.1)) }
      + Work.words.map { (Self.han($0.0), .work($0.1)) } + regions)

  /// Latin words of both lists would clash, and nobody writes them into Chinese criteria.
  private static func han(_ group: String) -> String {
    group.split(separator: " ").filter { $0.unicodeScalars.allSatisfy { $0.value > 0x2e80 } }
      .joined(separator: " ")
  }

  private static func criteriaOnly(_ group: String) -> String {
    group.split(separator: " ").filter { $0 != "大学生" && $0 != "doctor" }.joined(separator: " ")
  }

  private static let fields: [(String, CriteriaWord)] = [
    ("年龄 岁数 年纪 年龄在 年龄要求 age", .field(.measure(.age))),
    ("身高 个子 净身高 净高 裸高 身高要求 个头 height", .field(.measure(.height))),
    ("体重 weight", .field(.measure(.weight))),
    ("学历 文化程度 文凭 教育程度 学历要求 education", .field(.education)),
    ("月收入 收入 月薪 工资 薪资 月入 月工资 薪水 income", .field(.measure(.income))),
    ("年薪 年收入 年入", .yearlyIncome),
    ("出生 出生于 生于 出生年份", .field(.measure(.birthYear))),
    ("婚况 婚史 婚姻状况 婚姻 婚姻史 婚否 过往婚史", .field(.trait(.marital))),
    (
      "住房 房产 房子 有没有房 有没有房子 有无房 有无住房 有无房产 有房没房 有房无房 是否有房 房车", .field(.trait(.housing))
    ),
    ("有没有车 有无车 是否有车 车子 有车没车 有车无车", .field(.trait(.car))),
    ("抽不抽烟 吸不吸烟 抽烟与否 吸烟与否 抽烟不抽烟", .field(.trait(.smoking))),
    ("喝不喝酒 喝酒与否 喝酒不喝酒", .field(.trait(.drinking))),
    (
      "地区 地域 区域 城市 现居 现居住地 居住地 工作地 工作地点 工作城市", .field(.place(.residence))
    ),
    ("职业 工作 行业 单位 工作单位 工作性质", .field(.work)),
    ("周边 附近 及周边 周边地区 及附近", .around),
    ("户口 户籍 户口在 户籍在", .place(.household)),
    ("老家 籍贯 祖籍 家乡 籍 老家在 老家是 籍贯是", .place(.hometown)),
    ("孩子 子女 小孩 儿女 女儿 儿子 宝宝 娃 有没有孩子 有无孩子 有无子女 有没有小孩", .field(.trait(.children))),
  ]

  private static let numbers: [(String, CriteriaWord)] = [
    ("岁 周岁 years", .unit(.years)), ("cm 厘米 公分 ㎝", .unit(.centimetres)), ("米 m", .unit(.metres)),
    ("kg 公斤 千克 ㎏", .unit(.kilograms)), ("斤 市斤", .unit(.jin)), ("元 块 块钱 元/月 rmb", .unit(.yuan)),
    ("后 后的 之后出生 年代 年代出生", .unit(.generation)), ("年 年生 年出生 年的 年份", .unit(.year)),
    (
      """
      分钟 分 小时 钟头 秒 天 周 个月 公里 里 里路 km 千米 站地 套 套房 辆 台 平 平米 平方 平方米 ㎡ m² 个 位 名 口 代 次 回 趟 点 点钟 \
      层 楼 室 厅 本 张 份 级 度 线 环 折 倍 成 % ％ 月 日 号 只 条 间 亩 步 码 寸 代人 升 月份 min mins minutes minute hours \
      hour days months kids children cars miles
      """, .unit(.foreign)
    ),
    ("多 几 余", .part(.beyond)), ("来", .part(.around)), ("出头 出点头 刚出头", .part(.little)),
    (
      """
      年以后 年之后 年后 年及以后 年以后出生 年后出生 年以后的 年往后 以后 之后 往后 及以后 及之后 以后出生 之后出生 以后的 后出生 年之后的 \
      之后的
      """, .bound(.afterYear)
    ),
    ("年以前 年之前 年前 年及以前 年以前出生 以前 之前 前 及以前 以前出生 之前出生 前出生 以前的 之前的", .bound(.beforeYear)),
    (
      "以上 及以上 或以上 往上 起 之上 起步 打底 + 及其以上 以上的 or_above or_higher or_more or_over and_above",
      .bound(.atLeast)
    ),
    ("以下 及以下 或以下 之下 往下 以下的 or_below or_less or_under", .bound(.atMost)),
    ("以内 之内 内 以内的 内的", .bound(.within)), ("左右 上下浮动 左右的", .bound(.about)),
    (
      """
      不低于 不小于 不少于 不矮于 至少 最小 最低 最少 不得低于 不能低于 不要低于 起码 ≥ >= 最矮 不能矮于 不可低于 下限 满 年满 不能小于 不能少于 \
      at_least over above
      """, .lead(.atLeast)
    ),
    (
      "不超过 不大于 不高于 不多于 最多 最高 不得超过 不能超过 不要超过 别超过 最大 ≤ <= 不得高于 不能高于 不得大于 上限 不能大于 不超 at_most",
      .lead(.atMost)
    ),
    ("高于 大于 超过 多于 >", .lead(.above)),
    ("低于 小于 少于 不到 不满 不足 < 矮于 未满 未到 没到 没满 不够 达不到 没达到 未达到 不及 below under", .lead(.below)),
    ("到 至 - ~ -- ~~ ——", .to),
    (
      "相差 年龄差 年龄相差 年龄差距 差距 相差不超过 上下 上下相差 ± 正负 年龄上下 年纪相差 岁数相差 年龄差在 差", .gap(.either)
    ),
    ("比我大 大我 比自己大 年长我 比我年长 大于我 长我 大自己 年长 大 男大 男方大 男方比我大", .gap(.older)),
    ("比我小 小我 比自己小 小于我 比我年轻 小自己 比我年幼 小 女小 女方小 女方比我小", .gap(.younger)),
    ("男大女小", .manOlder),
    ("月薪过万 月入过万 月收入过万 工资过万 收入过万", .conditions([.measure(.income, Bounds(low: 10_000))])),
    ("同岁", .conditions([.measure(.older, Bounds(0))])),
    ("不比我小 比我大的 比我大些 比我大点 比我大一点", .conditions([.measure(.older, Bounds(low: 0))])),
    ("不比我大 比我小的 比我小些 比我小点 比我小一点", .conditions([.measure(.older, Bounds(high: 0))])),
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
