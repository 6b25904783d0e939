// How something is meant: the words that say so, and the verbs and negators that do so together.

extension CriteriaWord {
  static let stances: [(String, CriteriaWord)] = plainStances + [(eased, .says(.eased, .behind))]

  private static let eased: String = {
    let may = [
      "可", "可以", "可适当", "可以适当", "可酌情", "可以酌情", "可略", "可略微", "可稍微", "可以稍微", "适当", "适当可", "酌情", "酌情可",
      "能", "也可", "也可以", "还可", "还可以", "均可", "都可", "都可以", "可相应", "可考虑", "可以考虑", "可再", "可适度", "可以适度",
      "适度",
      "略可", "可视情况", "可根据情况", "", "会", "愿意", "可有所", "稍",
    ]
    let give = ["放宽", "放低", "放松", "放开", "宽松", "变通", "商量", "协商", "通融", "商榷"]
    let onlyMay = ["降低", "调整", "浮动", "灵活", "妥协", "让步", "例外", "破例", "商议", "调", "谈"]
    let easings = may.flatMap { one in give.map { one + $0 } }
    let more = may.filter { $0.hasPrefix("可") || $0.hasPrefix("酌") || $0.hasPrefix("适") }
      .flatMap { one in onlyMay.map { one + $0 } }
    return (easings + more).joined(separator: " ") + " " + easedWords
  }()

  private static let easedWords = """
    不是硬性要求 不是硬性条件 不是硬性标准 不是硬性规定 不是硬要求 不是硬性的 非硬性要求 非硬性条件 并非硬性要求 不算硬性要求 不作为硬性要求 \
    不是绝对要求 不是绝对的 不绝对 不是死要求 不死板 不卡死 不是一定的 不是死的 仅供参考 只供参考 供参考 只是参考 仅参考 仅作参考 只作参考 作参考 做参考 \
    做个参考 只做参考 参考即可 作为参考 可参考 参考 参考一下 大致参考 弹性 有弹性 灵活 比较灵活 因人而异 标准可变 \
    可高可低 flexible negotiable if_possible where_possible not_required not_a_must not_must not_essential optional \
    nice_to_have a_plus bonus not_strict not_strictly not_a_requirement not_a_hard_requirement not_hard \
    not_necessary not_mandatory for_reference for_reference_only would_be_nice would_be_great can_be_relaxed
    """

  private static let plainStances: [(String, CriteriaWord)] = [
    ("最好 最好是 最好能 尽量 尽可能 更喜欢 若能 如能 如果能 要是能", .says(.preferred, .ahead)),
    (
      """
      更好 更佳 最佳 为佳 尤佳 佳 为宜 优先录取 更优 就更好了 最好了 为好 就更好 最好不过 再好不过 就完美了 是加分项
      """, .says(.preferred, .behind)
    ),
    (
      "优先 优先考虑 可优先考虑 首选 优先选择 可优先 会优先考虑 加分 加分项 加分条件 优先条件 prefer preferred preferably ideally",
      .says(.preferred, .either)
    ),
    (
      """
      勿扰 免谈 绕道 请绕道 请绕行 绕行 勿联系 勿加 免打扰 请勿打扰 别来 勿念 一律不考虑 请勿联系 不要来 勿来 \
      别联系 不要联系 不用联系 别加 不要加 别打扰 不要打扰 免聊 免扰 莫扰 莫来 止步 请止步 勿进 勿入 走开 请走开 滚 滚开 再见 拜拜 退散 \
      出局 一票否决 否决 拉黑 pass 划走 左滑 请绕路 靠边 靠边站 算了 就算了 还是算了 没戏 没门 别想 不谈 不聊 不见 不约 不处 不嫁 不娶 \
      不理 不回 不行 绝对不行 不合适 不适合 不匹配 不予考虑 不作考虑 不做考虑 不在考虑范围 不在考虑范围内 不在考虑之列 不感兴趣 没兴趣 \
      无感 零容忍 0容忍 不来电 不可以的 敬而远之 谢谢不要 请自重 请勿扰 勿撩 勿聊 莫联系 别撩 别扰 别浪费时间 慎扰 out
      """, .says(.refused, .behind)
    ),
    (
      """
      不要 不找 不想找 排除 不想要 不要找 别找 接受不了 受不了 忍不了 忍受不了 不能忍 容忍不了 看不上 看不惯 瞧不上 瞧不起 过敏 避雷 雷区 \
      雷点 禁忌 减分项 黑名单 拒 远离 杜绝 谢绝 婉拒 高攀不起
      """, .says(.refused, .ahead)
    ),
    (
      """
      均可 都可 也可 也行 皆可 都行 都可以 也可以 也接受 均可接受 都能接受 都可接受 亦可 也可考虑 也能接受 均可考虑 都可考虑 都接受 皆能接受 \
      都能考虑 也不错 不是不行 不是不可以 不是不能 也不是不行 也不是不可以 不是不可 未尝不可 也无妨 也ok 都ok 都能包容 也会考虑 也能考虑
      """, .says(.accepted, .behind)
    ),
    ("可 可以", .says(.accepted, .either)),
    (
      """
      都无所谓 没有限制 无限制 没限制 均不限 皆不限 都不限 不设限 不做限制 要求不高 没关系 没问题 无妨 不要紧 不打紧 不重要 \
      不是很重要 不太重要 不是最重要 没那么重要 不那么重要 不是问题 都不是问题 不成问题 不是重点 不是关键 不是必须 不是必须的 \
      不是必要条件 不是必需 有无均可 有无皆可 有无都可 有没有都行 有没有都可以 有没有均可 可有可无 都好 \
      都OK 皆可以 无硬性条件 不作限制 要求:无 要求无 要求:没有 要求:暂无 条件:无 标准:无 随你 随缘 看缘分
      """, .says(.any, .behind)
    ),
    (
      """
      无要求 没要求 不做要求 不作要求 没有要求 不限 无所谓 随意 随便 不限制 不限定 不限于 没所谓 无谓 没有硬性要求 无硬性要求 \
      没有特殊要求 无特殊要求 无特别要求 没有特别要求 没什么要求 没啥要求 没有太多要求 没有过多要求 无过多要求 暂无要求 不做硬性要求 \
      不作硬性要求 没特别要求 没特殊要求 没有什么要求 没有具体要求 无具体要求 没太多要求
      """, .says(.any, .either)
    ),
    (
      """
      不论 不管 无论 不拘 不要求 不强求 不苛求 不奢求 不必 不用 无需 不需要 无须 不须 毋须 用不着 不一定 不一定要 未必 不见得 不非要 \
      不必须 不求 不图 不看 不看重 不拘泥 不计较 不在乎 不在意 不在乎是否 no_need needn't 不想要求
      """, .says(.any, .ahead)
    ),
  ]

