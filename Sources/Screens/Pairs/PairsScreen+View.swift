import Canvas
import Matchmaking
import Wording

extension PairsScreen {
  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    guard let open = environment.open else { return }
    drawHead(open, on: &sheet, in: area)
    let body = area.inset(top: 2, left: 1, right: 1)
    if let gate = gate(open) {
      sheet.paragraph(sheet.look(gate), row: 0, in: body.inset(left: 1, right: 1))
      return
    }
    guard body.columns >= 108 else { return drawStacked(open, on: &sheet, in: body) }
    let pane = body.inset(left: body.columns - 40)
    sheet.partition(before: pane)
    drawList(open, on: &sheet, in: body.inset(right: 43))
    if let entry = markedEntry {
      PairCard(look: sheet.look, entry: entry).draw(open.evening, on: &sheet, in: pane)
    }
  }

  /// Where there is no room beside the list, the marked pair's reason stands whole below it.
  private func drawStacked(_ open: OpenEvening, on sheet: inout Sheet, in area: Area) {
    guard area.rows >= 8, let reason = markedEntry.map({ $0.told + $0.reason }) else {
      return drawList(open, on: &sheet, in: area)
    }
    let foot = area.bottom(3)
    drawList(open, on: &sheet, in: area.inset(bottom: 3))
    sheet.rule(row: 0, in: foot)
    sheet.paragraph(sheet.look(reason), row: 1, in: foot.inset(left: 2), rows: 2)
  }

  private func drawHead(_ open: OpenEvening, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let own = round.flatMap(open.evening.round)
    var spans = [
      Span(look(Phrase("规则 ", "Rule ")), Theme.dim),
      Span(look((own?.rule ?? open.event.rule).phrase), Theme.strong),
    ]
    if let own, open.evening.rounds.count > 1 {
      spans.append(
        Span(look(Phrase("   第 \(own.number) 轮", "   round \(own.number)")), Theme.strong))
    }
    if let pairing {
      for (label, count) in [
        (Phrase("互选 ", "mutual "), pairing.mutual.count),
        (Phrase("牵手 ", "pairs "), pairing.pairs.count),
      ] {
        spans += [Span("   " + look(label), Theme.dim), Span("\(count)", Theme.strong)]
      }
      if let gate, !gate.entries.isEmpty {
        spans += [
          Span("   " + look(Phrase("已公布 ", "announced ")), Theme.dim),
          Span("\(gate.announced)", Theme.strong),
        ]
        if open.event.details.showsNames {
          spans += [
            Span("   " + look(Phrase("大屏 ", "screen ")), Theme.dim),
            Span(look(shownAs.phrase), Theme.strong),
          ]
        }
      }
      if let fallback = pairing.fallback {
        spans.append(Span("   " + look(fallback.briefly), Theme.warning))
      }
    } else {
      spans.append(Span("   " + look(open.event.rule.explanation), Theme.dim))
    }
    sheet.draw(Line(spans), row: 0, in: area, indent: 2)
  }

  /// Why there is nothing to see yet.
  private func gate(_ open: OpenEvening) -> Phrase? {
    guard round != nil else {
      return Phrase(
        "互选还没有结束，这里暂不显示。\n选票收齐后按 F5 结束互选，即可算出牵手。",
        "Picking is still open, so nothing shows here.\nOnce the slips are in, F5 closes the picking and makes the pairs."
      )
    }
    if let refusal { return refusal.phrase }
    guard entries.isEmpty else { return nil }
    return open.event.state == .archived
      ? Phrase(
        "活动已归档，选票已清除；这一场没有互选。",
        "The event is archived and its slips are deleted; there were no mutual picks.")
      : Phrase("这一场没有互选，所以没有牵手。", "There are no mutual picks, so there are no pairs.")
  }

  private func drawList(_ open: OpenEvening, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let place = entries.firstIndex { $0.id == marked }
    let window = Window(count: entries.count, marked: place, height: area.rows)
    let widest = area.columns < 70 ? 10 : 20
    func names(_ badge: (MutualPick) -> Badge) -> Columns.Column {
      let shown = window.rows.map {
        open.evening.guest(wearing: badge(entries[$0].pick))?.name ?? ""
      }
      return .fitting(shown, look.width, in: 6...widest)
    }
    func badges(_ badge: (MutualPick) -> Badge) -> Columns.Column {
      .badges(window.rows.map { badge(entries[$0].pick) }, look)
    }
    // In a wide window the employers stand beside the names.
    let employers: [Columns.Column] =
      area.columns >= 130 ? [.fixed(area.columns < 150 ? 22 : 28)] : []
    let columns = Columns(
      [.fixed(1), .fixed(1), badges(\.a), names(\.a)] + employers
        + [.fixed(look.width.columns(look.marks.heart)), badges(\.b), names(\.b)] + employers
        + [.fixed(look.width.columns(look.marks.rank(2)) * 2), .rest],
      across: area.columns, gap: employers.isEmpty ? 1 : 2)
    for (row, index) in window.rows.enumerated() {
      let entry = entries[index]
      columns.draw(
        cells(
          entry, isMarked: entry.id == marked, open.evening, isWide: !employers.isEmpty, look),
        row: row, in: area, on: &sheet)
      sheet.finishRow(row, in: area, place: index, isMarked: entry.id == marked)
    }
    sheet.tellPlace(window.rows, of: entries.count, marked: place, in: area)
  }

  private func cells(
    _ entry: Entry, isMarked: Bool, _ evening: Evening, isWide: Bool, _ look: Look
  ) -> [Span] {
    let marks = look.marks
    let pick = entry.pick
    func person(_ badge: Badge) -> [Span] {
      let guest = evening.guest(wearing: badge)
      let name = Span(guest?.name ?? "", entry.isPair ? Theme.strong : Theme.plain)
      return [Span(look(badge.phrase), Theme.accent), name]
        + (isWide ? [Span(guest?.employer ?? "", Theme.dim)] : [])
    }
    return [
      Span(isMarked ? marks.pointer : "", Theme.accent),
      sign(entry, marks),
    ] + person(pick.a)
      + [entry.isPair ? Span(marks.heart, Theme.accent) : Span(marks.dot, Theme.dim)]
      + person(pick.b)
      + [
        Span(ranks(pick, evening, marks)),
        Span(look(entry.told + entry.reason), Theme.dim),
      ]
  }

  /// Announced, waiting, held back, or no pair: told by the sign alone, for colours may be missing.
  private func sign(_ entry: Entry, _ marks: Marks) -> Span {
    switch entry.state {
    case .announced?: Span(marks.pair, Theme.accent)
    case .waiting?: Span(marks.waiting, Theme.accent)
    case .held?: Span(marks.held, Theme.warning)
    case nil: Span(marks.none, Theme.dim)
    }
  }
}

