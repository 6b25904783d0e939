import ArgumentParser
import Desk
import Exchange
import Matchmaking
import Store
import Wording

extension MemberCommand {
  /// A detail by its column and what it is to be.
  fileprivate static func settingHelp(_ fields: some Sequence<MemberField>) -> ArgumentHelp {
    let columns = fields.map(\.column)
    return .both(
      "改哪一项、改成什么：\(fields.map(\.canonicalHead).joined(separator: "、"))；名册里其他的列写 extra:表头。内容留空就是清空。",
      "A detail and its new value: \(columns.joined(separator: ", ")); extra:HEAD for any other column "
        + "of a roster. An empty value clears it.", value: .setting)
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      "add", Phrase("手工新增一人。", "Enter a member by hand."),
      discussion: Phrase(
        "是否已在名册里，用 member duplicates 查。",
        "Whether somebody is in the register already, member duplicates tells."))

    @Option(help: .both("姓名。", "The name.", value: .name)) var name: String
    @Option(help: .both("性别：男、女、M 或 F。", "The sex: M or F.", value: .sex)) var sex: String?
    @Option(
      help: .both(
        "出生年月：1992、1992-05 或 1992-05-04。", "The date of birth: 1992, 1992-05 or 1992-05-04.",
        value: .date)) var birth: String?
    @Option(help: .both("手机号。", "The mobile number.", value: .phone)) var phone: String?
    @Option(help: .both("身高，厘米。", "The height in centimetres.", value: .centimetres)) var height:
      String?
    @Option(
      help: .both(
        "编号；不写就按顺序给下一个。", "The member number; otherwise the next free one.", value: .number))
    var number: String?
    @Option(parsing: .upToNextOption, help: MemberCommand.settingHelp(MemberField.all.dropFirst(6)))
    var set: [String] = []
    @OptionGroup var output: FormatOptions

    func run() throws {
      let store = try Session.open(mayBegin: true).store
      var details = try TypedDetails.read(set, of: nil)
      details[.name] = name
      for (field, text) in [
        (MemberField.sex, sex), (.birth, birth), (.phone, phone), (.height, height),
        (.number, number),
      ] {
        if let text { details[field] = text }
      }
      let (member, _) = try store.addMember(details)
      output.print(MemberTable.list([member], day: store.context.today))
      Output.flush()
    }
  }

  struct Edit: ParsableCommand {
    static let configuration = CommandConfiguration(
      "edit",
      Phrase("修改资料：写明的才改，其余不变。", "Change details of a member; those not named stay as they are."))

    @Argument(help: .both("找谁：编号、手机号或姓名。", "Who: number, phone or name.", value: .who)) var who:
      String
    @Option(
      parsing: .upToNextOption,
      help: MemberCommand.settingHelp(MemberField.all))
    var set: [String] = []
    @OptionGroup var output: FormatOptions

    func validate() throws {
      if set.isEmpty {
        throw ValidationError(
          "请用 --set 列名=内容 写明要改什么", "say what changes with --set COLUMN=VALUE")
      }
    }

    func run() throws {
      let session = try Session.open()
      let known = try session.member(who)
      let (member, act) = try session.store.edit(known.id, TypedDetails.read(set, of: known))
      if act == nil { Output.message(TypedDetails.nothingChanged(Invocation.language)) }
      if member.sex != known.sex { try session.sayMisplacedBadges(of: member) }
      output.print(MemberTable.list([member], day: session.store.context.today))
      Output.flush()
    }
  }

  struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
      "status",
      Phrase("改状态：单身、恋爱中、已结婚或已退出。", "Set a member's status: single, seeing, married or withdrawn."),
      discussion: Phrase(
        "只有单身的人才会被推荐、刊登和上直播。",
        "Only single members are suggested to others, listed and broadcast."))

    @Argument(help: .both("找谁：编号、手机号或姓名。", "Who: number, phone or name.", value: .who)) var who:
      String
    @Argument(
      help: .both(
        "single 单身，seeing 恋爱中，married 已结婚，withdrawn 已退出。", "The new status.", value: .status))
    var status: MemberStatus
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let known = try session.member(who)
      let (member, act) = try session.store.setStatus(status, of: known.id)
      if act == nil { Output.message(TypedDetails.nothingChanged(Invocation.language)) }
      output.print(MemberTable.list([member], day: session.store.context.today))
      Output.flush()
    }
  }
}

/// `column=value` as somebody types it.
enum TypedDetails {
  static let nothingChanged = Phrase("没有改动", "nothing changed")

  /// - Parameter member: whose columns of a roster may be named without `extra:`.
  static func read(_ texts: [String], of member: Member?) throws -> [MemberField: String] {
    var details: [MemberField: String] = [:]
    for text in texts {
      guard let mark = text.firstIndex(of: "=") else {
        throw ValidationError(
          "“\(text.cleanedLine)”应写成 列名=内容", "'\(text.cleanedLine)' is not COLUMN=VALUE")
      }
      let word = String(text[..<mark]).cleanedLine
      let field = try field(word, of: member)
      if details[field] != nil {
        throw ValidationError(
          "“\(word)”写了两次", "'\(word)' is set twice")
      }
      details[field] = String(text[text.index(after: mark)...])
    }
    return details
  }

  private static func field(_ word: String, of member: Member?) throws -> MemberField {
    if let field = MemberField(word) { return field }
    if member?.extras[word] != nil { return .extra(word) }
    let head = word.hasPrefix("extra:") ? String(word.dropFirst(6)).cleanedLine : ""
    guard !head.isEmpty, head.count <= 60 else { throw Refusal.field(.unknownColumn(word)) }
    return .extra(head)
  }
}

extension Session {
  /// A sex that was corrected makes a badge wrong that is printed or worn.
  func sayMisplacedBadges(of member: Member) throws {
    try sayMisplacedBadges(of: member.id, member.number, member.name)
  }

  func sayMisplacedBadges(after roster: ImportSummary) throws {
    for change in roster.changes where change.field == .sex {
      try sayMisplacedBadges(of: change.member, change.number, change.name)
    }
  }

  private func sayMisplacedBadges(
    of member: MemberID, _ number: String, _ name: String
  ) throws {
    for (event, badge) in try store.misplacedBadges(of: member) {
      let badges = badge.phrase(Invocation.language)
      Output.message(
        Phrase(
          "\(name) 在 \(event.code) 的号牌 \(badges) 不再合适；请换号牌：queqiao event badge \(event.code) "
            + "\(number) 号码",
          "badge \(badges) of \(name) at \(event.code) no longer fits: queqiao event badge "
            + "\(event.code) \(number) NUMBER")(Invocation.language))
    }
  }

  /// Who is meant, by number, whole phone number, whole name, then as typed at the door.
  func member(_ who: String) throws -> Member {
    var finder = PersonFinder(store)
    guard let member = try finder.member(who) else {
      let who = Masking.numbers(in: who.cleanedLine)
      throw NothingFound(
        Phrase(
          "名册里没有 \(who)；用 queqiao search 查找", "nobody found for \(who); see queqiao search"))
    }
    return member
  }
}
