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
        The counts of events stay right. It cannot be undone. Whoever is no member any more, but still \
        in the log, is erased by name, number or phone. Copies of the file that were made earlier and \
        texts of others that name them are told; without --yes that is all that happens.
        """)

    @Argument(help: "Who: number, phone or name.") var who: [String]
    @Flag(help: "Do it; otherwise it is only shown who is meant.") var yes = false
    @OptionGroup var scope: ErasingOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let (members, words) = try whom(session)
      output.print(MemberTable.list(members, day: session.store.surroundings.today))
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
      commandName: "purge",
      abstract: "Erase members of whom nothing was heard for long; without --yes only show them.",
      discussion: """
        Heard of is who was entered, changed, registered, at an event, verified, or gave or revoked \
        a consent. Whoever is named may have been heard of yesterday; where --older-than is given as \
        well, it holds for them too.
        """)

    @Argument(help: "Only these: number, phone or name.") var who: [String] = []
    @Option(help: "How long: 24m, 2y or 730d; 30 days at least, unless members are named.")
    var olderThan: Age?
    @Option(parsing: .upToNextOption, help: "Only who is single, seeing, married or withdrawn.")
    var status: [MemberStatus] = []
    @Flag(help: "Do it; otherwise it is only shown who is meant.") var yes = false
    @OptionGroup var scope: ErasingOptions
    @OptionGroup var output: FormatOptions

    func validate() throws {
      if olderThan == nil, who.isEmpty {
        throw ValidationError("say --older-than how long, or whom")
      }
    }

    func run() throws {
      let session = try Session.open()
      let store = session.store
      let rule = try rule(session)
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
      if yes, let erasure = try store.purge(rule, scope.scope()) {
        try ErasureNote.say(erasure, deletingCopies: scope.alsoBackups, in: store)
      } else if found.isEmpty {
        Output.message(
          Phrase("没有到期的资料", "nothing is that old")(Invocation.language))
      } else {
        Output.message(
          Phrase("没有删除；确定要删请加 --yes", "nothing was erased; --yes does it")(
            Invocation.language))
      }
    }

    private func rule(_ session: Session) throws -> PurgeRule {
      let surroundings = session.store.surroundings
      let named = try who.map { try session.member($0).id }
      return PurgeRule(
        before: olderThan?.day(before: surroundings) ?? surroundings.today.adding(months: 1),
        statuses: status.isEmpty ? Set(MemberStatus.allCases) : Set(status),
        members: who.isEmpty ? nil : Set(named))
    }
  }
}

/// What is to go beside the members themselves.
struct ErasingOptions: ParsableArguments {
  @Flag(
    help:
      "Make a new backup, then delete every copy of the file that holds them: backups, files set aside."
  )
  var alsoBackups = false
  @Flag(help: "Put 〓 in the place of the name in what others' texts say of them.")
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

  func day(before surroundings: Surroundings) -> Day {
    let past = Timestamp(
      milliseconds: surroundings.now().milliseconds - Int64(days) * 86_400_000)
    return surroundings.day(of: past).adding(months: -months)
  }
}
