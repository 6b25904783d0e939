import Canvas
import Matchmaking
import Wording

extension Workspace {
  mutating func beginWalkIn() -> [Effect] {
    var form = WalkInForm(typed: door.field.text)
    let effects = ask(.name, of: &form) + ask(.phone, of: &form)
    modals.append(.walkIn(form))
    return effects
  }

  mutating func type(_ key: Key, in form: WalkInForm) -> [Effect] {
    var form = form
    let field = form.type(key)
    let effects = field.map { ask($0, of: &form) } ?? []
    replaceModal(.walkIn(form))
    return effects
  }

  private mutating func ask(_ field: WalkInForm.Field, of form: inout WalkInForm) -> [Effect] {
    form.ask(field, generation: nextGeneration())
  }

  mutating func run(_ id: Command.ID, in form: WalkInForm) -> [Effect]? {
    var form = form
    switch id {
    case .nextField, .previousField, .previousOption, .nextOption, .pageDown, .pageUp, .first,
      .last:
      form.move(id)
    case .down: form.move(by: 1)
    case .up: form.move(by: -1)
    case .enterForm where form.chosen == nil && !form.form.isOnLast: form.step(by: 1)
    case .enterForm, .submitForm: return finish(form)
    default: return nil
    }
    replaceModal(.walkIn(form))
    return []
  }

  /// The register has answered; whoever pressed F2 before that is served now.
  mutating func take(_ page: MemberPage, in form: WalkInForm) -> [Effect] {
    var form = form
    form.take(page, open?.evening)
    replaceModal(.walkIn(form))
    return form.waitsToSave ? finish(form) : []
  }

  private mutating func finish(_ form: WalkInForm) -> [Effect] {
    guard let event = open?.event else { return [] }
    var form = form
    let outcome = form.finished(event.pools)
    replaceModal(.walkIn(form))
    switch outcome {
    case nil:
      if !form.waitsToSave { refuseInPlace() }
      return []
    case .guest(let id)?: return send(.checkIn(id, overriding: false))
    case .visitor(let who)?: return send(.walkIn(event.id, who, overriding: false))
    case .namesake(let who, let members)?:
      let known = members.map { member in
        KnownMember(member, guest: form.guests[member.id].flatMap { open?.evening.guest($0) })
      }
      modals.append(
        .confirmation(.namesake(known, .walkIn(event.id, who, overriding: false))))
      return []
    }
  }
}

extension Confirmation {
  /// Somebody new has the name of somebody who is known.
  fileprivate static func namesake(_ known: [KnownMember], _ effect: Effect) -> Confirmation {
    Confirmation(
      title: Phrase("是同一个人吗？", "The same person?"),
      lines: [Phrase("名册里已有同名的人：", "The register has this name already:")]
        + known.prefix(3).map(\.inWords)
        + [
          Phrase(
            "是同一个人：按 Esc 返回，已替您选中，回车即可。确是另一个人：按 F8 另行登记。",
            "The same person: Esc goes back with them marked, then Enter. Somebody else: F8 enters them."
          )
        ], yes: Phrase("另一个人", "somebody else"), effect: effect, isGrave: true)
  }
}
