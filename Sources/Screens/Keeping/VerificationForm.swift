import Canvas
import Matchmaking
import Wording

/// What was seen of one member, and what follows from it.
struct VerificationForm: Dialogue {
  enum Field: Hashable, Sendable {
    case evidence(Evidence)
    case resident, until, note
  }

  private var form: Form<Field>
  private let member: Member
  private let today: Day
  private let by: String
  private var isRejecting = false
  private var isChecked = false

  init(_ member: Member, today: Day, by: String) {
    self.member = member
    self.today = today
    self.by = by
    let (yes, no) = (Phrase("看过", "seen"), Phrase("未看到", "not seen"))
    form = Form(
      Evidence.allCases.map { .tick(.evidence($0), $0.phrase, yes: yes, no: no) } + [
        .text(
          .resident, Phrase("身份证号", "ID number"),
          hint: Phrase("可不填；只作核对，只留后四位", "optional; compared, last four kept")),
        .text(
          .until, Phrase("有效至", "Valid until"),
          today.adding(months: VerificationRule().months).description),
        .text(.note, Phrase("备注", "Note"), hint: Phrase("不通过的请写原因", "for a rejection: why")),
      ])
  }

  /// Everything lies on the table.
  mutating func seeAll() {
    for evidence in Evidence.allCases { form.tick(.evidence(evidence)) }
  }

  var contexts: [Context] { [.verification] }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    switch id {
    case _ where form.move(id, page: environment.dialogueRows): return []
    case .enterForm, .submitForm, .reject:
      return finished(rejecting: id == .reject).map { [.change(.keep($0))] } ?? [.refuseInPlace]
    default: return nil
    }
  }

  mutating func type(_ key: Key, in environment: Environment) -> [Intent] {
    form.type(key)
    return []
  }

  func take(_ outcome: Outcome, of change: Change, in environment: Environment) -> [Intent] {
    outcome.isDone ? [.close] : []
  }

  private var evidence: Set<Evidence> {
    Set(Evidence.allCases.filter { form.isTicked(.evidence($0)) })
  }

  private var until: Day? { Day(written: form.plainText(.until), today: today) }

  private var record: Result<VerificationRecord, VerificationRefusal> {
    do throws(VerificationRefusal) {
      return .success(
        try VerificationRecord(
          isRejecting ? .rejected : .verified, by: by, on: today, evidence: evidence,
          until: isRejecting ? nil : until, note: form.text(.note)))
    } catch {
      return .failure(error)
    }
  }

  private func problem(_ field: Field) -> Phrase? {
    switch field {
    case .resident:
      let text = form.plainText(.resident)
      guard !text.isEmpty else { return nil }
      guard let resident = ResidentNumber(text), resident.birth <= today else {
        return ResidentFault.invalid.phrase
      }
      return resident.fault(against: member)?.phrase
    case .until:
      guard let until else { return Phrase("请写成 2027-08-19", "write 2027-08-19") }
      return until < today ? VerificationRefusal.endsBeforeItBegins.phrase : nil
    case .evidence(let evidence):
      guard isChecked, !isRejecting, !form.isTicked(field) else { return nil }
      return VerificationRefusal.missingEvidence([evidence]).phrase
    case .note:
      if form.text(.note).count > VerificationRecord.Part.note.longest {
        return VerificationRefusal.tooLong(.note).phrase
      }
      guard isChecked, isRejecting, case .failure(.noReason) = record else { return nil }
      return VerificationRefusal.noReason.phrase
    }
  }

  /// What is to be saved; nil where something is missing, which has the focus then.
  mutating func finished(rejecting: Bool = false) -> RegisterChange? {
    isChecked = true
    isRejecting = rejecting
    if let wrong = form.entries.first(where: { problem($0.name) != nil }) {
      form.focus(on: wrong.name)
      return nil
    }
    guard case .success(let record) = record else { return nil }
    return .verify(member.id, record, resident: ResidentNumber(form.plainText(.resident)))
  }

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let count = form.entries.count
    let inner = sheet.dialogue(
      look(Phrase("核验 · \(member.name)", "Verify \(member.name)")), columns: 74, rows: count + 5,
      in: area)
    let isRoomy = inner.rows >= count + 2
    if isRoomy {
      let facts = [
        member.number, member.sex.map { look($0.word) } ?? "", member.birth?.description ?? "",
        member.shown(.employer),
      ].filter { !$0.isEmpty }
      sheet.draw(Line(facts.joined(separator: "  "), Theme.dim), row: 0, in: inner)
    }
    form.draw(problem: problem, on: &sheet, in: inner.inset(top: isRoomy ? 2 : 0))
  }
}
