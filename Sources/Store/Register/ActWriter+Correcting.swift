import GRDB
import Matchmaking

extension ActWriter {
  /// Writes what somebody changed of a member by hand: from now on a roster leaves it alone, and the
  /// member is still known by what a roster called them.
  ///
  /// - Parameter before: as the register has the member.
  func correct(_ member: Member, from before: Member) throws {
    var member = member
    member.byHand.formUnion(member.fields(changedFrom: before))
    try rewrite(member)
    try keepFormer(before, of: member)
  }

  /// Keeps by what a roster knows a member whom it would not find any more.
  func keepFormer(_ before: Member, of member: Member) throws {
    let changed = member.fields(changedFrom: before)
    guard !changed.isDisjoint(with: [.number, .name, .phone, .birth, .text(.employer)]) else {
      return
    }
    let known = try number(
      """
      SELECT 1 FROM member_alias WHERE member = ? AND ground = 'corrected' AND number = ?
        AND name = ? AND phone IS ? AND birth IS ? AND employer IS ?
      """, [member.id.description] + before.identifyingFacts)
    if known == nil { try keepAlias(before, of: member.id, .corrected) }
  }

  /// Keeps by what a roster knows somebody who is now, or is now called, another.
  func keepAlias(_ former: Member, of member: MemberID, _ ground: AliasGround) throws {
    let id: Identifier<AliasGround> = identifier()
    try run(
      """
      INSERT INTO member_alias (id, member, ground, number, name, phone, birth, employer)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """, [id.description, member.description, ground.rawValue] + former.identifyingFacts)
  }
}

/// Why a member is known by another name, number, phone, birth date or employer too.
enum AliasGround: String {
  /// Somebody else's entry became this member: what is said of that one is not said of this one.
  case merged
  /// It is the same entry, corrected by hand.
  case corrected
}

extension Member {
  /// By what rosters know a member: number, name, phone, birth date, employer.
  fileprivate var identifyingFacts: [(any StatementBinding)?] {
    [number, name, phone?.digits, birth?.description, texts[.employer]]
  }
}
