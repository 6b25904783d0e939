import Canvas
import Matchmaking
import Pinyin
import Screens
import Wording

/// A desk with a store that lives in memory: keys go in, effects are answered at once.
///
/// It keeps the rules of the door and takes changes back by keeping what stood before.
struct Hall {
  var desk: Workspace
  var evening: Evening
  /// What was asked for since the last look, and all that ever was.
  private var effects: [Effect] = []
  private(set) var log: [Effect] = []
  private(set) var acts: [Act] = []
  /// While set, effects pile up unanswered.
  var isSlow = false
  var memberCount = 103_986
  /// What the register answers to certain questions; to others with three who are no guests.
  var register: [String: [Member]] = [:]
  /// Who of the register is no longer single.
  var statuses: [MemberID: MemberStatus] = [:]
  /// What two files say differently.
  var conflicts = Self.someConflicts
  /// The programme and who sits where; `clock` counts on by hand.
  var running = EveningProgramme()
  var games = EveningGames()
  var clock = ClockReading(wall: Hall.now)
  /// Whether the desk knows the evening as it is; it reads it anew where somebody went.
  private var isRead = true
  private var past: [Evening] = []
  private var future: [Evening] = []
  static let now = Timestamp(
    milliseconds: SampleEvening.doors.milliseconds + 6_600_000)

  init(
    _ evening: Evening = SampleEvening.evening(), language: Language = .chinese,
    size: Size = Size(columns: 80, rows: 24), isPlain: Bool = false, isSample: Bool = false,
    tab: Tab? = nil, isLocked: Bool = false
  ) {
    self.evening = evening
    desk = Workspace(
      Setting(
        language: language, station: "A", isSample: isSample, isPlain: isPlain,
        today: SampleEvening.today, minutesFromUTC: 480, tab: isLocked ? .door : tab,
        isLocked: isLocked))
    run(desk.update(.resized(size)))
    run(desk.start())
    if memberCount > 0 { run(desk.update(.events(SampleEvening.summaries(evening)))) }
  }

  /// An empty file.
  init(emptyIn language: Language, size: Size = Size(columns: 80, rows: 24)) {
    evening = SampleEvening.evening(people: 0)
    desk = Workspace(
      Setting(language: language, station: "A", today: SampleEvening.today, minutesFromUTC: 480))
    memberCount = 0
    run(desk.start())
    run(desk.update(.events([])))
    run(desk.update(.resized(size)))
  }

  mutating func press(_ keys: Key...) { for key in keys { send(.key(key)) } }
  mutating func press(_ names: Key.Named...) { for name in names { send(.key(.named(name))) } }
  mutating func type(_ text: String) { for character in text { send(.key(.character(character))) } }

  mutating func send(_ message: Message) { run(desk.update(message)) }

  /// What was asked for since the last look.
  mutating func asked() -> [Effect] {
    defer { effects = [] }
    return effects
  }

  private mutating func run(_ asked: [Effect]) {
    effects += asked
    log += asked
    guard !isSlow else { return }
    for effect in asked {
      for answer in answers(to: effect) { run(desk.update(answer)) }
    }
  }

  mutating func answers(to effect: Effect) -> [Message] {
    switch effect {
    case .ask(let question, let id): answers(to: question).map { .answered(id, $0) }
    case .change(let change, let id): carryOut(change, id)
    case .withdraw, .program: []
    }
  }

  private func answers(to question: Question) -> [Answer] {
    switch question {
    case .loadEvents: return memberCount == 0 ? [] : [.events(SampleEvening.summaries(evening))]
    case .openEvening: return [.evening(evening, SampleEvening.index(of: evening))]
    case .loadMembers(let query, let rows):
      let known = register[query] ?? (130..<133).map(SampleEvening.member(at:))
      let total = query.isEmpty ? memberCount : min(memberCount, known.count)
      let window = rows.clamped(to: 0..<max(0, total))
      let found = query.isEmpty ? window.map(SampleEvening.member(at:)) : Array(known[window])
      return [.members(MemberPage(total: total, rows: found))]
    case .browse(let question): return browse(question)
    case .read(let reading): return [.register(news(reading))]
    case .loadCircle(let member, let corrected, _): return [.circle(circle(of: member, corrected))]
    case .loadLonely: return [.lonely(lonely())]
    case .loadHistory: return [.history(acts.reversed())]
    case .loadRefusals: return [.refusals(Self.refusals)]
    case .loadProgramme: return [.programme(running)]
    case .loadGames: return [.games(games)]
    case .loadWaiting: return [.waiting(waitingGuests)]
    case .loadConflicts: return [.conflicts(conflicts)]
    case .loadPrintings:
      return [
        .printings(acts.filter { $0.summary.verb == .print && $0.summary.detail == "badges" })
      ]
    case .rehearseBundle: return [.bundleTried(.success(Self.merge))]
    case .writeBundle: return [.bundleWritten(.success(Self.bundle))]
    case .unlock(let pin):
      return pin == "2580"
        ? [.locked(false, nil)] : [.locked(true, .pin(.wrong(tries: 1, seconds: 1)))]
    case .lock: return [.locked(true, nil)]
    case .rehearseRoster(let choice): return [.rehearsed(Self.summary(choice))]
    case .listFolder(let folder): return [.folder(Self.listing(folder))]
    case .listBundles(let folder): return [.folder(Self.bundles(folder))]
    case .lookAtRoster(let choice): return [.rosterSeen(Self.sketch(choice))]
    case .writeProblems(let choice, _, _): return [.problemsWritten(choice.path + "-待改.xlsx")]
    }
  }

