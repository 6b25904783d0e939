import ArgumentParser
import Desk
import Exchange
import Foundation
import Matchmaking
import Store
import Wording

struct CircleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "circle",
    abstract: "The fate circle of a member: who fits both ways, best first, and why.",
    discussion: """
      The score is 0 to 100, the harmonic mean of both directions. Who is seeing somebody, married \
      or withdrawn is suggested to nobody. --all tells who has nobody and which limit keeps most \
      away.
      """)

  @Argument(help: "Who: number, phone or name.") var who: String?
  @Flag(help: "Of the whole register, those who have nobody, and why.") var all = false
  @Option(help: "How many at most.") var limit = 20
  @Option(help: "two (men and women) or one.") var pools: Pools = .two
  @Flag(help: "Verified members only.") var verifiedOnly = false
  @OptionGroup var output: FormatOptions

  func validate() throws {
    if (who == nil) != all { throw ValidationError("give either WHO or --all") }
    if limit < 1 { throw ValidationError("--limit takes 1 or more") }
  }

  func run() throws {
    let session = try Session.open()
    let member = try who.map { try session.member($0) }
    let register = try CircleRegister(
      session.store,
      CircleRules(pools: pools, verifiedOnly: verifiedOnly, day: session.store.surroundings.today))
    if let member { try show(member, in: register) } else { showTheLonely(in: register) }
  }

  private func show(_ member: Member, in register: CircleRegister) throws {
    guard let place = register.place(of: member.id) else { throw Refusal.history(.gone) }
    let circle = register.index.circle(of: place, limit: limit)
    let language = Invocation.language
    output.print(
      Table(
        [
          TableColumn("number"), TableColumn("name"), TableColumn("score", side: .right),
          TableColumn("reasons"),
        ],
        rows: circle.map { suggestion in
          let reasons = register.index.reasons(place, suggestion.member)
          return [
            .text(register.index.members[suggestion.member].number),
            .text(register.names[suggestion.member]),
            .decimal(Double(suggestion.score) / 10, places: 1),
            .text(reasons.map { $0.phrase(language) }.joined(separator: "; ")),
          ]
        }))
    Output.flush()
    if circle.isEmpty { throw NothingFound(register.whyNobody(place)) }
  }

  private func showTheLonely(in register: CircleRegister) {
    let bar = ProgressBar()
    let circles = register.index.everyoneOnTwoCores { share in
      bar.show(share)
      return true
    }
    bar.end()
    let lonely = register.index.members.indices.filter { register.isLonely($0, circles) }
    output.print(
      Table(
        [
          TableColumn("number"), TableColumn("name"), TableColumn("candidates", side: .right),
          TableColumn("meeting_own", side: .right), TableColumn("why"),
        ],
        rows: lonely.map { place in
          let obstacles = register.index.obstacles(of: place)
          return [
            .text(register.index.members[place].number), .text(register.names[place]),
            .number(obstacles.candidates), .number(obstacles.meetingOwn),
            .text(obstacles.mainReason(Invocation.language)),
          ]
        }))
    Output.flush()
    if lonely.isEmpty {
      Output.message(Phrase("人人都有合适的人选", "everybody has somebody who fits")(Invocation.language))
    }
  }
}

/// The whole register as the circle sees it, with names to show.
private struct CircleRegister {
  let index: CircleIndex
  let names: [String]

  init(_ store: Store, _ rules: CircleRules) throws {
    var memory = FactMemory()
    var (members, names) = ([CircleMember](), [String]())
    try store.eachMember { member in
      members.append(CircleMember(member, memory: &memory))
      names.append(member.name)
    }
    index = CircleIndex(members, rules: rules)
    self.names = names
  }

  func place(of id: MemberID) -> Int? { index.members.firstIndex { $0.id == id } }

  /// Whether somebody takes part, or would with one detail more, and has nobody.
  func isLonely(_ place: Int, _ circles: Circles?) -> Bool {
    switch index.rules.exclusion(of: index.members[place].facts) {
    case .notLooking: false
    case .notVerified, .sexUnknown: true
    case nil: circles?.counts[place] == 0
    }
  }

  func whyNobody(_ place: Int) -> Phrase {
    let obstacles = index.obstacles(of: place)
    let name = names[place]
    return Phrase(
      "\(name) 没有合适的人选：\(obstacles.mainReason(.chinese))",
      "nobody fits \(name): \(obstacles.mainReason(.english))")
  }
}

extension CircleObstacles {
  /// The one thing that keeps most away, in words.
  fileprivate func mainReason(_ language: Language) -> String {
    if let exclusion { return exclusion.phrase(language) }
    if candidates == 0 {
      return Phrase("名册里没有可以推荐的人", "nobody to suggest is in the register")(language)
    }
    if meetingOwn == 0, let own = own.first { return own.phrase(language) }
    if let theirs = theirs.first, own.first.map({ $0.alone <= theirs.excluded }) ?? true {
      return theirs.phrase(language)
    }
    if let own = own.first { return own.phrase(language) }
    return Phrase("没有人同时符合双方要求", "nobody meets the limits of both")(language)
  }
}
