import Desk
import Foundation
import Matchmaking
import Store
import Wording

/// Badges that lie printed twice are two people with one number: so printing again is asked about.
struct Reprinting {
  let session: Session
  let order: PrintOrder
  let isAgreed: Bool

  /// Where nobody can be asked it is told instead, so that scripts go on.
  func ask() throws {
    guard order.kind == .badges, !order.onlyNew, order.chosen == nil else { return }
    let printings = try session.store.printings(.badges, for: order.event.code)
    guard let last = printings.first else { return }
    let language = Invocation.language
    let said = Self.phrase(printings.count, last)
    guard !isAgreed, isatty(0) == 1, isatty(2) == 1 else { return Output.message(said(language)) }
    Output.progress(
      (said + Phrase("。再打印一次？[y/N] ", ". Print them again? [y/N] "))(language))
    guard Self.agreements.contains((readLine() ?? "").lowercased()) else {
      throw Stop(
        status: 75,
        phrase: Phrase(
          "没有打印；只打印新来的人用 --new，全部再打印用 --again",
          "nothing was printed; --new prints those without a number alone, --again all of them"))
    }
  }

  private static let agreements: Set<String> = ["y", "yes", "是", "好"]

  private static func phrase(_ times: Int, _ last: Act) -> Phrase {
    let (count, time) = (last.summary.count ?? 0, ISO.day(last.at))
    return Phrase(
      "这场活动的号牌已打印过 \(times) 次，上一次是 \(time)，\(count) 张；旧的请收回",
      "badges for this event were printed \(times.counted("time")) before, last on \(time), "
        + "\(count.counted("badge")); collect the old ones")
  }
}

/// Guests of an event by what was typed, all of them or none.
enum GuestFinding {
  static func found(
    _ names: [String], at event: Event, in session: Session
  ) throws -> Set<RegistrationID> {
    var evening = try FoundEvening(event.id, in: session.store)
    var finder = PersonFinder(session.store)
    var found: Set<RegistrationID> = []
    for who in names {
      guard let guest = try finder.guest(who, in: &evening) else {
        throw NothingFound(
          Phrase(
            "没有找到 \(who.cleanedLine)；用 queqiao search 查找",
            "nobody found for \(who.cleanedLine); see queqiao search"))
      }
      found.insert(guest.id)
    }
    return found
  }
}
