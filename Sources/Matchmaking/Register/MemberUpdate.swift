/// A member brought up to date by a row of a roster, field by field.
///
/// What the row does not say stays. A field that somebody changed by hand last stands too, and the
/// difference is listed; it gives way only where somebody says so, and is the roster's again then.
/// A verification that was decided here stands whatever is said; a roster that still has somebody
/// waiting says nothing against it.
public struct MemberUpdate: Sendable {
  public private(set) var member: Member
  public private(set) var changes: [FieldDifference] = []
  /// What stands against the roster.
  public private(set) var kept: [FieldDifference] = []
  /// How many of the changes took the place of a correction made by hand.
  public private(set) var overruled = 0

  private let stored: Member
  private let draft: MemberDraft
  private let preference: RosterPreference

  /// - Parameters:
  ///   - settled: columns that are read as a field now; what an earlier roster left of them as they were
  ///     goes where the row says the field and that stands, unless somebody corrected it.
  ///   - isDecided: whether the verification was decided here.
  ///   - isNumberFree: whether the row's number is nobody else's.
  public init(
    _ stored: Member, from draft: MemberDraft, settling settled: [String: DraftField] = [:],
    taking preference: RosterPreference = .none, isDecided: Bool = false, isNumberFree: Bool = false
  ) {
    self.init(stored, draft, preference)
    for field in MemberField.all { take(field, isNumberFree: isNumberFree) }
    for head in draft.extras.keys.sorted() { take(.extra(head), isNumberFree: false) }
    takeVerification(isDecided: isDecided)
    for head in settled.keys.sorted() { dropCopy(of: head, readAs: settled[head]) }
  }

  private mutating func dropCopy(of head: String, readAs field: DraftField?) {
    guard let copy = stored.extras[head], !stored.byHand.contains(.extra(head)),
      let field, let said = draft.said(of: field), draft.extras[head] == nil,
      stands(said, field)
    else { return }
    changes.append(
      FieldDifference(
        row: draft.row, member: stored.id, number: stored.number, name: stored.name,
        field: .extra(head), before: copy, after: ""))
    member.extras[head] = nil
  }

  /// Whether what the row says is in the register now; where something else stands against it, the copy is
  /// all that is left of it.
  private func stands(_ said: String, _ field: DraftField) -> Bool {
    switch field {
    case .detail(.number): member.number == said
    case .detail(.phone): member.phone?.digits == said
    case .detail(.birth): member.birth?.description == said
    case .detail(.text(let kind)): member.texts[kind] == said
    case .detail(.name), .detail(.sex), .detail(.height), .detail(.extra), .verification, .consent:
      true
    }
  }

  /// Takes only what the member does not say yet.
  public init(
    filling stored: Member, from draft: MemberDraft, taking preference: RosterPreference = .none
  ) {
    self.init(stored, draft, preference)
    let fields = MemberField.all + draft.extras.keys.sorted().map(MemberField.extra)
    for field in fields where stored.text(of: field).isEmpty { take(field, isNumberFree: false) }
  }

  private init(_ stored: Member, _ draft: MemberDraft, _ preference: RosterPreference) {
    member = stored
    self.stored = stored
    self.draft = draft
    self.preference = preference
  }

  private mutating func take(_ field: MemberField, isNumberFree: Bool) {
    guard let difference = difference(in: .detail(field), stored.text(of: field)) else { return }
    // Whoever is found by another number than their own has it by hand.
    let isByHand = field == .number || stored.byHand.contains(field)
    if isByHand {
      guard preference.takes(difference), field != .number || isNumberFree else {
        kept.append(difference)
        return
      }
      overruled += 1
      member.byHand.remove(field)
    }
    changes.append(difference)
    set(field)
  }

  private mutating func takeVerification(isDecided: Bool) {
    guard let difference = difference(in: .verification, stored.verification.rawValue),
      let said = draft.verification
    else { return }
    if !isDecided {
      changes.append(difference)
      member.verification = said
    } else if said != .pending {
      kept.append(difference)
    }
  }

  /// Nil where the row says nothing else than the register.
  private func difference(in field: DraftField, _ before: String) -> FieldDifference? {
    guard let after = draft.said(of: field), after != before else { return nil }
    if field == .birth, let mine = stored.birth, draft.birth?.says(lessThan: mine) == true {
      return nil
    }
    return FieldDifference(
      row: draft.row, member: stored.id, number: stored.number, name: stored.name, field: field,
      before: before, after: after)
  }

  private mutating func set(_ field: MemberField) {
    switch field {
    case .number: member.number = draft.number ?? member.number
    case .name: member.name = draft.name
    case .sex: member.sex = draft.sex
    case .birth: member.birth = draft.birth
    case .phone: member.phone = draft.phone
    case .height: member.height = draft.height
    case .text(let text): member.texts[text] = draft.texts[text]
    case .extra(let head): member.extras[head] = draft.extras[head]
    }
  }
}

extension BirthDate {
  /// Whether it is the same date with its day, or its month and day, left out.
  fileprivate func says(lessThan other: BirthDate) -> Bool {
    guard year == other.year, day == nil else { return false }
    return month == nil ? other.month != nil : month == other.month && other.day != nil
  }
}

extension Member {
  /// The fields in which it is another than before.
  public func fields(changedFrom before: Member) -> Set<MemberField> {
    let heads = Set(extras.keys).union(before.extras.keys)
    let fields = MemberField.all + heads.map(MemberField.extra)
    return Set(fields.filter { text(of: $0) != before.text(of: $0) })
  }
}