  /// What a negator turns into something else; see ``CriteriaVerbs``.
  static let attitudes: [(String, CriteriaWord)] = [
    (
      """
      希望 期望 期待 盼望 渴望 盼 希望对方 希望你 希望他 希望她 想找 想找个 想找一个 想寻 寻找 寻觅 诚寻 诚征 想遇到 想遇见 想认识 遇到 遇见 \
      结识 找到 hope looking_for wish
      """, .attitude(.hopes)
    ),
    ("喜欢 偏好 倾向 倾向于 偏爱 中意 欣赏 偏向 like love", .attitude(.likes)),
    (
      """
      接受 可接受 能接受 可以接受 可考虑 可以考虑 考虑 容忍 包容得了 能容忍 可容忍 忍受 容许 允许 愿意接受 能考虑 会考虑 会接受 accept \
      consider
      """, .attitude(.accepts)
    ),
    ("找 找个 找一个 找一位 求 征 寻 寻一位 寻个 想要 选 选择 要找 want seek", .attitude(.seeks)),
    (
      """
      介意 禁止 严禁 排斥 反感 讨厌 厌恶 嫌弃 嫌 拒绝 抵制 抵触 反对 忌讳 忌 痛恨 憎恶 憎恨 仇视 鄙视 唾弃 抗拒 恶心 害怕 怕 厌烦 最烦 最恨 \
      hate dislike avoid refuse reject mind
      """, .attitude(.minds)
    ),
    ("看重 在乎 在意 关心 计较 挑 挑剔 讲究 注重 重视 纠结 拘泥 苛刻 care", .attitude(.cares)),
    ("要求 要求是 硬性要求 强求 苛求 奢求 需求 规定 想要求 require required", .attitude(.asks)),
    ("必须 一定 一定要 务必 须 必须是 需要 需 得 必需 必须要 非要 非得 must", .must(.needs)),
    ("只要 只找 只考虑 仅限 限 只想找 只接受 仅考虑 only", .must(.only)),
  ]

  static let negators: [(String, CriteriaWord)] = [
    (
      """
      不 未 无 非 否 没 从不 从未 从没 从来不 从来没 从来没有 从没有 未曾 不曾 尚未 还没 还未 没有过 没过 莫 毋 no not never \
      non
      """, .not(.plain)
    ),
    ("不太 不怎么 不是很 不很 不那么 不经常 不常 不大 不大会 没怎么 不过分 不怎么会 很少 不常常 hardly rarely", .not(.faint)),
    ("没有", .not(.lacking)),
    (
      """
      不是 并非 并不是 并不 并没有 并未 绝非 绝不 绝不是 决不 不算 不属于 不属 不具备 不在 不再 不想 不愿 不愿意 不打算 不肯 \
      不会 暂不 暂时不 无法 难以 很难 没法 没办法 不含 不包含 不包括 不带 without don't doesn't isn't aren't won't didn't \
      neither nor none dont doesnt isnt don’t doesn’t isn’t aren’t won’t
      """, .not(.wide)
    ),
    (
      """
      不能 不可 不可以 不得 不许 不准 不应 不该 不应该 不宜 不允许 切勿 请勿 勿 别 请别 千万别 千万不要 不能够 甭 \
      cannot can't can’t mustn't mustn’t
      """, .not(.barring)
    ),
  ]
}
