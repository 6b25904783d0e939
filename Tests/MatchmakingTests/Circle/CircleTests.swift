import Matchmaking
import Testing

@Suite struct `The fate circle` {
  private func rules(_ pools: Pools = .two, verifiedOnly: Bool = false) -> CircleRules {
    CircleRules(pools: pools, verifiedOnly: verifiedOnly, day: circleDay)
  }

  @Test(arguments: [Pools.two, .one], [false, true])
  func `is what the rules say, pair by pair`(pools: Pools, verifiedOnly: Bool) throws {
    var register = RandomRegister(seed: 21)
    var pairs = 0
    for _ in 0..<6 {
      let members = register.members(60)
      let rules = rules(pools, verifiedOnly: verifiedOnly)
      let index = CircleIndex(members, rules: rules)
      let naive = NaiveCircle(members: members, rules: rules)
      for place in members.indices {
        let expected = naive.circle(place)
        let circle = index.circle(of: place)
        #expect(circle.map(\.member) == expected.map(\.member))
        #expect(circle.map(\.score) == expected.map(\.score))
        #expect(circle.allSatisfy { $0.own == naive.score(place, $0.member) })
        // What `best` rounds add up is the same, from either side.
        #expect(circle.allSatisfy { index.tableFit(place, $0.member) == $0.score })
        #expect(circle.allSatisfy { index.tableFit($0.member, place) == $0.score })
        pairs += circle.count
      }
    }
    #expect(pairs > 100)
  }

  @Test(arguments: [Pools.two, .one])
  func `of everybody is each one's own, however the work is cut`(pools: Pools) throws {
    var register = RandomRegister(seed: 5)
    let index = CircleIndex(register.members(120), rules: rules(pools))
    let whole = try #require(index.everyone(keep: 4))
    for place in index.members.indices {
      let circle = index.circle(of: place)
      #expect(whole.counts[place] == Int32(circle.count))
      #expect(index.best(of: place, in: whole).map(\.member) == circle.prefix(4).map(\.member))
      #expect(index.best(of: place, in: whole).map(\.score) == circle.prefix(4).map(\.score))
    }
    var parts = try #require(index.everyone(keep: 4, part: (0, of: 3)))
    for part in 1..<3 { parts.merge(try #require(index.everyone(keep: 4, part: (part, of: 3)))) }
    #expect(parts == whole)
  }

  @Test func `can be ended while it is made, and tells how far it is`() {
    var register = RandomRegister(seed: 5)
    let index = CircleIndex(register.members(120), rules: rules())
    var shares: [Double] = []
    #expect(
      index.everyone {
        shares.append($0)
        return true
      } != nil)
    #expect(shares.last == 1 && shares == shares.sorted())
    #expect(index.everyone { $0 < 0.5 } == nil)
  }

  @Test func `leaves out oneself, one's own pool, and who is not looking`() {
    let members = [
      seeker(1, .woman), seeker(2, .woman), seeker(3, .man), seeker(4, .man, status: .seeing),
      seeker(5, .man, status: .withdrawn), seeker(6, nil), seeker(7, .man, [.marital: "已婚"]),
    ]
    let index = CircleIndex(members, rules: rules())
    #expect(index.circle(of: 0).map(\.member) == [2])
    #expect(index.circle(of: 3).isEmpty)
    #expect(index.obstacles(of: 3).exclusion == .notLooking(.seeing))
    #expect(index.obstacles(of: 5).exclusion == .sexUnknown)
    let one = CircleIndex(members, rules: rules(.one))
    #expect(Set(one.circle(of: 0).map(\.member)) == [1, 2, 5])
  }

  @Test func `excludes nobody for an unknown fact, and puts them lower with the reason`() throws {
    let wish = "身高170以上"
    let members = [
      seeker(1, .woman, criteria: wish), seeker(2, .man, height: nil), seeker(3, .man, height: 171),
      seeker(4, .man, height: 169),
    ]
    let index = CircleIndex(members, rules: rules())
    #expect(index.circle(of: 0).map(\.member) == [2, 1])
    let height = Criterion(Demand(.measure(.height, Bounds(low: 170))))
    #expect(index.reasons(0, 1).contains(.unknown(.own, height)))
    #expect(index.reasons(0, 2).contains(.met(.own, height)))
    #expect(index.reasons(3, 0).contains(.missed(.theirs, height)))
  }

  /// Finding out what is asked for never makes somebody stand lower.
  @Test func `rises when an unknown fact turns out to fit`() {
    var register = RandomRegister(seed: 9)
    for round in 0..<40 {
      var members = register.members(20)
      members[0] = seeker(5000, .woman, criteria: "身高160以上，本科优先，有房优先")
      members[1] = seeker(5001, .man, height: nil, [.education: "", .residence: "泰安"])
      let before = CircleIndex(members, rules: rules())
      members[1] = seeker(5001, .man, height: 180, [.education: "本科", .residence: "泰安"])
      let after = CircleIndex(members, rules: rules())
      let place = { (index: CircleIndex) in
        index.circle(of: 0).firstIndex { $0.member == 1 } ?? .max
      }
      #expect(place(after) <= place(before), "round \(round)")
    }
  }

  @Test func `orders equals by member number, 9 before 10`() {
    let members = [seeker(1, .woman)] + [100, 10, 9, 31].map { seeker($0, .man) }
    let index = CircleIndex(members, rules: rules())
    #expect(index.circle(of: 0).map { members[$0.member].number } == ["9", "10", "31", "100"])
  }

  @Test func `is the same both ways`() throws {
    var register = RandomRegister(seed: 77)
    let index = CircleIndex(register.members(80), rules: rules())
    for one in index.members.indices {
      for suggestion in index.circle(of: one) {
        let back = try #require(
          index.circle(of: suggestion.member).first { $0.member == one })
        #expect(back.score == suggestion.score && back.own == suggestion.theirs)
      }
    }
  }

