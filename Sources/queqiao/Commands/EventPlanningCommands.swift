import ArgumentParser
import Desk
import Exchange
import Matchmaking
import Store
import Wording

extension EventCommand {
  struct Copy: ParsableCommand {
    static let configuration = CommandConfiguration(
      "copy",
      Phrase(
        "照以前的活动新建一场：设置和流程相同，没有报名的人。",
        "Create an event like an earlier one: its settings and programme, nobody registered."))
    @Argument(help: .both("照哪一场，写代号。", "The earlier event's code.", value: .code)) var code: String
    @Argument(help: .both("新活动的代号。", "The new event's code.", value: .code)) var new: String
    @Option(help: .both("日期，写成 YYYY-MM-DD。", "The day, YYYY-MM-DD.", value: .date)) var date: Day
    @Option(help: .both("新名称；不写就沿用。", "Another title.", value: .name)) var title: String?
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let event = try session.event(code)
      let (copy, _) = try session.store.copy(
        event.id, as: new, on: date, title: title?.cleanedLine)
      output.print(EventTable.table([EventSummary(event: copy, headcounts: [:], slips: 0)]))
      Output.flush()
      copy.tellOddities()
    }
  }

  struct Guests: ParsableCommand {
    static let configuration = CommandConfiguration(
      "guests",
      Phrase(
        "列出报名的人，按报名先后；候补的写明排第几。",
        "List who is registered, in order, with the places on the waiting list."))
    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @OptionGroup var output: FormatOptions

    func run() throws {
      let session = try Session.open()
      let evening = try session.store.evening(session.event(code).id)
      let places = try session.store.waitingPlaces(at: evening)
      output.print(
        Table(
          [
            TableColumn(.number), TableColumn(.name), TableColumn(.pool), TableColumn(.badge),
            TableColumn(.status), TableColumn(.waitingPlace, side: .right),
          ],
          rows: evening.guests.map { guest in
            let pool = guest.registration.pool
            return [
              .text(guest.number), .text(guest.name), .word(pool.rawValue, pool.phrase),
              .badge(guest.badge), .status(guest.registration.status),
              .number(places[guest.id]),
            ]
          }))
      Output.flush()
    }
  }
}

extension EventCommand {
  struct Invite: ParsableCommand {
    static let configuration = CommandConfiguration(
      "invite",
      Phrase(
        "接下来邀请谁：让各组人数相当，让还没有合适人选的人有人可配。",
        "Whom to ask next, so that the pools balance and everybody has somebody who fits."),
      discussion: Phrase(
        "只推荐已核验、单身、符合专场条件、没有报过名的人；按邀请的先后排，前面的当作会来。",
        """
        Verified singles whom the event is for and who are not on its list, in the order in \
        which to ask them, as if everybody above came.
        """))
    @Argument(help: .both("活动代号。", "The event's code.", value: .code)) var code: String
    @Option(help: .both("最多推荐几人。", "How many at most.", value: .people)) var limit = 20
    @OptionGroup var output: FormatOptions

    func validate() throws {
      guard !(1...Invitations.most).contains(limit) else { return }
      let most = Invitations.most
      throw ValidationError("--limit 写 1 到 \(most)", "--limit takes 1 to \(most)")
    }

    func run() throws {
      let session = try Session.open()
      let evening = try session.store.evening(session.event(code).id)
      guard evening.event.state == .open else {
        throw evening.event.closedRefusal
      }
      guard evening.event.kind.isForSingles else {
        throw NothingFound(
          Phrase("这场活动不是为单身职工办的，不推荐人选", "this event is not for singles; nobody to suggest"))
      }
      let found = try InvitationDesk.next(limit, for: evening, in: session.store)
      output.print(table(found))
      Output.flush()
      guard !found.isEmpty else {
        throw NothingFound(
          Phrase(
            "名册里没有可以邀请的人：只推荐单身、已核验、符合条件、还没有报名的；没核验的请先核验（member verify）",
            "nobody left to invite: only single, verified members who meet its condition and are on none of "
              + "its lists are suggested; verify others first (member verify)"))
      }
      if evening.event.isFull(evening.headcounts) {
        Output.message(
          Phrase("名额已满，再报名的列为候补", "all places are taken: who registers now waits")(
            Invocation.language))
      }
    }

    private func table(_ found: [(member: Member, entry: Invitations.Entry)]) -> Table {
      Table(
        [TableColumn(.number), TableColumn(.name), TableColumn(.pool), TableColumn(.reason)],
        rows: found.map { member, entry in
          [
            .text(member.number), .text(member.name),
            .word(entry.pool.rawValue, entry.pool.phrase),
            .text(entry.reason(Invocation.language)),
          ]
        })
    }
  }
}
