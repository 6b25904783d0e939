import ArgumentParser
import Exchange
import Matchmaking
import Store
import Wording

struct PairsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pairs", abstract: "Show which mutual picks become pairs.",
    discussion: """
      a is the man in two-pool events, else the lower badge; in badge order. With --why each pair \
      has its reason, and mutual picks that are no pairs are told on standard error. While the \
      picking is open the pairs are provisional: the table says so, JSON in `provisional`, and \
      --final refuses with status 75.
      """)

  @Argument(help: "The event's code.") var code: String
  @Option(help: "Another rule than the event's: all, stable, best or most.") var rule: PairingRule?
  @Flag(help: "Add the reason of each.") var why = false
  @Flag(help: "Only pairs that stand: nothing while the picking is open.") var final = false
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try Session.open()
    let evening = try session.store.evening(session.event(code).id)
    let isProvisional = evening.event.state == .open
    if final, isProvisional {
      let none = Phrase("还没有最终结果：", "no pairs stand yet: ")
      throw Stop(status: 75, phrase: none + Self.stillOpen(evening))
    }
    let pairing = try evening.pairing(by: rule)
    let language = Invocation.language
    var columns = [
      TableColumn("a_badge"), TableColumn("b_badge"), TableColumn("a_rank", side: .right),
      TableColumn("b_rank", side: .right),
    ]
    if why { columns.append(TableColumn("reason")) }
    // The head of the CSV is what scripts count on; a JSON reader passes over what it does not know.
    if output.format == .json { columns.append(TableColumn("provisional")) }
    let rows = pairing.pairs.map { pair -> [TableCell] in
      let pick = pair.pick
      let cells: [TableCell] = [
        .text(pick.a.description), .text(pick.b.description), .number(pick.aRank),
        .number(pick.bRank),
      ]
      return cells + (why ? [.text(pair.phrase(language))] : [])
        + (output.format == .json ? [.flag(isProvisional)] : [])
    }
    output.print(Table(columns, rows: rows))
    if isProvisional {
      let said = (Phrase("暂定，可能变：", "provisional, may change: ") + Self.stillOpen(evening))(
        language)
      // Who keeps a table keeps the word with it.
      if output.format == .table { Output.write(said + "\n") } else { Output.message(said) }
    }
    Output.flush()
    if isProvisional { sayMisplaced(evening, language) }
    if let fallback = pairing.fallback { Output.message(fallback.phrase(language)) }
    if why { sayUnpaired(pairing, language) }
  }

  private static func stillOpen(_ evening: Evening) -> Phrase {
    let missing = evening.missingSlips.count
    return Phrase(
      "互选尚未结束，还有 \(missing) 张选票未交；用 queqiao event close 结束互选",
      "picking is still open, slips missing: \(missing); queqiao event close ends it")
  }

  private func sayMisplaced(_ evening: Evening, _ language: Language) {
    for guest in evening.misplaced where evening.slips[guest.id] != nil {
      guard let badge = guest.badge else { continue }
      let badges = badge.phrase(language)
      Output.message(
        Phrase(
          "\(badges) \(guest.name) 的号牌与名册里的性别不符，选票暂不计入；请先换号牌或更正名册",
          "\(badges) \(guest.name): the badge is not of the sex in the register, so the slip does not "
            + "count; change the badge or correct the register")(language))
    }
  }

  private func sayUnpaired(_ pairing: Pairing, _ language: Language) {
    for unpaired in pairing.unpaired {
      let pick = unpaired.pick
      let reason = unpaired.phrase(language)
      Output.message(
        Phrase(
          "未牵手 \(pick.a.phrase(.chinese)) \(pick.b.phrase(.chinese))：\(reason)",
          "no pair \(pick.a) \(pick.b): \(reason)")(language))
    }
  }
}
