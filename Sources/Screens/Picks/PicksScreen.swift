import Canvas
import Matchmaking
import Wording

/// The picks (互选): slip after slip in one line, every word judged while it is typed.
struct PicksScreen: Screen {
  private(set) var field = TextField()
  private(set) var draft: SlipDraft?
  /// Whose slip is being corrected; only then is the old one shown.
  private(set) var correcting: Badge?
  private(set) var oldSlip: Ballot?
  /// The same as the evening had it: what the correction takes the place of.
  private(set) var oldRecord: SlipRecord?
  /// Why Enter did nothing.
  private(set) var refusal: Phrase?
  private(set) var tally = SlipTally()
  private var seen: (event: EventID, version: Int)?

  // MARK: - What is done

  var contexts: [Context] { [.picks] }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    guard let open = environment.open else { return nil }
    switch id {
    case .saveSlip: return save(open, in: environment)
    case .correctSlip: correct(open)
    // Closing names whose slips are missing, for they cannot be brought in afterwards.
    case .closePicking: return [.open(Confirmation.closing(open.evening))]
    case .clear: clear()
    default: return nil
    }
    return []
  }

  private mutating func save(_ open: OpenEvening, in environment: Environment) -> [Intent] {
    switch finished(open) {
    case .failure(let refusal):
      self.refusal = environment.sentence(.slip(refusal))
      return [.refuseInPlace]
    case .success(let ballot):
      let typing = SlipTyping(replacing: oldRecord.map { .exactly($0) } ?? .nothing)
      return [.change(.saveSlip(open.event.id, ballot, typing))]
    }
  }

  mutating func type(_ key: Key, in environment: Environment) -> [Intent] {
    guard let open = environment.open else { return [] }
    let before = field.text
    guard field.type(key), field.text != before else { return [] }
    refusal = nil
    judge(open)
    return []
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

  mutating func follow(_ change: Change, in environment: Environment) -> [Intent] {
    switch change {
    case .undo, .redo: refusal = nil
    default: break
    }
    return []
  }

  /// Works out the counts anew where the evening changed.
  mutating func refresh(in environment: Environment) {
    guard let open = environment.open,
      seen?.event != open.event.id || seen?.version != open.version
    else { return }
    seen = (open.event.id, open.version)
    tally = SlipTally(open.evening)
    judge(open)
  }

  private mutating func clear() {
    field.clear()
    draft = nil
    correcting = nil
    oldSlip = nil
    oldRecord = nil
    refusal = nil
  }

  private mutating func judge(_ open: OpenEvening) {
    guard !field.isEmpty else {
      draft = nil
      correcting = nil
      oldSlip = nil
      oldRecord = nil
      return
    }
    draft = SlipDraft(
      field.text, rules: SlipRules(open.evening, correcting: correcting), roll: tally.roll)
    if let correcting, draft?.picker != correcting {
      // Another picker was typed over the one whose slip was to be corrected.
      self.correcting = nil
      oldSlip = nil
      oldRecord = nil
      judge(open)
    }
  }

  /// The slip as it stands, or why not.
  private func finished(_ open: OpenEvening) -> Result<Ballot, SlipRefusal> {
    do throws(SlipRefusal) {
      let rules = SlipRules(open.evening, correcting: correcting)
      let ranks = oldSlip?.ranks ?? .strict
      return .success(try Ballot.check(field.text, rules: rules, ranks: ranks))
    } catch {
      return .failure(error)
    }
  }

  /// Opens the slip of whose badge stands in the line; alone, the line takes over the old picks.
  private mutating func correct(_ open: OpenEvening) {
    guard let picker = draft?.picker, let guest = open.evening.guest(wearing: picker),
      let ballot = open.evening.ballot(of: guest.id),
      let record = open.evening.slip(of: guest.id, round: tally.round)
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

  /// Another desk changed the slip that is being corrected.
  func isOutdated(_ open: OpenEvening) -> Bool {
    guard let correcting, let guest = open.evening.guest(wearing: correcting) else { return false }
    return open.evening.slip(of: guest.id, round: tally.round) != oldRecord
  }

  func obstacle(to id: Command.ID, in environment: Environment) -> Obstacle? {
    guard let open = environment.open else { return .useless(.noEvening) }
    switch id {
    case .saveSlip, .closePicking: return open.obstacleToPicking
    case .correctSlip:
      return open.obstacleToPicking ?? obstacleToCorrecting(open).map { .first($0) }
    default: return nil
    }
  }

  private func obstacleToCorrecting(_ open: OpenEvening) -> Phrase? {
    guard let picker = draft?.picker else {
      return Phrase("请先写要更正的号牌，如 F12", "Type whose slip to correct first, as in F12")
    }
    guard let guest = open.evening.guest(wearing: picker),
      open.evening.slip(of: guest.id, round: tally.round) != nil
    else {
      return Phrase(
        "\(picker.phrase.chinese) 还没有选票，直接录入即可", "\(picker) has no slip yet; just type it")
    }
    return nil
  }
}

extension OpenEvening {
  /// Why no slip can be taken and the picking not be closed any more.
  var obstacleToPicking: Obstacle? {
    event.state == .open
      ? nil : .useless(Phrase("互选已结束；", "Picking is closed; ") + .undoClosing)
  }
}
