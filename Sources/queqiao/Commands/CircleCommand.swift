import ArgumentParser
import Desk
import Exchange
import Foundation
import Matchmaking
import Store
import Wording

struct CircleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "circle",
    Phrase(
      "查看某人的缘分圈：双方都合适的人，最合适的在前，附理由。",
      "Show a member's fate circle: who fits both ways, best first, and why."),
    discussion: Phrase(
      """
      分数为 0 到 100，取双方契合度的调和平均。恋爱中、已结婚、已退出的人不推荐给任何人\
      。--all 列出谁暂无合适人选，主要卡在哪一条要求。
      """,
      """
      The score, 0 to 100, is the harmonic mean of both directions. Members who are \
      seeing somebody, married or withdrawn are suggested to nobody. --all lists those \
      whom nobody fits, and the limit that rules out most.
      """))

  @Argument(help: .both("找谁：编号、手机号或姓名。", "Who: number, phone or name.", value: .who)) var who:
    String?
  @Flag(
    help: .both("全名册里暂无合适人选的人，以及原因。", "List everybody in the register whom nobody fits, and why."))
  var all = false
  @Option(help: .both("最多列几条。", "How many to list at most.", value: .count)) var limit = 20
  @Option(help: .both("two 男女两组，one 不分组。", "two (men and women) or one.", value: .pools)) var pools:
    Pools = .two
  @Flag(help: .both("只看已核验的。", "Verified members only.")) var verifiedOnly = false
  @OptionGroup var output: FormatOptions

  func validate() throws {
    if (who == nil) != all {
      throw ValidationError("请写人员，或写 --all，二者只写其一", "give either WHO or --all")
    }
    if limit < 1 { throw ValidationError.limit }
  }

  func run() throws {
    let session = try Session.open()
    let rules = CircleRules(
      pools: pools, verifiedOnly: verifiedOnly, day: session.store.context.today)
    if let who {
      try show(session.member(who), rules, in: session.store)
    } else {
      try showTheLonely(in: CircleRegister(session.store, rules))
    }
  }

  private func show(_ member: Member, _ rules: CircleRules, in store: Store) throws {
    let seeker = CircleMember(member)
    let (index, fresh) = try looked(for: seeker, rules, tellsWhy: false, in: store)
    let circle = index.circle(of: 0, limit: limit)
    let others = try store.members(circle.map { index.members[$0.member].id })
    let names = Dictionary(others.map { ($0.id, $0.name) }) { one, _ in one }
    let language = Invocation.language
    output.print(
      Table(
        [
          TableColumn(.number), TableColumn(.name), TableColumn(.score, side: .right),
          TableColumn(.reasons),
        ],
        rows: circle.map { suggestion in
          let reasons = index.reasons(0, suggestion.member)
          let other = index.members[suggestion.member]
          return [
            .text(other.number), .text(names[other.id]),
            .decimal(Double(suggestion.score) / 10, places: 1),
            .text(
              reasons.map { $0.phrase(language) }.joined(separator: Phrase("；", "; ")(language))),
          ]
        }))
    Output.flush()
    // What cannot be kept is made again the next time.
    try? store.keep(fresh)
    guard circle.isEmpty else { return }
    let obstacles = try looked(for: seeker, rules, tellsWhy: true, in: store).index.obstacles(of: 0)
    throw NothingFound(
      Phrase(
        "\(member.name) 暂无合适人选：\(obstacles.mainReason(.chinese))",
        "nobody fits \(member.name): \(obstacles.mainReason(.english))"))
  }

  private func looked(
    for seeker: CircleMember, _ rules: CircleRules, tellsWhy: Bool, in store: Store
  ) throws -> (index: CircleIndex, fresh: FreshFacts) {
    var search = CircleSearch(seeker, rules: rules, tellsWhy: tellsWhy)
    let fresh = try store.eachFacts(search.parts) { search.look(through: $0) }
    return (search.index, fresh)
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
          TableColumn(.number), TableColumn(.name), TableColumn(.candidates, side: .right),
          TableColumn(.meetingOwn, side: .right), TableColumn(.why),
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
      Output.message(Phrase("人人都有合适人选", "everybody has somebody who fits")(Invocation.language))
    }
  }
}

/// The whole register as the circle sees it, with names to show.
private struct CircleRegister {
  let index: CircleIndex
  let names: [String]

  init(_ store: Store, _ rules: CircleRules) throws {
    var facts = RegisterFacts()
    let fresh = try store.eachFacts(FactPart.asked) { facts.append($0) }
    facts.close()
    index = CircleIndex(facts.circleMembers(on: rules.day) ?? [], rules: rules)
    let column = facts.words(.name)
    names = (0..<facts.count).map { column[$0] }
    try? store.keep(fresh)
  }

  /// Whether somebody takes part, or would with one detail more, and has nobody.
  func isLonely(_ place: Int, _ circles: Circles?) -> Bool {
    switch index.rules.exclusion(of: index.members[place].facts) {
    case .notLooking: false
    case .notVerified, .sexUnknown: true
    case nil: circles?.counts[place] == 0
    }
  }
}

extension CircleObstacles {
  /// The one thing that keeps most away, in words.
  fileprivate func mainReason(_ language: Language) -> String {
    if let exclusion { return exclusion.phrase(language) }
    if candidates == 0 {
      return Phrase("名册里没有可以推荐的人", "there is nobody in the register to suggest")(language)
    }
    if meetingOwn == 0, let own = own.first { return own.phrase(language) }
    if let theirs = theirs.first, own.first.map({ $0.alone <= theirs.excluded }) ?? true {
      return theirs.phrase(language)
    }
    if let own = own.first { return own.phrase(language) }
    return Phrase("没有人同时符合双方要求", "nobody meets the limits of both sides")(language)
  }
}
