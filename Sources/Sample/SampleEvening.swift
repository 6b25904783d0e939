public import Matchmaking

/// An evening out of the sample's roster: who comes, and what they write on their slips.
public struct SampleEvening: Sendable {
  public struct Registration: Sendable, Equatable {
    /// The member's number.
    public var member: String
    /// Nil for who is over capacity and waits.
    public var badge: Badge?
  }

  public struct Slip: Sendable, Equatable {
    public var picker: Badge
    /// In order of preference, at most five; none on a blank slip.
    public var choices: [Badge]
  }

  public static let code = "SAMPLE"
  public static let title = "七夕联谊（样例）"
  /// Qixi of the year.
  public static let date = "2026-08-19"
  public static let picks = 5

  /// As many as have badges.
  public let capacity: Int
  public let registrations: [Registration]
  public let slips: [Slip]

  /// - Parameters:
  ///   - men: how many are wanted; fewer come if the roster has no more.
  ///   - waiting: how many more register and are waitlisted.
  public init(
    roster: [SampleWorker], men: Int = 60, women: Int = 60, waiting: Int = 4,
    seed: UInt64 = SampleRoster.seed
  ) {
    var dice = Dice(seed: seed, stream: .max)
    let (his, hisQueue) = Self.guests(roster, .man, men, waiting: waiting / 2, &dice)
    let (hers, herQueue) = Self.guests(roster, .woman, women, waiting: waiting - waiting / 2, &dice)
    capacity = his.count + hers.count
    registrations =
      Self.registrations(his, .men) + Self.registrations(hers, .women)
      + (hisQueue + herQueue).map { Registration(member: $0.number, badge: nil) }
    slips = Attraction(men: his, women: hers, &dice).slips(&dice)
  }

  /// Verified workers, those with hard names among them first to be sure of a seat.
  private static func guests(
    _ roster: [SampleWorker], _ sex: SampleWorker.Sex, _ count: Int, waiting: Int,
    _ dice: inout Dice
  ) -> (seated: [SampleWorker], waiting: [SampleWorker]) {
    var hard: [SampleWorker] = []
    var others: [SampleWorker] = []
    for (ordinal, worker) in roster.enumerated() where worker.sex == sex {
      if HardNames.at(ordinal) != nil {
        hard.append(worker)
      } else if worker.verification.hasPrefix("单位工会已审核") {
        others.append(worker)
      }
    }
    dice.shuffle(&others)
    var seated = Array((hard + others).prefix(max(count, 0)))
    let rest = (hard + others).dropFirst(seated.count).prefix(max(waiting, 0))
    dice.shuffle(&seated)
    return (seated, Array(rest))
  }

  private static func registrations(_ guests: [SampleWorker], _ pool: Pool) -> [Registration] {
    guests.enumerated().map { Registration(member: $1.number, badge: Badge(pool, $0 + 1)) }
  }

  /// `member,badge`; who waits has no badge.
  public var registrationsCSV: String {
    CSV.text(
      head: ["member", "badge"],
      rows: registrations.lazy.map { [$0.member, $0.badge?.description ?? ""] })
  }

  /// `picker,choice1,…,choice5`
  public var slipsCSV: String {
    CSV.text(
      head: ["picker"] + (1...Self.picks).map { "choice\($0)" },
      rows: slips.lazy.map { slip in
        let choices = slip.choices.map(\.description)
        let blanks = [String](repeating: "", count: Self.picks - choices.count)
        return [slip.picker.description] + choices + blanks
      })
  }
}
