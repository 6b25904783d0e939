import Matchmaking
import Screens

/// What the dialogues of the register are told: those who wait, two who may be one, a consent.
extension Hall {
  func news(_ reading: RegisterReading) -> RegisterNews {
    switch reading {
    case .verificationQueue:
      let done = verified
      return .verificationQueue(
        (0..<60).map(SampleEvening.member(at:)).filter {
          $0.verification == .pending && !done.contains($0.id)
        })
    case .duplicates: return .duplicates(isSettled ? [] : [Self.suspects])
    case .consents(let id):
      var consents = Consents(of: id)
      consents.grant(.listing, on: SampleEvening.today)
      for case .keep(.giveConsent(let purpose, id)) in sent {
        consents.grant(purpose, on: SampleEvening.today)
      }
      return .consents(consents)
    case .couples: return .couples(Self.couples(sent))
    case .savedFilters:
      let kept = sent.compactMap { effect -> KeptFilter? in
        guard case .keep(.saveFilter(let filter, let name)) = effect else { return nil }
        return KeptFilter(name: name, text: filter.text(.english))
      }
      return .savedFilters(
        [KeptFilter(name: "本科以上女职工", text: "sex=F education>=bachelor")] + kept)
    }
  }

  /// Two couples, with what was noted of the first since.
  private static func couples(_ sent: [Change]) -> [FollowedCouple] {
    func couple(_ number: UInt64, _ one: Int, _ other: Int, _ steps: [CoupleStep]) -> FollowedCouple
    {
      let (one, other) = (SampleEvening.member(at: one), SampleEvening.member(at: other))
      return FollowedCouple(
        couple: Couple(
          id: Identifier(high: 8, low: number), one: one.id, other: other.id,
          event: SampleEvening.event().id, steps: steps),
        one: one, other: other, event: SampleEvening.event())
    }
    let first = Day("2026-05-20") ?? .fallback
    let noted = sent.compactMap { change -> CoupleStep? in
      guard case .keep(.advanceCouple(_, _, let stage, let day, let evidence)) = change else {
        return nil
      }
      return CoupleStep(stage: stage, day: day, evidence: evidence)
    }
    return [
      couple(2, 0, 1, [CoupleStep(stage: .paired, day: first)] + noted),
      couple(
        1, 2, 3,
        [CoupleStep(stage: .paired, day: first), CoupleStep(stage: .ended, day: first)]),
    ]
  }

  func summary(of change: RegisterChange) -> ActSummary {
    switch change {
    case .add: ActSummary(.addMember, name: "林若曦")
    case .edit: ActSummary(.editMember, name: "林若曦")
    case .verify(let id, let record, _):
      ActSummary(record.outcome == .verified ? .verify : .reject, name: name(of: id))
    case .keepApart: ActSummary(.keepApart, name: Self.suspects.one.name)
    case .merge: ActSummary(.mergeMembers, name: Self.suspects.one.name)
    case .giveConsent(let purpose, let id):
      ActSummary(.giveConsent, name: name(of: id), detail: purpose.rawValue)
    case .revokeConsent(let purpose, let id):
      ActSummary(.revokeConsent, name: name(of: id), detail: purpose.rawValue)
    case .saveFilter(_, let name): ActSummary(.saveFilter, detail: name)
    case .deleteFilter(let name): ActSummary(.deleteFilter, detail: name)
    case .advanceCouple(_, _, let stage, _, _):
      ActSummary(.advanceCouple, name: SampleEvening.member(at: 0).name, detail: stage.rawValue)
    case .seeDetails(let ids): ActSummary(.seeDetails, name: ids.last.map(name) ?? "")
    }
  }

  private func name(of id: MemberID) -> String {
    (0..<60).map(SampleEvening.member(at:)).first { $0.id == id }?.name ?? ""
  }

  private var verified: Set<MemberID> {
    Set(
      sent.compactMap { if case .keep(.verify(let id, _, _)) = $0 { id } else { nil } })
  }

  private var isSettled: Bool {
    sent.contains {
      switch $0 {
      case .keep(.merge), .keep(.keepApart): true
      default: false
      }
    }
  }

  static let suspects: Suspects = {
    let one = SampleEvening.member(at: 4)
    var other = SampleEvening.member(at: 4)
    other = Member(
      id: SampleEvening.member(900), number: "2417", name: one.name, sex: one.sex,
      birth: BirthDate("1990-05-11"), phone: nil, height: 171, verification: .verified,
      texts: [.employer: "第一医院", .education: "硕士", .hometown: "济南", .union: "金沙湾区总工会"])
    return Suspects(one, other, grounds: [.nameAndBirth])
  }()
}
