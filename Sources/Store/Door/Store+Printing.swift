import GRDB
public import Matchmaking

/// Who is on what is printed.
public struct Numbering: Hashable, Sendable {
  /// Everybody who is awaited or has come, in the order of registration; those alone who were asked for.
  public let guests: [Guest]
  /// Who had no number before.
  public let newlyNumbered: Set<RegistrationID>
  /// Who gets none, since their sex is not known.
  public let withoutNumber: [Guest]
}

extension Store {
  /// Gives numbers to all who are awaited and have none, for their numbers are about to stand on paper, and
  /// puts the printing on record; one act, which nothing takes back: paper keeps its numbers.
  ///
  /// After the picking is closed nobody gets a number any more, and what is there can still be printed.
  ///
  /// - Parameters:
  ///   - chosen: whose paper is printed; nil is everybody's. Numbers are given to these alone.
  ///   - select: narrows down to what is printed in the end, once the numbers are known.
  ///   - agreed: what the paper has, which was made of a rehearsal; where it would be another now, and where
  ///     it is nil, nothing is changed and there is no act.
  public func number(
    _ kind: PrintKind, for id: EventID, only chosen: Set<RegistrationID>? = nil,
    agreed: [Guest]?, select: (Numbering) -> [Guest] = \.guests
  ) throws -> (Numbering, Act?) {
    do {
      let summary = ActSummary(.print, detail: kind.rawValue)
      let (numbering, act) = try act(summary) { writer, summary in
        let event = try writer.event(id)
        summary.event = event.code
        let numbering = try writer.number(event, chosen)
        let printed = select(numbering)
        summary.count = printed.count
        if printed.count == 1 {
          summary.name = printed[0].name
          summary.badge = printed[0].badge
        }
        guard let agreed, printed.isOnPaper(as: agreed), !printed.isEmpty else {
          throw Rehearsed(numbering: numbering)
        }
        return numbering
      }
      return (numbering, act)
    } catch let rehearsed as Rehearsed {
      return (rehearsed.numbering, nil)
    }
  }

  /// The acts that printed something for an event, newest first.
  public func printings(_ kind: PrintKind, for code: String) throws -> [Act] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: Store.actSelection
          + " WHERE NOT aside AND kind = 'do' AND summary ->> '$.verb' = ?"
          + " AND summary ->> '$.event' = ? AND summary ->> '$.detail' = ? ORDER BY sequence DESC",
        arguments: [ActSummary.Verb.print.rawValue, code, kind.rawValue]
      ).map(Act.init)
    }
  }
}

/// Rolls the act back.
private struct Rehearsed: Error {
  let numbering: Numbering
}

extension [Guest] {
  fileprivate func isOnPaper(as others: [Guest]) -> Bool {
    elementsEqual(others) {
      $0.id == $1.id && $0.badge == $1.badge && $0.name == $1.name && $0.employer == $1.employer
    }
  }
}

extension ActWriter {
  fileprivate func number(_ event: Event, _ chosen: Set<RegistrationID>?) throws -> Numbering {
    var guests = try Prepared(
      Guest.selection + """
         WHERE r.event = ? AND r.status IN ('registered', 'checked_in', 'left')
        ORDER BY r.ordinal, r.rowid
        """, in: db
    ).all([event.id.description], Guest.init)
    if let chosen { guests.removeAll { !chosen.contains($0.id) } }
    var newly: Set<RegistrationID> = []
    var without: [Guest] = []
    for place in guests.indices where guests[place].badge == nil && event.state == .open {
      do {
        guests[place] = try giveNumber(to: guests[place].id)
        newly.insert(guests[place].id)
      } catch Refusal.door(.noSex, name: _) {
        without.append(guests[place])
      }
    }
    return Numbering(
      guests: guests.filter { $0.badge != nil }, newlyNumbered: newly, withoutNumber: without)
  }
}