  @Test func `of nobody and of one is empty`() {
    #expect(CircleIndex([], rules: rules()).everyone()?.counts == [])
    let index = CircleIndex([seeker(1, .man, criteria: "本地")], rules: rules())
    #expect(index.circle(of: 0).isEmpty)
    #expect(index.everyone(keep: 0)?.counts == [0])
  }

  @Test func `names what two have in common`() {
    let texts: [MemberText: String] = [.residence: "泰安泰山区", .education: "本科"]
    let index = CircleIndex(
      [seeker(1, .woman, texts), seeker(2, .man, birth: "1993", texts)], rules: rules())
    #expect(
      index.reasons(0, 1).map { "\($0)" }.count == 3 && index.reasons(0, 1).allSatisfy(\.isFor))
    #expect(index.reasons(0, 1).first == .common(.years(-2)))
  }
}

@Suite struct `Why a circle is empty` {
  @Test func `is told by the limit that keeps most away, and what a little less would do`() throws {
    let men = (0..<14).map { seeker(10 + $0, .man, height: 168) }
    let others = (0..<3).map { seeker(30 + $0, .man, height: 160) }
    let members =
      [seeker(1, .woman, criteria: "身高170以上，本科")]
      + (men + others).map { man in
        CircleMember(
          id: man.id, number: man.number, facts: man.facts,
          criteria: Criteria())
      }
    let index = CircleIndex(members, rules: CircleRules(day: circleDay))
    #expect(index.circle(of: 0).isEmpty)
    let obstacles = index.obstacles(of: 0)
    #expect(obstacles.candidates == 17 && obstacles.fitting == 0)
    let first = try #require(obstacles.own.first)
    #expect(first.demand == Demand(.measure(.height, Bounds(low: 170))))
    #expect(first.excluded == 17 && first.alone == 17)
    #expect(first.relaxed?.demand == Demand(.measure(.height, Bounds(low: 168))))
    #expect(first.relaxed?.more == 14)
  }

  @Test func `is told also where it lies with the others`() {
    let members =
      [seeker(1, .woman, height: 158, criteria: "有房优先")]
      + (2...6).map { seeker($0, .man, criteria: "身高160以上，未婚") }
    let index = CircleIndex(members, rules: CircleRules(day: circleDay))
    let obstacles = index.obstacles(of: 0)
    #expect(obstacles.own.isEmpty && obstacles.meetingOwn == 5 && obstacles.fitting == 0)
    #expect(obstacles.theirs.map(\.field) == [.measure(.height)])
    #expect(obstacles.theirs.map(\.excluded) == [5])
  }

  /// Taking one limit away and making the circle anew must say the same.
  @Test func `counts as many as a circle without that limit would have`() {
    var register = RandomRegister(seed: 41)
    let members = register.members(60)
    let rules = CircleRules(day: circleDay)
    let index = CircleIndex(members, rules: rules)
    for place in members.indices {
      let obstacles = index.obstacles(of: place)
      let fitting = index.circle(of: place).count
      #expect(obstacles.fitting == fitting)
      for own in obstacles.own {
        let less = members[place].criteria.all.filter { $0 != Criterion(own.demand) }
        #expect(count(without: less, place, members, rules) == fitting + own.alone)
        if let relaxed = own.relaxed {
          let wider = less + [Criterion(relaxed.demand)]
          #expect(count(without: wider, place, members, rules) == fitting + relaxed.more)
        }
      }
    }
  }

  private func count(
    without criteria: [Criterion], _ place: Int, _ members: [CircleMember], _ rules: CircleRules
  ) -> Int {
    var members = members
    let own = members[place]
    members[place] = CircleMember(
      id: own.id, number: own.number, facts: own.facts, criteria: Criteria(criteria))
    return CircleIndex(members, rules: rules).circle(of: place).count
  }
}
