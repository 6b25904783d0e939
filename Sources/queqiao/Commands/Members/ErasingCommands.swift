import ArgumentParser
import Exchange
import Files
import Foundation
import Matchmaking
import Store
import Wording

extension MemberCommand {
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      "export",
      Phrase(
        "把一个人的全部资料导出为 JSON，并记录在案。",
        "Write everything that is kept of a member as JSON; that goes on record."),
      discussion: Phrase(
        "此人选票上选了谁，不在其中。",
        "Whom the member picked on slips is not in it."))

    @Argument(help: .both("找谁：编号、手机号或姓名。", "Who: number, phone or name.", value: .who)) var who:
      String
    @Option(
      help: .both("写到哪个新文件；- 是标准输出。", "The file to make; - is standard output.", value: .file))
    var to: String

    func run() throws {
      let session = try Session.open()
      let member = try session.member(who)
      // Made before it is put on record: what cannot be written is not handed out.
      let file = to == "-" ? nil : try newFile(session.store)
      let (json, _) = try session.store.export(member.id)
      guard let file else {
        Output.write(json)
        Output.flush()
        return
      }
      try file.write(json)
      try file.finish()
    }

    private func newFile(_ store: Store) throws(OutputRefusal) -> OutputFile {
      try OutputFile(
        at: OutputPlace(to, over: .refused, sparing: SparedFiles(store: store.path)))
    }

    func validate() throws {
      if to.isEmpty { throw ValidationError("--to 后面要写文件名", "--to needs a file") }
    }
  }

  struct Erase: ParsableCommand {
    static let configuration = CommandConfiguration(
      "erase",
      Phrase(
        "永久删除：资料、核验和授权，以及变更记录里的内容。",
        "Erase members for good: details, records, and what the log says of them."),
      discussion: Phrase(
        "各场活动的人数不变。删除后不能恢复。已不在名册、只在变更记录里的人，写姓名、编号或手机号也能删。之前的副本和别人资料里提到此人的地方会列出；不加 --yes 只列出这些。",
        """
        The counts of events stay right. It cannot be undone. Whoever is no member any more, but \
        still in the log, is erased by name, number or phone. Copies of the file that were made \
        earlier and texts of others that name them are told; without --yes that is all that happens.
        """))

    @Argument(help: .both("找谁：编号、手机号或姓名。", "Who: number, phone or name.", value: .who)) var who:
      [String]
    @Flag(help: .both("确认删除；不加只列出是谁。", "Do it; otherwise those meant are only listed.")) var yes =
      false
    @OptionGroup var scope: ErasingOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let (members, words) = try whom(session)
      output.print(MemberTable.list(members, day: session.store.context.today))
      Output.flush()
      for word in words {
        Output.message(
          Phrase("“\(word)”不在名册里，只在变更记录里", "“\(word)” is no member, but in the log")(
            Invocation.language))
      }
      var seen: Set<MemberID> = []
      let ids = members.map(\.id).filter { seen.insert($0).inserted }
      let scope = scope.scope(words)
      guard yes else {
        ErasureNote.sayBeforehand(
          try session.store.rehearseErasing(ids, scope), in: session.store)
        throw Stop(
          status: 64,
          phrase: Phrase("没有删除；确定要删请加 --yes", "nothing was erased; --yes does it"))
      }
      try ErasureNote.say(
        session.store.erase(ids, scope), deletingCopies: self.scope.alsoBackups, in: session.store)
    }

    /// Members; and words that are nobody's any more, but of which something is left.
    private func whom(_ session: Session) throws -> (members: [Member], words: [String]) {
      var members: [Member] = []
      var words: [String] = []
      for word in who {
        do {
          members.append(try session.member(word))
        } catch let nobody as NothingFound {
          guard try session.store.tells(of: word, scope.scope()) else { throw nobody }
          if !words.contains(word) { words.append(word) }
        }
      }
      return (members, words)
    }
  }

  struct Purge: ParsableCommand {
    static let configuration = CommandConfiguration(
      "purge",
      Phrase(
        "删除长期没有动静的人；不加 --yes 只列出是谁。",
        "Erase members not heard of for long; without --yes they are only listed."),
      discussion: Phrase(
        "登记、修改、报名、到场、核验、登记或撤回授权，都算有动静。写明要删谁的，昨天刚登记的也删；同时写了 --older-than 的，也要满足它。",
        """
        Being entered, changed, registered, at an event or verified, giving or revoking a \
        consent: each counts as being heard of. Whoever is named may have been heard of yesterday; \
        where --older-than is given as well, it holds for them too.
        """))

    @Argument(
      help: .both("只删这些人：编号、手机号或姓名。", "Only these: number, phone or name.", value: .who))
    var who: [String] = []
    @Option(
      help: .both(
        "多久没有动静：24m 是 24 个月，2y 是 2 年，730d 是 730 天；没有写明是谁时至少 30 天。",
        "For how long: 24m, 2y or 730d; at least 30 days, unless members are named.",
        value: .period))
    var olderThan: Age?
    @Option(
      parsing: .upToNextOption,
      help: .both(
        "只看这些状态的：single 单身，seeing 恋爱中，married 已结婚，withdrawn 已退出。", "Only members of this status.",
        value: .status))
    var status: [MemberStatus] = []
    @Flag(help: .both("确认删除；不加只列出是谁。", "Do it; otherwise those meant are only listed.")) var yes =
      false
    @OptionGroup var scope: ErasingOptions
    @OptionGroup var output: FormatOptions

    func validate() throws {
      if olderThan == nil, who.isEmpty {
        throw ValidationError("请写 --older-than 多久，或写要删谁", "say --older-than how long, or whom")
      }
    }

    func run() throws {
      let session = try Session.open()
      let store = session.store
      let rule = try rule(session)
      let found = try store.purgeCandidates(rule)
      output.print(
        Table(

          [
            TableColumn(.number), TableColumn(.name), TableColumn(.status),
            TableColumn(.lastActive),
          ],
          rows: found.map {
            [
              .text($0.member.number), .text($0.member.name), .status($0.member.status),
              .text($0.lastActive.description),
            ]
          }))
      Output.flush()
      if yes, let erasure = try store.purge(rule, scope.scope()) {
        try ErasureNote.say(erasure, deletingCopies: scope.alsoBackups, in: store)
      } else if found.isEmpty {
        Output.message(
          Phrase("没有这么久没有动静的人", "everybody has been heard of since")(Invocation.language))
      } else {
        Output.message(
          Phrase("没有删除；确定要删请加 --yes", "nothing was erased; --yes does it")(
            Invocation.language))
      }
    }

    private func rule(_ session: Session) throws -> PurgeRule {
      let context = session.store.context
      let named = try who.map { try session.member($0).id }
      return PurgeRule(
        before: olderThan?.day(before: context) ?? context.today.adding(months: 1),
        statuses: status.isEmpty ? Set(MemberStatus.allCases) : Set(status),
        members: who.isEmpty ? nil : Set(named))
    }
  }
}

