import Canvas
import Matchmaking
import Wording

/// Registering members for an event (报名): found in the register as at the door, one Enter each.
struct RegistrationForm: Dialogue {
  let event: EventID
  private(set) var field = TextField()
  /// The register has not answered yet.
  private(set) var isAsking = false
  private(set) var found: [Member] = []
  private(set) var total = 0
  private(set) var marked = 0
  /// Whose of `found` are guests already.
  private(set) var guests: [MemberID: RegistrationID] = [:]
  /// Registered here, newest first; who was taken back since is left out when drawing.
  private(set) var added: [MemberID] = []
  private var addedGuests: [MemberID: RegistrationID] = [:]

  static let rows = 40

  init(event: EventID) { self.event = event }

  private var markedMember: Member? { found.indices.contains(marked) ? found[marked] : nil }

  var contexts: [Context] { [.registering, .list] }

  // MARK: - What is done

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    if let move = Move(id) {
      marked = move.place(from: marked, count: found.count, page: environment.size.rows - 10) ?? 0
      return []
    }
    switch id {
    case .choose: return register(environment.evening)
    case .cancelRegistration: return cancel(environment)
    default: return nil
    }
  }

  private func register(_ evening: Evening?) -> [Intent] {
    guard let member = markedMember else {
      return [
        .note(
          isAsking
            ? Phrase("正在查名册，请再按一次回车", "still looking; press Enter again")
            : field.isEmpty
              ? Phrase("请先输入两三个字找人", "Type a few letters to find somebody")
              : Phrase("名册里没有这个人", "Nobody in the register"))
      ]
    }
    let known = guests[member.id].flatMap { evening?.guest($0) }
    if let guest = known, guest.registration.status != .declined {
      return [.note(KnownMember(member, guest: guest).inWords)]
    }
    return [.change(.register(event, member.id))]
  }

  private func cancel(_ environment: Environment) -> [Intent] {
    let guest = markedMember.flatMap { guests[$0.id] }.flatMap { environment.evening?.guest($0) }
    guard let guest else {
      return [.note(Phrase("光标所在的人没有报名", "The marked one is not registered"))]
    }
    guard !guest.registration.status.hasAttended else {
      return [.note(environment.sentence(.door(.hasCome, name: guest.name)))]
    }
    return [.open(LeaveChoice(guest))]
  }

  mutating func type(_ key: Key, in environment: Environment) -> [Intent] {
    let before = field.text
    field.type(key)
    return field.text == before ? [] : ask()
  }

  private mutating func ask() -> [Intent] {
    found = []
    total = 0
    marked = 0
    isAsking = !field.text.trimmed.isEmpty
    return isAsking ? [.ask(.loadMembers(query: field.text, rows: 0..<Self.rows))] : []
  }

  mutating func mark(row: Int, in environment: Environment) -> [Intent] {
    if found.indices.contains(row) { marked = row }
    return []
  }

  // MARK: - What is told

  mutating func take(
    _ answer: Answer, about subject: String, in environment: Environment
  ) -> [Intent] {
    guard isAsking else { return [] }
    isAsking = false
    guard case .members(let page) = answer else { return [] }
    found = page.rows
    total = page.total
    follow(environment.evening)
    return []
  }

  mutating func followEvening(in environment: Environment) { follow(environment.evening) }

  private mutating func follow(_ evening: Evening?) {
    guests = evening?.registrations(of: found.map(\.id)) ?? [:]
    addedGuests = evening?.registrations(of: added) ?? [:]
  }

  /// Somebody was registered: said with where that is, for past the capacity it is the waiting list.
  mutating func take(
    _ outcome: Outcome, of change: Change, in environment: Environment
  ) -> [Intent] {
    switch (change, outcome) {
    case (.register(_, let member, _), .saved): return take(member, environment.evening)
    case (_, .refused(let refusal)): return change.followUp(to: refusal, in: environment)
    default: return []
    }
  }

  /// The marked one is in: the field is ready for the next.
  private mutating func take(_ member: MemberID, _ evening: Evening?) -> [Intent] {
    added.removeAll { $0 == member }
    added.insert(member, at: 0)
    field.clear()
    found = []
    total = 0
    follow(evening)
    guard let guest = evening.flatMap({ registered($0).first }),
      guest.registration.status == .waitlisted
    else { return [] }
    let said = Phrase(
      "名额已满，\(guest.name) 列为候补，已保存", "no places left: \(guest.name) is on the waiting list, saved"
    )
    return [.say(Toast(.done, said, way: .undo))]
  }

  /// Those registered here who still are, newest first.
  func registered(_ evening: Evening) -> [Guest] {
    added.compactMap { addedGuests[$0].flatMap { evening.guest($0) } }
  }
}
