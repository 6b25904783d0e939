import GRDB
public import Matchmaking

extension Store {
  /// Puts questions in the place of those there were; one act.
  ///
  /// - Throws: `Refusal.game(.answersIn)` where somebody has answered: their letters would mean something else.
  @discardableResult
  public func setQuestions(_ questions: [HeartsQuestion], of id: EventID) throws -> Act {
    try act(ActSummary(.setQuestions, count: questions.count)) { writer, summary in
      let event = try writer.playing(id, &summary)
      if questions.isEmpty { throw Refusal.game(.noQuestions) }
      let key = event.id.description
      let answered = try writer.number("SELECT count(*) FROM hearts_answer WHERE event = ?", [key])
      guard answered ?? 0 == 0 else { throw Refusal.game(.answersIn(count: answered ?? 0)) }
      try writer.run("DELETE FROM hearts_question WHERE event = ?", [key])
      for (place, question) in questions.enumerated() {
        let row: Identifier<HeartsQuestion> = writer.identifier()
        try writer.run(
          "INSERT INTO hearts_question (id, event, place, text, options) VALUES (?, ?, ?, ?, ?)",
          [row.description, key, place + 1, question.text, question.json])
      }
    }.1
  }

  /// In their order.
  public func questions(of event: EventID) throws -> [HeartsQuestion] {
    try read { try HeartsQuestion.all(of: event, in: $0) }
  }

  /// Puts a question on the big screen, counted from 1; 0 takes it away.
  ///
  /// - Returns: the act; nil where it stands there already.
  @discardableResult
  public func ask(_ number: Int, at id: EventID) throws -> Act? {
    do {
      return try act(ActSummary(.askQuestion, count: number)) { writer, summary in
        let event = try writer.playing(id, &summary)
        let asked = try HeartsQuestion.all(of: id, in: writer.db)
        guard !asked.isEmpty else { throw Refusal.game(.noQuestions) }
        guard (0...asked.count).contains(number) else {
          throw Refusal.game(.noQuestion(number, questions: asked.count))
        }
        let shown = try HeartsQuestion.shown(of: id, in: writer.db)
        if shown.map({ $0 + 1 }) ?? 0 == number { throw NothingChanged() }
        try writer.show(number, of: event)
      }.1
    } catch is NothingChanged {
      return nil
    }
  }

  /// Both games of an evening.
  public func games(of event: EventID) throws -> EveningGames {
    EveningGames(
      draws: try threadDraws(of: event), questions: try questions(of: event),
      shown: try read { try HeartsQuestion.shown(of: event, in: $0) },
      answers: try answers(of: event))
  }

  /// Stores somebody's answers.
  ///
  /// - Parameter replacing: whether answers that are in give way.
  /// - Returns: the act; nil where the same answers are in already.
  @discardableResult
  public func answer(
    _ sheet: HeartsSheet, at id: EventID, replacing: Bool = false
  ) throws -> Act? {
    do {
      return try act(ActSummary(.answerQuestions, badge: sheet.badge)) { writer, summary in
        let event = try writer.playing(id, &summary)
        let asked = try HeartsQuestion.all(of: id, in: writer.db)
        let wearer = try writer.wearer(of: sheet.badge, in: id)
        let rules = SlipRules(pools: event.pools, maxPicks: nil) { badge in
          badge == sheet.badge ? wearer?.presence(at: event) ?? .unknown : .unknown
        }
        try sheet.check(asked, rules)
        guard let guest = wearer else { throw Refusal.slip(.unknownBadge(sheet.badge)) }
        summary.name = guest.name
        try writer.write(sheet, of: guest, event, replacing: replacing)
      }.1
    } catch is NothingChanged {
      return nil
    }
  }

  /// Whose answers are in.
  public func answers(of event: EventID) throws -> [RegistrationID: String] {
    try read { db in
      let rows = try Prepared(
        "SELECT registration, letters FROM hearts_answer WHERE event = ?", in: db
      ).all([event.description]) { (RegistrationID($0.text(0)), $0.text(1)) }
      return rows.reduce(into: [:]) { all, row in
        if let id = row.0 { all[id] = row.1 }
      }
    }
  }

