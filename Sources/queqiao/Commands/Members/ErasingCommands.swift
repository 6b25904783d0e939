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
        "各场活动的人数不变。删除后不能恢复。之前的备份里仍有这些资料，会随新备份逐步淘汰。",
        """
        The counts of events stay right. It cannot be undone. Earlier backups hold the \
        details until newer ones replace them.
        """))

    @Argument(help: .both("找谁：编号、手机号或姓名。", "Who: number, phone or name.", value: .who)) var who:
      [String]
    @Flag(help: .both("确认删除；不加只列出是谁。", "Do it; otherwise those meant are only listed.")) var yes =
      false
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let members = try who.map { try session.member($0) }
      output.print(MemberTable.list(members, day: session.store.surroundings.today))
      Output.flush()
      guard yes else {
        throw Stop(
          status: 64,
          phrase: Phrase("没有删除；确定要删请加 --yes", "nothing was erased; --yes does it"))
      }
      var seen: Set<MemberID> = []
      let ids = members.map(\.id).filter { seen.insert($0).inserted }
      ErasureNote.say(try session.store.erase(ids))
    }
  }

  struct Purge: ParsableCommand {
    static let configuration = CommandConfiguration(
      "purge",
      Phrase(
        "删除长期没有动静的人；不加 --yes 只列出是谁。",
        "Erase members not heard of for long; without --yes they are only listed."),
      discussion: Phrase(
        "登记、修改、报名、到场、核验、给出或撤回授权，都算有动静。",
        """
        Being entered, changed, registered, at an event or verified, giving or revoking a \
        consent: each counts as being heard of.
        """))

    @Option(
      help: .both(
        "多久没有动静：24m 是 24 个月，2y 是 2 年，730d 是 730 天；至少 30 天。",
        "For how long: 24m, 2y or 730d; at least 30 days.", value: .period)) var olderThan: Age
    @Option(
      parsing: .upToNextOption,
      help: .both(
        "只看这些状态的：single 单身，seeing 恋爱中，married 已结婚，withdrawn 已退出。", "Only members of this status.",
        value: .status))
    var status: [MemberStatus] = []
    @Flag(help: .both("确认删除；不加只列出是谁。", "Do it; otherwise those meant are only listed.")) var yes =
      false
    @OptionGroup var output: FormatOptions

    func run() throws {
      let store = try Session.open().store
      let rule = PurgeRule(
        before: olderThan.day(before: store.surroundings),
        statuses: status.isEmpty ? Set(MemberStatus.allCases) : Set(status))
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
      if yes, let erasure = try store.purge(rule) {
        ErasureNote.say(erasure)
      } else if found.isEmpty {
        Output.message(
          Phrase("没有这么久没有动静的人", "everybody has been heard of since")(Invocation.language))
      } else {
        Output.message(
          Phrase("没有删除；确定要删请加 --yes", "nothing was erased; --yes does it")(
            Invocation.language))
      }
    }
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

  func day(before surroundings: Surroundings) -> Day {
    let past = Timestamp(
      milliseconds: surroundings.now().milliseconds - Int64(days) * 86_400_000)
    return surroundings.day(of: past).adding(months: -months)
  }
}

private enum ErasureNote {
  static func say(_ erasure: Erasure) {
    let language = Invocation.language
    Output.message(erasure.act.deed.phrase(language))
    if !erasure.isWiped {
      Output.message(
        Phrase(
          "文件的旧页还没有清完；腾出磁盘空间后运行 queqiao store tidy",
          "old pages of the file are not cleared yet; make room on the disk, then queqiao store tidy"
        )(language))
    }
    if let newest = erasure.olderBackups.first {
      let count = erasure.olderBackups.count
      let folder = PathParts(newest).folder
      Output.message(
        Phrase(
          "之前的 \(count) 份备份里仍有这些资料，会随新备份逐步淘汰；要立即清除，请删掉 \(folder) 里的旧备份",
          "backups made before (\(count)) hold the details until newer ones take their places; to be "
            + "rid of them now, delete them in \(folder)")(language))
    }
  }
}
