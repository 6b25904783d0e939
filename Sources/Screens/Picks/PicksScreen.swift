import Canvas
import Matchmaking
import Wording

/// The picks (互选): slip after slip in one line, every word judged while it is typed.
struct PicksScreen: Screen {
  private(set) var field = TextField()
  private(set) var draft: SlipDraft?
  /// Which time slips are typed here.
  private(set) var reading = SlipReading.first
  /// The round that is looked at where it is not the one that takes slips.
  private(set) var chosenRound: Int?
  /// Whose slip is being corrected; only then is the old one shown.
  private(set) var correcting: Badge?
  private(set) var oldSlip: Ballot?
  /// The same as the evening had it: what the correction takes the place of.
  private(set) var oldRecord: SlipRecord?
  /// Whose slip was not in when it was begun: should another desk be quicker, the two are compared.
  private var begun: Badge?
  /// Enter ends a field, as a scanner's does behind every badge, and an empty one ends the slip.
  private(set) var isByField = false
  /// Why Enter did nothing.
  private(set) var refusal: Phrase?
  /// What was put on record last.
  private var recorded: RefusedSlip?
  private(set) var tally = SlipTally()
  private var seen: Seen?

  private struct Seen: Hashable {
    let event: EventID
    let version: Int
    let round: Int?
    let reading: SlipReading
  }

  private struct RefusedSlip: Hashable {
    let picker: Badge
    let refusal: SlipRefusal
  }

  // MARK: - What is done

