import Matchmaking
import Wording

extension Workspace {
  /// Does what a component wants done, in order; once it is closed the one below stands in its place.
  mutating func perform(_ intents: [Intent], for asker: Asker) -> [Effect] {
    var asker = asker
    var effects: [Effect] = []
    for intent in intents {
      switch intent {
      case .ask(let question, let subject):
        let (id, needless) = requests.note(question, about: subject, for: asker)
        effects += needless.map { .withdraw($0) } + [.ask(question, id)]
      case .change(let change): effects += send(change, for: asker)
      case .program(.compose(let text)):
        effects.append(.program(.compose(text), requests.note(nil, about: "", for: asker).id))
      case .program(let request): effects.append(.program(request, requests.next()))
      case .close:
        effects += close(asker)
        asker = top
      case .open(let dialogue): effects += show(dialogue)
      case .say(let toast): self.toast = toast
      case .refuseInPlace: refuseInPlace()
      case .tell(let notice): effects += tell(notice)
      case .go(let command): effects += goAndRun(command)
      case .run(let id): effects += run(id)
      case .turn(let tab): effects += turn(to: tab)
      case .stand(let table): setting.table = table
      case .remember(let folder): self.folder = folder
      }
    }
    return effects
  }

  /// Sends a change on its way; keys wait until it is answered.
  mutating func send(_ change: Change, for asker: Asker) -> [Effect] {
    let id = requests.next()
    pending = PendingChange(id: id, change: change, asker: asker)
    return [.change(change, id)]
  }

  mutating func turn(to tab: Tab) -> [Effect] {
    guard !setting.isLocked || tab == .door else { return [] }
    self.tab = tab
    return appear(tab)
  }

  /// What was said to the last key is over, unless nobody can have read it: keys that waited for the
  /// disk are typed ahead.
  mutating func dropPassingToast() {
    if toast?.isPassing == true, !isCatchingUp { toast = nil }
  }

  /// What was asked for is wrong and says so where it stands: what was saved before it is no answer.
  private mutating func refuseInPlace() {
    if !isCatchingUp || toast?.isPassing == false { toast = nil }
  }
}