extension PairsScreen {
  /// Ranks go with the slips.
  private func ranks(_ pick: MutualPick, _ evening: Evening, _ marks: Marks) -> String {
    evening.event.state == .archived ? "" : marks.rank(pick.aRank) + marks.rank(pick.bRank)
  }
}

/// One mutual pick, large.
struct PairCard {
  let look: Look
  let entry: PairsScreen.Entry

  static let rows = 14

  func draw(_ evening: Evening, on sheet: inout Sheet, in area: Area) {
    let verdict =
      entry.isPair ? Phrase("牵手", "A pair") : Phrase("互选，未牵手", "A mutual pick, but no pair")
    sheet.draw(
      Line(look(verdict), entry.isPair ? Theme.title : Theme.strong), row: 0, in: area)
    // A low window has no rows to spare between the two and the reason, nor for the employer's own.
    let isRoomy = area.rows >= 10
    var row = isRoomy ? 2 : 1
    for (badge, rank) in [
      (entry.pick.a, entry.pick.aRank), (entry.pick.b, entry.pick.bRank),
    ] {
      let guest = evening.guest(wearing: badge)
      let name = [
        Span(look(badge.phrase) + "  ", Theme.accent), Span(guest?.name ?? "", Theme.strong),
      ]
      let chose =
        evening.event.state == .archived
        ? Phrase.empty : Phrase("把对方排在第 \(rank)", "ranked the other \(rank.ordinal)")
      sheet.draw(Line(name), row: row, in: area)
      let employer = guest?.employer ?? ""
      let below = area.inset(left: 2)
      sheet.draw(
        Line(isRoomy ? look(chose) : look(chose) + "  " + employer, Theme.dim), row: row + 1,
        in: below)
      row += 2
      guard isRoomy else { continue }
      if !employer.isEmpty {
        row += sheet.paragraph(employer, Theme.dim, row: row, in: below, rows: 2)
      }
      row += 1
    }
    sheet.paragraph(look(entry.told + entry.reason), row: row, in: area)
  }
}

extension PairsScreen.Entry {
  /// How it stands at the gate, before the reason; nothing while it waits.
  var told: Phrase {
    switch state {
    case .announced?: (state?.phrase ?? .empty) + Phrase("。", ". ")
    case .held(let note)?: heldBack(Masking.numbers(in: note))
    case .waiting?, nil: .empty
    }
  }

  private func heldBack(_ note: String) -> Phrase {
    Phrase("暂不公布（\(note)）。", "Held back (\(note)). ")
  }
}
