import Canvas
import Matchmaking
import Wording

/// Somebody who is not registered (现场报名): looked for in the register by name and by phone first,
/// and among the guests, so that nobody is in it twice.
struct WalkInForm: Dialogue {
  enum Field: String, Sendable {
    case name, sex, phone, employer
  }

  /// What saving the form comes to.
  enum Visit: Sendable {
    /// Registered already: a check-in and nothing else.
    case guest(RegistrationID)
    case visitor(WalkIn)
    /// A new person with the name of others: asked once more.
    case namesake(WalkIn, [Member])
  }

  private(set) var form: Form<Field>
  /// What the register was asked about and has not answered yet.
  private var asked: Set<Field> = []
  private var found: [Field: [Member]] = [:]
  private(set) var total = 0
  /// Whose of `known` are guests of the open event.
  private(set) var guests: [MemberID: RegistrationID] = [:]
  /// Chosen out of `known`; the form has the focus otherwise.
  private(set) var chosen: Int?
  /// Said only once Enter was pressed: nobody is scolded while typing.
  private(set) var isChecked = false
  /// The one who is chosen has no sex in the register, so the form is to say it.
  private(set) var asksSex = false
  /// Saving was asked for before the register had answered.
  private(set) var waitsToSave = false

  static let rows = 5

  /// - Parameter typed: what the door was looking for; a name or a phone number goes on being one.
  init(typed: String) {
    let phone = PhoneNumber(typed)
    // Bare Latin letters may be pinyin; others are nobody's pinyin.
    let isName =
      phone == nil
      && typed.unicodeScalars.contains { !$0.isASCII && $0.properties.isAlphabetic }
    form = Form([
      .text(.name, Phrase("姓名", "Name"), isName ? typed.trimmed : ""),
      .choice(.sex, Phrase("性别", "Sex"), [Sex.man.word, Sex.woman.word], chosen: -1),
      .text(
        .phone, Phrase("手机", "Phone"), phone?.digits ?? "", hint: Phrase("可不填", "optional")),
      .text(.employer, Phrase("单位", "Employer"), hint: Phrase("可不填", "optional")),
    ])
  }

  /// Those of the register who may be meant: whose phone it is, then who is called so.
  var known: [Member] {
    let owners = found[.phone] ?? []
    let others = (found[.name] ?? []).filter { member in !owners.contains { $0.id == member.id } }
    return Array((owners + others).prefix(Self.rows))
  }

  private var phone: PhoneNumber? { PhoneNumber(form.text(.phone)) }

  // MARK: - The register

  mutating func begin(in environment: Environment) -> [Intent] { ask(.name) + ask(.phone) }

  /// What to ask the register about a field that has changed.
  private mutating func ask(_ field: Field) -> [Intent] {
    let query = field == .phone ? phone?.digits ?? "" : form.text(.name)
    asked.remove(field)
    found[field] = []
    if field == .name { total = 0 }
    guard !query.isEmpty else { return [] }
    asked.insert(field)
    return [.ask(.loadMembers(query: query, rows: 0..<Self.rows), about: field.rawValue)]
  }

  /// The register has answered; whoever pressed F2 before that is served now.
  mutating func take(
    _ answer: Answer, about subject: String, in environment: Environment
  ) -> [Intent] {
    guard let field = Field(rawValue: subject), asked.contains(field) else { return [] }
    switch answer {
    case .members(let page):
      asked.remove(field)
      // The register answers the last four digits of a number that is nobody's whole number, too.
      found[field] = field == .phone ? page.rows.filter { $0.phone == phone } : page.rows
      if field == .name { total = page.total }
      unmark()
      followEvening(in: environment)
      return waitsToSave ? finish(in: environment) : []
    case .failed:
      asked = []
      waitsToSave = false
      return []
    default: return []
    }
  }

  /// Looks who of them is a guest.
  mutating func followEvening(in environment: Environment) {
    guests = environment.evening?.registrations(of: known.map(\.id)) ?? [:]
  }

  // MARK: - Typing

