// Slips, what became of them, and what the hall was told.

extension Schema {
  /// A picking round has a row once it differs from what every event begins with: one round, open, by the
  /// event's rule. The first goes by the rule and the number of picks of its event; later ones have their own.
  ///
  /// `reading` of a ballot is 1 for the slip as it was typed first, 2 as another clerk typed it without seeing that,
  /// and 3 for what looking at the paper settled, which stands before both. Whoever a slip names was here, and
  /// stays so, or picks would be lost with the badge.
  static let picking = """
    CREATE TABLE picking_round (
      id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
      event TEXT NOT NULL REFERENCES event(id),
      number INTEGER NOT NULL CHECK (number > 0),
      rule TEXT CHECK (\(one(of: "all", "stable", "best", "most", in: "rule"))),
      max_picks INTEGER CHECK (max_picks > 0),
      leaves_out_paired INTEGER NOT NULL CHECK (leaves_out_paired IN (0, 1)),
      state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
      CHECK ((number = 1) = (rule IS NULL)),
      UNIQUE (event, number)
    ) STRICT;
    CREATE TRIGGER picking_round_with_slips BEFORE DELETE ON picking_round
    WHEN OLD.number > 1 AND NOT \(isSettling)
      AND EXISTS (SELECT 1 FROM ballot WHERE event = OLD.event AND round = OLD.number)
    BEGIN
      SELECT RAISE(ABORT, 'slips of this round are in');
    END;
    CREATE TRIGGER picking_round_taken_back BEFORE DELETE ON picking_round
    WHEN NOT \(isSettling)
      AND EXISTS (SELECT 1 FROM picking_round WHERE event = OLD.event AND number > OLD.number)
    BEGIN
      SELECT RAISE(ABORT, 'a later round began');
    END;
    CREATE TRIGGER picking_round_reopened BEFORE UPDATE OF state ON picking_round
    WHEN NEW.state = 'open' AND NOT \(isSettling)
      AND EXISTS (SELECT 1 FROM picking_round WHERE event = OLD.event AND number > OLD.number)
    BEGIN
      SELECT RAISE(ABORT, 'a later round began');
    END;
    CREATE TABLE ballot (
      id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
      event TEXT NOT NULL REFERENCES event(id),
      picker TEXT NOT NULL REFERENCES registration(id),
      round INTEGER NOT NULL CHECK (round > 0),
      reading INTEGER NOT NULL CHECK (reading IN (1, 2, 3)),
      is_unranked INTEGER NOT NULL CHECK (is_unranked IN (0, 1)),
      at INTEGER NOT NULL,
      station TEXT NOT NULL,
      clerk TEXT CHECK (clerk <> ''),
      UNIQUE (picker, round, reading)
    ) STRICT;
    CREATE INDEX ballot_event ON ballot(event);
    CREATE TABLE pick (
      id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
      ballot TEXT NOT NULL REFERENCES ballot(id),
      place INTEGER NOT NULL CHECK (place > 0),
      chosen TEXT NOT NULL REFERENCES registration(id),
      UNIQUE (ballot, place),
      UNIQUE (ballot, chosen)
    ) STRICT;
    CREATE INDEX pick_chosen ON pick(chosen);
    CREATE TRIGGER registration_with_slips AFTER UPDATE OF status, badge ON registration
    WHEN (NEW.status NOT IN ('checked_in', 'left') OR NEW.badge IS NULL)
      AND (EXISTS (SELECT 1 FROM ballot WHERE picker = NEW.id)
        OR EXISTS (SELECT 1 FROM pick WHERE chosen = NEW.id))
      AND NOT \(isSettling)
    BEGIN
      SELECT RAISE(ABORT, 'slips name this person');
    END;
    """

