/// A member as others see them: de-identified, free texts scrubbed.
///
/// No name, phone, employer's name, address or exact birthday. Anybody at the union may look at it;
/// to publish it takes a ``ListingCard``.
public struct CardFace: Hashable, Sendable {
  public let sex: Sex?
  public let birthYear: Int?
  /// Centimetres.
  public let height: Int?
  public let education: Education?
  /// The kind of work as far as it is understood.
  public let work: Work?
  /// The job in words, scrubbed.
  public let job: String
  public let marital: MaritalStatus?
  /// The county, or the city where no more is known; never an address.
  public let place: Region?
  public let interests: String
  public let introduction: String
  public let criteria: String
  /// How many places were hidden: somebody should read a card with many.
  public let hidden: Int

  public init(_ member: Member) {
    let facts = MemberFacts(member)
    sex = facts.sex
    birthYear = facts.birth?.year
    height = facts.height
    education = facts.education.value
    work = facts.work.value
    marital = facts.marital.value
    place = facts.residence.value
    let texts = [MemberText.job, .interests, .introduction, .criteria].map {
      Scrubbed(member.texts[$0] ?? "", of: member)
    }
    job = texts[0].text
    interests = texts[1].text
    introduction = texts[2].text
    criteria = texts[3].text
    hidden = texts.reduce(0) { $0 + $1.hidden }
  }
}

/// A card that may be published: it cannot be made without a consent that holds.
public struct ListingCard: Hashable, Sendable {
  /// Of the issue; callers to the hotline name it.
  public let code: String
  public let member: MemberID
  public let face: CardFace
  /// The day the consent was asked for.
  public let day: Day

  public init(
    _ member: Member, code: String, proof: ConsentProof<ListingUse>
  ) throws(ListingRefusal) {
    guard proof.member == member.id else { throw .anotherMember }
    guard member.status.isLooking else { throw .notLooking(member.status) }
    guard !member.saysMarried else { throw .notLooking(.married) }
    guard member.verification == .verified else { throw .notVerified(member.verification) }
    self.code = code
    self.member = member.id
    face = CardFace(member)
    day = proof.day
  }
}

/// Why a member is not listed.
public enum ListingRefusal: Error, Hashable, Sendable {
  /// The consent is somebody else's.
  case anotherMember
  case notLooking(MemberStatus)
  case notVerified(Verification)

  public var code: String {
    switch self {
    case .anotherMember: "another-member"
    case .notLooking: "not-looking"
    case .notVerified: "not-verified"
    }
  }
}
