import Canvas
import Matchmaking
import Wording

extension MembersScreen {
  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let today = environment.setting.today
    drawFilter(on: &sheet, in: area)
    drawNote(on: &sheet, in: area.inset(top: 1, left: 2, right: 1))
    let body = area.inset(top: 2, left: 1, right: 1)
    guard let total, total > 0 else {
      sheet.paragraph(sheet.look(emptyText), Theme.dim, row: 0, in: body.inset(left: 1))
      return
    }
    guard body.columns >= 108 else {
      return drawList(total, today: today, on: &sheet, in: body)
    }
    // The list is no narrower than in a window that has no room for the card.
    let columns = body.columns < 138 ? 38 : 44
    let pane = body.inset(left: body.columns - columns)
    sheet.partition(before: pane)
    drawList(total, today: today, on: &sheet, in: body.inset(right: columns + 3))
    if let member = markedMember {
      MemberCard(look: sheet.look, member: member).draw(on: &sheet, in: pane)
    }
  }

  private var emptyText: Phrase {
    if let reading { return Self.readingText(reading) }
    if total == nil { return Phrase("正在读取…", "Reading…") }
    if let best = readings.first, let word = line.completion?.nobody {
      return readingText(of: best, word.abridged)
    }
    guard query.isEmpty else {
      let typed = query.abridged
      return Phrase(
        "没有符合“\(typed)”的人。按 Ctrl-T 也找读音相近的名字；按 Esc 看全部。",
        "Nobody matches \u{201c}\(typed)\u{201d}. Ctrl-T also finds names that sound alike; Esc shows all."
      )
    }
    return Phrase("名册是空的。按 F2 导入名册。", "The register is empty. F2 imports a roster.")
  }

  /// How the word is asked for that is nobody's name; while one types, the line above says what it is.
  private func readingText(
    of candidate: FilterCompletion.Candidate, _ word: String
  ) -> Phrase {
    let text = candidate.text
    if isFiltering {
      return Phrase("按 Tab 写成 \(text)；Esc 看全部。", "Tab writes \(text); Esc shows all.")
    }
    let count = (candidate.count ?? 0).grouped
    let phrase = candidate.demand?.phrase ?? .verbatim(text)
    return Phrase(
      "没有叫“\(word)”的人；\(phrase.chinese)的有 \(count) 人，请写 \(text)。Esc 看全部。",
      "Nobody is called \u{201c}\(word)\u{201d}; for the \(count) with \(phrase.english) write "
        + "\(text). Esc shows all.")
  }

  static func readingText(_ share: Double) -> Phrase {
    let percent = Int(share * 100)
    return Phrase("正在读名册 \(percent)%", "reading the register \(percent)%")
  }

  // MARK: - The filter

  private func drawFilter(on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let label = look(Phrase("筛选", "Filter"))
    let start = 2 + look.width.columns(label) + 2
    let count = look(countText)
    sheet.draw(
      Line(
        [Span(label, isFiltering ? Theme.title : Theme.dim)],
        right: [Span(count + " ", query.isEmpty ? Theme.dim : Theme.strong)]),
      row: 0, in: area, indent: 2)
    let columns = max(1, area.columns - start - look.width.columns(count) - 3)
    let hint =
      isFiltering
      ? Phrase("姓名、拼音、编号，或条件：女 年龄=25..32 学历>=本科", "a name, or conditions: sex=F age=25..32")
      : Phrase("按 F3 或 / 找人、写条件", "F3 or / to find people")
    let point = Point(column: area.column + start, row: area.row)
    let caret = line.field.draw(
      on: &sheet.frame, at: point, columns: columns, Theme.field, hint: look(hint))
    if isFiltering { sheet.frame.cursor = caret }
    guard let fault = line.fault(whileTyping: isFiltering) else { return }
    let place = columnsOfFault(fault, look)
    guard look.width.columns(query) < columns else { return }
    sheet.frame.restyle(
      Area(column: point.column + place.start, row: point.row, columns: place.count, rows: 1)
    ) { style in
      style = Theme.warning
      style.attributes.insert(.underline)
    }
  }

  private var countText: Phrase {
    if let reading, total != nil { return Self.readingText(reading) }
    guard let total else { return .empty }
    return Phrase("\(total.grouped) 人", total == 1 ? "1 person" : "\(total.grouped) people")
  }

  /// Where a fault stands in the field, in cells; at least one, for something that is missing.
  private func columnsOfFault(_ fault: ConditionFault, _ look: Look) -> (start: Int, count: Int) {
    let typed = line.typed
    let before = String(query.prefix(typed.offset)) + typed.text[..<fault.range.lowerBound]
    return (
      look.width.columns(before), max(1, look.width.columns(String(typed.text[fault.range])))
    )
  }

  /// Below the line: what is wrong, what may be typed next, or what is filtered in words.
  private func drawNote(on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    if let fault = line.fault(whileTyping: isFiltering) {
      let said = look.refused(fault.phrase)
      let label = look.width.columns(look(Phrase("筛选", "Filter"))) + 2
      let under = label + columnsOfFault(fault, look).start
      let indent = max(0, min(under, area.columns - look.width.columns(said)))
      sheet.draw(Line(said, Theme.warning), row: 0, in: area, indent: indent)
    } else if isFiltering {
      guard let completion = line.completion, !completion.candidates.isEmpty else { return }
      let candidates = CandidateLine(
        look: look, completion: completion, chosen: line.chosen, columns: area.columns)
      sheet.draw(Line(candidates.spans), row: 0, in: area)
    } else if !query.isEmpty {
      sheet.draw(Line(look(line.draft.filter.inWords(line.typed)), Theme.dim), row: 0, in: area)
    }
  }

  // MARK: - The list

  private func drawList(_ total: Int, today: Day, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let hasHead = area.rows >= 12
    let list = area.inset(top: hasHead ? 1 : 0)
    let window = Window(count: total, marked: place, height: list.rows)
    let table = MemberTable(
      columns, spare: spare, sort: sort, shown: window.rows.compactMap { member(at: $0) },
      today: today, across: list.columns, hasHead: hasHead, look)
    if hasHead { table.drawHead(row: 0, in: area, on: &sheet) }
    for (row, index) in window.rows.enumerated() {
      let isMarked = index == place
      if let member = member(at: index) {
        table.draw(member, isMarked: isMarked, row: row, in: list, on: &sheet)
      } else {
        sheet.draw(Line(look.width.ellipsis, Theme.dim), row: row, in: list, indent: 2)
      }
      sheet.finishRow(row, in: list, place: index, isMarked: isMarked)
    }
    sheet.tellPlace(window.rows, of: total, marked: place, in: list)
  }
}

extension Filter {
  /// All of it in words, for who reads rather than types.
  func inWords(_ typed: TypedFilter) -> Phrase {
    let parts = terms.map { term -> Phrase in
      switch term {
      case .demand(let demand): demand.phrase
      case .unsaid(let field, let isNegated):
        isNegated
          ? Phrase("已填\(field.phrase.chinese)", "\(field.phrase.english) given")
          : Phrase("未填\(field.phrase.chinese)", "\(field.phrase.english) not given")
      case .name(let word, let isNegated):
        isNegated
          ? Phrase("不是“\(word)”", "not \u{201c}\(word)\u{201d}")
          : Phrase("姓名等含“\(word)”", "called \u{201c}\(word)\u{201d}")
      }
    }
    let alike = typed.isTolerant ? Phrase("（读音相近也算）", " (or sounding alike)") : .empty
    return Phrase(
      parts.map(\.chinese).joined(separator: "，"), parts.map(\.english).joined(separator: "; "))
      + alike
  }
}
