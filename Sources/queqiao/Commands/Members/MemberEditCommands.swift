import ArgumentParser
import Desk
import Exchange
import Matchmaking
import Store
import Wording

extension MemberCommand {
  static let settingHelp = ArgumentHelp(
    "A detail and what it is to be: "
      + MemberField.all.dropFirst(6).map(\.column).joined(separator: ", ")
      + "; extra:HEAD for a column of a roster that has no name here. Empty takes it away.",
    valueName: "column=value")

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Enter a member by hand.",
      discussion: "Whether somebody is in the register already, `member duplicates` tells.")

    @Option(help: "The name.") var name: String
    @Option(help: "The sex: M, F, 男 or 女.") var sex: String?
    @Option(help: "Born: 1992, 1992-05 or 1992-05-04.") var birth: String?
    @Option(help: "The mobile number.") var phone: String?
    @Option(help: "The height in centimetres.") var height: String?
    @Option(help: "The member number; otherwise the next free one.") var number: String?
    @Option(parsing: .upToNextOption, help: MemberCommand.settingHelp) var set: [String] = []
    @OptionGroup var output: FormatOptions

    func run() throws {
      let store = try Session.open().store
      var details = try TypedDetails.read(set, of: nil)
      details[.name] = name
      for (field, text) in [
        (MemberField.sex, sex), (.birth, birth), (.phone, phone), (.height, height),
        (.number, number),
      ] {
        if let text { details[field] = text }
      }
      let (member, _) = try store.addMember(details)
      output.print(MemberTable.list([member], day: store.surroundings.today))
      Output.flush()
    }
  }

  struct Edit: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "edit", abstract: "Change details of a member; those not named stay as they are."
    )

    @Argument(help: "Who: number, phone or name.") var who: String
    @Option(
      parsing: .upToNextOption,
      help: ArgumentHelp(
        "A detail and what it is to be: "
          + MemberField.all.map(\.column).joined(separator: ", ")
          + "; extra:HEAD for a column of a roster that has no name here. Empty takes it away.",
        valueName: "column=value"))
    var set: [String] = []
    @OptionGroup var output: FormatOptions

    func validate() throws {
      if set.isEmpty { throw ValidationError("--set COLUMN=VALUE says what changes") }
    }

    func run() throws {
      let session = try Session.open()
      let known = try session.member(who)
      let (member, act) = try session.store.edit(known.id, TypedDetails.read(set, of: known))
      if act == nil { Output.message(TypedDetails.nothingChanged(Invocation.language)) }
      if member.sex != known.sex { try session.sayMisplacedBadges(of: member) }
      output.print(MemberTable.list([member], day: session.store.surroundings.today))
      Output.flush()
    }
  }

  struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "status",
      abstract: "Say where a member stands: single, seeing, married or withdrawn.",
      discussion: "Only who is single is suggested to others, listed and broadcast.")

    @Argument(help: "Who: number, phone or name.") var who: String
    @Argument(help: "single, seeing, married or withdrawn.") var status: MemberStatus
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let known = try session.member(who)
      let (member, act) = try session.store.setStatus(status, of: known.id)
      if act == nil { Output.message(TypedDetails.nothingChanged(Invocation.language)) }
      output.print(MemberTable.list([member], day: session.store.surroundings.today))
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
        throw ValidationError("'\(text.cleanedLine)' is no COLUMN=VALUE")
      }
      let word = String(text[..<mark]).cleanedLine
      let field = try field(word, of: member)
      if details[field] != nil { throw ValidationError("'\(word)' is set twice") }
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
      let who = who.cleanedLine
      throw NothingFound(
        Phrase(
          "名册里没有 \(who)；用 queqiao search 查找", "nobody found for \(who); see queqiao search"))
    }
    return member
  }
}
