import BigScreen
import Canvas
import Matchmaking
import Testing
import Wording

/// An evening and a clock that goes when it is told to.
struct Stage {
  static let noon = Timestamp(milliseconds: 1_787_140_800_000)
  private let began = ContinuousClock.now
  private var passed: Int64 = 0
  /// How far somebody set the clock on the wall.
  var set: Int64 = 0

  var time: WallTime {
    WallTime(
      ClockReading(
        wall: Timestamp(milliseconds: Self.noon.milliseconds + passed + set),
        steady: SteadyTime(boot: "b", milliseconds: passed)),
      began + .milliseconds(passed))
  }

  mutating func pass(seconds: Int64) { passed += seconds * 1000 }
  mutating func pass(milliseconds: Int64) { passed += milliseconds }
  mutating func pass(to instant: ContinuousClock.Instant) {
    let (seconds, atto) = (instant - began).components
    passed = seconds * 1000 + (atto + 999_999_999_999_999) / 1_000_000_000_000_000
  }

  /// A phase that began now.
  func running(minutes: Int) -> Phase { .begun(at: time.reading, minutes: minutes) }
}

func event(
  _ title: String = "七夕联谊·金沙湾", pools: Pools = .two, state: EventState = .open,
  showsNames: Bool = false
) throws -> Event {
  Event(
    id: Identifier(high: 1, low: 1), code: "QX", title: title,
    date: try #require(Day("2026-08-19")),
    pools: pools, state: state,
    details: EventDetails(
      theme: "金风玉露", place: "工人文化宫", starts: "19:30", host: "金沙湾市总工会",
      showsNames: showsNames))
}

func segment(_ kind: SegmentKind, _ phase: Phase, title: String = "", minutes: Int = 10) -> Segment
{
  Segment(
    id: Identifier(high: 2, low: UInt64(title.utf8.count)), kind: kind, title: title,
    minutes: minutes, phase: phase)
}

/// So many men and women at so many tables, and some who sit out.
func round(_ number: Int, _ phase: Phase, tables: Int = 20, out: Int = 3) -> ShownRound {
  ShownRound(
    kind: .rounds, number: number, phase: phase,
    tables: (1...max(1, tables)).map {
      ShownTable(number: $0, badges: [Badge(.men, $0), Badge(.women, ($0 * 7) % tables + 1)])
    }
      + (0..<out).map { ShownTable(number: nil, badges: [Badge(.men, tables + 1 + $0)]) })
}

func topics(_ number: Int, _ phase: Phase, tables: Int = 4, people: Int = 10) -> ShownRound {
  let topics = ["旅行", "读书", "美食", "电影"]
  return ShownRound(
    kind: .topics, number: number, phase: phase,
    tables: (1...tables).map { table in
      ShownTable(
        number: table, topic: topics[(table - 1) % 4],
        badges: (0..<people).map {
          Badge($0.isMultiple(of: 2) ? .men : .women, (table - 1) * people / 2 + $0 / 2 + 1)
        })
    })
}

let arrivals: [Pool: Headcount] = [
  .men: Headcount(awaited: 12, present: 45, left: 1), .women: Headcount(awaited: 8, present: 44),
]

/// What a big screen may come to show, by name.
enum Scene: String, CaseIterable {
  case welcome, arrival, opening, pressing, over, paused, rounds, seats, crowd, topics, groups,
    picks, pair, thread, question, next, closing, lost, leaving, help

