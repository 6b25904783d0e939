import Canvas
import Matchmaking
import Wording

/// What each rule would give, in numbers; who it would be stands nowhere in it.
struct RulesPage: Dialogue {
  private var previews: [RulePreview] = []
  private var refusal: PairingRefusal?

  var contexts: [Context] { [.reading] }

  mutating func begin(in environment: Environment) -> [Intent] {
    followEvening(in: environment)
    return []
  }

  mutating func followEvening(in environment: Environment) {
    guard let evening = environment.evening else { return }
    do throws(PairingRefusal) {
      (previews, refusal) = (try evening.previews(round: evening.currentRound.number), nil)
    } catch {
      (previews, refusal) = ([], error)
    }
  }

  func run(_ id: Command.ID, in environment: Environment) -> [Intent]? { nil }

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    guard let evening = environment.evening else { return }
    let look = sheet.look
    let inner = sheet.dialogue(
      look(Phrase("各规则会有几对", "What each rule would give")), columns: 76, rows: 12, in: area)
    if let refusal {
      sheet.paragraph(look(refusal.phrase), Theme.warning, row: 0, in: inner)
      return
    }
    let heads = inner.columns < 60 ? Self.briefHeads : Self.heads
    let figures = heads.dropFirst().map {
      Columns.Column.fixed(look.width.columns(look($0)), .right)
    }
    let columns = Columns(
      [.fixed(1), .fixed(12)] + figures, across: inner.columns, gap: inner.columns < 60 ? 1 : 3)
    columns.draw(
      [Span("")] + heads.map { Span(look($0), Theme.dim) }, row: 0, in: inner, on: &sheet)
    for (place, preview) in previews.enumerated() {
      columns.draw(
        cells(preview, isOwn: preview.rule == evening.currentRound.rule, look), row: place + 1,
        in: inner,
        on: &sheet)
    }
    var row = previews.count + 2
    for note in notes(evening) {
      row += sheet.paragraph(look(note), Theme.dim, row: row, in: inner)
    }
  }

  private static let heads = [
    Phrase("规则", "Rule"), Phrase("牵手", "Pairs"), Phrase("名次之和", "Sum of ranks"),
    Phrase("互选未牵手", "Mutual, no pair"),
  ]
  private static let briefHeads = [
    Phrase("规则", "Rule"), Phrase("牵手", "Pairs"), Phrase("名次和", "Ranks"),
    Phrase("剩互选", "Left"),
  ]

  private func cells(_ preview: RulePreview, isOwn: Bool, _ look: Look) -> [Span] {
    let style = isOwn ? Theme.strong : Theme.plain
    return [
      Span(isOwn ? look.marks.pointer : "", Theme.accent), Span(look(preview.rule.phrase), style),
      Span("\(preview.pairs)", style), Span("\(preview.totalRank)", style),
      Span("\(preview.leftOver)", style),
    ]
  }

  private func notes(_ evening: Evening) -> [Phrase] {
    let round = evening.currentRound
    let rule = round.rule.phrase
    var notes = [
      evening.rounds.count == 1
        ? Phrase("本场规则：\(rule.chinese)", "Chosen for this event: \(rule.english)")
        : Phrase(
          "第 \(round.number) 轮互选的规则：\(rule.chinese)",
          "Chosen for round \(round.number): \(rule.english)")
    ]
    if let fallback = previews.lazy.compactMap(\.fallback).first {
      let stable = PairingRule.stable.phrase
      notes.append(Phrase("\(stable.chinese)：", "\(stable.english): ") + fallback.briefly)
    }
    let missing = evening.missingSlips(round: round.number).count
    if round.isOpen, missing > 0 {
      notes.append(
        Phrase(
          "还有 \(missing) 张选票未交，结果会变", "\(missing.counted("slip")) still missing, so this may change"
        ))
    }
    return notes
  }
}
