// What files that were worked on apart need when they become one.

extension Schema {
  /// `row_image` is how a row of a stretch was when it came, kept once a merge has changed it; until then it
  /// follows from the row and the log.
  ///
  /// `deviation` and `conflict` are no tables of the change log: they follow from it (`Settlement`). A row
  /// deviates where the tables cannot show what its acts say, because another row has the same badge, code or
  /// number: `raw` is what they say, `stands` the row that stands in its place, itself where only columns
  /// differ, null where none does. `deviation_link` finds those that must be looked at again when a row or a
  /// key changes.
  ///
  /// `conflict_decision` is what somebody decided about a conflict, and travels with the log.
  static let apart = """
    CREATE TABLE row_image (
      row TEXT PRIMARY KEY NOT NULL,
      image TEXT NOT NULL CHECK (json_valid(image))
    ) STRICT;
    CREATE TABLE deviation (
      row TEXT PRIMARY KEY NOT NULL,
      "table" TEXT NOT NULL,
      raw TEXT NOT NULL CHECK (json_valid(raw)),
      stands TEXT
    ) STRICT;
    CREATE TABLE deviation_link (
      target TEXT NOT NULL,
      row TEXT NOT NULL,
      PRIMARY KEY (target, row)
    ) STRICT;
    CREATE INDEX deviation_link_row ON deviation_link(row);
    CREATE TABLE conflict (
      id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
      code TEXT NOT NULL,
      "table" TEXT NOT NULL,
      row TEXT NOT NULL,
      other TEXT,
      "column" TEXT,
      ours TEXT,
      theirs TEXT
    ) STRICT;
    CREATE INDEX conflict_row ON conflict(row);
    CREATE TABLE conflict_decision (
      id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
      conflict TEXT NOT NULL CHECK (length(conflict) = 36),
      dropped TEXT
    ) STRICT;
    CREATE INDEX conflict_decision_conflict ON conflict_decision(conflict);
    CREATE INDEX conflict_decision_dropped ON conflict_decision(dropped) WHERE dropped IS NOT NULL;
    CREATE TABLE erased_member (
      id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
      erased_on TEXT NOT NULL \(isDay("erased_on"))
    ) STRICT;
    CREATE TRIGGER registration_needs_badge AFTER UPDATE OF status, badge ON registration
    WHEN NEW.badge IS NULL AND NEW.status IN ('checked_in', 'left')
      AND (OLD.badge IS NOT NULL OR OLD.status NOT IN ('checked_in', 'left'))
      AND NOT \(isSettling) AND \(isOriginal)
    BEGIN
      SELECT RAISE(ABORT, 'who is here wears a badge');
    END;
    CREATE TRIGGER registration_came_with_badge AFTER INSERT ON registration
    WHEN NEW.badge IS NULL AND NEW.status IN ('checked_in', 'left')
      AND NOT \(isSettling) AND \(isOriginal)
    BEGIN
      SELECT RAISE(ABORT, 'who is here wears a badge');
    END;
    """

  /// Undoing and redoing put back what stood.
  private static let isOriginal =
    "(SELECT kind FROM act ORDER BY sequence DESC LIMIT 1) = 'do'"

  /// Whether rows are being put as the acts of several files say, which may leave somebody without a badge.
  static let isSettling = "EXISTS (SELECT 1 FROM meta WHERE key = 'settling')"
}
