import Matchmaking

/// Invented guests and an event to put them into.
enum EveningPeople {
  static func event(
    _ kind: EventKind = .mixer, pools: Pools = .two, capacity: Int? = nil,
    verifiedOnly: Bool = false, state: EventState = .open, maxPicks: Int? = 5
  ) -> Event {
    Event(
      id: EventID(high: 1, low: 1), code: "QX", title: "七夕", date: Day("2026-08-19") ?? .fallback,
      kind: kind, pools: pools, maxPicks: maxPicks, capacity: Capacity(capacity),
      verifiedOnly: verifiedOnly, state: state)
  }

  static func guest(
    _ number: Int = 1, _ status: Registration.Status = .registered, sex: Sex? = .man,
    pool: Pool? = nil, badge: Int? = nil, credentials: Credentials = Credentials(),
    waived: Set<Objection> = []
  ) -> Guest {
    let at = Timestamp(milliseconds: 1_787_139_060_000)
    return Guest(
      registration: Registration(
        id: RegistrationID(high: 2, low: UInt64(number)), event: event().id,
        member: MemberID(high: 3, low: UInt64(number)),
        pool: pool ?? Pools.two.pool(for: sex) ?? .men, badge: badge, status: status,
        arrival: status.hasAttended ? Arrival(at: at, station: "A") : nil,
        leftAt: status == .left ? at : nil, waived: waived),
      number: "A\(number)", name: "甲\(number)", sex: sex, birthYear: 1995, employer: "一厂",
      maskedPhone: "138****000\(number)", credentials: credentials)
  }
}
