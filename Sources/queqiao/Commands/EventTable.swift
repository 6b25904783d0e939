import Exchange
import Matchmaking
import Wording

/// What `event list` and `event show` print.
enum EventTable {
  /// Every event in a line, with what tells them apart.
  static func list(_ events: [EventSummary]) -> Table { table(events, Self.brief) }

  /// Everything about them; what came later stands behind.
  static func table(_ events: [EventSummary]) -> Table {
    table(
      events,
      brief + [
        .host, .hotline, .eligible, .showsNames, .purged, .slipsPurged, .picksPurged,
        .capacityMen, .capacityWomen,
      ])
  }

  private static let brief: [Column] = [
    .code, .title, .date, .kind, .pools, .maxPicks, .rule, .capacity, .verifiedOnly, .eventState,
    .registered, .waitlisted, .arrived, .slips, .theme, .eventPlace, .starts,
  ]

  private static func table(_ events: [EventSummary], _ columns: [Column]) -> Table {
    let numbers: Set<Column> = [
      .maxPicks, .capacity, .registered, .waitlisted, .arrived, .slips, .slipsPurged, .picksPurged,
      .capacityMen, .capacityWomen,
    ]
    return Table(
      columns.map { TableColumn($0, side: numbers.contains($0) ? .right : .left) },
      rows: events.map { Array(row($0).prefix(columns.count)) })
  }

  private static func row(_ summary: EventSummary) -> [TableCell] {
    let event = summary.event
    let count = summary.headcount
    let details = event.details
    return [
      .text(event.code), .text(event.title), .text(event.date.description),
      .word(event.kind.rawValue, event.kind.phrase),
      .word(event.pools.rawValue, event.pools.phrase),
      event.maxPicks.map { .number($0) } ?? .word("unlimited", Phrase("不限", "unlimited")),
      .word(event.rule.rawValue, event.rule.phrase), .number(event.capacity.total),
      .flag(event.verifiedOnly), .word(event.state.rawValue, event.state.phrase),
      .number(count.expected), .number(count.waitlisted), .number(count.arrived),
      .number(summary.slips), .text(details.theme), .text(details.place), .text(details.starts),
      .text(details.host), .text(details.hotline), .text(event.eligible),
      .flag(details.showsNames), .text(summary.purge.map { ISO.time($0.at) }),
      .number(summary.purge?.slips), .number(summary.purge?.picks),
      .number(event.capacity.men), .number(event.capacity.women),
    ]
  }
}

extension Event {
  /// Says what is odd about it and nobody forbids.
  ///
  /// - Parameter headcounts: how many have a place.
  func tellOddities(_ headcounts: [Pool: Headcount] = [:]) {
    let language = Invocation.language
    if date < Today.day {
      Output.message(
        Phrase("注意：\(date) 已经过去", "mind: \(date) is past")(language))
    }
    for (places, taken, pool) in capacity.exceeded(headcounts) {
      let whose = Capacity.whose(pool)
      Output.message(
        Phrase(
          "\(whose.chinese)已经有 \(taken) 人，超过名额 \(places)；他们都不受影响，再报名的列为候补",
          whose.english
            + "\(taken.counted("person has", "people have")) a place already, more than \(places); "
            + "they keep it, and who registers now waits")(language))
    }
  }
}
