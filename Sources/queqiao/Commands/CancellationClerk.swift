import ArgumentParser
import Desk
import Exchange
import Matchmaking
import Store
import Wording

/// Finds guests of an event by what was typed and does something about their registrations.
struct CancellationClerk {
  private let session: Session
  private var evening: FoundEvening
  private var finder: PersonFinder
  private var found: [RegistrationID] = []
  private var isNobody = false
  private var wentWrong = false

  init(_ code: String) throws {
    session = try Session.open()
    evening = try FoundEvening(try session.event(code).id, in: session.store)
    finder = PersonFinder(session.store)
  }

  mutating func find(_ names: [String]) throws {
    for who in names {
      do {
        if let guest = try finder.guest(who, in: &evening) {
          found.append(guest.id)
        } else {
          isNobody = true
          Output.message(Self.nobody(who)(Invocation.language))
        }
      } catch let refusal as Refusal {
        say(refusal)
      }
    }
  }

  /// - Parameters:
  ///   - word: what is told of those who were cancelled, for they have no standing any more.
  ///   - code: the same for a script.
  mutating func finish(
    _ output: FormatOptions, told word: Phrase, as code: String,
    _ cancel: (Store, [RegistrationID], EventID) throws -> Cancellation
  ) throws {
    let cancellation = try cancel(session.store, found, evening.evening.event.id)
    var rows: [(Guest, TableCell)] = []
    for result in cancellation.results {
      switch result {
      case .success(let guest): rows.append((guest, .word(code, word)))
      case .failure(let refusal): say(refusal)
      }
    }
    rows += cancellation.movedUp.map { ($0, .status($0.registration.status)) }
    output.print(GuestRows.table(rows))
    Output.flush()
    if wentWrong { throw DoneInPart() }
    if isNobody { throw ExitCode(1) }
  }

  /// Gives one person another badge, of the pool of their sex.
  mutating func exchange(_ who: String, _ text: String) throws -> Guest {
    guard let guest = try finder.guest(who, in: &evening) else {
      throw NothingFound(Self.nobody(who))
    }
    let pools = evening.evening.event.pools
    let pool = pools.pool(for: guest.sex) ?? guest.registration.pool
    guard let badge = Badge(typed: text, in: pools, bare: pool) else {
      throw Refusal.slip(.notABadge(text.cleanedLine))
    }
    guard badge.pool == pool else { throw Refusal.door(.wrongPool(badge), name: guest.name) }
    return try session.store.changeBadge(guest.id, to: badge.number).0
  }

  private static func nobody(_ who: String) -> Phrase {
    Phrase(
      "没有找到 \(who.cleanedLine)；用 queqiao search 查找",
      "nobody found for \(who.cleanedLine); see queqiao search")
  }

  private mutating func say(_ refusal: Refusal) {
    wentWrong = true
    Output.refuse(refusal)
  }
}

/// Guests as the commands about registrations list them.
enum GuestRows {
  static func table(_ guests: [Guest]) -> Table {
    table(guests.map { ($0, .status($0.registration.status)) })
  }

  static func table(_ guests: [(Guest, status: TableCell)]) -> Table {
    Table(
      [TableColumn(.badge), TableColumn(.number), TableColumn(.name), TableColumn(.status)],
      rows: guests.map { guest, status in
        [.badge(guest.badge), .text(guest.number), .text(guest.name), status]
      })
  }
}
