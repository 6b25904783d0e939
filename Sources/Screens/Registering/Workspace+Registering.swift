import Canvas
import Matchmaking
import Wording

extension Workspace {
  /// Registering goes on at the event that is open; another one that is marked is opened first.
  mutating func beginRegistering() -> [Effect] {
    guard tab == .events, let summary = events.markedSummary, summary.id != open?.event.id else {
      showRegistering()
      return []
    }
    setting.tab = nil
    registersNext = summary.id
    return [.openEvening(summary.id)]
  }

  mutating func showRegistering() {
    registersNext = nil
    guard let event = open?.event else { return }
    modals.append(.registering(RegistrationForm(event: event.id)))
  }

  /// Why nobody can be registered now.
  func obstacleToRegistering() -> Phrase? {
    let event = tab == .events ? events.markedSummary?.event : open?.event
    guard let event else { return Phrase("请先新建一场活动", "Create an event first") }
    return event.state == .open
      ? nil : Phrase("活动已结束；", "The event is closed; ") + .undoClosing
  }

  mutating func type(_ key: Key, in form: RegistrationForm) -> [Effect] {
    var form = form
    let effects = form.type(key) ? form.ask(generation: nextGeneration()) : []
    replaceModal(.registering(form))
    return effects
  }

  mutating func take(_ page: MemberPage, in form: RegistrationForm) -> [Effect] {
    var form = form
    form.take(page, open?.evening)
    replaceModal(.registering(form))
    return []
  }

  mutating func run(_ id: Command.ID, in form: RegistrationForm) -> [Effect]? {
    if let move = Move(id) {
      var form = form
      form.move(move, page: size.rows - 10)
      replaceModal(.registering(form))
      return []
    }
    switch id {
    case .choose: return register(form)
    case .cancelRegistration:
      guard
        let guest = form.markedMember.flatMap({ form.guests[$0.id] })
          .flatMap({ open?.evening.guest($0) })
      else {
        toast = Toast(.note, Phrase("光标所在的人没有报名", "The marked one is not registered"))
        return []
      }
      guard !guest.registration.status.hasAttended else {
        toast = Toast(.note, Refusal.door(.hasCome, name: guest.name).phrase(clock))
        return []
      }
      modals.append(.leave(LeaveChoice(guest)))
      return []
    case .listFile: return beginList(form.event)
    default: return nil
    }
  }

  private mutating func register(_ form: RegistrationForm) -> [Effect] {
    guard let member = form.markedMember else {
      let said =
        form.isAsking
        ? Phrase("正在查名册，请再按一次回车", "still looking; press Enter again")
        : form.field.isEmpty
          ? Phrase("请先输入两三个字找人", "Type a few letters to find somebody")
          : Phrase("名册里没有这个人", "Nobody in the register")
      toast = Toast(.note, said)
      return []
    }
    let known = form.guests[member.id].flatMap { open?.evening.guest($0) }
    if let guest = known, guest.registration.status != .declined {
      toast = Toast(.note, KnownMember(member, guest: guest).inWords)
      return []
    }
    return send(.register(form.event, member.id))
  }

  /// Somebody was registered: said with where that is, for past the capacity it is the waiting list.
  mutating func takeRegistered(_ member: MemberID) {
    guard case .registering(var form)? = modals.last else { return }
    form.take(member, open?.evening)
    replaceModal(.registering(form))
    guard let guest = open.flatMap({ form.registered($0.evening).first }),
      guest.registration.status == .waitlisted
    else { return }
    toast = Toast(
      .done,
      Phrase(
        "名额已满，\(guest.name) 列为候补，已保存", "no places left: \(guest.name) is on the waiting list, saved"
      ),
      way: .undo)
  }

  /// Everybody who is listed now, for the event that is open; asked first.
  mutating func askToRegisterFound() {
    guard let event = open?.event, let total = members.total, total > 0 else { return }
    let question = members.question(today: setting.today, words)
    modals.append(
      .confirmation(.registeringFound(total, event, .registerFound(event.id, question))))
  }

  func obstacleToRegisteringFound() -> Phrase? {
    guard let event = open?.event else {
      return Phrase("请先在“活动”页打开一场活动", "Open an event on the tab Events first")
    }
    guard event.state == .open else {
      return Phrase("活动已结束；", "The event is closed; ") + .undoClosing
    }
    if members.isAsking { return Phrase("正在查名册，请稍候", "Still looking; a moment, please") }
    return members.total ?? 0 == 0 ? Phrase("没有人可以登记", "There is nobody to register") : nil
  }
}
