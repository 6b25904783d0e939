/// Where a member stands between being single and having found somebody.
public enum MemberStatus: String, Hashable, Sendable, CaseIterable {
  case single
  /// Sees somebody; is suggested to nobody meanwhile.
  case seeing
  case married
  /// Has asked to be left out.
  case withdrawn

  /// Whether the member is still looking and may be suggested, listed and broadcast.
  public var isLooking: Bool { self == .single }
}
