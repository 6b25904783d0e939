import Matchmaking

// How many guests stand where and how many slips are in, kept by triggers: counting them anew for
// the list of events takes a quarter of a second over a year's registrations.
//
// One row for a pool, for a check-in changes three of its numbers: as rows of their own they cost it a
// third of its time.

extension Schema {
  /// How a guest may stand, a column of `tally` each.
  static let standings = [
    "registered", "waitlisted", "declined", "checked_in", "left", "no_show",
  ]

  /// Each standing as it is written in SQL; `left` is a word of it.
  static let standingColumns = standings.map { "\"\($0)\"" }

  /// No table of the change log: it follows from the others, whoever writes them; but for
  /// `last_badge`, the last number this file handed out in the pool. At an event that was made here all up to it
  /// are taken, so they need not be looked at when the next is handed out; at others it is of a block of this
  /// file's own (`BadgeBlocks`). It moves on with whoever gets the one after it. Slips count in a row
  /// for each picking round, whose number stands in the pool's place.
  static let counting: String = {
    let columns = standingColumns.joined(separator: ", ")
    let numbers = (standingColumns + ["slips", "last_badge"]).map {
      "\($0) INTEGER NOT NULL DEFAULT 0 CHECK (\($0) >= 0),"
    }.joined(separator: "\n  ")
    return """
      CREATE TABLE tally (
        event TEXT NOT NULL,
        pool TEXT NOT NULL,
        \(numbers)
        PRIMARY KEY (event, pool)
      ) STRICT, WITHOUT ROWID;
      CREATE TRIGGER registration_counted AFTER INSERT ON registration BEGIN
        INSERT INTO tally (event, pool, \(columns))
          VALUES (NEW.event, NEW.pool, \(standing(of: "NEW")))
          ON CONFLICT DO UPDATE SET \(steps { column, _ in "\(column) + excluded.\(column)" });
      END;
      CREATE TRIGGER registration_uncounted AFTER DELETE ON registration BEGIN
        UPDATE tally SET \(steps { "\($0) - (OLD.status = '\($1)')" })
          WHERE event = OLD.event AND pool = OLD.pool;
      END;
      CREATE TRIGGER registration_recounted AFTER UPDATE OF status, badge ON registration
      WHEN OLD.event = NEW.event AND OLD.pool = NEW.pool
      BEGIN
        UPDATE tally SET \(steps { "\($0) - (OLD.status = '\($1)') + (NEW.status = '\($1)')" }),
          last_badge = last_badge + (NEW.badge IS last_badge + 1)
          WHERE event = NEW.event AND pool = NEW.pool;
      END;
      CREATE TRIGGER registration_moved AFTER UPDATE OF event, pool ON registration
      WHEN OLD.event <> NEW.event OR OLD.pool <> NEW.pool
      BEGIN
        UPDATE tally SET \(steps { "\($0) - (OLD.status = '\($1)')" })
          WHERE event = OLD.event AND pool = OLD.pool;
        INSERT INTO tally (event, pool, \(columns))
          VALUES (NEW.event, NEW.pool, \(standing(of: "NEW")))
          ON CONFLICT DO UPDATE SET \(steps { column, _ in "\(column) + excluded.\(column)" });
      END;
      CREATE TRIGGER event_uncounted AFTER DELETE ON event BEGIN
        DELETE FROM tally WHERE event = OLD.id;
      END;
      CREATE TRIGGER ballot_counted AFTER INSERT ON ballot WHEN NEW.reading = 1 BEGIN
        INSERT INTO tally (event, pool, slips) VALUES (NEW.event, \(round("NEW")), 1)
          ON CONFLICT DO UPDATE SET slips = slips + 1;
      END;
      CREATE TRIGGER ballot_uncounted AFTER DELETE ON ballot WHEN OLD.reading = 1 BEGIN
        UPDATE tally SET slips = slips - 1 WHERE event = OLD.event AND pool = \(round("OLD"));
      END;
      CREATE TRIGGER ballot_recounted AFTER UPDATE OF event, round, reading ON ballot BEGIN
        UPDATE tally SET slips = slips - (OLD.reading = 1)
          WHERE event = OLD.event AND pool = \(round("OLD"));
        INSERT INTO tally (event, pool, slips)
          VALUES (NEW.event, \(round("NEW")), NEW.reading = 1)
          ON CONFLICT DO UPDATE SET slips = slips + (NEW.reading = 1);
      END;
      """
  }()

  /// What `tally` must say, counted from the rows, in its columns; where it has a row more, that must
  /// say 0.
  static let counts: String = {
    let columns = standings.map { "sum(status = '\($0)')" }.joined(separator: ", ")
    let none = standings.map { _ in "0" }.joined(separator: ", ")
    return """
      SELECT event, pool, \(columns), 0 AS slips FROM registration GROUP BY 1, 2
      UNION ALL
      SELECT event, CAST(round AS TEXT), \(none), count(*) FROM ballot WHERE reading = 1
        GROUP BY 1, 2
      """
  }()

  /// As text, or the index of the table would not be used for it.
  private static func round(_ row: String) -> String { "CAST(\(row).round AS TEXT)" }

  /// One number of each standing: 1 for how a registration stands, 0 for the others.
  private static func standing(of row: String) -> String {
    standings.map { "\(row).status = '\($0)'" }.joined(separator: ", ")
  }

  private static func steps(_ step: (String, String) -> String) -> String {
    zip(standingColumns, standings).map { "\($0) = \(step($0, $1))" }.joined(separator: ", ")
  }
}
