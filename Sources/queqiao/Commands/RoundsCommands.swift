import ArgumentParser
import Desk
import Exchange
import Matchmaking
import Store
import Wording

struct RoundsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "rounds", Phrase("编排轮换，逐轮进行。", "Plan the table rounds and run them."),
    subcommands: [
      Plan.self, Forbid.self, Show.self, Fit.self, Report.self, Start.self, Finish.self,
    ])
}

extension RoundsCommand {
  struct Plan: ParsableCommand {
    static let configuration = CommandConfiguration(
      "plan",
      Phrase(
        "按在场的人编排轮换；开始以后，重排还没开始的各轮。",
        "Plan the rounds from who is here; later, those that have not begun."),
      discussion: Phrase(
        """
        没有人签到时，按已报名且有号牌的人排。已经开始的轮次算作历史，照旧不变。circle：一组不动，另一组每轮挪一桌，便于宣布；best：先让见面的\
        次数最多，再让契合度总和最大，并给出证明。人数不等时轮流轮空，次数相差不超过一次。
        """,
        """
        Before anybody has checked in, from who is registered and has a badge. Rounds that \
        began are history and stay. circle: one pool keeps its seats, the other moves by a \
        table, easy to announce; best: the most meetings, then the highest total of fit, with \
        its proof. Where the pools differ, sit-outs are shared within one.
        """))
    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @Option(help: .both("一共几轮。", "How many rounds in all.", value: .count)) var rounds: Int
    @Option(help: .both("circle 或 best。", "circle or best.", value: .kind)) var method:
      RoundsMethod =
        .best
    @Option(
      help: .both(
        "有几张桌子；不写则按需要。", "How many tables there are; as many as needed without.", value: .count))
    var tables: Int?
    @Option(help: .both("每轮几分钟。", "Minutes of each round.", value: .count)) var minutes = 0
    @Flag(help: .both("同一单位的不安排见面。", "Colleagues never meet.")) var colleaguesApart = false
    @Option(
      help: .both(
        "种子；同样的人、同样的种子排得一样。", "The same people and seed give the same plan.", value: .count))
    var seed: UInt64 = 0
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let event = try session.event(code)
      let wish = RoundsWish(
        rounds: rounds, method: method, tables: tables, minutes: minutes,
        colleaguesApart: colleaguesApart, seed: seed)
      let planned = try RoundsDesk.plan(wish, at: event.id, in: session.store)
      if let plan = planned.seating.plan {
        output.print(RoundsTable.report(plan))
        Output.flush()
        plan.say()
      }
      RoundsTable.say(planned.changes)
    }
  }

  struct Forbid: ParsableCommand {
    static let configuration = CommandConfiguration(
      "forbid", Phrase("安排两人不同桌，如亲属。", "See to it that two people never meet, relatives say."))
    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @Argument(help: .both("一位：号牌、编号或姓名。", "One: badge, number or name.", value: .who)) var one:
      String
    @Argument(help: .both("另一位。", "The other.", value: .who)) var other: String
    @Flag(help: .both("取消。", "They may meet again.")) var undo = false
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let event = try session.event(code)
      var evening = try FoundEvening(event.id, in: session.store)
      var finder = PersonFinder(session.store)
      let pair = try [one, other].map { who in
        guard let guest = try finder.guest(who, in: &evening) else {
          throw Refusal.programme(.noBadge(Masking.numbers(in: who.cleanedLine)))
        }
        return guest
      }
      guard pair[0].id != pair[1].id else {
        throw Refusal.programme(.sameTwice(pair[0].name))
      }
      let act = try session.store.forbid(
        pair[0].id, pair[1].id, at: event.id, allowing: undo)
      output.print(ActTable.table(act.map { [$0] } ?? []))
      Output.flush()
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      "show", Phrase("查看谁和谁坐哪桌。", "Show who sits with whom at which table."))
    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @Option(help: .both("只看这一轮。", "This round only.", value: .count)) var round: Int?
    @Option(help: .both("只看这个号牌。", "This badge only.", value: .badge)) var badge: String?
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let event = try session.event(code)
      let hall = try SeatedHall(event, .rounds, in: session.store)
      let wanted = try badge.map { try hall.badge(typed: $0) }
      if let round, !hall.rounds.contains(where: { $0.number == round }) {
        throw Refusal.programme(hall.rounds.isEmpty ? .noRounds : .noRound(round))
      }
      output.print(RoundsTable.table(hall, round: round, badge: wanted))
      Output.flush()
    }
  }

  struct Fit: ParsableCommand {
    static let configuration = CommandConfiguration(
      "fit",
      Phrase("列出可以见面的每两人的契合度，0 到 1000。", "List how well each two who may meet fit, 0 to 1000."))
    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let event = try session.event(code)
      output.print(
        Table(
          [TableColumn(.aBadge), TableColumn(.bBadge), TableColumn(.fit, side: .right)],
          rows: try RoundsDesk.fits(at: event.id, in: session.store).map {
            [.badge($0.meeting.a), .badge($0.meeting.b), .number($0.fit)]
          }))
      Output.flush()
    }
  }

  struct Report: ParsableCommand {
    static let configuration = CommandConfiguration(
      "report", Phrase("查看编排的结果和证明。", "Show what the plan came to, and its proof."))
    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let event = try session.event(code)
      output.print(RoundsTable.report(try session.plan(.rounds, of: event)))
      Output.flush()
    }
  }

  struct Start: ParsableCommand {
    static let configuration = CommandConfiguration(
      "start", Phrase("开始一轮；前一轮随之结束。", "Begin a round; the one before it is over."))
    @OptionGroup var round: RoundOptions

    func run() throws {
      try round.run { try $0.startRound($1, of: $2) }
    }
  }

  struct Finish: ParsableCommand {
    static let configuration = CommandConfiguration("finish", Phrase("结束一轮。", "End a round."))
    @OptionGroup var round: RoundOptions

    func run() throws {
      try round.run { try $0.finishRound($1, of: $2) }
    }
  }
}