  var contexts: [Context] { [.picks] }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    guard let open = environment.open else { return nil }
    switch id {
    case .saveSlip: return enter(open, in: environment)
    case .correctSlip: correct(open)
    // Closing names whose slips are missing, for they cannot be brought in afterwards.
    case .closePicking: return [.open(Confirmation.closing(open.evening))]
    case .nextWord: return nextWord(open)
    case .compareSlips: return [.open(SlipComparison(round: tally.round.number))]
    case .reviewSlips:
      return [.open(SlipReview(round: tally.round.number, reading))]
    case .missingSlips:
      return [.open(GuestList(missingSlips: open.evening, tally.round.number, reading))]
    case .pickingRounds: return [.open(PickingRounds())]
    case .typeAgain: turn(to: reading == .first ? .second : .first, open)
    case .clear: clear()
    default: return nil
    }
    return []
  }

  /// A line that was typed in one go is whole. After a badge alone the picks are still to come, whether a
  /// scanner pressed Enter or a hand did too early, so that nothing is taken for a blank slip.
  private mutating func enter(_ open: OpenEvening, in environment: Environment) -> [Intent] {
    guard endsField else { return save(open, in: environment) }
    isByField = true
    return nextWord(open)
  }

  /// Whether Enter goes on to the next number and saves nothing.
  var endsField: Bool {
    guard let draft, let first = draft.tokens.first else { return false }
    if draft.tokens.count == 1 { return first.state == .good && !waitsForField }
    return isByField && !waitsForField
  }

  /// The next field is there, and nothing in it yet.
  var waitsForField: Bool { isByField && field.text.unicodeScalars.last?.partsSlip == true }

  private mutating func save(_ open: OpenEvening, in environment: Environment) -> [Intent] {
    switch finished(open) {
    case .failure(let refusal):
      self.refusal = environment.sentence(.slip(refusal))
      return [.refuseInPlace] + record(refusal, open)
    case .success(let ballot):
      let typing = SlipTyping(
        round: tally.round.number, reading: reading,
        replacing: oldRecord.map { .exactly($0) } ?? .nothing,
        isShared: reading == .first && oldRecord == nil)
      return [.change(.saveSlip(open.event.id, ballot, typing))]
    }
  }

  /// A number mistyped is typed again; that somebody is not here, or takes no part, a clerk cannot mend. Said
  /// again it is the same refusal.
  private mutating func record(_ refusal: SlipRefusal, _ open: OpenEvening) -> [Intent] {
    guard refusal.isOfPeople, let picker = draft?.picker else { return [] }
    let now = RefusedSlip(picker: picker, refusal: refusal)
    guard recorded != now else { return [] }
    recorded = now
    return [.change(.recordRefusedSlip(open.event.id, picker, refusal))]
  }

  /// The key between two fields of a form; where nothing is typed it means what it means everywhere.
  private mutating func nextWord(_ open: OpenEvening) -> [Intent] {
    guard !field.isEmpty else { return [.run(.nextTab)] }
    if field.text.unicodeScalars.last?.partsSlip == false {
      field.move(by: field.text.count)
      field.type(.character(" "))
      refusal = nil
      judge(open)
    }
    return []
  }

  mutating func type(_ key: Key, in environment: Environment) -> [Intent] {
    guard let open = environment.open else { return [] }
    let before = field.text
    if beginsField(with: key) {
      field.type(.character(" "))
      isByField = true
    }
    guard field.type(key), field.text != before else { return [] }
    // Whoever parts the words themselves types the line in one go.
    if key.partsSlip { isByField = false }
    refusal = nil
    judge(open)
    guard let scan = key.scanned else { return [] }
    // A scanner in paste mode gives the line end with the rest; a whole slip of its own is whole.
    if SlipDraft(complete: scan, rules: rules(open)).tokens.count > 1 {
      return save(open, in: environment)
    }
    let isRefused = draft?.tokens.count == 1 && draft?.tokens.first?.state != .good
    isByField = true
    return isRefused ? save(open, in: environment) : nextWord(open)
  }

  /// The scan after one that was refused is no part of it: a letter behind a number begins another badge.
  private func beginsField(with key: Key) -> Bool {
    guard refusal != nil, draft?.tokens.count == 1, field.caret == field.text.count,
      field.text.last?.isNumber == true
    else { return false }
    return key.firstCharacter?.beginsBadge == true
  }

  mutating func take(
    _ outcome: Outcome, of change: Change, in environment: Environment
  ) -> [Intent] {
    switch (change, outcome) {
    case (.saveSlip, .saved): clear()
    case (.saveSlip, .refused(let refusal)):
      if case .slip = refusal { self.refusal = environment.sentence(refusal) }
    case (.closeEvent, .saved): return [.turn(.pairs)]
    default: break
    }
    return []
  }

  mutating func hear(_ notice: any Notice, in environment: Environment) -> [Intent]? {
    guard let notice = notice as? PicksNotice, let open = environment.open else { return nil }
    switch notice {
    case .correct(let badge):
      clear()
      field = TextField(badge.description)
      judge(open)
      correct(open)
    case .show(let round):
      chosenRound = round == open.evening.currentRound.number ? nil : round
      clear()
      refresh(in: environment)
    }
    return []
  }

  mutating func follow(_ change: Change, in environment: Environment) -> [Intent] {
    switch change {
    case .undo, .redo: refusal = nil
    case .openPicking: chosenRound = nil
    default: break
    }
    return []
  }

  /// Works out the counts anew where the evening changed.
  mutating func refresh(in environment: Environment) {
    guard let open = environment.open else { return }
    if seen?.event != open.event.id { chosenRound = nil }
    let now = Seen(
      event: open.event.id, version: open.version, round: chosenRound, reading: reading)
    guard seen != now else { return }
    seen = now
    tally = SlipTally(open.evening, round: chosenRound, reading: reading)
    judge(open)
  }

  private mutating func turn(to reading: SlipReading, _ open: OpenEvening) {
    clear()
    self.reading = reading
    tally = SlipTally(open.evening, round: chosenRound, reading: reading)
  }

  private mutating func clear() {
    field.clear()
    draft = nil
    refusal = nil
    endCorrection()
    begun = nil
    isByField = false
  }

  private mutating func endCorrection() {
    correcting = nil
    oldSlip = nil
    oldRecord = nil
  }

  private mutating func judge(_ open: OpenEvening) {
    guard !field.isEmpty else {
      draft = nil
      begun = nil
      isByField = false
      return endCorrection()
    }
    let draft = SlipDraft(field.text, rules: rules(open), roll: tally.roll)
    if let was = self.draft?.picker, was != draft.picker { isByField = false }
    self.draft = draft
    if let correcting, draft.picker != correcting {
      // Another picker was typed over the one whose slip was to be corrected.
      endCorrection()
      return judge(open)
    }
    begun = draft.tokens.first?.state == .good ? draft.picker : nil
  }

  private func rules(_ open: OpenEvening) -> SlipRules {
    SlipRules(
      open.evening, round: tally.round, reading: reading, correcting: correcting ?? begun)
  }

  /// The slip as it stands, or why not.
  private func finished(_ open: OpenEvening) -> Result<Ballot, SlipRefusal> {
    do throws(SlipRefusal) {
      let ranks = oldSlip?.ranks ?? .strict
      return .success(try Ballot.check(field.text, rules: rules(open), ranks: ranks))
    } catch {
      return .failure(error)
    }
  }

  /// Opens the slip of whose badge stands in the line; alone, the line takes over the old picks.
  private mutating func correct(_ open: OpenEvening) {
    guard let picker = draft?.picker, let guest = open.evening.guest(wearing: picker),
      let record = typed(of: guest, open), let ballot = open.evening.ballot(record, of: guest.id)
    else { return }
    correcting = ballot.picker
    oldSlip = ballot
    oldRecord = record
    refusal = nil
    if draft?.tokens.count == 1 {
      field = TextField(ballot.line { String($0.number) })
    }
    judge(open)
  }

  /// What is corrected here: what counts, or what this clerk typed the second time.
  func typed(of guest: Guest, _ open: OpenEvening) -> SlipRecord? {
    let readings = open.evening.readings(of: guest.id, round: tally.round.number)
    guard reading == .second else { return readings.counting }
    return readings.isTypedTwice || readings.settled != nil ? nil : readings.second
  }

  /// Another desk changed the slip that is being corrected.
  func isOutdated(_ open: OpenEvening) -> Bool {
    guard let correcting, let guest = open.evening.guest(wearing: correcting) else { return false }
    return typed(of: guest, open) != oldRecord
  }

  /// Another desk typed the slip that is being typed here.
  func isOvertaken(_ open: OpenEvening) -> Bool {
    guard correcting == nil, let begun, let guest = open.evening.guest(wearing: begun) else {
      return false
    }
    let readings = open.evening.readings(of: guest.id, round: tally.round.number)
    return (reading == .first ? readings.counting : readings.second) != nil
  }
}

extension SlipRefusal {
  /// Whether it hangs on how somebody stands this evening, and not on how the line was typed.
  fileprivate var isOfPeople: Bool {
    switch self {
    case .absent, .misplaced, .paired: true
    case .noPicker, .notABadge, .unknownBadge, .badgeChanged, .repeated, .ownPool, .oneself,
      .tooMany, .alreadyIn, .changedMeanwhile, .sameClerk, .typedOnce, .pickingClosed:
      false
    }
  }
}

/// What pages of slips say to the line where they are typed.
enum PicksNotice: Notice {
  case correct(Badge)
  /// Another round is looked at.
  case show(round: Int)
}

extension Key {
  /// A code as a scanner gives it in one piece, with its line end; nil for any other key.
  fileprivate var scanned: String? {
    guard case .paste(let text) = self, text.last?.isNewline == true else { return nil }
    return text
  }

  /// A separator typed by hand.
  fileprivate var partsSlip: Bool {
    guard case .character(let character) = self else { return false }
    return character.unicodeScalars.contains(where: \.partsSlip)
  }

  fileprivate var firstCharacter: Character? {
    switch self {
    case .character(let character): character
    case .paste(let text): text.first
    default: nil
    }
  }
}