  /// That somebody looked who has nobody yet.
  @discardableResult
  public func noteWaitingSeen(at id: EventID) throws -> Act {
    try act(ActSummary(.seeWaiting)) { writer, summary in
      summary.event = try writer.event(id).code
    }.1
  }

  /// How often the two of each pair gave the same answer: pairs that were announced, that the rule makes of the
  /// slips, and of the red thread's last draw.
  public func heartsScores(of id: EventID) throws -> [HeartsScore] {
    let evening = try evening(id)
    let asked = try questions(of: id).count
    let answers = try answers(of: id)
    let badge = { (id: RegistrationID) in evening.guest(id)?.badge }
    var meetings = Set(
      evening.announced.compactMap(evening.badges).map { Meeting($0.a, $0.b) })
    for round in evening.rounds {
      let pairs = try evening.pairing(round: round.number).pairs
      meetings.formUnion(pairs.map { Meeting($0.pick.a, $0.pick.b) })
    }
    if let draw = try threadDraws(of: id).last { meetings.formUnion(draw.thread(badge).pairs) }
    let letters = { (badge: Badge) in evening.guest(wearing: badge).flatMap { answers[$0.id] } }
    return HeartsScore.sorted(
      meetings.map { HeartsScore($0, letters($0.a), letters($0.b), of: asked) })
  }
}

extension HeartsQuestion {
  fileprivate var json: String { JSONText.array(options) }

  /// The place of the one that stands on the big screen, from 0.
  static func shown(of event: EventID, in db: Database) throws -> Int? {
    try Prepared(
      """
      SELECT place FROM hearts_question WHERE event = ? AND shown_at IS NOT NULL
      ORDER BY shown_at DESC, id DESC LIMIT 1
      """, in: db
    ).first([event.description]) { $0.int(0).map { $0 - 1 } } ?? nil
  }

  static func all(of event: EventID, in db: Database) throws -> [HeartsQuestion] {
    try Prepared("SELECT text, options FROM hearts_question WHERE event = ? ORDER BY place", in: db)
      .all([event.description]) { row in
        guard let options = NarrowJSON(row.text(1))?.list else {
          throw UnreadableRow(description: "hearts_question")
        }
        return HeartsQuestion(row.text(0), options.compactMap(\.text))
      }
  }
}

extension ActWriter {
  fileprivate func show(_ number: Int, of event: Event) throws {
    let key = event.id.description
    guard number > 0 else {
      return try run("UPDATE hearts_question SET shown_at = NULL WHERE event = ?", [key])
    }
    // Later than the one before, though the clock was set back.
    try run(
      """
      UPDATE hearts_question SET shown_at =
        max(?1, ifnull((SELECT max(shown_at) FROM hearts_question WHERE event = ?2), 0) + 1)
      WHERE event = ?2 AND place = ?3
      """, [now.milliseconds, key, number])
  }

  fileprivate func write(
    _ sheet: HeartsSheet, of guest: Guest, _ event: Event, replacing: Bool
  ) throws {
    let known = try row(
      "SELECT id, letters FROM hearts_answer WHERE registration = ?", [guest.id.description])
    if let known {
      if try known.needed("letters") == sheet.letters { throw NothingChanged() }
      guard replacing else { throw Refusal.game(.answered(sheet.badge)) }
      try run(
        "UPDATE hearts_answer SET letters = ?, at = ? WHERE id = ?",
        [sheet.letters, now.milliseconds, try known.needed("id") as String])
      return
    }
    let id: Identifier<HeartsSheet> = identifier()
    try run(
      "INSERT INTO hearts_answer (id, event, registration, letters, at) VALUES (?, ?, ?, ?, ?)",
      [
        id.description, event.id.description, guest.id.description, sheet.letters,
        now.milliseconds,
      ])
  }
}
