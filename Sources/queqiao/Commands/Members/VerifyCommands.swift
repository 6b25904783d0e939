import ArgumentParser
import Desk
import Exchange
import Foundation
import Matchmaking
import Store
import Wording

extension MemberCommand {
  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verify",
      abstract: "Keep what was decided on members: verified, or rejected and why.",
      discussion: """
        Verified takes all three kinds of evidence: stamp (of the employer's union), real-name (the \
        identity card was seen), pledge (of being single, signed). Copies are never kept.
        """)

    @Argument(help: "Who: number, phone or name.") var who: [String] = []
    @Option(name: .customLong("from"), help: "A file with one person a line; - is standard input.")
    var file: String?
    @Option(parsing: .upToNextOption, help: "What was seen: stamp, real-name, pledge.")
    var evidence: [String] = []
    @Option(help: "The last day it holds; otherwise a year from today.") var until: Day?
    @Option(help: "Who decided; otherwise whoever is logged in.") var by: String?
    @Flag(help: "Rejected; --reason says why.") var reject = false
    @Option(help: "Why it is rejected, or a note.") var reason: String?
    @Flag(help: "Back among those to be verified; what was decided stays on record.")
    var reopen = false
    @Flag(
      help: """
        Read the resident number on the card from standard input, compare it with birth date and \
        sex, and keep its last four.
        """)
    var resident = false
    @OptionGroup var output: FormatOptions

    func validate() throws {
      if who.isEmpty == (file == nil) { throw ValidationError("give either WHO or --from FILE") }
      if reject, reopen { throw ValidationError("give either --reject or --reopen") }
      if resident, who.count != 1 { throw ValidationError("--resident goes with one person") }
      _ = try seen()
    }

    func run() throws {
      let session = try Session.open()
      let record = reopen ? nil : try self.record(session.store.surroundings)
      let people = try who + (file.map { try PeopleFile.names(in: $0) } ?? [])
      let number = resident ? try readResident() : nil
      var (decided, isInPart) = ([Member](), false)
      for person in people {
        do {
          let member = try session.member(person)
          if let record {
            try session.store.verify(member.id, record, resident: number)
          } else {
            try session.store.reopenVerification(of: member.id)
          }
          decided.append(try session.store.member(member.id))
        } catch let error where people.count > 1 && (error is Refusal || error is NothingFound) {
          PeopleFile.say(error, of: person)
          isInPart = true
        }
      }
      output.print(try VerificationTable.table(decided, in: session.store))
      Output.flush()
      if isInPart { throw DoneInPart() }
    }

    private func seen() throws -> Set<Evidence> {
      Set(
        try evidence.flatMap { $0.split(separator: ",") }.map { word in
          guard let kind = Evidence(rawValue: String(word)) else {
            throw ValidationError("--evidence takes stamp, real-name and pledge, not '\(word)'")
          }
          return kind
        })
    }

    private func record(_ surroundings: Surroundings) throws -> VerificationRecord {
      do {
        return try VerificationRecord(
          reject ? .rejected : .verified, by: (by ?? surroundings.operatorName).cleanedLine,
          on: surroundings.today, evidence: seen(), until: reject ? nil : until,
          note: (reason ?? "").cleanedLine)
      } catch let refusal as VerificationRefusal {
        throw Refusal.verification(refusal)
      }
    }

    /// From standard input, so that it is in no shell's history and no list of processes.
    private func readResident() throws -> ResidentNumber {
      if isatty(0) == 1 {
        Output.message(Phrase("身份证号：", "the resident number:")(Invocation.language))
      }
      guard let number = ResidentNumber(readLine() ?? "") else {
        throw Refusal.register(.resident(.invalid))
      }
      // Whether the birth date in it has come yet, the store asks.
      return number
    }
  }

  struct Pending: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "pending", abstract: "List who waits for a verification, or whose has expired.")
    @OptionGroup var output: FormatOptions

    func run() throws {
      let store = try Session.open().store
      let queue = try store.verificationQueue()
      output.print(try VerificationTable.table(queue, in: store))
      Output.flush()
      if queue.isEmpty {
        Output.message(Phrase("没有待核验的人", "nobody waits for verification")(Invocation.language))
      }
    }
  }
}

enum VerificationTable {
  static func table(_ members: [Member], in store: Store) throws -> Table {
    Table(
      ["number", "name", "sex", "birth", "verification", "until", "employer", "union"].map {
        TableColumn($0)
      },
      rows: try members.map { member in
        [
          .text(member.number), .text(member.name), .text(member.sex?.rawValue),
          .text(member.birth?.description), .text(member.verification.rawValue),
          .text(try store.verifiedUntil(member.id)?.description), .text(member.texts[.employer]),
          .text(member.texts[.union]),
        ]
      })
  }
}

/// A list of people, one a line.
enum PeopleFile {
  /// - Throws: `DoneInPart` after saying which line cannot be read; nothing is done then.
  static func names(in path: String) throws -> [String] {
    var lines = NameLines(try ByteSource(path: path, asItComes: true))
    var names: [String] = []
    while let line = try lines.next() {
      switch line {
      case .name(let line): names.append(line.text)
      case .problem(let problem):
        Problems.say([problem])
        if problem.isLoss { throw DoneInPart() }
      case .columns: break
      }
    }
    return names
  }

  /// Somebody of several who was left out, and why.
  static func say(_ error: any Error, of person: String) {
    let language = Invocation.language
    switch error {
    case let refusal as Refusal:
      let sentence = refusal.phrase(Invocation.clock)(language)
      Output.message("refused: \(refusal.code): \(person.cleanedLine): \(sentence)")
    case let nothing as NothingFound: Output.message("queqiao: \(nothing.phrase(language))")
    default: break
    }
  }
}
