import ArgumentParser
import Desk
import Exchange
import Foundation
import Matchmaking
import Store
import Wording

struct CheckInCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "checkin", Phrase("签到，每存好一人打印一行。", "Check people in; each line is printed once it is on disk."),
    discussion: Phrase(
      """
      <人员> 可以写号牌、编号、手机号、姓名（汉字或拼音）或手机后四位。再次签到会被拒绝\
      ，什么也不改。一次写几个人的，无论签到、--left 离场、--back 回场还是 --undo 撤回，都算一步，--all 和\
      文件里的各行也是，一次 queqiao undo 全部撤销；从标准输入来的，一行算一步，来一个签一个。
      """,
      """
      WHO is a badge, a number, a phone number, a name in Han characters or pinyin, or \
      the last four digits of the phone. A second check-in is refused and changes \
      nothing. Several WHO are one step, and so are several of --left, --back or --undo, --all, \
      and the lines of a file: one queqiao undo takes all of it back. Lines from standard \
      input are people as they come, a step each.
      """))

  @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
  @Argument(help: .both("签到的人。", "Who comes in.", value: .who)) var who: [String] = []
  @Option(
    name: .customLong("from"),
    help: .both(
      "文件，一行一人，或有表头（姓名、手机号、编号、号牌）的 CSV；- 是标准输入。",
      "A file with one person a line, or CSV with a head (name, phone, number, badge); - is standard input.",
      value: .file))
  var file: String?
  @Flag(help: .both("所有报了名还没有到的人。", "Everybody who is registered and not here yet.")) var all =
    false
  @Option(
    name: .customLong("undo"),
    help: .both("撤回签错的签到。", "Take back a mistaken check-in.", value: .who)) var undo: [String] = []
  @Option(
    name: .customLong("left"), help: .both("记离场。", "Note that somebody has left.", value: .who))
  var left: [String] = []
  @Option(
    name: .customLong("back"),
    help: .both("记离场的人回来了。", "Note that somebody who left is back.", value: .who))
  var back: [String] = []
  @Flag(help: .both("列出所有报名的人。", "List everybody registered.")) var list = false
  @Flag(help: .both("不合条件的，组织者放行。", "The organizer lets them in against the rule.")) var override =
    false
  @Flag(help: .both("没有报名的人，现场报名入场。", "Let in members who are not registered, as walk-ins."))
  var walkIn = false
  @Option(
    help: .both(
      "与 --walk-in 连用：名册里没有性别的，按这个登记。",
      "With --walk-in: the sex of members whose sex the register does not have.", value: .sex))
  var sex: Sex?
  @OptionGroup var output: FormatOptions

  func validate() throws {
    let ways = [!who.isEmpty, file != nil, all, !undo.isEmpty, !left.isEmpty, !back.isEmpty, list]
    if ways.count(where: { $0 }) != 1 {
      throw ValidationError(
        "请写人员、--from 文件、--all、--undo 人员、--left 人员、--back 人员 或 --list，只写一种",
        "give one of WHO, --from FILE, --all, --undo WHO, --left WHO, --back WHO and --list")
    }
    if sex != nil, !walkIn {
      throw ValidationError("--sex 要与 --walk-in 连用", "--sex goes with --walk-in")
    }
  }

  func run() throws {
    let session = try Session.open()
    let event = try session.event(code)
    var door = DoorClerk(
      session: session, evening: try FoundEvening(event.id, in: session.store), output: output,
      overriding: override, takesWalkIns: walkIn, sex: sex)
    if list { return door.list() }
    // Opened before the head is printed, so that a missing file is said and nothing else.
    let lines = try file.map { NameLines(try ByteSource(path: $0, asItComes: true)) }
    Output.isAcknowledging = true
    door.begin()
    if var lines {
      try door.checkIn(&lines, asTheyCome: !isWholeFile)
    } else if all {
      try door.checkIn(door.awaited)
    } else if !who.isEmpty {
      try door.checkIn(who.map { NameLine($0) })
    }
    try door.change(undo) { try session.store.takeBackCheckIns($0, at: event.id) }
    try door.change(left) { try session.store.leave($0, from: event.id) }
    try door.change(back) {
      try session.store.comeBack($0, to: event.id, overriding: override)
    }
    try door.end()
  }
}