  static func summary(_ choice: RosterChoice) -> ImportSummary {
    var summary = ImportSummary()
    summary.columns = columns(choice.corrections)
    summary.passedOver = 2
    summary.replaced = 1
    summary.rows = 603
    summary.added = 571
    summary.updated = 12
    summary.unchanged = 9
    summary.refused = 11
    summary.problems = [
      ImportProblem(
        row: 14, column: "4、出生日期", code: .unknownBirth, evidence: "属猴", isRefusal: false),
      ImportProblem(row: 57, column: "", code: .missingName, evidence: "", isRefusal: true),
      ImportProblem(
        row: 88, column: "身份证号", code: .residentNumber, evidence: "3.70102E+17", isRefusal: true),
      ImportProblem(row: 102, column: "", code: .repeatedRow, evidence: "57", isRefusal: true),
      ImportProblem(row: 203, column: "提交答卷时间", code: .replaced, evidence: "318", isRefusal: false),
      ImportProblem(
        row: 606, column: "", code: .passedOver, evidence: "合计, 603人", isRefusal: false,
        kind: .total),
    ]
    return summary
  }

  static let listSummary: ImportSummary = {
    var summary = ImportSummary(.registrations)
    summary.rows = 62
    summary.passedOver = 1
    summary.columns = [
      ColumnReport(place: 1, head: "姓名", fate: .read("name"), filled: 62),
      ColumnReport(place: 2, head: "手机号", fate: .read("phone"), filled: 60),
      ColumnReport(place: 3, head: "胸牌号", fate: .read("badge"), filled: 62),
      ColumnReport(place: 4, head: "桌号", fate: .passedOver(.unread), filled: 62),
    ]
    summary.added = 58
    summary.unchanged = 2
    summary.refused = 2
    summary.problems = [
      ImportProblem(
        row: 9, column: "姓名", code: .unknownMember, evidence: "王大锤", isRefusal: true),
      ImportProblem(
        row: 30, column: "", code: .refused, evidence: "badge-taken", isRefusal: true,
        refusal: .door(.badgeTaken(Badge(.men, 7)), name: "李强")),
    ]
    return summary
  }()

  static let foundSummary: ImportSummary = {
    var summary = ImportSummary(.found)
    summary.rows = 62
    summary.added = 50
    summary.updated = 8
    summary.unchanged = 2
    summary.refused = 2
    summary.problems = ["李强", "王敏"].map { name in
      ImportProblem(
        row: 0, column: "", code: .refused, evidence: "married", isRefusal: true,
        refusal: .door(.ineligible(.married), name: name))
    }
    return summary
  }()

  static let refusals = [
    RefusalRecord(
      at: Timestamp(milliseconds: SampleEvening.doors.milliseconds + 4_000_000), station: "B",
      name: "尉迟恭", member: nil, code: "full"),
    RefusalRecord(
      at: Timestamp(milliseconds: SampleEvening.doors.milliseconds + 600_000), station: "A",
      name: "周文博", member: SampleEvening.member(12), code: "not-verified"),
  ]

  // MARK: - Changes