/// What beginning and ending a round take.
struct RoundOptions: ParsableArguments {
  @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
  @Argument(help: .both("第几轮。", "Which round.", value: .count)) var number: Int
  @OptionGroup var output: FormatOptions

  func run(_ body: (Store, Int, EventID) throws -> Act) throws {
    let session = try Session.open()
    let event = try session.event(code)
    output.print(ActTable.table([try body(session.store, number, event.id)]))
    Output.flush()
  }
}

extension Session {
  /// - Throws: `Refusal.programme(.noRounds)` where nothing is planned.
  func plan(_ kind: SeatingKind, of event: Event) throws -> SeatingPlan {
    guard let plan = try store.seating(kind, of: event.id).plan else {
      throw Refusal.programme(.noRounds)
    }
    return plan
  }
}

/// Who sits where, by what they wear.
struct SeatedHall {
  let rounds: [SeatedRound]
  private let evening: Evening
  private let badges: [RegistrationID: Badge]

  init(_ event: Event, _ kind: SeatingKind, in store: Store) throws {
    evening = try store.evening(event.id)
    rounds = try store.seating(kind, of: event.id).rounds
    badges = Dictionary(
      evening.guests.compactMap { guest in guest.badge.map { (guest.id, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  func badge(_ id: RegistrationID) -> Badge? { badges[id] }

  /// - Throws: `Refusal.programme(.noBadge)` where nobody wears it.
  func badge(typed: String) throws -> Badge {
    guard let badge = Badge(typed: typed, in: evening.event.pools),
      evening.guest(wearing: badge) != nil
    else { throw Refusal.programme(.noBadge(Masking.numbers(in: typed.cleanedLine))) }
    return badge
  }
}

extension SeatingPlan {
  /// Tells what gave way.
  func say() {
    for note in notes { Output.message(note(Invocation.language)) }
  }
}

enum RoundsTable {
  static func table(_ hall: SeatedHall, round: Int?, badge: Badge?) -> Table {
    var rows: [[TableCell]] = []
    for each in hall.rounds where round == nil || each.number == round {
      for table in each.tables {
        let badges = table.seats.compactMap(hall.badge)
        if badges.isEmpty || badge.map({ !badges.contains($0) }) ?? false { continue }
        // Who sits out, or whose partner is gone, stands in the place of their pool.
        let isSecond = badges.count == 1 && badges[0].pool == .women
        let (a, b) = isSecond ? (nil, badges[0]) : (badges[0], badges.dropFirst().first)
        rows.append([
          .number(each.number), table.number.map { .number($0) } ?? .none,
          a.map(TableCell.badge) ?? .none, b.map(TableCell.badge) ?? .none,
        ])
      }
    }
    return Table(
      [
        TableColumn(.round, side: .right), TableColumn(.seatTable, side: .right),
        TableColumn(.aBadge), TableColumn(.bBadge),
      ], rows: rows)
  }

  static func report(_ plan: SeatingPlan) -> Table {
    let numbers: [Column] = [
      .rounds, .meetings, .totalFit, .bound, .isOptimal, .sitOutsLeast, .sitOutsMost, .repeats,
    ]
    return Table(
      numbers.map { TableColumn($0, side: .right) } + [TableColumn(.gaveWay)],
      rows: [
        numbers.map { column in
          let figure = plan.figures[column.name] ?? 0
          return column == .isOptimal ? .flag(figure == 1) : .number(figure)
        } + [.text(plan.gaveWay.joined(separator: " "))]
      ])
  }

  /// What a new plan changes for those who had been told otherwise.
  static func say(_ changes: [RoundsChange]) {
    guard !changes.isEmpty else { return }
    let language = Invocation.language
    let people = Swift.Set(changes.map(\.badge)).count
    Output.message(
      Phrase(
        "与先前宣布的不同：\(people) 人，共 \(changes.count) 处",
        "\(people.counted("person sits", "people sit")) otherwise than announced, in \(changes.count.counted("place"))"
      )(language))
    for change in changes.prefix(20) {
      let who = change.badge.phrase
      Output.message(
        (Phrase("第 \(change.round) 轮 ", "round \(change.round): ") + who + Phrase("：", " ")
          + place(change.before) + Phrase(" → ", " -> ") + place(change.after))(language))
    }
    if changes.count > 20 {
      Output.message(Phrase("其余见 rounds show", "the rest: rounds show")(language))
    }
  }

  private static func place(_ place: RoundPlace?) -> Phrase {
    switch place {
    case .table(let number, let partner)?:
      Phrase("\(number) 桌（\(partner.phrase.chinese)）", "table \(number) (\(partner))")
    case .sittingOut?: Phrase("轮空", "sits out")
    case nil: Phrase("没有安排", "not planned")
    }
  }
}
