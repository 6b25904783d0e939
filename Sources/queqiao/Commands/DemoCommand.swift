import ArgumentParser
import Desk
import Foundation
import Matchmaking
import Sample
import Store
import Wording

struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "demo",
    Phrase(
      "用样例数据演一整晚，每一步都打印出来。", "Play a whole generated evening through a real store, stage by stage."),
    discussion: Phrase(
      "里面的人都是编出来的。不写 --store，演完文件就丢掉；种子相同，当晚的经过就相同。文件里已有别的数据的，不会混进去。",
      """
      Everybody in it is invented. Without --store the file is thrown away afterwards; \
      the same seed gives the same evening. A file with other data in it is refused.
      """))

  @Option(help: .both("来多少人。", "How many people come.", value: .people)) var people = 120
  @Option(help: .both("随机数种子。", "The seed of the random numbers.", value: .seed)) var seed: UInt64 =
    SampleRoster.seed
  @OptionGroup var output: FormatOptions

  func validate() throws {
    if !(2...100_000).contains(people) {
      throw ValidationError("--people 要在 2 到 100000 之间", "--people takes 2 to 100000")
    }
  }

  func run() throws {
    let kept = Invocation.storeOption
    let folder = try kept == nil ? Scratch.folder() : nil
    defer { if let folder { try? FileManager.default.removeItem(atPath: folder) } }
    let session = try Session.open(kept ?? folder.map { $0 + "/demo.sqlite" })
    try refuseRealData(in: session.store)
    try DemoEvening(session: session, people: people, seed: seed, output: output).play()
    Output.flush()
  }
}

extension DemoCommand {
  /// Invented people among real ones could be told apart by nobody.
  private func refuseRealData(in store: Store) throws {
    if try store.mark(SampleStore.mark) == nil {
      guard try store.memberCount() == 0, try store.events().isEmpty else {
        throw Stop(
          status: 73,
          phrase: Phrase(
            "\(store.path) 里有真实数据，样例不会混进去；请用 --store 换一个新文件",
            "\(store.path) holds real data, and the demo is not mixed in; "
              + "name a new file with --store"))
      }
      try store.setMark(SampleStore.mark, "1")
    }
    if try store.event(code: SampleEvening.code) != nil {
      throw Refusal.event(.codeTaken(SampleEvening.code))
    }
  }
}