  private mutating func carryOut(_ change: Change, _ id: RequestID) -> [Message] {
    switch change {
    // It would stand in the list of events, which is always the same here.
    case .createEvent: return []
    case .importRoster(let choice): return [.done(id, .imported(Self.summary(choice), nil))]
    case .registerList: return [.done(id, .imported(Self.listSummary, nil))]
    case .registerFound: return [.done(id, .imported(Self.foundSummary, nil))]
    case .keep(let change): return [.done(id, .saved(record(.original, summary(of: change))))]
    case .mergeBundle:
      return [
        .done(id, .saved(record(.merge, ActSummary(.mergeBundle, count: Self.merge.acts))))
      ]
    case .print(let request):
      guard [.badges, .ballots].contains(request.kind) else { return [.done(id, .unchanged)] }
      let summary = ActSummary(
        .print, event: evening.event.code, count: evening.guests.count,
        detail: request.kind.rawValue)
      return [.done(id, .saved(record(.original, summary)))]
    case .settleConflict(let conflict, _):
      conflicts.removeAll { $0.id == conflict }
      return [.done(id, .saved(record(.original, ActSummary(.settleConflict))))]
    case .drawThread, .askQuestion, .answerQuestions: return play(change, id)
    case .setProgramme, .runProgramme, .startRound, .planRounds, .planTopics:
      return goOn(change, id)
    case .undo: return takeBack(id)
    case .redo: return doAgain(id)
    default: break
    }
    let before = evening
    do throws(Refusal) {
      let (summary, news) = try apply(change)
      past.append(before)
      future = []
      let done = Message.done(id, .saved(record(.original, summary)))
      if isRead { return [.eveningChanged(news), done] }
      isRead = true
      return [.evening(evening, SampleEvening.index(of: evening)), done]
    } catch {
      return [.done(id, .refused(error))]
    }
  }

  mutating func record(_ kind: Act.Kind, _ summary: ActSummary) -> Act {
    let act = Act(
      sequence: Int64(acts.count + 1), at: Self.now, station: "A", kind: kind, summary: summary,
      isUndone: false)
    acts.append(act)
    return act
  }

  private mutating func apply(_ change: Change) throws(Refusal) -> (ActSummary, EveningChange) {
    switch change {
    case .checkIn(let id, let overriding):
      let isBack = evening.guest(id)?.registration.status == .left
      return try move(id, isBack ? .comeBack : .checkIn) { guest, evening throws(DoorRefusal) in
        do throws(DoorRefusal) {
          try Door.admit(guest, to: evening.event, headcounts: evening.headcounts)
        } catch {
          guard overriding, error.canBeOverridden else { throw error }
        }
        guest.registration.pool = try Door.pool(of: guest, at: evening.event)
        guest.registration.status = .checkedIn
        guest.registration.arrival = Arrival(at: Self.now, station: "A")
      }
    case .takeBackCheckIn(let id):
      return try move(id, .takeBackCheckIn) { guest, _ in
        guest.registration.status = .registered
        guest.registration.arrival = nil
      }
    case .leave(let id):
      return try move(id, .leave) { guest, _ in
        guest.registration.status = .left
        guest.registration.leftAt = Self.now
      }
    case .changeBadge(let id, let number):
      return try move(id, .changeBadge) { guest, evening throws(DoorRefusal) in
        let pool = evening.event.pools.pool(for: guest.sex) ?? guest.registration.pool
        let badge = Badge(pool, number)
        if evening.guest(wearing: badge) != nil { throw .badgeTaken(badge) }
        guest.registration.pool = pool
        guest.registration.badge = number
      }
    case .walkIn(_, let who, _): return walkIn(who)
    case .saveSlip(_, let ballot, let typing): return try save(ballot, typing)
    case .register(_, let member, let overriding):
      return try register(member, overriding: overriding)
    case .decline(_, let id):
      return try move(id, .decline) { guest, _ in guest.registration.status = .declined }
    case .unregister(_, let id): return try unregister(id)
    case .editEvent(_, let form):
      let slips = evening.slips.values.map(\.choices.count)
      do {
        evening.event = try evening.event.edited(
          to: form, guests: evening.guests.count,
          slipsOver: { limit in slips.count { $0 > limit } })
      } catch {
        throw (error as? Refusal) ?? .history(.gone)
      }
      return (
        ActSummary(.editEvent, event: "qixi", name: form.title), EveningChange(event: evening.event)
      )
    case .removeEvent:
      return (
        ActSummary(.removeEvent, event: "qixi", name: evening.event.title),
        EveningChange(event: evening.event)
      )
    case .archiveEvent:
      evening.event.state = .archived
      return (ActSummary(.archiveEvent, event: "qixi"), EveningChange(event: evening.event))
    case .closeEvent:
      evening.event.state = .closed
      return (ActSummary(.closeEvent, event: "qixi"), EveningChange(event: evening.event))
    case .recordRefusedSlip(_, let badge, let refusal):
      return (
        ActSummary(.refuseSlip, event: "qixi", badge: badge, refusal: refusal.code),
        EveningChange(event: evening.event)
      )
    case .gate(_, let round, let step): return try decide(step, round: round)
    case .seeOutcome(_, let id):
      let guest = evening.guest(id)
      return (
        ActSummary(.seeOutcome, event: "qixi", name: guest?.name ?? "", badge: guest?.badge),
        EveningChange(event: evening.event)
      )
    case .openPicking(_, let wish):
      let round = wish.round(evening.currentRound.number + 1, of: evening.event)
      return with(
        evening.rounds + [round], ActSummary(.openPicking, event: "qixi", count: round.number))
    case .closePicking(_, let number):
      let rounds = evening.rounds.map { round in
        var round = round
        if round.number == number { round.state = .closed }
        return round
      }
      return with(rounds, ActSummary(.closePicking, event: "qixi", count: number))
    default: throw .history(.nothingToUndo)
    }
  }

