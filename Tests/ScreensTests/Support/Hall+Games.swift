import Matchmaking
import Screens

extension Hall {
  /// The last three who are here, of whom the first fits the last.
  var waitingGuests: [WaitingGuest] {
    let here = evening.guests.filter { $0.presence(at: evening.event) == .present }.suffix(3)
    let badges = here.compactMap(\.badge)
    return here.enumerated().map { place, guest in
      WaitingGuest(guest, fits: place == 0 ? Array(badges.suffix(1)) : [])
    }
  }

  /// Draws, asks and takes answers by the store's own rules.
  mutating func play(_ change: Change, _ id: RequestID) -> [Message] {
    do throws(Refusal) {
      let summary = try playing(change)
      return [.programmeChanged, .done(id, .saved(record(.original, summary)))]
    } catch {
      return [.done(id, .refused(error))]
    }
  }

  private mutating func playing(_ change: Change) throws(Refusal) -> ActSummary {
    switch change {
    case .drawThread(_, let willing, let seed):
      let thread = RedThread.draw(willing, in: evening.event.pools, seed: seed ?? 7)
      guard !thread.pairs.isEmpty else {
        throw .game(.nobodyToPair(willing: willing.count))
      }
      let evening = evening
      let ids = { (badges: [Badge]) in badges.compactMap { evening.guest(wearing: $0)?.id } }
      games.draws.append(
        ThreadDraw(
          number: games.draws.count + 1, seed: seed ?? 7, at: clock.wall, willing: ids(willing),
          pairs: thread.pairs.map { ids([$0.a, $0.b]) }))
      return ActSummary(
        .drawThread, event: "qixi", count: thread.pairs.count, detail: String(seed ?? 7))
    case .askQuestion(_, let number):
      games.shown = number == 0 ? nil : number - 1
      return ActSummary(.askQuestion, event: "qixi", count: number)
    case .answerQuestions(_, let sheet, let replacing):
      guard let guest = evening.guest(wearing: sheet.badge) else {
        throw .slip(.unknownBadge(sheet.badge))
      }
      if let before = games.answers[guest.id], before != sheet.letters, !replacing {
        throw .game(.answered(sheet.badge))
      }
      games.answers[guest.id] = sheet.letters
      return ActSummary(
        .answerQuestions, event: "qixi", name: guest.name, badge: sheet.badge)
    default: throw .history(.gone)
    }
  }
}