/// What is to go beside the members themselves.
struct ErasingOptions: ParsableArguments {
  @Flag(
    help: .both(
      "先做新备份，再删掉里面有此人的每一份副本：备份、留下的原文件等。",
      "Make a new backup, then delete every copy that holds them: backups, files set aside."))
  var alsoBackups = false
  @Flag(
    help: .both(
      "别人的资料里提到此人的地方换成〓。",
      "Put 〓 in the place of the name in what others' texts say of them."))
  var alsoTexts = false

  func scope(_ words: [String] = []) -> ErasingScope {
    ErasingScope(words: words, replacesTexts: alsoTexts)
  }
}

/// A length of time as somebody types it.
struct Age: ExpressibleByArgument {
  let days: Int
  let months: Int

  init?(argument: String) {
    guard let unit = argument.last, let number = Int(argument.dropLast()),
      (1...9999).contains(number)
    else { return nil }
    switch unit {
    case "d": (days, months) = (number, 0)
    case "m": (days, months) = (0, number)
    case "y" where number <= 99: (days, months) = (0, number * 12)
    default: return nil
    }
  }

  func day(before context: StoreContext) -> Day {
    let past = Timestamp(
      milliseconds: context.now().milliseconds - Int64(days) * 86_400_000)
    return context.day(of: past).adding(months: -months)
  }
}