  /// Names are taken to be consented to.
  private mutating func decide(
    _ step: GateStep, round: Int
  ) throws(Refusal) -> (ActSummary, EveningChange) {
    isRead = false
    func remove(_ badges: PairedBadges) {
      let kept = evening.announcements.filter { evening.badges(of: $0) != badges }
      evening.announcements = kept
    }
    func add(_ badges: PairedBadges, _ decision: Announcement.Decision) {
      guard let one = evening.guest(wearing: badges.a), let other = evening.guest(wearing: badges.b)
      else { return }
      remove(badges)
      let number = evening.announcements.count + 1
      evening.announcements.append(
        Announcement(
          id: Identifier(high: 9, low: UInt64(number)), round: round, one: one.id, other: other.id,
          decision: decision, at: Self.now))
    }
    switch step {
    case .announce(let badges, let shownAs):
      add(badges, .announced(shownAs))
      return (
        ActSummary(.announcePair, event: "qixi", detail: badges.description),
        EveningChange(event: evening.event)
      )
    case .hold(let badges, let note):
      add(badges, .held(note: note))
      return (
        ActSummary(.holdPair, event: "qixi", detail: badges.description),
        EveningChange(event: evening.event)
      )
    case .release(let badges):
      remove(badges)
      return (
        ActSummary(.releasePair, event: "qixi", detail: badges.description),
        EveningChange(event: evening.event)
      )
    }
  }

  private mutating func with(
    _ rounds: [PickingRound], _ summary: ActSummary
  ) -> (ActSummary, EveningChange) {
    evening = Evening(
      event: evening.event, guests: evening.guests, slips: evening.typed, rounds: rounds,
      announcements: evening.announcements)
    isRead = false
    return (summary, EveningChange(event: evening.event))
  }

  private mutating func move(
    _ id: RegistrationID, _ verb: ActSummary.Verb,
    _ body: (inout Guest, Evening) throws(DoorRefusal) -> Void
  ) throws(Refusal) -> (ActSummary, EveningChange) {
    guard var guest = evening.guest(id) else { throw .door(.notRegistered, name: "") }
    do throws(DoorRefusal) { try body(&guest, evening) } catch {
      throw .door(error, name: guest.name)
    }
    evening.take(guest)
    return (
      ActSummary(verb, event: "qixi", name: guest.name, badge: guest.badge),
      EveningChange(event: evening.event, guests: [guest])
    )
  }

  private mutating func walkIn(_ who: WalkIn) -> (ActSummary, EveningChange) {
    var guest = SampleEvening.guest(evening.guests.count, arrived: .max)
    if case .member(let id, let sex) = who {
      let row = SampleEvening.member(at: Int(id.low))
      guest.name = row.name
      guest.sex = row.sex ?? sex
    }
    if case .stranger(let name, let sex, _, let employer) = who {
      guest.name = name
      guest.sex = sex
      guest.employer = employer
    }
    evening.take(guest)
    return (
      ActSummary(.walkIn, event: "qixi", name: guest.name, badge: guest.badge),
      EveningChange(event: evening.event, guests: [guest])
    )
  }

  private mutating func unregister(
    _ id: RegistrationID
  ) throws(Refusal) -> (ActSummary, EveningChange) {
    guard let guest = evening.guest(id) else { throw .history(.gone) }
    evening = Evening(
      event: evening.event, guests: evening.guests.filter { $0.id != id },
      slips: evening.typed, rounds: evening.rounds)
    isRead = false
    return (
      ActSummary(.unregister, event: "qixi", name: guest.name, badge: guest.badge),
      EveningChange(event: evening.event)
    )
  }

