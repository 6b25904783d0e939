/// The tables whose rows are changed by acts alone, and are told by the change log.
///
/// Whatever must be answered for each of them is a switch over them all, so that a new table without an
/// answer does not compile: how it is followed, erased, handed out, merged.
enum LoggedTable: String, CaseIterable, Sendable {
  // In the order in which they refer to one another.
  case member
  case event
  case registration
  case ballot
  case pick
  case refusal
  case verification
  case consent
  case duplicateDecision = "duplicate_decision"
  case memberAlias = "member_alias"
  case savedFilter = "saved_filter"
  case columnMapping = "column_mapping"
  case conflictDecision = "conflict_decision"
  case segment
  case seatingPlan = "seating_plan"
  case seatingRound = "seating_round"
  case forbiddenPair = "forbidden_pair"
  case absence
  case pickingRound = "picking_round"
  case announcement
  case picksPurge = "picks_purge"
  case outcome
  case couple
  case coupleStep = "couple_step"
  case threadDraw = "thread_draw"
  case heartsQuestion = "hearts_question"
  case heartsAnswer = "hearts_answer"
}

// MARK: - What a row belongs to

extension LoggedTable {
  /// Columns that hold the key of a row of another table.
  var references: [(column: String, table: LoggedTable)] {
    switch self {
    case .member, .event, .savedFilter, .columnMapping, .conflictDecision: []
    case .registration: [("event", .event), ("member", .member)]
    case .ballot: [("event", .event), ("picker", .registration)]
    case .pick: [("ballot", .ballot), ("chosen", .registration)]
    case .refusal, .segment, .seatingPlan, .seatingRound, .pickingRound, .picksPurge, .threadDraw,
      .heartsQuestion:
      [("event", .event)]
    case .forbiddenPair, .announcement:
      [("event", .event), ("one", .registration), ("other", .registration)]
    case .outcome:
      [
        ("event", .event), ("purge", .picksPurge), ("one", .registration), ("other", .registration),
      ]
    case .absence: [("registration", .registration)]
    case .heartsAnswer: [("event", .event), ("registration", .registration)]
    case .couple: [("one", .member), ("other", .member), ("event", .event)]
    case .coupleStep: [("couple", .couple)]
    case .verification, .consent, .memberAlias: [("member", .member)]
    // Members without a reference: who was merged is no member any more, and the decision stands.
    case .duplicateDecision: []
    }
  }

  /// The column by which a row is part of another: it is none of the row that stands for that one.
  var whole: String? {
    switch self {
    // The lines of a slip that does not stand are no lines of the one that does.
    case .pick: "ballot"
    case .outcome: "purge"
    case .member, .event, .registration, .ballot, .refusal, .verification, .consent,
      .duplicateDecision, .memberAlias, .savedFilter, .columnMapping, .conflictDecision, .segment,
      .seatingPlan, .seatingRound, .forbiddenPair, .absence, .pickingRound, .announcement,
      .picksPurge, .couple, .coupleStep, .threadDraw, .heartsQuestion, .heartsAnswer:
      nil
    }
  }

  /// What erasing a member does to rows of this table.
  enum Erasing {
    /// The member itself: a key stays where events count it.
    case member
    /// Rows of a member, by this column, that go with it.
    case gone(column: String)
    /// Rows of members, by these columns, that stay and tell nothing of them.
    case kept(columns: [String])
    /// Texts that may name it.
    case texts(columns: [String])
    case nothing
  }

  var erasing: Erasing {
    switch self {
    case .member: .member
    case .verification, .consent, .memberAlias: .gone(column: "member")
    case .registration, .refusal: .kept(columns: ["member"])
    case .couple: .kept(columns: ["one", "other"])
    case .savedFilter: .texts(columns: ["name", "terms"])
    case .columnMapping: .texts(columns: ["fingerprint", "columns"])
    case .event, .ballot, .pick, .duplicateDecision, .conflictDecision, .segment, .seatingPlan,
      .seatingRound, .forbiddenPair, .absence, .pickingRound, .announcement, .outcome, .picksPurge,
      .coupleStep, .threadDraw, .heartsQuestion, .heartsAnswer:
      .nothing
    }
  }

