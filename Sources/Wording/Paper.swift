public import Matchmaking

/// What is printed on paper besides names and numbers.
public enum Paper {
  public static let ruler = Phrase(
    "请按 100%（实际大小）打印；此线应长 100 毫米",
    "Print at 100 % (actual size); this line should be 100 mm long")

  // MARK: - The door list

  public static let doorList = Phrase("签到名单", "Door list")
  public static let name = Phrase("姓名", "Name")
  public static let pinyin = Phrase("拼音", "Pinyin")
  public static let badge = Phrase("号牌", "Badge")
  public static let employer = Phrase("单位", "Employer")
  public static let lastFour = Phrase("手机尾号", "Phone ends")
  public static let remark = Phrase("备注", "Notes")
  public static let waiting = Phrase("候补", "waitlisted")
  public static let confidential = Phrase(
    "内有个人信息，用后请收回销毁", "Personal details: collect and destroy after use")
  public static let nobody = Phrase("还没有人报名", "Nobody is registered yet")

  public static func host(_ union: String) -> Phrase { Phrase("主办：\(union)", "By \(union)") }

  public static func hotline(_ number: String) -> Phrase {
    Phrase("有事请拨：\(number)", "Questions? Call \(number)")
  }

  public static func people(_ count: Int) -> Phrase {
    Phrase("共 \(count) 人", count.counted("person", "people"))
  }

  public static func page(_ page: Int, of pages: Int) -> Phrase {
    Phrase("第 \(page) 页，共 \(pages) 页", "Page \(page) of \(pages)")
  }

  // MARK: - Ballots

  public static let ballot = Phrase("心动互选", "Whom I pick")
  public static let yourNumber = Phrase("我的号牌", "My number")
  public static let keptSecret = Phrase(
    "只选对方的号码；没有互选的，不会告诉任何人。", "Numbers only; nobody is told of a pick that is not mutual.")

  /// What to write, with the rule in words.
  public static func howToPick(_ rule: PairingRule, maxPicks: Int?) -> Phrase {
    let most = maxPicks.map { Phrase("，最多 \($0) 位", ", at most \($0)") } ?? .empty
    return Phrase("按心动先后填写对方的号码，一行一位", "Write their numbers, the one you like best first")
      + most + Phrase("。牵手规则：", ". How pairs are made: ") + rule.explanation
      + Phrase("。", ".")
  }

  /// Under the lines of a ballot that may have any number of picks.
  public static let moreOverleaf = Phrase("还有的请写在背面", "More? Write them on the back")

  // MARK: - Cards and tables

  public static let card = Phrase("我的座位", "My tables")
  public static let sitOut = Phrase("休息", "sit out")

  public static func round(_ number: Int, _ kind: SeatingKind = .rounds) -> Phrase {
    switch kind {
    case .rounds: Phrase("第 \(number) 轮", "Round \(number)")
    case .topics: Phrase("话题 \(number)", "Topics \(number)")
    }
  }
  // MARK: - Result slips

  public static let forOneself = Phrase("仅供本人拆阅", "for yourself alone; fold here")
  public static let result = Phrase("今晚的结果", "Tonight")

  public static func pairedWith(_ partner: Badge) -> Phrase {
    Phrase("您与 \(partner.phrase.chinese) 牵手成功", "You and \(partner) are a pair")
  }
  public static let phone = Phrase("电话", "Phone")
  public static let wechat = Phrase("微信", "WeChat")
  public static let contactLater = Phrase(
    "双方都同意后，由工会工作人员转告联系方式。", "Once you both agree, the union's staff passes contacts on.")
  public static let noPair = Phrase(
    "今晚没有牵手，谢谢您来。缘分不急，期待下一场再见。", "No pair tonight. Thank you for coming; we hope to see you again.")

  public static func table(_ number: Int) -> Phrase { Phrase("\(number) 号桌", "Table \(number)") }
}