  private mutating func register(
    _ member: MemberID, overriding: Bool
  ) throws(Refusal) -> (ActSummary, EveningChange) {
    let row = SampleEvening.member(at: Int(member.low))
    let credentials = Credentials(
      status: statuses[member] ?? .single, verification: .verified)
    if !overriding,
      let refusal = Door.refusals(ofRegistering: credentials, for: evening.event).first
    {
      throw .door(refusal, name: row.name)
    }
    let place = evening.guests.count
    let isMan = row.sex == .man
    let guest = Guest(
      registration: Registration(
        id: SampleEvening.registration(place), event: evening.event.id, member: member,
        pool: isMan ? .men : .women),
      number: row.number, name: row.name, sex: row.sex, birthYear: row.birth?.year,
      employer: row.texts[.employer] ?? "", maskedPhone: row.phone?.masked ?? "",
      credentials: Credentials(verification: .verified))
    evening.take(guest)
    return (
      ActSummary(.register, event: "qixi", name: guest.name),
      EveningChange(event: evening.event, guests: [guest])
    )
  }

  /// How the desk types slips of the first round.
  var typing: SlipTyping { SlipTyping(round: 1, isShared: true) }

  private mutating func save(
    _ ballot: Ballot, _ typing: SlipTyping
  ) throws(Refusal) -> (ActSummary, EveningChange) {
    let id = evening.guest(wearing: ballot.picker)?.id ?? SampleEvening.registration(0)
    let round = typing.round ?? evening.currentRound.number
    var readings = evening.readings(of: id, round: round)
    let slip = SlipRecord(
      picks: ballot.picks.compactMap { pick in
        evening.guest(wearing: pick.person).map { Pick($0.id, at: pick.place) }
      },
      isUnranked: ballot.ranks == .unranked, at: Self.now, station: "A")
    let step: SlipStep
    do throws(SlipRefusal) {
      step = try typing.step(slip, beside: readings, of: ballot.picker)
    } catch {
      throw .slip(error)
    }
    guard case .write(let reading, let outcome) = step else {
      throw .slip(.alreadyIn(ballot.picker))
    }
    readings[reading] = slip
    evening.take(readings, of: SlipKey(id, in: round))
    let verb: ActSummary.Verb =
      switch (outcome, typing.replacing) {
      case (.settled, _): .settleSlip
      case (.same, _), (.differs, _): .compareSlip
      case (_, .nothing): typing.reading == .second ? .compareSlip : .saveSlip
      case (_, .whatever), (_, .exactly): .correctSlip
      }
    return (
      ActSummary(
        verb, event: "qixi", badge: ballot.picker,
        detail: outcome == .settled || outcome == .saved
          ? verb == .correctSlip && typing.reading == .second ? ActSummary.secondTyping : nil
          : outcome.rawValue),
      EveningChange(event: evening.event, slips: [SlipKey(id, in: round): readings])
    )
  }

  private mutating func takeBack(_ id: RequestID) -> [Message] {
    guard let before = past.popLast(), let last = acts.last(where: { $0.kind != .undo }) else {
      return [.done(id, .refused(.history(.nothingToUndo)))]
    }
    future.append(evening)
    evening = before
    return [
      .evening(evening, SampleEvening.index(of: evening)),
      .done(id, .saved(record(.undo, last.summary))),
    ]
  }

  private mutating func doAgain(_ id: RequestID) -> [Message] {
    guard let after = future.popLast(), let last = acts.last else {
      return [.done(id, .refused(.history(.nothingToRedo)))]
    }
    past.append(evening)
    evening = after
    return [
      .evening(evening, SampleEvening.index(of: evening)),
      .done(id, .saved(record(.redo, last.summary))),
    ]
  }
}

extension Hall {
  /// The screen as text: the glyphs of each row.
  func rows(_ size: Size = Size(columns: 80, rows: 24)) -> [String] {
    let frame = desk.view(size)
    return (0..<frame.size.rows).map { row in
      var text = ""
      for cell in frame.row(row) {
        if case .lead(let character, _) = cell.content { text.append(character) }
      }
      return text
    }
  }

  func shows(_ text: String, _ size: Size = Size(columns: 80, rows: 24)) -> Bool {
    rows(size).contains { $0.contains(text) }
  }
}

extension Evening {
  /// Everything that was typed of slips.
  var typed: [SlipKey: SlipReadings] {
    var typed: [SlipKey: SlipReadings] = [:]
    for round in rounds {
      for (picker, slip) in readings(round: round.number) {
        typed[SlipKey(picker, in: round.number)] = slip
      }
    }
    return typed
  }
}
