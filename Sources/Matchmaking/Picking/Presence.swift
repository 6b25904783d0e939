/// Where the wearer of a badge stands when a slip is typed.
public enum Presence: Hashable, Sendable, CaseIterable {
  /// No such badge this evening.
  case unknown
  /// Registered, but never checked in.
  case absent
  /// Checked in.
  case present
  /// Checked in and gone home since: still may pick and be picked.
  case left
  /// Was here, with a badge of another pool than their sex: nothing is taken from or for them until that
  /// is settled.
  case misplaced

  /// Who attended may pick and be picked.
  public var attended: Bool { self == .present || self == .left }
}
