import Canvas
import Matchmaking
import Wording

/// The picks (互选): slip after slip in one line, every word judged while it is typed.
struct PicksScreen: Sendable {
  private(set) var field = TextField()
  private(set) var draft: SlipDraft?
  /// Whose slip is being corrected; only then is the old one shown.
  private(set) var correcting: Badge?
  private(set) var oldSlip: Ballot?
  /// The same as the evening had it: what the correction takes the place of.
  private(set) var oldRecord: SlipRecord?
  /// Why Enter did nothing.
  var refusal: Phrase?
  private(set) var tally = SlipTally()
  private var seen: (event: EventID, version: Int)?

  /// Works out the counts anew where the evening changed.
  mutating func refresh(_ open: OpenEvening) {
    guard seen?.event != open.event.id || seen?.version != open.version else { return }
    seen = (open.event.id, open.version)
    tally = SlipTally(open.evening)
    judge(open)
  }

  mutating func type(_ key: Key, _ open: OpenEvening?) {
    guard let open else { return }
    let before = field.text
    guard field.type(key), field.text != before else { return }
    refusal = nil
    judge(open)
  }

  mutating func clear() {
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
      oldRecord = nil
      judge(open)
    }
  }

  /// The slip as it stands, or why not.
  func finished(_ open: OpenEvening) -> Result<Slip, SlipRefusal> {
    do throws(SlipRefusal) {
      let rules = SlipRules(open.evening, correcting: correcting)
      return .success(try Slip.check(field.text, rules: rules))
    } catch {
      return .failure(error)
    }
  }

  /// Opens the slip of whose badge stands in the line; alone, the line takes over the old picks.
  mutating func correct(_ ballot: Ballot, _ record: SlipRecord, _ open: OpenEvening) {
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
    return open.evening.slips[guest.id] != oldRecord
  }

  func obstacle(to id: Command.ID, _ open: OpenEvening?) -> Phrase? {
    guard let open else { return Phrase("请先打开一场活动", "Open an event first") }
    guard open.event.state == .open else {
      return Phrase("互选已结束；", "Picking is closed; ") + .undoClosing
    }
    guard id == .correctSlip else { return nil }
    guard let picker = draft?.picker else {
      return Phrase("请先写要更正的号牌，如 F12", "Type whose slip to correct first, as in F12")
    }
    guard let guest = open.evening.guest(wearing: picker), open.evening.slips[guest.id] != nil
    else {
      return Phrase(
        "\(picker.phrase.chinese) 还没有选票，直接录入即可", "\(picker) has no slip yet; just type it")
    }
    return nil
  }
}
