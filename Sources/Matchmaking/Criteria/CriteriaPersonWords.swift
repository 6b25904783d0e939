// Of whom something is said, and what makes it doubtful.

extension CriteriaWord {
  static let persons: [(String, CriteriaWord)] = [
    (
      "我 本人 俺 咱 我本人 我自己 鄙人 在下 笔者 我方 我家 我家里 我的 俺的 本姑娘 本小姐 小女子 i i'm i’m im my me mine myself",
      .person(.writer)
    ),
    ("自己 自身 个人", .person(.oneself)),
    (
      """
      对方 您 你 他 她 ta 另一半 伴侣 对象 男朋友 女朋友 男友 女友 老公 老婆 爱人 未来的他 未来的她 那个他 那个她 你们 意中人 有缘人 心上人 \
      择偶要求 择偶标准 择偶条件 理想型 理想对象 对另一半 you he she him her his partner
      """, .person(.other)
    ),
    ("男方", .person(.man)), ("女方", .person(.woman)),
    (
      """
      父母 父母亲 爸妈 家人 家长 家里 家中 家 家庭 父亲 母亲 爸爸 妈妈 兄弟 姐妹 哥哥 弟弟 姐姐 妹妹 亲戚 亲人 长辈 老人 前任 前妻 \
      前夫 前男友 前女友 人家 别人 朋友们 闺蜜 同事 领导 公婆 岳父母 丈母娘 婆婆 双亲 他人 谁家 猫 狗 宠物 parents family
      """, .person(.family)
    ),
  ]

  static let doubts: [(String, CriteriaWord)] = [
    (
      """
      彩礼 存款 公积金 房贷 车贷 贷款 负债 首付 智商 情商值 颜值 bmi iq eq 鞋码 体脂 体脂率 腰围 胸围 三围 工龄 车程 距离 车龄 房龄 面积 车价 房价 \
      嫁妆 礼金 份子钱 生活费 零花钱 房租 月供 视力 血压 步数 工作年限 驾龄 党龄 心理年龄 外貌分 路程 通勤 离家 单程
      """, .matter
    ),
    ("除 除了 除开 除去 除却 除掉 except", .except), ("以外 之外 外", .besides),
    ("除外 例外", .excepted),
    ("如果 若 要是 假如 倘若 假若 如若 若是 如果是 假设 一旦 的话 if", .supposing),
    (
      """
      即使 即便 哪怕 就算 纵使 虽然 虽 虽说 尽管 是否 是不是 能否 可否 会不会 能不能 可不可以 要不要 有没有 有无 whether even_if
      """, .asked
    ),
    (
      """
      吗 难道 岂 何必 何苦 何须 怎能 怎么能 哪能 哪个 谁 谁会 为什么 为何 干嘛 凭什么 曾 曾经 过去 本来 原来 原本 看情况 再说 另说 再议 \
      另议 视情况 据说 好像 似乎 也许 或许 说不定 难说 不好说 慎重 谨慎 宁可 宁愿 宁肯 与其 要么 除非 反正 才怪 懒得 放弃 缺乏 缺少 而已 可能 unless who why
      """, .doubt
    ),
    ("× ✕ ✖ ✗ ✘ ❌ ❎ 🚫 ⛔ 🙅 👎 ╳ ㄨ", .cross),
    ("否则 不然 要不然 不然的话 otherwise", .otherwise),
    ("其他 其它 其余 另外 别的 其他的 其它的 其余的", .rest),
  ]

  static let separators: [(String, CriteriaWord)] = [
    ("或 或者 或是 or", .or),
    (
      "， , ： : ( ) ( ) 「 」 【 】 [ ] 且 并且 但 但是 同时 而且 而是 另 不过 然而 另 and but",
      .stop(endsSentence: false)
    ),
    ("。 ； ; ! ? . \n \r ① ② ③ ④ ⑤ ⑥ ⑦ ⑧ ⑨ ⑩ | … ·", .stop(endsSentence: true)),
    ("、 / 和 与 及 以及 \\ &", .pause), ("_", .space),
    (
      """
      太 很 怎么 十分 非常 特别 比较 相对 过分 过于 那么 这么 经常 常 常常 总 总是 老是 爱 是很 再 又 过 会 能 想 愿意 愿 肯 敢 打算 准备 计划 does do did has have would will should very too \
      really
      """, .degree
    ),
  ]
}