  /// What follows from slips and stays when they are gone.
  ///
  /// An announcement is a pair that was shown to the hall, or is held back with a note. `one` is the man, or the
  /// lower badge. An outcome is a mutual pick of an archived event, without ranks, for a rank left alone tells of
  /// picks before it; `reason` is a code (`PickOutcome.Verdict`). `picks_purge` says that an event's picks are gone, here
  /// and in every file that hears of it; of two made apart one stands, with its outcomes. Of a couple either may stand
  /// first, and both may be one: where files were worked on apart, members become one whom another file paired.
  static let pairing = """
    CREATE TABLE announcement (
      id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
      event TEXT NOT NULL REFERENCES event(id),
      round INTEGER NOT NULL CHECK (round > 0),
      one TEXT NOT NULL REFERENCES registration(id),
      other TEXT NOT NULL REFERENCES registration(id),
      state TEXT NOT NULL CHECK (state IN ('held', 'announced')),
      shown_as TEXT CHECK (shown_as IN ('number', 'name')),
      note TEXT CHECK (note <> ''),
      at INTEGER NOT NULL,
      CHECK ((state = 'announced') = (shown_as IS NOT NULL)),
      UNIQUE (event, round, one, other)
    ) STRICT;
    CREATE INDEX announcement_one ON announcement(one);
    CREATE INDEX announcement_other ON announcement(other);
    CREATE TABLE picks_purge (
      id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
      event TEXT NOT NULL UNIQUE REFERENCES event(id),
      at INTEGER NOT NULL,
      slips INTEGER NOT NULL CHECK (slips >= 0),
      picks INTEGER NOT NULL CHECK (picks >= 0)
    ) STRICT;
    CREATE TABLE outcome (
      id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
      event TEXT NOT NULL REFERENCES event(id),
      purge TEXT NOT NULL REFERENCES picks_purge(id),
      round INTEGER NOT NULL CHECK (round > 0),
      one TEXT NOT NULL REFERENCES registration(id),
      other TEXT NOT NULL REFERENCES registration(id),
      is_pair INTEGER NOT NULL CHECK (is_pair IN (0, 1)),
      reason TEXT NOT NULL,
      UNIQUE (event, round, one, other)
    ) STRICT;
    CREATE INDEX outcome_one ON outcome(one);
    CREATE INDEX outcome_other ON outcome(other);
    CREATE TABLE couple (
      id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
      one TEXT NOT NULL REFERENCES member(id),
      other TEXT NOT NULL REFERENCES member(id),
      event TEXT REFERENCES event(id),
      UNIQUE (one, other)
    ) STRICT;
    CREATE INDEX couple_other ON couple(other);
    CREATE TABLE couple_step (
      id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
      couple TEXT NOT NULL REFERENCES couple(id),
      stage TEXT NOT NULL
        CHECK (\(one(
          of: "paired", "in-love", "engaged", "married", "wedding", "ended", in: "stage"))),
      day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      evidence TEXT CHECK (evidence <> ''),
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX couple_step_couple ON couple_step(couple);
    """

  /// Red thread and hearts in step. `willing` and `pairs` of a draw are lists of registrations, in the order in
  /// which they were drawn from; a draw is one value, for another may not take half of it. Of an event's
  /// questions the one stands on the big screen that was put there last; none where none has `shown_at`.
  static let games = """
    CREATE TABLE thread_draw (
      id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
      event TEXT NOT NULL REFERENCES event(id),
      number INTEGER NOT NULL CHECK (number > 0),
      seed TEXT NOT NULL CHECK (seed <> ''),
      willing TEXT NOT NULL CHECK (json_valid(willing)),
      pairs TEXT NOT NULL CHECK (json_valid(pairs)),
      at INTEGER NOT NULL,
      UNIQUE (event, number)
    ) STRICT;
    CREATE TABLE hearts_question (
      id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
      event TEXT NOT NULL REFERENCES event(id),
      place INTEGER NOT NULL CHECK (place > 0),
      text TEXT NOT NULL CHECK (text <> ''),
      options TEXT NOT NULL CHECK (json_valid(options)),
      shown_at INTEGER,
      UNIQUE (event, place)
    ) STRICT;
    CREATE TABLE hearts_answer (
      id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
      event TEXT NOT NULL REFERENCES event(id),
      registration TEXT NOT NULL UNIQUE REFERENCES registration(id),
      letters TEXT NOT NULL,
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX hearts_answer_event ON hearts_answer(event);
    """
}