  var contexts: [Context] { [.walkIn] }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    switch id {
    case .nextField, .previousField, .previousOption, .nextOption, .pageDown, .pageUp, .first,
      .last:
      move(id)
    case .down: move(by: 1)
    case .up: move(by: -1)
    case .enterForm where chosen == nil && !form.isOnLast: step(by: 1)
    case .enterForm, .submitForm: return finish(in: environment)
    default: return nil
    }
    return []
  }

  mutating func type(_ key: Key, in environment: Environment) -> [Intent] {
    if !(asksSex && form.focused == .sex) { unmark() }
    isChecked = false
    waitsToSave = false
    let before = phone
    guard form.type(key) else { return [] }
    switch form.focused {
    case .name: return ask(.name)
    case .phone: return phone != before ? ask(.phone) : []
    case .sex, .employer: return []
    }
  }

  private mutating func unmark() {
    chosen = nil
    asksSex = false
  }

  private mutating func move(by step: Int) {
    asksSex = false
    guard !known.isEmpty else { return form.step(by: step) }
    let place = (chosen ?? -1) + step
    chosen = place < 0 ? nil : min(place, known.count - 1)
  }

  mutating func mark(row: Int, in environment: Environment) -> [Intent] {
    asksSex = false
    if known.indices.contains(row) { chosen = row }
    return []
  }

  private mutating func step(by step: Int) {
    unmark()
    form.step(by: step)
  }

  /// Among the fields, or within one.
  private mutating func move(_ id: Command.ID) {
    if id != .previousOption, id != .nextOption { unmark() }
    _ = form.move(id, page: form.entries.count)
  }

  func label(of id: Command.ID) -> Phrase? {
    id == .enterForm && chosen != nil ? Phrase("就是此人", "this person") : nil
  }

  // MARK: - Saving

  private mutating func finish(in environment: Environment) -> [Intent] {
    guard let open = environment.open else { return [] }
    let event = open.event
    switch finished(event.pools) {
    case nil: return waitsToSave ? [] : [.refuseInPlace]
    case .guest(let id)?: return [.change(.checkIn(id, overriding: false))]
    case .visitor(let who)?: return [.change(.walkIn(event.id, who, overriding: false))]
    case .namesake(let who, let members)?:
      let known = members.map { member in
        KnownMember(member, guest: guests[member.id].flatMap { open.evening.guest($0) })
      }
      return [.open(Confirmation.namesake(known, .walkIn(event.id, who, overriding: false)))]
    }
  }

  func take(_ outcome: Outcome, of change: Change, in environment: Environment) -> [Intent] {
    switch outcome {
    case .saved, .unchanged: [.close]
    case .refused(let refusal): change.followUp(to: refusal, in: environment)
    case .imported, .failed: []
    }
  }

  /// Whoever could not come in went away with the form.
  func leave() -> [Intent] { [.tell(DoorNotice.nobodyStandsThere)] }

  /// Who comes in; nil where something is missing or the register has not answered, which is said
  /// or waited for from then on.
  /// - Parameter pools: of the evening, for which somebody of the register needs a sex.
  private mutating func finished(_ pools: Pools) -> Visit? {
    if let chosen, known.indices.contains(chosen) { return finished(known[chosen], pools) }
    isChecked = true
    for field in [Field.name, .sex, .phone, .employer] where problem(field) != nil {
      form.focus(on: field)
      return nil
    }
    waitsToSave = !asked.isEmpty
    guard !waitsToSave else { return nil }
    // A phone number is one person's: who has it is meant.
    if !owners.isEmpty {
      chosen = 0
      return nil
    }
    let stranger = WalkIn.stranger(
      name: form.text(.name), sex: chosenSex ?? .woman, phone: phone,
      employer: form.text(.employer))
    let namesakes = namesakes
    guard let first = namesakes.first else { return .visitor(stranger) }
    chosen = known.firstIndex { $0.id == first.id }
    return .namesake(stranger, namesakes)
  }

  /// Somebody of the register; the form gives them a sex where the register has none.
  private mutating func finished(_ member: Member, _ pools: Pools) -> Visit? {
    if let guest = guests[member.id] { return .guest(guest) }
    guard pools.pool(for: member.sex) == nil else { return .visitor(.member(member.id)) }
    guard let sex = chosenSex else {
      asksSex = true
      form.focus(on: .sex)
      return nil
    }
    return .visitor(.member(member.id, sex: sex))
  }

  private var chosenSex: Sex? {
    form.choice(.sex) < 0 ? nil : form.choice(.sex) == 0 ? .man : .woman
  }

  var owners: [Member] { found[.phone] ?? [] }

  /// Those of the register who are called exactly so, of the sex that was chosen or of none known.
  var namesakes: [Member] {
    let name = form.text(.name)
    let sex = chosenSex
    return known.filter { member in
      member.name.isNamesake(of: name) && (sex == nil || member.sex == nil || member.sex == sex)
    }
  }

  func problem(_ field: Field) -> Phrase? {
    if field == .sex, asksSex, chosenSex == nil {
      return Phrase("名册里没有，请选男或女", "the register has none: man or woman?")
    }
    guard isChecked else { return nil }
    switch field {
    case .name:
      return MemberField.name.fault(of: form.text(.name))?.phrase
    case .phone:
      return form.text(.phone).isEmpty || phone != nil
        ? nil : FieldFault.unknownPhone(form.text(.phone)).phrase
    // Nothing is chosen beforehand: the wrong badge would be handed out without a question.
    case .sex: return form.choice(.sex) < 0 ? Phrase("请选男或女", "man or woman?") : nil
    case .employer: return MemberField.text(.employer).fault(of: form.text(.employer))?.phrase
    }
  }
}

extension Evening {
  /// Which of these members are guests, in one walk over the guests.
  func registrations(of members: [MemberID]) -> [MemberID: RegistrationID] {
    let wanted = Set(members)
    guard !wanted.isEmpty else { return [:] }
    var registrations: [MemberID: RegistrationID] = [:]
    for guest in guests where wanted.contains(guest.registration.member) {
      registrations[guest.registration.member] = guest.id
    }
    return registrations
  }
}
