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
      commandName: "export",
      abstract: "Write everything that is kept of a member as JSON; that goes on record.",
      discussion: "Whom the member's slips named is not in it.")

    @Argument(help: "Who: number, phone or name.") var who: String
    @Option(help: "The file to make; - is standard output.") var to: String

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
      if to.isEmpty { throw ValidationError("--to needs a file") }
    }
  }

  struct Erase: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "erase",
      abstract: "Erase members for good: details, records, and what the log says of them.",
      discussion: """
        The counts of events stay right. It cannot be undone. Backups made before hold the details \
        until newer ones have taken their places.
        """)

    @Argument(help: "Who: number, phone or name.") var who: [String]
    @Flag(help: "Do it; otherwise it is only shown who is meant.") var yes = false
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
      commandName: "purge",
      abstract: "Erase members of whom nothing was heard for long; without --yes only show them.",
      discussion: """
        Heard of is who was entered, changed, registered, at an event, verified, or gave or revoked \
        a consent.
        """)

    @Option(help: "How long: 24m, 2y or 730d; 30 days at least.") var olderThan: Age
    @Option(parsing: .upToNextOption, help: "Only who is single, seeing, married or withdrawn.")
    var status: [MemberStatus] = []
    @Flag(help: "Do it; otherwise it is only shown who is meant.") var yes = false
    @OptionGroup var output: FormatOptions

    func run() throws {
      let store = try Session.open().store
      let rule = PurgeRule(
        before: olderThan.day(before: store.surroundings),
        statuses: status.isEmpty ? Set(MemberStatus.allCases) : Set(status))
      let found = try store.purgeCandidates(rule)
      output.print(
        Table(
          ["number", "name", "status", "last_active"].map { TableColumn($0) },
          rows: found.map {
            [
              .text($0.member.number), .text($0.member.name), .text($0.member.status.rawValue),
              .text($0.lastActive.description),
            ]
          }))
      Output.flush()
      if yes, let erasure = try store.purge(rule) {
        ErasureNote.say(erasure)
      } else if found.isEmpty {
        Output.message(
          Phrase("没有到期的资料", "nothing is that old")(Invocation.language))
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
