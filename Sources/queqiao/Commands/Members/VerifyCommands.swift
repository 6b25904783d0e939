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
      "verify",
      Phrase("记下核验结果：通过，或不通过及原因。", "Record a verification: verified, or rejected and why."),
      discussion: Phrase(
        """
        三样凭据齐全才能通过：stamp（单位工会盖章）、real-name（看过身份证）、pledge（单身承\
        诺书已签）。证件一律不留复印件。一次写几个人，一人算一步。
        """,
        """
        Verified takes all three kinds of evidence: stamp (of the employer's union), \
        real-name (the identity card was seen), pledge (of being single, signed). Copies \
        are never kept. Of several WHO each is a step of its own for undo.
        """))

    @Argument(help: .both("找谁：编号、手机号或姓名。", "Who: number, phone or name.", value: .who)) var who:
      [String] = []
    @Option(
      name: .customLong("from"),
      help: .both(
        "文件，一行一人；- 是标准输入。", "A file with one person a line; - is standard input.", value: .file))
    var file: String?
    @Option(
      parsing: .upToNextOption,
      help: .both(
        "看过的凭据：stamp 单位工会盖章，real-name 实名，pledge 单身承诺书。", "What was seen: stamp, real-name, pledge.",
        value: .evidence))
    var evidence: [String] = []
    @Option(
      help: .both(
        "核验有效至哪天；不写就是一年。", "The last day it is valid; otherwise a year from today.", value: .date))
    var until: Day?
    @Option(
      help: .both("核验人；不写就是当前登录的人。", "Who decided; otherwise whoever is logged in.", value: .name))
    var by: String?
    @Flag(help: .both("不予通过；原因写在 --reason。", "Rejected; --reason says why.")) var reject = false
    @Option(help: .both("不通过的原因，或备注。", "Why it is rejected, or a note.", value: .reason))
    var reason: String?
    @Flag(
      help: .both(
        "退回待核验；原来的结果仍留有记录。",
        "Put back among those to be verified; what was decided stays on record."))
    var reopen = false
    @Flag(
      help: .both(
        "从标准输入读身份证号，与生日和性别核对，只留后四位。",
        "Read the resident number from standard input, compare it with birth date and sex, and keep "
          + "its last four digits."))
    var resident = false
    @OptionGroup var output: FormatOptions

    func validate() throws {
      if who.isEmpty == (file == nil) {
        throw ValidationError("请写人员，或写 --from 文件，二者只写其一", "give either WHO or --from FILE")
      }
      if reject, reopen {
        throw ValidationError("--reject 和 --reopen 只写其一", "give either --reject or --reopen")
      }
      if resident, who.count != 1 {
        throw ValidationError("--resident 一次只能核对一个人", "--resident goes with one person")
      }
      _ = try seen()
    }

    func run() throws {
      let session = try Session.open()
      let record = reopen ? nil : try self.record(session.store.context)
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
            throw ValidationError(
              "--evidence 只能写 stamp、real-name、pledge，不能写“\(String(word).cleanedLine)”",
              "--evidence takes stamp, real-name and pledge, not '\(String(word).cleanedLine)'")
          }
          return kind
        })
    }

    private func record(_ context: StoreContext) throws -> VerificationRecord {
      do {
        return try VerificationRecord(
          reject ? .rejected : .verified, by: (by ?? context.operatorName).cleanedLine,
          on: context.today, evidence: seen(), until: reject ? nil : until,
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
      "pending",
      Phrase(
        "列出待核验和核验已过期的人。",
        "List members who wait for verification, or whose verification has expired."))
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
      [MemberField.number, .name, .sex, .birth].map { TableColumn($0) }
        + [TableColumn(.verification), TableColumn(.until)]
        + [MemberField.text(.employer), .text(.union)].map { TableColumn($0) },
      rows: try members.map { member in
        [
          .text(member.number), .text(member.name), .sex(member.sex),
          .text(member.birth?.description), .verification(member.verification),
          .text(try store.verifiedUntil(member.id)?.description), .shown(member, .text(.employer)),
          .shown(member, .text(.union)),
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
    switch error {
    case let refusal as Refusal: Output.refuse(refusal, of: person)
    case let nothing as NothingFound:
      Output.message("queqiao: \(nothing.phrase(Invocation.language))")
    default: break
    }
  }
}
