/// Who is willing, as it is typed: `M01 3 7 F2 5`, where a bare number is of the pool of the one before it.
public enum WillingLine {
  /// - Returns: the badges in the order in which they were typed.
  /// - Throws: the first word that is no badge.
  public static func read(_ line: String, in pools: Pools) throws(SlipRefusal) -> [Badge] {
    var badges: [Badge] = []
    var pool: Pool? = pools == .one ? .everyone : nil
    for range in SlipWords(line).ranges {
      guard let badge = Badge(typed: String(line[range]), in: pools, bare: pool) else {
        throw .unreadable(line[range])
      }
      pool = badge.pool
      badges.append(badge)
    }
    return badges
  }
}