private enum Scratch {
  static func folder() throws -> String {
    var template = Array((NSTemporaryDirectory() + "queqiao-demo-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw Stop(
        status: 73, phrase: Phrase("建不了临时目录", "cannot create a temporary folder"))
    }
    let length = template.firstIndex(of: 0) ?? template.count
    return String(decoding: template[..<length].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

/// The stages of the evening, each told as it is done.
private struct DemoEvening {
  let session: Session
  let people: Int
  let seed: UInt64
  let output: FormatOptions
  private var store: Store { session.store }

  func play() throws {
    let roster = SampleRoster.workers(max(SampleRoster.count, people * 5 / 2), seed: seed)
    try stage(Phrase("导入名册", "import")) {
      try SampleStore.importRoster(roster, into: store)
      let count = try store.memberCount()
      return Phrase("\(count) 人", count.counted("member"))
    }
    let sample = SampleEvening(
      roster: roster, men: people - people / 2, women: people / 2, waiting: min(4, people),
      seed: seed)
    let (event, guests) = try open(sample)
    try checkIn(guests)
    try planRounds(at: event)
    try takeSlips(sample, for: event)
    try store.close(event.id)
    let evening = try store.evening(event.id)
    let pairing = try evening.pairing()
    say(
      Phrase("牵手", "pairs"),
      Phrase(
        "互选 \(pairing.mutual.count)，牵手 \(pairing.pairs.count) 对（\(event.rule.phrase.chinese)）",
        "\(pairing.mutual.count.counted("mutual pick")), "
          + "\(pairing.pairs.count.counted("pair")) by \(event.rule.rawValue)"
      ))
    tell(pairing, of: evening)
    statistics(evening, pairing)
  }

  private func open(_ sample: SampleEvening) throws -> (Event, [Guest]) {
    let form = EventForm(
      code: SampleEvening.code, title: SampleEvening.title,
      date: Day(SampleEvening.date) ?? Today.day, maxPicks: SampleEvening.picks,
      capacity: Capacity(sample.capacity))
    let members = try SampleStore.numbers(of: store)
    let (event, guests) = try SampleStore.open(form, sample, members, in: store)
    _ = try store.setProgramme(SegmentPlan.usual, of: event.id)
    let waiting = guests.count { $0.registration.status == .waitlisted }
    say(
      Phrase("报名", "register"),
      Phrase(
        "\(event.title)：\(guests.count - waiting) 人，候补 \(waiting) 人",
        "\(event.code): \(guests.count - waiting) registered, \(waiting) waiting"))
    return (event, guests)
  }

  private func checkIn(_ guests: [Guest]) throws {
    try stage(Phrase("签到", "check-in")) {
      var refused: [Refusal] = []
      var arrived = 0
      for guest in guests {
        do {
          try store.checkIn(guest.id)
          arrived += 1
        } catch let refusal as Refusal {
          refused.append(refusal)
        }
      }
      let first = refused.first.map { "\($0.phrase(Invocation.clock)(Invocation.language))" }
      return Phrase(
        "\(arrived) 人入场，\(refused.count) 人未准入场\(first.map { "（\($0)）" } ?? "")",
        "\(arrived) in, \(refused.count) turned away\(first.map { " (\($0))" } ?? "")")
    }
  }

  /// Of a large evening; for more people at once `rounds plan` takes its time.
  private static let mostInRounds = 600

  private func planRounds(at event: Event) throws {
    guard people <= Self.mostInRounds else { return }
    try stage(Phrase("轮换", "rounds")) {
      do {
        let plan = try RoundsDesk.plan(SampleStore.rounds, at: event.id, in: store).seating.plan
        let figures = plan?.figures ?? [:]
        let (rounds, meetings) = (figures["rounds"] ?? 0, figures["meetings"] ?? 0)
        let repeats = figures["repeats"] ?? 0
        return Phrase(
          "\(rounds) 轮，见面 \(meetings) 次，重复 \(repeats) 次",
          "\(rounds.counted("round")), \(meetings.counted("meeting")), \(repeats.counted("repeat"))"
        )
      } catch let refusal as Refusal {
        return refusal.phrase(Invocation.clock)
      }
    }
  }

  private func takeSlips(_ sample: SampleEvening, for event: Event) throws {
    try stage(Phrase("选票", "slips")) {
      let taken = try SampleStore.take(sample.slips, for: event, in: store)
      let missing = try store.evening(event.id).missingSlips.count
      return Phrase("收到 \(taken) 张，未交 \(missing) 张", "\(taken) in, \(missing) missing")
    }
  }

  private func tell(_ pairing: Pairing, of evening: Evening) {
    let language = Invocation.language
    let name = { (badge: Badge) in evening.guest(wearing: badge)?.name ?? "" }
    for pair in pairing.pairs.prefix(40) {
      let pick = pair.pick
      let reason = pair.phrase(language)
      Output.write(
        "  \(pick.a.phrase(language)) \(name(pick.a))  ♥  \(pick.b.phrase(language)) "
          + "\(name(pick.b))  \(reason)\n")
    }
    if pairing.pairs.count > 40 { Output.write("  …\n") }
  }

  private func statistics(_ evening: Evening, _ pairing: Pairing) {
    let attended = evening.headcount.arrived
    say(
      Phrase("统计", "statistics"),
      Phrase(
        "场次 1，人次 \(attended)，意向 \(pairing.mutual.count)，牵手 \(pairing.pairs.count)",
        "1 event, \(attended.counted("attendance")), "
          + "\(pairing.mutual.count.counted("mutual pick")), \(pairing.pairs.count.counted("pair"))"
      ))
  }

  private func stage(_ name: Phrase, _ body: () throws -> Phrase) throws {
    let clock = ContinuousClock()
    let start = clock.now
    let result = try body()
    let spent = (clock.now - start).components
    let milliseconds = spent.seconds * 1000 + spent.attoseconds / 1_000_000_000_000_000
    say(name, result + .verbatim("  (\(milliseconds) ms)"))
  }

  private func say(_ name: Phrase, _ result: Phrase) {
    let language = Invocation.language
    Output.line((name + Phrase("：", ": ") + result)(language))
    Output.flush()
  }
}
