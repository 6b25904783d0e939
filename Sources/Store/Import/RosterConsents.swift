import GRDB
import Matchmaking

/// What the rows of a roster say of consents, weighed against what is on record.
///
/// A yes is a consent from the day of the answer, or of the import where the roster tells no day. It does not
/// bring back what was taken back on that day or later, nor, without a day, what was ever taken back. A
/// no ends what was given up to its day: in doubt a consent does not hold.
struct RosterConsents {
  private let writer: ActWriter
  private let today: Day
  private var changes: [(member: String, change: Change)] = []
  /// Where the batch at hand says something of consents; empty for nearly every roster.
  private var slots: [(slot: Int, purpose: ConsentPurpose)] = []

  private enum Change {
    case grant(Consent)
    case end(row: String, on: Day)
  }

  /// What came of one row.
  struct Outcome {
    var isChanged = false
    /// What the row contradicts, by code, with the day that decided.
    var remarks: [(code: ImportProblem.Code, purpose: ConsentPurpose, day: Day)] = []
  }

  init(_ writer: ActWriter, on today: Day) {
    self.writer = writer
    self.today = today
  }

  var isEmpty: Bool { slots.isEmpty }

  /// To be called before the first draft of a batch.
  mutating func begin(_ batch: DraftBatch) {
    slots = ConsentPurpose.allCases.compactMap { purpose in
      batch.slot(.consent(purpose)).map { ($0, purpose) }
    }
  }

  /// - Parameter known: whether the member was in the register before; somebody new has no record.
  mutating func weigh(
    _ draft: Int, of batch: DraftBatch, about member: String, isKnown: Bool
  ) throws -> Outcome {
    var outcome = Outcome()
    for (slot, purpose) in slots {
      guard let answer = batch.text(draft, slot).flatMap({ ConsentAnswer($0) }) else { continue }
      let record = isKnown ? try ConsentRow.all(of: member, in: writer.db) : []
      let own = record.filter { $0.consent.purpose == purpose }
      if answer.agrees {
        agree(purpose, answer.day, own, member, &outcome)
      } else {
        decline(purpose, answer.day, own, member, &outcome)
      }
    }
    return outcome
  }

  private mutating func agree(
    _ purpose: ConsentPurpose, _ day: Day?, _ own: [ConsentRow], _ member: String,
    _ outcome: inout Outcome
  ) {
    let granted = min(day ?? today, today)
    if own.contains(where: { $0.consent.holds(on: today) }) { return }
    let ended = own.compactMap(\.consent.revoked).max()
    if let ended, day.map({ $0 <= ended }) ?? true {
      outcome.remarks.append((.consentStaysEnded, purpose, ended))
      return
    }
    changes.append((member, .grant(Consent(purpose, granted: granted))))
    outcome.isChanged = true
  }

  private mutating func decline(
    _ purpose: ConsentPurpose, _ day: Day?, _ own: [ConsentRow], _ member: String,
    _ outcome: inout Outcome
  ) {
    let said = min(day ?? today, today)
    for row in own where row.consent.granted <= said && row.consent.revoked == nil {
      if let until = row.consent.until, until < said { continue }
      changes.append((member, .end(row: row.id, on: said)))
      outcome.isChanged = true
      outcome.remarks.append((.consentEnded, purpose, row.consent.granted))
    }
  }

  /// Behind the last row.
  func write() throws {
    for (member, change) in changes {
      switch change {
      case .grant(let consent): try writer.insert(consent, of: member)
      case .end(let row, let day):
        try writer.run("UPDATE consent SET revoked = ? WHERE id = ?", [day.description, row])
      }
    }
  }
}
