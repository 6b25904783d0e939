import Foundation
import GRDB
import Matchmaking
import Testing

@testable import Store

/// An evening of three men and three women whose picks are known.
///
/// M01 and F01 are a pair; M02 picked F01 too, who picked him second; M03's picks and F03's are returned by nobody.
enum PickedEvening {
  static let slips = ["M01 1 3", "F01 1 2", "M02 1", "F02 3", "M03 1 3", "F03 2"]
  /// Picker and chosen of what nobody returned.
  static let inVain = [
    ("M01", "F03"), ("F02", "M03"), ("M03", "F01"), ("M03", "F03"), ("F03", "M02"),
  ]

  static func make(_ store: Store) throws -> EventID {
    let (event, guests) = try store.makeEvening(Store.form(), men: 3, women: 3)
    for guest in guests { try store.checkIn(guest.id) }
    return event
  }

  static func typeSlips(
    _ store: Store, _ event: EventID, _ lines: [String] = slips
  ) throws {
    for line in lines {
      let evening = try store.evening(event)
      let rules = SlipRules(evening, evening.currentRound)
      try store.save(Ballot.check(line, rules: rules), for: event)
    }
  }

  /// Where the bytes of files still hold a pick: the record of a line of a slip, an image of one, or what an act
  /// tells of a slip.
  static func traces(of picks: [KnownPick], in bytes: [Data]) -> [String] {
    picks.flatMap { pick in
      bytes.flatMap { data -> [String] in
        var found: [String] = []
        // In a row the keys stand side by side, with one small number between them.
        let ballot = Data(pick.ballot.utf8)
        var from = data.startIndex
        while let place = data.range(of: ballot, in: from..<data.endIndex) {
          from = place.upperBound
          let behind = data[place.upperBound..<min(data.endIndex, place.upperBound + 40)]
          if behind.range(of: Data(pick.chosen.utf8)) != nil { found.append("row of \(pick.id)") }
        }
        for image in ["\"chosen\":\"\(pick.chosen)\"", "\"picker\":\"\(pick.picker)\""]
        where data.range(of: Data(image.utf8)) != nil {
          found.append(image)
        }
        return found
      }
    }
  }
}

struct KnownPick: Hashable {
  let id: String
  let ballot: String
  let picker: String
  let chosen: String
}

extension Store {
  func knownPicks() throws -> [KnownPick] {
    try read { db in
      try Row.fetchAll(
        db,
        sql:
          "SELECT p.id, p.ballot, b.picker, p.chosen FROM pick p JOIN ballot b ON b.id = p.ballot"
      ).map {
        KnownPick(
          id: try $0.needed("id"), ballot: try $0.needed("ballot"),
          picker: try $0.needed("picker"), chosen: try $0.needed("chosen"))
      }
    }
  }

  /// The change log and all that is kept beside it, as text.
  func logText() throws -> String {
    try read { db in
      try ["change", "act", "deviation", "row_image", "conflict", "ballot", "pick"].flatMap {
        try Row.fetchAll(db, sql: "SELECT * FROM \($0)").map(\.debugDescription)
      }.joined(separator: "\n")
    }
  }
}
