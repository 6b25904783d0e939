import Canvas
import Matchmaking
import Wording

/// The dialogues in which the register is kept: entering, verifying, clearing up, asking consent.
enum KeepingDialogue: Sendable {
  case form(MemberForm)
  case queue(VerificationQueue)
  case verifying(VerificationForm)
  case duplicates(DuplicatesPage)
  case consents(ConsentPage)
  case filters(SavedFilters)

  var contexts: [Context] {
    switch self {
    case .form: [.memberForm]
    case .queue: [.verifying, .list]
    case .verifying: [.verification]
    case .duplicates: [.duplicates, .list]
    case .consents: [.consents, .list]
    case .filters: [.savedFilters, .list]
    }
  }

  /// What it shows has to be asked for anew when something was undone.
  var reading: RegisterReading? {
    switch self {
    case .form, .verifying: nil
    case .queue: .verificationQueue
    case .duplicates: .duplicates
    case .consents(let page): .consents(page.member.id)
    case .filters: .savedFilters
    }
  }

  func draw(on sheet: inout Sheet, in area: Area) {
    switch self {
    case .form(let form): form.draw(on: &sheet, in: area)
    case .queue(let queue): queue.draw(on: &sheet, in: area)
    case .verifying(let form): form.draw(on: &sheet, in: area)
    case .duplicates(let page): page.draw(on: &sheet, in: area)
    case .consents(let page): page.draw(on: &sheet, in: area)
    case .filters(let list): list.draw(on: &sheet, in: area)
    }
  }
}

extension Workspace {
  /// The topmost dialogue, where it keeps the register.
  var keeping: KeepingDialogue? {
    if case .keeping(let dialogue)? = modals.last { dialogue } else { nil }
  }

  mutating func show(_ dialogue: KeepingDialogue) -> [Effect] {
    modals.append(.keeping(dialogue))
    return dialogue.reading.map { [.read($0)] } ?? []
  }

  mutating func replace(_ dialogue: KeepingDialogue) { replaceModal(.keeping(dialogue)) }

  mutating func run(_ id: Command.ID, in dialogue: KeepingDialogue) -> [Effect]? {
    switch dialogue {
    case .form(let form): run(id, in: form)
    case .queue(let queue): run(id, in: queue)
    case .verifying(let form): run(id, in: form)
    case .duplicates(let page): run(id, in: page)
    case .consents(let page): run(id, in: page)
    case .filters(let list): run(id, in: list)
    }
  }

  mutating func type(_ key: Key, in dialogue: KeepingDialogue) {
    switch dialogue {
    case .form(var form):
      form.isLeaving = false
      if form.form.withholds(key) { toast = Self.numbersAreHidden }
      form.form.type(key)
      replace(.form(form))
    case .verifying(var form):
      form.form.type(key)
      replace(.verifying(form))
    case .filters(var list):
      list.field.type(key)
      replace(.filters(list))
    case .queue, .duplicates, .consents: break
    }
  }

  mutating func mark(row: Int, in dialogue: KeepingDialogue) {
    switch dialogue {
    case .queue(var queue):
      queue.marked = row
      replace(.queue(queue))
    case .duplicates(var page):
      page.mark(row: row)
      replace(.duplicates(page))
    case .consents(var page):
      page.marked = row
      replace(.consents(page))
    case .filters(var list):
      list.marked = row
      replace(.filters(list))
    case .form, .verifying: break
    }
  }

  mutating func take(_ news: RegisterNews) -> [Effect] {
    switch (news, keeping) {
    case (.verificationQueue(let members), .queue(var queue)?):
      queue.take(members)
      replace(.queue(queue))
    case (.duplicates(let pairs), .duplicates(var page)?):
      page.take(pairs)
      replace(.duplicates(page))
    case (.consents(let consents), .consents(var page)?) where consents.member == page.member.id:
      page.consents = consents
      replace(.consents(page))
    case (.savedFilters(let filters), .filters(var list)?):
      list.take(filters)
      replace(.filters(list))
    case (.unchanged, _):
      switch pending {
      case .keep(let change)?:
        pending = nil
        return kept(change)
      case .editEvent?:
        pending = nil
        modals.removeAll { $0.endsWithSaving }
      default: break
      }
    default: break
    }
    return []
  }

  /// A change is on disk: what asked for it goes, and what it was asked from shows how things are now.
  mutating func kept(_ change: RegisterChange) -> [Effect] {
    switch change {
    case .add, .edit:
      if case .form? = keeping { modals.removeLast() }
      // The card below shows what was; the list behind it what is.
      if case .member? = modals.last { modals.removeLast() }
    case .verify:
      if case .verifying? = keeping { modals.removeLast() }
    case .keepApart, .merge, .giveConsent, .revokeConsent, .deleteFilter: break
    case .seeDetails(let ids):
      reveal(ids)
      return []
    case .saveFilter:
      if case .filters(var list)? = keeping {
        list.field.clear()
        replace(.filters(list))
      }
    }
    return rereadKeeping()
  }

  func rereadKeeping() -> [Effect] { keeping?.reading.map { [.read($0)] } ?? [] }
}