extension CheckInCommand {
  /// Whether the names lie there all at once; a pipe or a scanner gives them as people come.
  private var isWholeFile: Bool {
    guard let file, file != "-" else { return false }
    var facts = stat()
    return stat(file, &facts) == 0 && facts.st_mode & S_IFMT == S_IFREG
  }
}

/// The door without a screen: prints each person's line once the change is on disk.
private struct DoorClerk {
  private let session: Session
  private var evening: FoundEvening
  private var finder: PersonFinder
  private var writer: TableWriter
  private let overriding: Bool
  private let takesWalkIns: Bool
  private let sex: Sex?
  private var isNobody = false
  private var wentWrong = false

  init(
    session: Session, evening: FoundEvening, output: FormatOptions, overriding: Bool,
    takesWalkIns: Bool, sex: Sex?
  ) {
    self.session = session
    self.evening = evening
    self.overriding = overriding
    self.takesWalkIns = takesWalkIns
    self.sex = sex
    finder = PersonFinder(session.store)
    writer = output.writer([
      TableColumn(.badge, expectedWidth: 5), TableColumn(.number, expectedWidth: 8),
      TableColumn(.name, expectedWidth: 14), TableColumn(.at, expectedWidth: 25),
      TableColumn(.status, expectedWidth: 10),
    ])
  }

  var awaited: [Guest] {
    evening.evening.guests.filter { $0.registration.status == .registered }
  }

  mutating func list() {
    begin()
    let guests = evening.evening.guests.sorted { one, other in
      switch (one.badge, other.badge) {
      case (let one?, let other?): one < other
      case (nil, nil): false
      case (let badge, _): badge != nil
      }
    }
    for guest in guests { Output.write(writer.row(cells(guest))) }
    Output.write(writer.foot())
    Output.flush()
  }

  func begin() {
    Output.write(writer.head())
    Output.flush()
  }

  func end() throws {
    Output.write(writer.foot())
    Output.flush()
    if wentWrong { throw DoneInPart() }
    if isNobody { throw ExitCode(1) }
  }

  /// Lines of a list: one step, or each for itself as people come.
  mutating func checkIn(_ lines: inout NameLines, asTheyCome: Bool) throws {
    var names: [NameLine] = []
    while let line = try lines.next() {
      switch line {
      case .name(let line) where asTheyCome: try checkIn([line])
      case .name(let line): names.append(line)
      case .problem(let problem): refuse(problem)
      case .columns(let columns): ColumnWords.say(columns, isCounted: false)
      }
    }
    if !names.isEmpty { try checkIn(names) }
  }

  /// Those who are registered as one step, then the walk-ins.
  mutating func checkIn(_ lines: [NameLine]) throws {
    var guests: [Guest] = []
    var strangers: [NameLine] = []
    for line in lines {
      try answer(line) { door throws in
        do {
          guard let guest = try door.guest(line) else { return door.nobody(line.text) }
          guests.append(guest)
        } catch Refusal.door(.notRegistered, _) where door.takesWalkIns {
          strangers.append(line)
        }
      }
    }
    try checkIn(guests)
    try walkIn(strangers)
  }

  private mutating func guest(_ line: NameLine) throws -> Guest? {
    guard let person = line.person else { return try finder.guest(line.text, in: &evening) }
    return try finder.guest(line.text, person, in: &evening)
  }

  /// Says what is wrong with a line, if something is.
  private mutating func answer(
    _ line: NameLine, _ body: (inout DoorClerk) throws -> Void
  ) throws {
    do {
      try body(&self)
    } catch let differs as PersonDiffers {
      refuse(
        ImportProblem(
          row: line.row, column: line.head, code: .memberDiffers, evidence: differs.evidence,
          isRefusal: true))
    } catch let refusal as Refusal {
      say(refusal)
    }
  }

