import GRDB
import Matchmaking

/// Finds each row's member and writes what is new; where it rehearses it only counts.
struct ImportClerk {
  private let writer: ActWriter
  private let isRehearsing: Bool
  private let preference: RosterPreference
  private var known: KnownMembers
  /// Which row each member was taken from, by their places among those known; 0 for none.
  private var takers: [Int32] = []
  private var numbers: MemberNumbers
  private var added: NewMembers?
  private var standing: StandingMembers?
  private var consents: RosterConsents
  private var marriages = MarriageWatch()

  init(
    _ writer: ActWriter, isRehearsing: Bool = false, taking preference: RosterPreference = .none
  ) throws {
    self.writer = writer
    self.isRehearsing = isRehearsing
    self.preference = preference
    known = try KnownMembers(in: writer.db)
    consents = RosterConsents(writer, on: writer.today)
    numbers = try writer.memberNumbers()
  }

  mutating func take(_ batch: DraftBatch, into summary: inout ImportSummary) throws {
    if added == nil { try known.addCopies(of: batch.settled, in: writer.db) }
    if added?.fields != batch.fields {
      try added?.finish()
      added = try NewMembers(batch, besides: known.rows.count, writer: writer)
      standing = try StandingMembers(batch, in: writer.db)
    }
    consents.begin(batch)
    let places = TellingPlaces(batch)
    let marital = batch.slot(.text(.marital))
    try batch.bytes.withUnsafeBufferPointer { bytes in
      for draft in 0..<batch.count {
        summary.rows += 1
        let facts = places.facts(of: draft, in: batch, bytes)
        let married = marriages.married(draft, of: batch, at: marital, bytes)
        if let member = known.find(facts) {
          let updated =
            if let kept = known.member(keeping: member) {
              try fill(kept, from: draft, of: batch, into: &summary)
            } else {
              try take(draft, of: batch, facts, about: member, into: &summary)
            }
          if let married, try isToBeSettled(updated) {
            note(batch.row(draft), "marital", .notSingle, married, in: &summary)
          }
        } else if let married {
          refuse(batch.row(draft), "marital", .notSingle, married, in: &summary)
        } else {
          try add(draft, of: batch, facts)
          summary.added += 1
        }
      }
    }
  }

  private mutating func note(_ row: Int, asTakerOf member: Int) {
    // An array, for a dictionary of a million rows would be most of what an import holds.
    while takers.count <= member { takers.append(0) }
    takers[member] = Int32(truncatingIfNeeded: row)
  }

  private func taker(of member: Int32) -> Int? {
    let place = Int(member)
    return takers.indices.contains(place) && takers[place] > 0 ? Int(takers[place]) : nil
  }

  /// To be called behind the last batch.
  mutating func finish() throws {
    try added?.finish()
    try consents.write()
  }

  private mutating func add(
    _ draft: Int, of batch: DraftBatch, _ facts: IdentifyingFacts
  ) throws {
    note(batch.row(draft), asTakerOf: known.rows.count)
    guard facts.number.isEmpty else {
      known.add(facts)
      try enter(draft, of: batch, number: nil)
      return
    }
    let number = numbers.take { known.isTaken($0) }
    let digits = Array(number.utf8)
    digits.withUnsafeBufferPointer { digits in
      var facts = facts
      facts.number = digits
      known.add(facts)
    }
    try enter(draft, of: batch, number: number)
  }

  private mutating func enter(_ draft: Int, of batch: DraftBatch, number: String?) throws {
    guard !isRehearsing, let key = try added?.add(draft, of: batch, number: number),
      !consents.isEmpty
    else { return }
    _ = try consents.weigh(draft, of: batch, about: key, isKnown: false)
  }

  /// What became of a member whom a row is about.
  private enum Updated {
    case refused
    /// As it stands in that row of the register.
    case standing(Int64)
    case changed(Member)
  }

  /// Whether somebody of whom a row says that they are married has yet to be looked at: a correction by hand
  /// may stand against the row, and who has the status is kept out by it already.
  private func isToBeSettled(_ updated: Updated) throws -> Bool {
    switch updated {
    case .refused: return false
    case .standing(let row):
      let member = try stored(row)
      return member.saysMarried && member.status != .married
    case .changed(let member): return member.saysMarried && member.status != .married
    }
  }

  private mutating func take(
    _ draft: Int, of batch: DraftBatch, _ facts: IdentifyingFacts, about found: Int32,
    into summary: inout ImportSummary
  ) throws -> Updated {
    if let first = taker(of: found) {
      // Two entries that were made one have two rows in a roster that does not know it.
      if known.isMerged(found) { return try fill(found, from: draft, of: batch, into: &summary) }
      refuse(batch.row(draft), "", .repeatedRow, "\(first)", in: &summary)
      return .refused
    }
    let row = known.rows[Int(found)]
    if try standing?.says(row, everythingOf: draft, batch) == true {
      note(batch.row(draft), asTakerOf: Int(found))
      if try weigh(draft, of: batch, row, into: &summary) {
        summary.updated += 1
      } else {
        summary.unchanged += 1
      }
      return .standing(row)
    }
    let stored = try stored(row)
    let said = batch.draft(draft)
    if !stored.name.isNamesake(of: said.name), stored.phone != said.phone || said.phone == nil,
      !known.wasKnown(found, as: facts)
    {
      let holder = "\(stored.number) \(stored.name)"
      refuse(batch.row(draft), "number", .numberTaken, holder, in: &summary)
      return .refused
    }
    note(batch.row(draft), asTakerOf: Int(found))
    let isDecided =
      said.verification != nil && said.verification != stored.verification
      ? try writer.isDecided(stored.id) : false
    let isFree = said.number.map { !known.isTaken($0, besides: found) } ?? false
    let update = MemberUpdate(
      stored, from: said, settling: batch.settled, taking: preference, isDecided: isDecided,
      isNumberFree: isFree)
    return try settle(update, found, draft, of: batch, into: &summary)
  }

