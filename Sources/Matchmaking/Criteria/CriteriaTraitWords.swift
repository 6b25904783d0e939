// What somebody may be, own or do, in the words people use.

extension CriteriaWord {
  private static let noChildren = Choices(Children.none)
  private static let never = Choices(MaritalStatus.neverMarried)
  private static let divorced = Choices(MaritalStatus.divorced)
  private static let noSmoke = Condition.trait(.smoking, Choices(Habit.never))
  private static let noDrink = Condition.trait(.drinking, Choices(Habit.never))
  private static let smoke = Condition.trait(.smoking, Choices(Habit.often))
  private static let drink = Condition.trait(.drinking, Choices(Habit.often))

  static let traits: [(String, CriteriaWord)] = [
    (
      "未婚 初婚 无婚史 未结过婚 没结过婚 没结婚 没有婚史 从未结婚 无婚姻史 未曾结婚 头婚 never_married unmarried",
      .conditions([.trait(.marital, never)])
    ),
    ("未婚未育", .conditions([.trait(.marital, never), .trait(.children, noChildren)])),
    (
      """
      离异 离婚 离过婚 离异者 短婚 有婚史 二婚 离异人士 离婚人士 离异史 离婚史 离异过 再婚 离了婚 \
      divorced
      """, .conditions([.trait(.marital, divorced)])
    ),
    (
      "结过婚 有过婚姻 有过婚史 有过一段婚姻",
      .conditions([
        .trait(
          .marital, [divorced, Choices(MaritalStatus.widowed), Choices(MaritalStatus.married)])
      ])
    ),
    ("短婚未育 离异未育", .conditions([.trait(.marital, divorced), .trait(.children, noChildren)])),
    ("丧偶 丧偶者 widowed", .conditions([.trait(.marital, Choices(MaritalStatus.widowed))])),
    ("单身 single", .conditions([.trait(.marital, .notMarried)])),
    (
      """
      无孩 无子女 未育 无小孩 没孩子 没有孩子 不带孩 无孩子 没小孩 没有小孩 不带娃 无娃 不带孩子 没有子女 没娃 未生育 没生育 没生过孩子 \
      没有生育 childless no_children no_kids
      """, .conditions([.trait(.children, noChildren)])
    ),
    (
      "带孩 带娃 带孩子 带小孩 带女孩 带男孩 带女儿 带儿子 带着孩子",
      .conditions([.trait(.children, Choices(Children.here))])
    ),
    (
      "有孩 有孩子 有小孩 有子女 有娃 生过孩子 生育过 已育",
      .conditions([
        .trait(
          .children, [Choices(Children.here), Choices(Children.elsewhere), Choices(Children.some)])
      ])
    ),
    (
      "有房 有住房 有婚房 有房子 已购房 有房产 自有住房 有自己的房子 有独立住房 有房者 需有房 要有房 有住所 有自住房 已买房 own_home homeowner",
      .conditions([.trait(.housing, .homeOwner)])
    ),
    ("有房无贷 全款房 无房贷 有房无贷款 有全款房", .conditions([.trait(.housing, Choices(Housing.owned))])),
    ("有房贷 有房有贷", .conditions([.trait(.housing, Choices(Housing.mortgaged))])),
    (
      "无房 没房 没有房 没房子 没有房子 没有住房 无住房 没有房产 无房产 没买房 未购房 没有买房 无房者",
      .conditions([.trait(.housing, Choices(Housing.none))])
    ),
    ("有车 有车子 有代步车 已购车 有私家车", .conditions([.trait(.car, Choices(true))])),
    ("无车 没车 没有车 没买车 没有车子 未购车", .conditions([.trait(.car, Choices(false))])),
    (
      "有房有车 有车有房 车房俱全 有车房 有房车 车房都有 房车俱备 有车有房者 有房有车者",
      .conditions([.trait(.housing, .homeOwner), .trait(.car, Choices(true))])
    ),
    ("独生子女 独生 独子 独女", .conditions([.trait(.onlyChild, Choices(true))])),
    ("非独生子女 非独生", .conditions([.trait(.onlyChild, Choices(false))])),
    ("小学老师 小学教师 初中老师 高中老师 中学老师 中学教师 大学老师 大学教师 高校教师 高校老师 人民教师", .work(.teacher)),
    ("有正式编制 正式编制 带编制 在编在岗", .work(.inTheSystem)),
  ]

  static let habits: [(String, CriteriaWord)] = [
    (
      """
      不抽烟 不吸烟 不抽 无吸烟 不会抽烟 禁烟 不吸烟者 无烟 从不抽烟 从不吸烟 从来不抽烟 non-smoker non-smoking nonsmoker \
      non_smoker no_smoking
      """, .conditions([noSmoke])
    ),
    (
      "抽烟 吸烟 吸烟者 抽烟者 烟民 有烟瘾 老烟枪 烟鬼 smoking smoker smokers smokes smoke",
      .conditions([smoke])
    ),
    ("偶尔抽烟 偶尔吸烟", .conditions([.trait(.smoking, Choices(Habit.sometimes))])),
    (
      "少抽烟 少吸烟 少量抽烟",
      .conditions([.trait(.smoking, [Choices(Habit.never), Choices(Habit.sometimes)])])
    ),
    ("不喝酒 不饮酒 滴酒不沾 从不喝酒 no_drinking non-drinker", .conditions([noDrink])),
    (
      "不酗酒 少喝酒 不嗜酒 少饮酒",
      .conditions([.trait(.drinking, [Choices(Habit.never), Choices(Habit.sometimes)])])
    ),
    ("偶尔喝酒 偶尔饮酒 偶尔小酌 小酌", .conditions([.trait(.drinking, Choices(Habit.sometimes))])),
    (
      "酗酒 喝酒 嗜酒 饮酒 酗酒者 酒鬼 嗜酒如命 喝大酒 drinking drinker drinkers drinks drink",
      .conditions([drink])
    ),
    ("烟酒 嗜烟酒 烟酒嗜好 抽烟喝酒 吸烟喝酒 抽烟酗酒 烟酒都来", .conditions([smoke, drink])),
    (
      """
      不抽烟不喝酒 烟酒不沾 不烟不酒 不抽烟喝酒 不沾烟酒 不吸烟不喝酒 不抽烟不酗酒 无烟酒嗜好 不碰烟酒 不抽烟也不喝酒 不吸烟不饮酒 \
      不吸烟饮酒 不烟酒
      """, .conditions([noSmoke, noDrink])
    ),
  ]

  static let nearness: [(String, CriteriaWord)] = [
    ("本地 同城 本市 本地人 当地", .nearby(.sameCity, isNegated: false)),
    ("外地 异地 外地人 异地恋 外市", .nearby(.sameCity, isNegated: true)),
    ("省内 本省 同省 本省人", .nearby(.sameProvince, isNegated: false)),
    ("外省 省外 外省人", .nearby(.sameProvince, isNegated: true)),
    ("本县 同县 本区 同区 本县区", .nearby(.sameCounty, isNegated: false)),
  ]
}
