import ArgumentParser
import Desk
import Exchange
import Matchmaking
import Store
import Wording

// The gate: what the hall is told of the pairs, one at a time.

extension PairsCommand {
  struct Announce: ParsableCommand {
    static let configuration = CommandConfiguration(
      "announce", Phrase("公布一对牵手，大屏随即显示。", "Announce a pair; the big screen shows it at once."),
      discussion: Phrase(
        """
        只有互选结束后、按规则牵手的才能公布；号牌谁先谁后都行。--as name 显示姓名：活动允许，且两人此刻都同意上大屏才行。\
        公布后就是要跟进的情侣。公布两次不起作用；说错了用 queqiao undo，大屏随即撤下。
        """,
        """
        Only pairs that the rule made, once the picking is closed; the badges in either order. \
        --as name shows names, where the event does and both consent at this moment. Announced \
        they are a couple to follow up. Twice changes nothing; queqiao undo takes it off the screen.
        """))
    @OptionGroup var pair: PairArguments
    @Option(
      name: .customLong("as"),
      help: .both("大屏显示 number 号牌还是 name 姓名。", "What the hall sees: number or name.", value: .kind))
    var shownAs: ShownAs = .number
    @OptionGroup var output: FormatOptions

    func run() throws {
      let (session, event, badges) = try pair.found()
      let (announcement, _) = try session.store.announce(
        badges, as: shownAs, at: event.id, round: pair.round)
      let evening = try session.store.evening(event.id)
      output.print(GateTable.announced(evening) { $0.id == announcement.id })
      Output.flush()
    }
  }

  struct Hold: ParsableCommand {
    static let configuration = CommandConfiguration(
      "hold", Phrase("暂不公布一对，写明缘由。", "Hold a pair back, with a note."))
    @OptionGroup var pair: PairArguments
    @Option(help: .both("为什么暂不公布。", "Why it is held back.", value: .text)) var note: String
    @OptionGroup var output: FormatOptions

    func run() throws {
      let (session, event, badges) = try pair.found()
      let act = try session.store.hold(
        badges, note: note.cleanedLine, at: event.id, round: pair.round)
      output.print(ActTable.table(act.map { [$0] } ?? []))
      Output.flush()
    }
  }

  struct Release: ParsableCommand {
    static let configuration = CommandConfiguration(
      "release", Phrase("暂不公布的一对可以公布了。", "Let a pair that was held back be announced."))
    @OptionGroup var pair: PairArguments
    @OptionGroup var output: FormatOptions

    func run() throws {
      let (session, event, badges) = try pair.found()
      let act = try session.store.release(badges, at: event.id, round: pair.round)
      output.print(ActTable.table([act]))
      Output.flush()
    }
  }

  struct Announced: ParsableCommand {
    static let configuration = CommandConfiguration(
      "announced", Phrase("列出已公布的牵手，按公布的先后。", "List the pairs announced so far, in their order."))
    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let evening = try session.store.evening(session.event(code).id)
      output.print(GateTable.announced(evening) { _ in true })
      Output.flush()
    }
  }

  struct GateList: ParsableCommand {
    static let configuration = CommandConfiguration(
      "gate",
      Phrase("列出每一对公布与否，暂不公布的附说明。", "List the pairs with what became of each, and notes."))
    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @Option(
      help: .both(
        "第几轮互选；不写就是还有牵手待公布的一轮，没有就是最后结束的一轮。",
        "Which picking round; without it the one with pairs that wait, else the last that is closed.",
        value: .number))
    var round: Int?
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let evening = try session.store.evening(session.event(code).id)
      output.print(GateTable.gate(try told(evening).gate))
      Output.flush()
      if evening.event.state == .archived {
        let said = Phrase(
          "活动已归档：只列出当时公布或暂不公布的，没有决定过的牵手见 queqiao pairs",
          "archived: this lists what was announced or held back; queqiao pairs has the other pairs")
        Output.message(said(Invocation.language))
      }
    }

    /// As the desk, where no round is said: who waits in an earlier one is not passed over.
    private func told(_ evening: Evening) throws -> RoundAtGate {
      let wanted = try round.map { try evening.wanted($0) }
      if let wanted, !wanted.isOpen { return try evening.atGate(round: wanted.number) }
      guard wanted == nil, let told = try evening.roundAtGate() else {
        throw Refusal.announcing(.stillOpen(code))
      }
      return told
    }
  }

  struct Contacts: ParsableCommand {
    static let configuration = CommandConfiguration(
      "contacts",
      Phrase(
        "导出已公布牵手的姓名、单位和电话，供工会办公室跟进；记录在案。",
        "List names, employers and phones of announced pairs for the union's office, on record."))
    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let event = try session.event(code)
      let pairs = try session.store.announcedPairs(of: event.id, noting: .listContacts).pairs
      guard !pairs.isEmpty else {
        throw NothingFound(Phrase("还没有公布牵手", "no pair is announced so far"))
      }
      output.print(GateTable.contacts(pairs))
      Output.flush()
    }
  }
}

