import GRDB

// What is kept of members beside their details: who vouched for them, what they allowed, who is
// entered twice; and what organizers have the program remember.

extension Schema {
  static let registerTables = vouching + deciding + remembering

  static func isDay(_ column: String) -> String {
    "CHECK (\(column) GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')"
  }

  /// A verification is one decision, the newest counts; a consent is one giving of it, with its end.
  /// Neither is a flag: what was true on a day can be told later.
  private static let vouching = """
    CREATE TABLE verification (
      id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
      member TEXT NOT NULL REFERENCES member(id),
      outcome TEXT NOT NULL CHECK (outcome = 'verified' OR outcome = 'rejected'),
      decided_by TEXT NOT NULL CHECK (decided_by <> ''),
      decided_on TEXT NOT NULL \(isDay("decided_on")),
      evidence TEXT NOT NULL,
      until TEXT \(isDay("until")),
      note TEXT NOT NULL,
      CHECK ((outcome = 'verified') = (until IS NOT NULL))
    ) STRICT;
    CREATE INDEX verification_member ON verification(member);
    CREATE TABLE consent (
      id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
      member TEXT NOT NULL REFERENCES member(id),
      purpose TEXT NOT NULL
        CHECK (\(one(of: "listing", "broadcast", "big-screen", "photo", "contact", in: "purpose"))),
      granted TEXT NOT NULL \(isDay("granted")),
      until TEXT \(isDay("until")),
      revoked TEXT \(isDay("revoked"))
    ) STRICT;
    CREATE INDEX consent_member ON consent(member);
    """

  /// Members without a reference: who was merged is no member any more, and the decision stands.
  ///
  /// `member_alias` is by what a roster knows somebody who was merged into a member, or a member who
  /// was corrected by hand, so that an import can tell that a row is that member's and does not enter
  /// them anew.
  private static let deciding = """
    CREATE TABLE duplicate_decision (
      id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
      one TEXT NOT NULL CHECK (length(one) = 36),
      other TEXT NOT NULL CHECK (length(other) = 36),
      merged_into TEXT CHECK (merged_into = one OR merged_into = other),
      decided_by TEXT NOT NULL,
      decided_on TEXT NOT NULL \(isDay("decided_on")),
      UNIQUE (one, other),
      CHECK (one < other)
    ) STRICT;
    CREATE INDEX duplicate_decision_other ON duplicate_decision(other);
    CREATE INDEX duplicate_decision_merged ON duplicate_decision(merged_into)
      WHERE merged_into IS NOT NULL;
    CREATE TABLE member_alias (
      id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
      member TEXT NOT NULL REFERENCES member(id),
      ground TEXT NOT NULL CHECK (\(one(of: "merged", "corrected", in: "ground"))),
      number TEXT NOT NULL,
      name TEXT NOT NULL,
      phone TEXT,
      birth TEXT,
      employer TEXT
    ) STRICT;
    CREATE INDEX member_alias_member ON member_alias(member);
    """

  /// `columns` is which head of a roster is read as what.
  private static let remembering = """
    CREATE TABLE saved_filter (
      id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
      name TEXT NOT NULL UNIQUE CHECK (name <> ''),
      terms TEXT NOT NULL
    ) STRICT;
    CREATE TABLE column_mapping (
      id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 36),
      fingerprint TEXT NOT NULL UNIQUE CHECK (fingerprint <> ''),
      columns TEXT NOT NULL CHECK (json_valid(columns))
    ) STRICT;
    """
}