  /// One step; each line is printed once all of it is on disk.
  mutating func checkIn(_ guests: [Guest]) throws {
    if guests.isEmpty { return }
    if guests.count == 1 { return try checkIn(guests[0]) }
    let (results, act) = try session.store.checkIn(
      guests.map(\.id), to: evening.evening.event.id, overriding: overriding)
    try tell(results, of: act)
  }

  /// One step as well; whoever is named twice walks in once and is told so.
  private mutating func walkIn(_ lines: [NameLine]) throws {
    var visitors: [(member: MemberID, sex: Sex?)] = []
    var again: [MemberID] = []
    for line in lines {
      try answer(line) { door throws in
        let known = try line.person.flatMap { try door.finder.listed($0) }
        guard let member = try known ?? door.finder.member(line.text) else {
          return door.nobody(line.text)
        }
        if visitors.contains(where: { $0.member == member.id }) { return again.append(member.id) }
        visitors.append((member.id, member.sex == nil ? door.sex : nil))
      }
    }
    if visitors.isEmpty { return }
    let (results, act) = try session.store.walkIn(
      visitors, to: evening.evening.event.id, overriding: overriding)
    try tell(results, of: act)
    for guest in again.compactMap({ evening.guest(of: $0) }) { try checkIn(guest) }
  }

  private mutating func checkIn(_ guest: Guest) throws {
    do {
      let (guest, act) = try session.store.checkIn(guest.id, overriding: overriding)
      try tell([.success(guest)], of: act)
    } catch let refusal as Refusal {
      say(refusal)
    }
  }

  mutating func change(
    _ people: [String],
    _ body: ([RegistrationID]) throws -> ([Result<Guest, Refusal>], Act?)
  ) throws {
    var guests: [RegistrationID] = []
    for who in people {
      do {
        guard let guest = try finder.guest(who, in: &evening) else {
          nobody(who)
          continue
        }
        guests.append(guest.id)
      } catch let refusal as Refusal {
        say(refusal)
      }
    }
    if guests.isEmpty { return }
    let (results, act) = try body(guests)
    try tell(results, of: act)
  }

  mutating func refuse(_ problem: ImportProblem) {
    wentWrong = wentWrong || problem.isLoss
    Problems.say(problem)
  }

  private mutating func tell(_ results: [Result<Guest, Refusal>], of act: Act?) throws {
    var guests: [Guest] = []
    for result in results {
      switch result {
      case .success(let guest):
        guests.append(guest)
        Output.write(writer.row(cells(guest)))
        Output.flush()
      case .failure(let refusal): say(refusal)
      }
    }
    if let act { try evening.take(guests, of: act, in: session.store) }
  }

  private func cells(_ guest: Guest) -> [TableCell] {
    [
      .badge(guest.badge), .text(guest.number), .text(guest.name),
      .text(guest.registration.arrival.map { ISO.time($0.at) }),
      .status(guest.registration.status),
    ]
  }

  private mutating func nobody(_ who: String) {
    isNobody = true
    let who = Masking.numbers(in: who)
    Output.message(
      Phrase("没有找到 \(who)；用 queqiao search 查找", "nobody found for \(who); see queqiao search")(
        Invocation.language))
  }

  private mutating func say(_ refusal: Refusal) {
    wentWrong = true
    Output.refuse(refusal)
  }
}

/// Times as ISO 8601, with the hall's distance from UTC.
enum ISO {
  static func day(_ moment: Timestamp) -> String { String(time(moment).prefix(10)) }

  static func time(_ moment: Timestamp) -> String {
    var seconds = time_t(moment.milliseconds / 1000)
    var parts = tm()
    localtime_r(&seconds, &parts)
    var text = [CChar](repeating: 0, count: 40)
    strftime(&text, text.count, "%Y-%m-%dT%H:%M:%S", &parts)
    let offset = Int(parts.tm_gmtoff) / 60
    let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    let zone = (offset < 0 ? "-" : "+") + two(abs(offset) / 60) + ":" + two(abs(offset) % 60)
    let length = text.firstIndex(of: 0) ?? 0
    return String(decoding: text[..<length].map(UInt8.init(bitPattern:)), as: UTF8.self) + zone
  }
}
