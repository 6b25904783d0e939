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
      has its reason, and mutual picks that are no pairs are told on standard error.
      """)

  @Argument(help: "The event's code.") var code: String
  @Option(help: "Another rule than the event's: all, stable, best or most.") var rule: PairingRule?
  @Flag(help: "Add the reason of each.") var why = false
  @OptionGroup var output: FormatOptions

  func run() throws {
    let session = try Session.open()
    let evening = try session.store.evening(session.event(code).id)
    let pairing = try evening.pairing(by: rule)
    let language = Invocation.language
    var columns = [
      TableColumn("a_badge"), TableColumn("b_badge"), TableColumn("a_rank", side: .right),
      TableColumn("b_rank", side: .right),
    ]
    if why { columns.append(TableColumn("reason")) }
    let rows = pairing.pairs.map { pair -> [TableCell] in
      let pick = pair.pick
      let cells: [TableCell] = [
        .text(pick.a.description), .text(pick.b.description), .number(pick.aRank),
        .number(pick.bRank),
      ]
      return why ? cells + [.text(pair.phrase(language))] : cells
    }
    output.print(Table(columns, rows: rows))
    Output.flush()
    if evening.event.state == .open {
      sayOpen(evening, language)
      sayMisplaced(evening, language)
    }
    if pairing.fellBack { sayFallBack(language) }
    if why { sayUnpaired(pairing, language) }
  }

  private func sayOpen(_ evening: Evening, _ language: Language) {
    Output.message(
      Phrase(
        "互选尚未结束（未交 \(evening.missingSlips.count) 张），以上只是暂定结果",
        "picking is still open (\(evening.missingSlips.count) slips missing): this may change")(
          language))
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

  private func sayFallBack(_ language: Language) {
    Output.message(
      Phrase(
        "没有稳定的结果，改用名次优先（best）",
        "there is no stable answer; best was used")(language))
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