/// Two people of an event by their badges.
struct PairArguments: ParsableArguments {
  @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
  @Argument(help: .both("一位的号牌。", "The badge of one.", value: .badge)) var one: String
  @Argument(help: .both("另一位的号牌。", "The badge of the other.", value: .badge)) var other: String
  @Option(
    help: .both(
      "第几轮互选；不写则看哪一轮牵的手。", "Which picking round; else whichever made the pair.", value: .count))
  var round: Int?

  func found() throws -> (Session, Event, PairedBadges) {
    let session = try Session.open()
    let event = try session.event(code)
    let badges = try [one, other].map { text in
      guard let badge = Badge(typed: text, in: event.pools) else {
        throw Refusal.announcing(.noBadge(Masking.numbers(in: text.cleanedLine)))
      }
      return badge
    }
    guard badges[0] != badges[1] else { throw Refusal.announcing(.sameTwice(badges[0])) }
    return (session, event, PairedBadges(badges[0], badges[1]))
  }
}

enum GateTable {
  static func announced(_ evening: Evening, where isWanted: (Announcement) -> Bool) -> Table {
    let rows = evening.announced.enumerated().compactMap { place, announcement -> [TableCell]? in
      guard isWanted(announcement), let badges = evening.badges(of: announcement),
        let shownAs = announcement.shownAs
      else { return nil }
      return [
        .number(place + 1), .badge(badges.a), .badge(badges.b),
        .word(shownAs.rawValue, shownAs.phrase), .text(ISO.time(announcement.at)),
      ]
    }
    return Table(
      [
        TableColumn(.order, side: .right), TableColumn(.aBadge), TableColumn(.bBadge),
        TableColumn(.shownAs), TableColumn(.at),
      ], rows: rows)
  }

  static func gate(_ gate: Gate) -> Table {
    Table(
      [TableColumn(.aBadge), TableColumn(.bBadge), TableColumn(.gateState), TableColumn(.note)],
      rows: gate.entries.map { entry in
        let note = if case .held(let note) = entry.state { note } else { "" }
        return [
          .badge(entry.badges.a), .badge(entry.badges.b),
          .word(entry.state.word, entry.state.phrase), .text(Masking.numbers(in: note)),
        ]
      })
  }

  /// Whole numbers: it is what the office asked for, and it is on record.
  static func contacts(_ pairs: [AnnouncedPair]) -> Table {
    func cells(_ badge: Badge, _ member: Member) -> [TableCell] {
      [
        .badge(badge), .text(member.name), .text(member.shown(.employer)),
        .text(member.phone?.digits ?? ""),
      ]
    }
    return Table(
      [
        TableColumn(.aBadge), TableColumn(.aName), TableColumn(.aEmployer), TableColumn(.aPhone),
        TableColumn(.bBadge), TableColumn(.bName), TableColumn(.bEmployer), TableColumn(.bPhone),
      ], rows: pairs.map { cells($0.badges.a, $0.a) + cells($0.badges.b, $0.b) })
  }
}
