import GRDB
import Matchmaking

/// Finds each row's member and writes what is new; where it rehearses it only counts.
struct ImportClerk {
  private let pen: Pen
  private let isRehearsing: Bool
  private var known: KnownMembers
  /// Which row each member was taken from.
  private var takers: [Int32: Int] = [:]
  private var nextNumber: Int
  private var added: NewMembers?
  private var standing: StandingMembers?
  private var consents: RosterConsents

  init(_ pen: Pen, isRehearsing: Bool = false) throws {
    self.pen = pen
    self.isRehearsing = isRehearsing
    known = try KnownMembers(in: pen.db)
    consents = RosterConsents(pen, on: pen.today)
    nextNumber = Int(try pen.nextMemberNumber()) ?? 100_001
  }

  mutating func take(_ batch: DraftBatch, into summary: inout ImportSummary) throws {
    if added?.fields != batch.fields {
      try added?.finish()
      added = try NewMembers(batch, besides: known.rows.count, pen: pen)
      standing = try StandingMembers(batch, in: pen.db)
    }
    consents.begin(batch)
    let places = TellingPlaces(batch)
    try batch.bytes.withUnsafeBufferPointer { bytes in
      for draft in 0..<batch.count {
        summary.rows += 1
        let facts = places.facts(of: draft, in: batch, bytes)
        if let member = known.find(facts) {
          if let kept = known.member(keeping: member) {
            try fill(kept, from: draft, of: batch, into: &summary)
            continue
          }
          try take(draft, of: batch, about: member, into: &summary)
        } else {
          try add(draft, of: batch, facts)
          summary.added += 1
        }
      }
    }
  }

  /// To be called behind the last batch.
  mutating func finish() throws {
    try added?.finish()
    try consents.write()
  }

  private mutating func add(
    _ draft: Int, of batch: DraftBatch, _ facts: TellingFacts
  ) throws {
    takers[Int32(known.rows.count)] = batch.row(draft)
    guard facts.number.isEmpty else {
      known.add(facts)
      try enter(draft, of: batch, number: nil)
      return
    }
    var number = String(nextNumber)
    nextNumber += 1
    while known.isTaken(number) {
      number = String(nextNumber)
      nextNumber += 1
    }
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

  private mutating func take(
    _ draft: Int, of batch: DraftBatch, about found: Int32, into summary: inout ImportSummary
  ) throws {
    if let first = takers[found] {
      return refuse(batch.row(draft), "", .repeatedRow, "\(first)", in: &summary)
    }
    let row = known.rows[Int(found)]
    if try standing?.says(row, everythingOf: draft, batch) == true {
      takers[found] = batch.row(draft)
      if try weigh(draft, of: batch, row, into: &summary) {
        summary.updated += 1
      } else {
        summary.unchanged += 1
      }
      return
    }
    let stored = try pen.row("SELECT * FROM member WHERE rowid = ?", [row]).map(Member.init)
    guard let stored else { throw UnreadableRow(description: "member \(row)") }
    let said = batch.draft(draft)
    if stored.name != said.name, stored.phone != said.phone || said.phone == nil {
      let holder = "\(stored.number) \(stored.name)"
      return refuse(batch.row(draft), "number", .numberTaken, holder, in: &summary)
    }
    takers[found] = batch.row(draft)
    var member = stored
    member.take(said)
    for (head, field) in batch.settled where said.says(field) { member.extras[head] = nil }
    // What was decided here stands, whatever a roster says that was written before.
    if member.verification != stored.verification, try pen.isDecided(stored.id) {
      member.verification = stored.verification
    }
    let isConsenting = try weigh(draft, of: batch, row, into: &summary)
    if member != stored { try update(member, found) }
    if member != stored || isConsenting {
      summary.updated += 1
    } else {
      summary.unchanged += 1
    }
  }

  /// What a row says of consents, about somebody who was in the register before.
  ///
  /// - Returns: whether anything changes by it.
  private mutating func weigh(
    _ draft: Int, of batch: DraftBatch, _ row: Int64, into summary: inout ImportSummary
  ) throws -> Bool {
    guard !consents.isEmpty else { return false }
    let key = try pen.row("SELECT id FROM member WHERE rowid = ?", [row]).map {
      try $0.needed("id") as String
    }
    guard let key else { throw UnreadableRow(description: "member \(row)") }
    let outcome = try consents.weigh(draft, of: batch, about: key, isKnown: true)
    for (code, purpose, day) in outcome.remarks {
      summary.problems.append(
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
  ) throws {
    let row = known.rows[Int(kept)]
    let stored = try pen.row("SELECT * FROM member WHERE rowid = ?", [row]).map(Member.init)
    guard let stored else { throw UnreadableRow(description: "member \(row)") }
    var member = stored
    member.fill(from: batch.draft(draft))
    if member == stored {
      summary.unchanged += 1
    } else {
      try update(member, kept)
      summary.updated += 1
    }
  }

  private mutating func update(_ member: Member, _ found: Int32) throws {
    if !isRehearsing {
      try added?.endStretch()
      try pen.update(member)
    }
    let batch = DraftBatch([
      MemberDraft(
        name: member.name, birth: member.birth, phone: member.phone,
        texts: member.texts.filter { $0.key == .employer })
    ])
    let places = TellingPlaces(batch)
    batch.bytes.withUnsafeBufferPointer { bytes in
      known.change(found, to: places.facts(of: 0, in: batch, bytes))
    }
  }

  private func refuse(
    _ row: Int, _ column: String, _ code: ImportProblem.Code, _ evidence: String,
    in summary: inout ImportSummary
  ) {
    summary.refused += 1
    summary.problems.append(
      ImportProblem(row: row, column: column, code: code, evidence: evidence, isRefusal: true))
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
  ) -> TellingFacts {
    let fact = { (slot: Int?) in UnsafeBufferPointer(rebasing: bytes[batch.range(draft, slot)]) }
    return TellingFacts(
      number: fact(number), phone: fact(phone), name: fact(name), birth: fact(birth),
      employer: fact(employer))
  }
}

extension Pen {
  /// Whether somebody verified or rejected the member in this register.
  fileprivate func isDecided(_ member: MemberID) throws -> Bool {
    try number("SELECT 1 FROM verification WHERE member = ? LIMIT 1", [member.description]) != nil
  }
}

extension MemberDraft {
  /// Whether the row has something in a field.
  fileprivate func says(_ field: DraftField) -> Bool {
    switch field {
    case .number: number != nil
    case .name: !name.isEmpty
    case .sex: sex != nil
    case .birth: birth != nil
    case .phone: phone != nil
    case .height: height != nil
    case .verification: verification != nil
    case .text(let kind): texts[kind] != nil
    case .extra(let head): extras[head] != nil
    case .consent(let purpose): consents[purpose] != nil
    }
  }
}

extension Member {
  /// Takes what is not known yet.
  fileprivate mutating func fill(from draft: MemberDraft) {
    sex = sex ?? draft.sex
    birth = birth ?? draft.birth
    phone = phone ?? draft.phone
    height = height ?? draft.height
    texts.merge(draft.texts) { own, _ in own }
    extras.merge(draft.extras) { own, _ in own }
  }

  /// Adds what a roster says; what it does not say stays.
  fileprivate mutating func take(_ draft: MemberDraft) {
    name = draft.name
    sex = draft.sex ?? sex
    birth = draft.birth ?? birth
    phone = draft.phone ?? phone
    height = draft.height ?? height
    verification = draft.verification ?? verification
    texts.merge(draft.texts) { _, new in new }
    extras.merge(draft.extras) { _, new in new }
  }
}
