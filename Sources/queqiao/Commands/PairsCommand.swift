import ArgumentParser
import Exchange
import Matchmaking
import Store
import Wording

struct PairsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "pairs",
    Phrase("查看牵手，说明理由，逐对公布。", "Show the pairs, give the reasons, announce one by one."),
    subcommands: [
      Show.self, Preview.self, Why.self, Graph.self, Announce.self, Hold.self, Release.self,
      Announced.self, GateList.self, Contacts.self,
    ], defaultSubcommand: Show.self)
}

extension PairsCommand {
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      "show", Phrase("查看哪些互选成为牵手。", "Show which mutual picks become pairs."),
      discussion: Phrase(
        """
        男女两组的活动 a 是男方，不分组的 a 是号牌小的一方；按号牌排列。加 --why 附上每一\
        对的理由，没能牵手的互选写在标准错误上。互选没有结束时结果是暂定的：表格下面注明，\
        JSON 里有 provisional，加 --final 则拒绝，退出状态 75。
        """,
        """
        a is the man in two-pool events, else the lower badge; in badge order. With --why \
        each pair has its reason, and mutual picks that are no pairs are told on standard \
        error. While the picking is open the pairs are provisional: the table says so, \
        JSON in provisional, and --final refuses with status 75.
        """))

    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @Option(
      help: .both(
        "换一种规则试看：all、stable、best 或 most。", "Try another rule than the event's.", value: .rule))
    var rule: PairingRule?
    @OptionGroup var round: RoundOption
    @Flag(help: .both("附上每一对的理由。", "Add the reason for each pair.")) var why = false
    @Flag(help: .both("只要最终结果；互选没有结束就不给。", "Only final pairs: none while the picking is open."))
    var final = false
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let evening = try session.store.evening(session.event(code).id)
      let round = try evening.round(round)
      let isProvisional = round.isOpen
      let isArchived = evening.event.state == .archived
      if final, isProvisional {
        let none = Phrase("还没有最终结果：", "no pairs stand yet: ")
        throw Stop(status: 75, phrase: none + PairsCommand.stillOpen(evening, round))
      }
      let pairing = try evening.pairing(round: round.number, by: rule)
      let language = Invocation.language
      var columns = [
        TableColumn(.aBadge), TableColumn(.bBadge), TableColumn(.aRank, side: .right),
        TableColumn(.bRank, side: .right),
      ]
      if evening.event.pools == .two {
        let heads = [
          Phrase("男方", "Man"), Phrase("女方", "Woman"), Phrase("男方排第", "Man's rank"),
          Phrase("女方排第", "Woman's rank"),
        ]
        columns = zip(columns, heads).map { $0.headed($1) }
      }
      if why { columns.append(TableColumn(.reason)) }
      // The head of the CSV is what scripts count on; a JSON reader passes over what it does not know.
      if output.format == .json { columns.append(TableColumn(.provisional)) }
      let rows = pairing.pairs.map { pair -> [TableCell] in
        let pick = pair.pick
        let cells: [TableCell] = [
          .badge(pick.a), .badge(pick.b), .number(isArchived ? nil : pick.aRank),
          .number(isArchived ? nil : pick.bRank),
        ]
        return cells + (why ? [.text(pair.phrase(language))] : [])
          + (output.format == .json ? [.flag(isProvisional)] : [])
      }
      output.print(Table(columns, rows: rows))
      if isProvisional { PairsCommand.sayProvisional(evening, round, output.format) }
      Output.flush()
      if isProvisional { sayMisplaced(evening, round, language) }
      if let fallback = pairing.fallback { Output.message(fallback.phrase(language)) }
      if why { sayUnpaired(pairing, language) }
    }

    private func sayMisplaced(
      _ evening: Evening, _ round: PickingRound, _ language: Language
    ) {
      for guest in evening.misplaced where evening.slip(of: guest.id, round: round.number) != nil {
        guard let badge = guest.badge else { continue }
        let badges = badge.phrase(language)
        Output.message(
          Phrase(
            "\(badges) \(guest.name) 的号牌与名册里的性别不符，选票暂不计入；请先换号牌或更正名册",
            "\(badges) \(guest.name): the badge does not match the sex in the register, so the slip does "
              + "not count; change the badge or correct the register")(language))
      }
    }

    private func sayUnpaired(_ pairing: Pairing, _ language: Language) {
      for unpaired in pairing.unpaired {
        let pick = unpaired.pick
        let reason = unpaired.phrase(language)
        Output.message(
          Phrase(
            "互选未牵手 \(pick.a.phrase(.chinese)) \(pick.b.phrase(.chinese))：\(reason)",
            "mutual pick, no pair: \(pick.a) \(pick.b): \(reason)")(language))
      }
    }
  }
}

extension PairsCommand {
  /// Who keeps a table keeps the word with it.
  static func sayProvisional(
    _ evening: Evening, _ round: PickingRound, _ format: TableFormat
  ) {
    let said = (Phrase("暂定结果，可能会变：", "provisional, may change: ") + stillOpen(evening, round))(
      Invocation.language)
    if format == .table { Output.line(said) } else { Output.message(said) }
  }

  fileprivate static func stillOpen(_ evening: Evening, _ round: PickingRound) -> Phrase {
    let missing = evening.missingSlips(round: round.number).count
    return Phrase(
      "互选尚未结束，还有 \(missing) 张选票未交；用 queqiao event close 结束互选",
      "picking is still open, slips missing: \(missing); queqiao event close ends it")
  }
}
