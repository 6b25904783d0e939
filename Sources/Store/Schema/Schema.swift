import GRDB
import Matchmaking

/// The tables, as migrations that are only ever appended.
///
/// The schema carries the invariants: what it forbids cannot happen, whoever writes.
enum Schema {
  /// In the header of every file of ours: "QQIA".
  static let applicationID: Int32 = 0x5151_4941

  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration(
      "1 an evening with its programme, tables, picks, pairs, places by pool, who may come, slips by round, how pairs are told, a log that travels and settles"
    ) { db in
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(sql: log)
      try db.execute(sql: register)
      try db.execute(sql: evening)
      try db.execute(sql: picking)
      try db.execute(sql: counting)
      try db.execute(sql: registerTables + apart + programme + pairing + games)
      for table in LoggedTable.allCases { try logChanges(of: table.rawValue, in: db) }
    }
    migrator.registerMigration("2 search") { db in try db.execute(sql: keepingNames) }
    migrator.registerMigration("3 facts and hopes") { db in try db.execute(sql: keepingFacts) }
    return migrator
  }()

  // A check-in is as quick as it writes few pages, and every index it touches is one or two: it writes
  // five. So there are no indices on what is only ever looked up for undoing (`change`) or merging (`act.id`).

  /// `changes` is nil while the act is being written; the triggers log into the act that is open,
  /// so a write outside of an act fails.
  ///
  /// An entry of `change` with a `count` stands for so many new rows (see `isCoveredByStretch`).
  private static let log = """
    CREATE TABLE meta (
      key TEXT PRIMARY KEY NOT NULL,
      value TEXT NOT NULL
    ) STRICT;
    CREATE TABLE replica (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
      is_own INTEGER NOT NULL CHECK (is_own IN (0, 1))
    ) STRICT;
    CREATE TABLE act (
      sequence INTEGER PRIMARY KEY,
      id TEXT NOT NULL CHECK (length(id) = 36),
      clock INTEGER NOT NULL,
      station TEXT NOT NULL,
      operator TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (\(one(of: "do", "undo", "redo", "merge", in: "kind"))),
      target INTEGER REFERENCES act(sequence),
      summary TEXT NOT NULL CHECK (json_valid(summary)),
      changes INTEGER,
      replica INTEGER NOT NULL REFERENCES replica(number),
      ordinal INTEGER NOT NULL CHECK (ordinal > 0),
      merged_by INTEGER REFERENCES act(sequence),
      aside INTEGER NOT NULL DEFAULT 0 CHECK (aside IN (0, 1)),
      CHECK ((kind IN ('do', 'merge')) = (target IS NULL))
    ) STRICT;
    CREATE INDEX act_target ON act(target) WHERE target IS NOT NULL;
    CREATE TABLE change (
      id INTEGER PRIMARY KEY,
      act INTEGER NOT NULL REFERENCES act(sequence),
      "table" TEXT NOT NULL,
      row TEXT NOT NULL,
      before TEXT,
      after TEXT,
      last TEXT,
      count INTEGER CHECK (count >= 0),
      CHECK (count IS NULL OR (before IS NULL AND after IS NULL))
    ) STRICT;
    """

  /// `by_hand` lists the fields that somebody changed by hand last (`ActWriter.correct`).
  private static let register = """
    CREATE TABLE member (
      id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
      number TEXT NOT NULL UNIQUE CHECK (number <> ''),
      name TEXT NOT NULL CHECK (name <> ''),
      sex TEXT CHECK (sex IN ('M', 'F')),
      birth TEXT CHECK (birth GLOB '[0-9][0-9][0-9][0-9]*'),
      phone TEXT CHECK (length(phone) = 11),
      height INTEGER CHECK (height BETWEEN 100 AND 250),
      verification TEXT NOT NULL
        CHECK (\(one(of: "pending", "verified", "rejected", "expired", in: "verification"))),
      verified_until TEXT CHECK (verified_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      status TEXT NOT NULL DEFAULT 'single'
        CHECK (\(one(of: "single", "seeing", "married", "withdrawn", in: "status"))),
      erased_on TEXT CHECK (erased_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      education TEXT, employer TEXT, union_name TEXT, sector TEXT, job TEXT, income TEXT,
      marital TEXT, residence TEXT, wechat TEXT, ethnicity TEXT, politics TEXT, hometown TEXT,
      household TEXT, weight TEXT, children TEXT, housing TEXT, car TEXT, only_child TEXT,
      interests TEXT, introduction TEXT, criteria TEXT, matchmaker TEXT, note TEXT,
      resident_digits TEXT CHECK (length(resident_digits) = 4),
      extras TEXT CHECK (extras IS NULL OR json_valid(extras)),
      by_hand TEXT CHECK (by_hand IS NULL OR json_valid(by_hand))
    ) STRICT;
    CREATE INDEX member_order ON member(length(number), number) WHERE erased_on IS NULL;
    CREATE INDEX member_erased ON member(erased_on) WHERE erased_on IS NOT NULL;
    CREATE INDEX member_phone ON member(phone) WHERE phone IS NOT NULL;
    CREATE INDEX member_name ON member(name);
    """

  /// `ordinal` is a registration's place in the order in which people registered, which the waiting list
  /// goes by; not the row's number, which another becomes when a registration is cancelled and that is
  /// undone. `waived` is what the organizer let pass for this person, by the codes of the objections.
  ///
  /// `retired_badge` holds the numbers that somebody wore and wears no longer: nobody else gets them
  /// that evening, also when a check-in is undone. No table of the change log, and not undone; a
  /// check-in writes nothing to it. It outlives its event, whose removal can be undone.
  ///
  /// Until a badge is printed or handed out the pool follows the sex, whichever way that is changed; but
  /// undoing puts back what stood there.
  private static let evening = """
    CREATE TABLE event (
      id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
      code TEXT NOT NULL UNIQUE CHECK (code <> ''),
      title TEXT NOT NULL CHECK (title <> ''),
      date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      kind TEXT NOT NULL
        CHECK (\(one(of: "mixer", "special", "broadcast", "wedding", "talk", in: "kind"))),
      pools TEXT NOT NULL CHECK (pools IN ('two', 'one')),
      max_picks INTEGER CHECK (max_picks > 0),
      rule TEXT NOT NULL CHECK (\(one(of: "all", "stable", "best", "most", in: "rule"))),
      capacity INTEGER CHECK (capacity > 0),
      capacity_men INTEGER CHECK (capacity_men > 0),
      capacity_women INTEGER CHECK (capacity_women > 0),
      verified_only INTEGER NOT NULL CHECK (verified_only IN (0, 1)),
      state TEXT NOT NULL CHECK (\(one(of: "open", "closed", "archived", in: "state"))),
      home TEXT NOT NULL CHECK (length(home) = 36),
      theme TEXT, place TEXT, host TEXT, hotline TEXT,
      starts TEXT CHECK (starts GLOB '[0-2][0-9]:[0-5][0-9]'),
      eligible TEXT CHECK (eligible <> ''),
      shows_names INTEGER NOT NULL DEFAULT 0 CHECK (shows_names IN (0, 1)),
      door_tables TEXT CHECK (door_tables <> '' AND door_tables NOT GLOB '*[^A-Y]*'),
      announces_as TEXT NOT NULL DEFAULT 'number' CHECK (announces_as IN ('number', 'name'))
    ) STRICT;
    CREATE TABLE registration (
      id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
      event TEXT NOT NULL REFERENCES event(id),
      member TEXT NOT NULL REFERENCES member(id),
      pool TEXT NOT NULL CHECK (\(one(of: "M", "F", "G", in: "pool"))),
      badge INTEGER CHECK (badge BETWEEN 1 AND 99999),
      status TEXT NOT NULL
        CHECK (\(one(
          of: "registered", "waitlisted", "declined", "checked_in", "left", "no_show",
          in: "status"))),
      arrived_at INTEGER,
      arrived_station TEXT,
      left_at INTEGER,
      waived TEXT CHECK (waived <> ''),
      ordinal INTEGER NOT NULL CHECK (ordinal > 0),
      UNIQUE (member, event),
      CHECK ((status IN ('checked_in', 'left')) = (arrived_at IS NOT NULL)),
      CHECK ((arrived_at IS NULL) = (arrived_station IS NULL)),
      CHECK ((status = 'left') = (left_at IS NOT NULL))
    ) STRICT;
    CREATE INDEX registration_order ON registration(event, ordinal);
    CREATE UNIQUE INDEX registration_badge ON registration(event, pool, badge)
      WHERE badge IS NOT NULL;
    CREATE TABLE retired_badge (
      event TEXT NOT NULL CHECK (length(event) = 36),
      pool TEXT NOT NULL CHECK (\(one(of: "M", "F", "G", in: "pool"))),
      number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 99999),
      registration TEXT NOT NULL,
      PRIMARY KEY (event, pool, number)
    ) STRICT;
    CREATE INDEX retired_badge_registration ON retired_badge(registration);
    CREATE TRIGGER registration_badge_taken AFTER UPDATE OF badge, pool ON registration
    WHEN OLD.arrived_at IS NOT NULL AND OLD.badge IS NOT NULL
      AND (OLD.badge IS NOT NEW.badge OR OLD.pool <> NEW.pool)
    BEGIN
      INSERT OR IGNORE INTO retired_badge VALUES (OLD.event, OLD.pool, OLD.badge, OLD.id);
    END;
    CREATE TRIGGER registration_follows_sex AFTER UPDATE OF sex ON member
    WHEN NEW.sex IS NOT NULL AND OLD.sex IS NOT NEW.sex
      AND (SELECT kind FROM act ORDER BY sequence DESC LIMIT 1) = 'do'
    BEGIN
      UPDATE registration SET pool = NEW.sex
      WHERE member = NEW.id AND badge IS NULL AND pool <> 'G' AND pool <> NEW.sex
        AND EXISTS (SELECT 1 FROM event WHERE event.id = registration.event AND state = 'open');
    END;
    CREATE TABLE refusal (
      id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
      event TEXT NOT NULL REFERENCES event(id),
      member TEXT,
      code TEXT NOT NULL,
      at INTEGER NOT NULL,
      station TEXT NOT NULL,
      way TEXT NOT NULL CHECK (way = 'registration' OR way = 'door')
    ) STRICT;
    CREATE INDEX refusal_event ON refusal(event);
    """

  /// So many rows of the register, as a power of two, are kept together.
  static let stretchBits: Int64 = 11

  /// What the search and the filters keep of the register, stretch by stretch of row numbers.
  ///
  /// No table of the change log: it follows from `member`. A stretch goes in the same transaction as
  /// what it told of a member, so nothing of an erased one stays; a new member makes no stretch
  /// wrong but the last, which tells by `last` that it is short. Who runs VACUUM, which may number
  /// the rows anew, empties it first.
  private static let keepingNames = """
    CREATE TABLE search_stretch (
      number INTEGER PRIMARY KEY,
      last INTEGER NOT NULL,
      form INTEGER NOT NULL,
      bytes BLOB NOT NULL
    ) STRICT;
    CREATE TRIGGER member_unkept AFTER DELETE ON member BEGIN
      DELETE FROM search_stretch WHERE number = OLD.rowid >> \(stretchBits);
    END;
    CREATE TRIGGER member_rekept AFTER UPDATE OF number, name, phone ON member
    WHEN OLD.number IS NOT NEW.number OR OLD.name IS NOT NEW.name OR OLD.phone IS NOT NEW.phone
    BEGIN
      DELETE FROM search_stretch WHERE number = OLD.rowid >> \(stretchBits);
    END;
    """

  /// What filters look at, kept as the names are; whatever is changed of a member throws its stretch away.
  private static let keepingFacts = """
    CREATE TABLE fact_stretch (
      number INTEGER NOT NULL,
      part INTEGER NOT NULL,
      last INTEGER NOT NULL,
      form INTEGER NOT NULL,
      bytes BLOB NOT NULL,
      PRIMARY KEY (number, part)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER member_forgotten AFTER DELETE ON member BEGIN
      DELETE FROM fact_stretch WHERE number = OLD.rowid >> \(stretchBits);
    END;
    CREATE TRIGGER member_changed AFTER UPDATE ON member BEGIN
      DELETE FROM fact_stretch WHERE number = OLD.rowid >> \(stretchBits);
    END;
    """

  /// A check that a column holds one of some words.
  ///
  /// Not `IN`: for more than two words SQLite fills a temporary table at every write.
  static func one(of words: String..., in column: String) -> String {
    "(" + words.map { "\(column) = '\($0)'" }.joined(separator: " OR ") + ")"
  }
}

extension MemberText {
  /// `union` is a word of SQL.
  var column: String { self == .union ? "union_name" : rawValue }
}