  /// What a row says of consents, about somebody who was in the register before.
  ///
  /// - Returns: whether anything changes by it.
  private mutating func weigh(
    _ draft: Int, of batch: DraftBatch, _ row: Int64, into summary: inout ImportSummary
  ) throws -> Bool {
    guard !consents.isEmpty else { return false }
    let key = try writer.row("SELECT id FROM member WHERE rowid = ?", [row]).map {
      try $0.needed("id") as String
    }
    guard let key else { throw UnreadableRow(description: "member \(row)") }
    let outcome = try consents.weigh(draft, of: batch, about: key, isKnown: true)
    for (code, purpose, day) in outcome.remarks {
      summary.note(
        ImportProblem(
          row: batch.row(draft), column: "consent:\(purpose.rawValue)", code: code,
          evidence: day.description, isRefusal: false))
    }
    return outcome.isChanged
  }

  /// The row of somebody who was merged tells what the member does not say yet, and no more: where
  /// both say something it was settled whose word stands.
  private mutating func fill(
    _ kept: Int32, from draft: Int, of batch: DraftBatch, into summary: inout ImportSummary
  ) throws -> Updated {
    let stored = try stored(known.rows[Int(kept)])
    return try settle(
      MemberUpdate(filling: stored, from: batch.draft(draft), taking: preference), kept, draft,
      of: batch, into: &summary)
  }

  private func stored(_ row: Int64) throws -> Member {
    let stored = try writer.row("SELECT * FROM member WHERE rowid = ?", [row]).map(Member.init)
    guard let stored else { throw UnreadableRow(description: "member \(row)") }
    return stored
  }

  private mutating func settle(
    _ update: MemberUpdate, _ found: Int32, _ draft: Int, of batch: DraftBatch,
    into summary: inout ImportSummary
  ) throws -> Updated {
    for kept in update.kept { summary.note(ImportProblem(kept: kept)) }
    summary.changes += update.changes
    summary.overruled += update.overruled
    let isConsenting = try weigh(draft, of: batch, known.rows[Int(found)], into: &summary)
    if update.changes.isEmpty {
      if isConsenting { summary.updated += 1 } else { summary.unchanged += 1 }
      return .changed(update.member)
    }
    summary.updated += 1
    if !isRehearsing {
      try added?.endStretch()
      try writer.rewrite(update.member)
    }
    let batch = DraftBatch([update.member.asDraft])
    let places = TellingPlaces(batch)
    batch.bytes.withUnsafeBufferPointer { bytes in
      known.change(found, to: places.facts(of: 0, in: batch, bytes))
    }
    return .changed(update.member)
  }

  private func refuse(
    _ row: Int, _ column: String, _ code: ImportProblem.Code, _ evidence: String,
    in summary: inout ImportSummary
  ) {
    summary.refused += 1
    note(row, column, code, evidence, isRefusal: true, in: &summary)
  }

  private func note(
    _ row: Int, _ column: String, _ code: ImportProblem.Code, _ evidence: String,
    isRefusal: Bool = false, in summary: inout ImportSummary
  ) {
    summary.note(
      ImportProblem(
        row: row, column: column, code: code, evidence: evidence, isRefusal: isRefusal))
  }
}

/// Where a batch has what tells who its rows are about.
private struct TellingPlaces {
  let number: Int?
  let phone: Int?
  let name: Int?
  let birth: Int?
  let employer: Int?

  init(_ batch: DraftBatch) {
    number = batch.slot(.number)
    phone = batch.slot(.phone)
    name = batch.slot(.name)
    birth = batch.slot(.birth)
    employer = batch.slot(.text(.employer))
  }

  func facts(
    of draft: Int, in batch: DraftBatch, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> IdentifyingFacts {
    let fact = { (slot: Int?) in UnsafeBufferPointer(rebasing: bytes[batch.range(draft, slot)]) }
    return IdentifyingFacts(
      number: fact(number), phone: fact(phone), name: fact(name), birth: fact(birth),
      employer: fact(employer))
  }
}

extension ActWriter {
  /// Whether somebody verified or rejected the member in this register.
  fileprivate func isDecided(_ member: MemberID) throws -> Bool {
    try number("SELECT 1 FROM verification WHERE member = ? LIMIT 1", [member.description]) != nil
  }
}

extension Member {
  /// Only what tells who a row is about.
  fileprivate var asDraft: MemberDraft {
    MemberDraft(
      name: name, birth: birth, phone: phone, texts: texts.filter { $0.key == .employer })
  }
}

extension ImportProblem {
  fileprivate init(kept difference: FieldDifference) {
    self.init(
      row: difference.row, column: difference.field.detail?.column ?? difference.field.word,
      code: .handCorrected, evidence: difference.after, isRefusal: false, difference: difference)
  }
}
