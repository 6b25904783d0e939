import Canvas
import Matchmaking
import Wording

extension Workspace {
  /// Nil where the topmost dialogue leaves the command to the desk below.
  mutating func runInModal(_ id: Command.ID) -> [Effect]? {
    guard let modal = modals.last else { return nil }
    if id == .close, holdsUnsaved(modal) { return [] }
    if id == .close {
      modals.removeLast()
      // Whoever could not come in went away with the form.
      if case .walkIn = modal { door.refusal = nil }
      if case .filterForm(let filter) = modal { return show(filter.before) }
      return leaveCircle(modal)
    }
    switch modal {
    case .help(var page):
      guard let move = Move(id) else { return nil }
      page.scroll(move, look, pageRoom)
      replaceModal(.help(page))
    case .history(var page):
      guard let move = Move(id) else { return nil }
      page.scroll(move, height: dialogueRows)
      replaceModal(.history(page))
    case .absentees(var list):
      guard let move = Move(id) else { return nil }
      list.scroll(move, height: dialogueRows)
      replaceModal(.absentees(list))
    case .refusals(var list):
      guard let move = Move(id) else { return nil }
      list.scroll(move, height: dialogueRows)
      replaceModal(.refusals(list))
    case .member(var detail):
      if id == .editMember { return beginMember(detail.member) }
      if id == .consents { return show(.consents(ConsentPage(detail.member))) }
      if id == .circle { return showCircle(of: detail.member) }
      if id == .listingCard { return showListing(of: detail.member) }
      guard let move = Move(id) else { return nil }
      detail.scroll(move, look, pageRoom)
      replaceModal(.member(detail))
    case .pair: return nil
    case .palette(let palette): return run(id, in: palette)
    case .firstRun(let firstRun): return run(id, in: firstRun)
    case .roster(let roster): return run(id, in: roster)
    case .confirmation(let confirmation): return run(id, in: confirmation)
    case .walkIn(let form): return run(id, in: form)
    case .badge(let form): return run(id, in: form)
    case .leave(let choice): return run(id, in: choice)
    case .event(let draft): return run(id, in: draft)
    case .registering(let form): return run(id, in: form)
    case .columns(let choice): return run(id, in: choice)
    case .filterForm(let filter): return run(id, in: filter)
    case .keeping(let dialogue): return run(id, in: dialogue)
    case .circle(let page): return run(id, in: page)
    case .lonely(let page): return run(id, in: page)
    case .criteria(let page): return run(id, in: page)
    case .wizard(let wizard): return run(id, in: wizard)
    case .meaning(let meaning): return run(id, in: meaning)
    case .changes(let changes): return run(id, in: changes)
    case .problems(var list):
      guard let move = Move(id) else { return nil }
      list.scroll(move, page: size.rows - 8)
      replaceModal(.problems(list))
    case .listing(var page):
      guard let move = Move(id) else { return nil }
      page.scroll(move, look, pageRoom)
      replaceModal(.listing(page))
    case .fit(var detail):
      guard let move = Move(id) else { return nil }
      detail.scroll(move, look, pageRoom)
      replaceModal(.fit(detail))
    }
    return []
  }

  mutating func replaceModal(_ modal: Modal) {
    guard !modals.isEmpty else { return }
    modals[modals.count - 1] = modal
  }

  mutating func typeInModal(_ key: Key) -> [Effect] {
    switch modals.last {
    case .palette(var palette):
      palette.type(key)
      replaceModal(.palette(palette))
    case .roster(let list): return type(key, in: list)
    case .wizard(let wizard): return type(key, in: wizard)
    case .columns(let choice): type(key, in: choice)
    case .meaning(var meaning):
      meaning.type(key, setting.language)
      replaceModal(.meaning(meaning))
    case .walkIn(let form): return type(key, in: form)
    case .registering(let form): return type(key, in: form)
    case .filterForm(let filter): return type(key, in: filter)
    case .keeping(let dialogue): type(key, in: dialogue)
    case .criteria(var page):
      page.type(key)
      replaceModal(.criteria(page))
    case .badge(var form):
      form.type(key)
      replaceModal(.badge(form))
    case .event(var draft):
      draft.type(key)
      replaceModal(.event(draft))
    default: break
    }
    return []
  }

  func draw(_ modal: Modal, on sheet: inout Sheet, in area: Area) {
    switch modal {
    case .help(let page): page.draw(on: &sheet, in: area)
    case .palette(let palette): palette.draw(on: &sheet, in: area)
    case .history(let page): page.draw(on: &sheet, in: area)
    case .firstRun(let firstRun): firstRun.draw(on: &sheet, in: area)
    case .roster(let roster): roster.draw(on: &sheet, in: area)
    case .confirmation(let confirmation): confirmation.draw(on: &sheet, in: area)
    case .walkIn(let form): form.draw(open?.evening, on: &sheet, in: area)
    case .badge(let form): form.draw(open?.evening, on: &sheet, in: area)
    case .leave(let choice): choice.draw(on: &sheet, in: area)
    case .absentees(let list): list.draw(on: &sheet, in: area)
    case .refusals(let list): list.draw(open?.evening, on: &sheet, in: area)
    case .registering(let form): form.draw(open?.evening, on: &sheet, in: area)
    case .event(let draft): draft.draw(on: &sheet, in: area)
    case .member(let detail): detail.draw(on: &sheet, in: area)
    case .columns(let choice): choice.draw(members, on: &sheet, in: area)
    case .filterForm(let filter): filter.draw(members, on: &sheet, in: area)
    case .keeping(let dialogue): dialogue.draw(on: &sheet, in: area)
    case .circle(let page): page.draw(on: &sheet, in: area)
    case .fit(let detail): detail.draw(on: &sheet, in: area)
    case .lonely(let page): page.draw(on: &sheet, in: area)
    case .criteria(let page): page.draw(on: &sheet, in: area)
    case .listing(let page): page.draw(on: &sheet, in: area)
    case .wizard(let wizard): wizard.draw(on: &sheet, in: area)
    case .meaning(let meaning): meaning.draw(on: &sheet, in: area)
    case .problems(let list): list.draw(on: &sheet, in: area)
    case .changes(let changes): changes.draw(on: &sheet, in: area)
    case .pair(let entry):
      let title = sheet.look(Phrase("互选", "Mutual pick"))
      let inner = sheet.dialogue(title, columns: 60, rows: PairCard.rows + 2, in: area)
      if let open {
        PairCard(look: sheet.look, entry: entry).draw(open.evening, on: &sheet, in: inner)
      }
    }
  }
}