  /// Tables of which rows go with a member that is erased, by their column `member`.
  static let goneWithMember = allCases.filter {
    if case .gone = $0.erasing { true } else { false }
  }

  /// Columns that say whose a row is.
  static let ofMember: [(table: LoggedTable, column: String)] = allCases.flatMap { table in
    let columns: [String] =
      switch table.erasing {
      case .gone(let column): [column]
      case .kept(let columns): columns
      case .member, .texts, .nothing: []
      }
    return columns.map { (table, $0) }
  }

  /// Texts that organizers have the program remember, of two columns.
  static let remembered: [(table: LoggedTable, columns: [String])] = allCases.compactMap {
    if case .texts(let columns) = $0.erasing { ($0, columns) } else { nil }
  }

  /// Whom a change concerns at a desk.
  enum Following {
    case guest, slip, event, programme, pairing, member, nobody
  }

  var following: Following {
    switch self {
    case .registration: .guest
    case .ballot, .pick: .slip
    case .event, .refusal: .event
    case .segment, .seatingPlan, .seatingRound, .forbiddenPair, .absence, .threadDraw,
      .heartsQuestion, .heartsAnswer:
      .programme
    case .pickingRound, .announcement, .outcome, .picksPurge, .couple, .coupleStep:
      .pairing
    case .member, .verification, .consent, .duplicateDecision, .memberAlias, .savedFilter: .member
    case .columnMapping, .conflictDecision: .nobody
    }
  }
}

// MARK: - What two rows may not share

extension LoggedTable {
  /// What becomes of rows that files made apart and that the schema forbids side by side.
  enum Sharing {
    /// All stand; the column of every one but the oldest gets a number behind it.
    case numbered(column: String)
    /// One stands for all of them; which one, `Settlement` says.
    case standsForAll
    /// All stand; every one but the first has none.
    case emptied(column: String)
  }

  /// Columns that no two rows share, and what is done where they do; nulls are no values.
  var uniqueness: [(columns: [String], sharing: Sharing)] {
    switch self {
    case .member: [(["number"], .numbered(column: "number"))]
    case .event: [(["code"], .numbered(column: "code"))]
    case .registration:
      [
        (["member", "event"], .standsForAll),
        (["event", "pool", "badge"], .emptied(column: "badge")),
      ]
    case .ballot: [(["picker", "round", "reading"], .standsForAll)]
    case .pick: [(["ballot", "chosen"], .standsForAll), (["ballot", "place"], .standsForAll)]
    case .duplicateDecision: [(["one", "other"], .standsForAll)]
    case .savedFilter: [(["name"], .numbered(column: "name"))]
    case .columnMapping: [(["fingerprint"], .standsForAll)]
    case .seatingPlan: [(["event", "kind"], .standsForAll)]
    case .seatingRound: [(["event", "kind", "number"], .standsForAll)]
    case .forbiddenPair, .couple: [(["one", "other"], .standsForAll)]
    case .pickingRound, .threadDraw: [(["event", "number"], .standsForAll)]
    case .announcement, .outcome: [(["event", "round", "one", "other"], .standsForAll)]
    case .picksPurge: [(["event"], .standsForAll)]
    case .heartsQuestion: [(["event", "place"], .standsForAll)]
    case .heartsAnswer: [(["registration"], .standsForAll)]
    case .refusal, .verification, .consent, .memberAlias, .conflictDecision, .segment, .absence,
      .coupleStep:
      []
    }
  }

  /// The column that may get a number behind it.
  var suffixed: String? {
    for case (_, .numbered(let column)) in uniqueness { return column }
    return nil
  }

  /// Between a name and the number it gets.
  static let suffix = "-"

  /// In the order in which they are settled: decisions first, for others follow from them, then as rows
  /// refer to one another.
  static let settled = decisions + allCases.filter { !decisions.contains($0) }

  static let decisions: [LoggedTable] = [.duplicateDecision, .conflictDecision]
}