  func showing(_ stage: Stage) throws -> Showing {
    let event = try event(showsNames: self == .pair)
    var showing = Showing(event: event, headcounts: arrivals, slips: 52)
    func set(_ segments: Segment...) { showing.programme = Programme(segments) }
    let rest = segment(.rounds, .waiting, minutes: 48)
    switch self {
    case .welcome, .lost, .leaving, .help: set(segment(.arrival, .waiting), rest)
    case .arrival: set(segment(.arrival, stage.running(minutes: 30)), rest)
    case .opening: set(segment(.opening, stage.running(minutes: 10)), rest)
    case .pressing:
      set(
        segment(
          .opening,
          .running(since: stage.time.reading.wall, until: stage.time.reading.advanced(by: 42_000))),
        rest)
    case .over:
      set(
        segment(
          .hearts,
          .running(since: stage.time.reading.wall, until: stage.time.reading.advanced(by: -75_000))),
        rest)
    case .paused:
      set(segment(.hearts, .paused(since: stage.time.reading.wall, left: 252_000)), rest)
    case .rounds:
      set(segment(.rounds, stage.running(minutes: 48)))
      showing.rounds = [round(3, stage.running(minutes: 6))]
    case .seats:
      set(segment(.rounds, stage.running(minutes: 48)))
      showing.rounds = [round(4, .waiting, tables: 5, out: 0)]
    case .crowd:
      set(segment(.rounds, stage.running(minutes: 48)))
      showing.rounds = [round(2, stage.running(minutes: 6), tables: 110, out: 5)]
    case .groups:
      set(segment(.topics, stage.running(minutes: 30)))
      showing.rounds = [BigScreenTests.topics(2, stage.running(minutes: 10), tables: 26, people: 8)]
    case .topics:
      set(segment(.topics, stage.running(minutes: 30)))
      showing.rounds = [BigScreenTests.topics(1, stage.running(minutes: 10))]
    case .picks: set(segment(.picks, stage.running(minutes: 10)), segment(.announcement, .waiting))
    case .pair:
      set(segment(.announcement, stage.running(minutes: 0)))
      showing.pairs = [try announced(at: event)]
    case .thread:
      set(segment(.thread, stage.running(minutes: 10)))
      showing.thread = ShownThread(
        number: 1, seed: 20_260_819, pairs: [Meeting(Badge(.men, 7), Badge(.women, 12))])
    case .question:
      set(segment(.hearts, stage.running(minutes: 10)))
      showing.question = ShownQuestion(
        place: 2, of: 5,
        question: HeartsQuestion("周末怎么过？", ["在家看书", "出门爬山", "找朋友吃饭"]))
    case .next: set(segment(.opening, .done(since: Stage.noon, at: Stage.noon)), rest)
    case .closing: set(segment(.closing, stage.running(minutes: 0)))
    }
    return showing
  }

  func wall(_ stage: Stage, _ language: Language, _ size: Size, isPlain: Bool = false) throws
    -> Wall
  {
    var wall = Wall(language: language, width: Width(isPlain ? .wide : .narrow), at: stage.time)
    wall.resize(size)
    wall.take(try showing(stage), at: stage.time)
    switch self {
    case .lost: wall.lose(Phrase("数据文件暂时不在，画面照旧", "the data file is away"), at: stage.time)
    case .leaving: _ = wall.press(.control("c"), at: stage.time)
    case .help: _ = wall.press(.character("?"), at: stage.time)
    default: break
    }
    return wall
  }
}

func guest(_ name: String, _ number: UInt64) -> Guest {
  Guest(
    registration: Registration(
      id: Identifier(high: 3, low: number), event: Identifier(high: 1, low: 1),
      member: Identifier(high: 4, low: number), pool: number.isMultiple(of: 2) ? .women : .men,
      badge: Int(number), status: .checkedIn),
    number: "\(number)", name: name, sex: number.isMultiple(of: 2) ? .woman : .man, birthYear: 1996,
    employer: "第一医院", maskedPhone: "138****0007", credentials: Credentials())
}

func announced(at event: Event) throws -> ShownPair {
  let day = try #require(Day("2026-08-19"))
  let names = try [guest("王志超", 7), guest("刘娜汝", 12)].compactMap { guest in
    let consents = Consents(of: guest.registration.member, [Consent(.bigScreen, granted: day)])
    return ShownName(
      guest, at: event, proof: try consents.proof(of: BigScreenUse.self, on: day), on: day)
  }
  return ShownPair(badges: [Badge(.men, 7), Badge(.women, 12)], names: names)
}
