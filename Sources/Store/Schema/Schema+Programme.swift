// What an evening goes by: its segments, who sits where in which round, who was out of the hall.

extension Schema {
  /// How far a segment or a round is. The moment of the end is kept by the clock on the wall and by the
  /// machine's steady clock (`ClockReading`), what is left only while it is paused; both in milliseconds.
  private static let phase = """
    state TEXT NOT NULL CHECK (\(one(of: "waiting", "running", "paused", "done", in: "state"))),
      started_at INTEGER,
      ends_at INTEGER,
      ends_steady INTEGER,
      boot TEXT,
      remaining INTEGER,
      ended_at INTEGER,
      CHECK ((state = 'waiting') = (started_at IS NULL)),
      CHECK (ends_at IS NULL OR state = 'running'),
      CHECK ((ends_steady IS NULL) = (boot IS NULL) AND (boot IS NULL OR ends_at IS NOT NULL)),
      CHECK (remaining IS NULL OR state = 'paused'),
      CHECK ((state = 'done') = (ended_at IS NOT NULL))
    """

  /// `tables` of a round is a list of `[number, topic, [registrations]]`; who sits out has no number. As one
  /// value, for a plan holds only as a whole: of two that were made apart one stands, and not half of each.
  /// It names people by their registrations; whoever reads it passes over those that are gone.
  ///
  /// `settings` and `report` of a plan are what `SeatingPlan` holds.
  ///
  /// An absence is somebody's leaving and coming back; a registration tells only how it is now.
  static let programme = """
    CREATE TABLE segment (
      id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
      event TEXT NOT NULL REFERENCES event(id),
      place INTEGER NOT NULL CHECK (place > 0),
      kind TEXT NOT NULL CHECK (\(one(
        of: "arrival", "opening", "icebreaker", "rounds", "topics", "hearts", "picks", "thread",
        "announcement", "closing", "free", in: "kind"))),
      title TEXT NOT NULL,
      minutes INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 1440),
      \(phase)
    ) STRICT;
    CREATE INDEX segment_event ON segment(event, place);
    CREATE TABLE seating_plan (
      id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
      event TEXT NOT NULL REFERENCES event(id),
      kind TEXT NOT NULL CHECK (kind IN ('rounds', 'topics')),
      settings TEXT NOT NULL CHECK (json_valid(settings)),
      report TEXT NOT NULL CHECK (json_valid(report)),
      UNIQUE (event, kind)
    ) STRICT;
    CREATE TABLE seating_round (
      id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
      event TEXT NOT NULL REFERENCES event(id),
      kind TEXT NOT NULL CHECK (kind IN ('rounds', 'topics')),
      number INTEGER NOT NULL CHECK (number > 0),
      minutes INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 1440),
      tables TEXT NOT NULL CHECK (json_valid(tables)),
      \(phase),
      UNIQUE (event, kind, number)
    ) STRICT;
    CREATE TABLE forbidden_pair (
      id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
      event TEXT NOT NULL REFERENCES event(id),
      one TEXT NOT NULL REFERENCES registration(id),
      other TEXT NOT NULL REFERENCES registration(id),
      UNIQUE (one, other)
    ) STRICT;
    CREATE INDEX forbidden_pair_event ON forbidden_pair(event);
    CREATE INDEX forbidden_pair_other ON forbidden_pair(other);
    CREATE TABLE absence (
      id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
      registration TEXT NOT NULL REFERENCES registration(id),
      left_at INTEGER NOT NULL,
      left_station TEXT NOT NULL,
      back_at INTEGER,
      back_station TEXT,
      CHECK ((back_at IS NULL) = (back_station IS NULL))
    ) STRICT;
    CREATE INDEX absence_registration ON absence(registration);
    """
}
