/// Something the program will not do, with the evidence, so that it can be said in any language.
///
/// Nothing of what was refused is stored but, at the door, the refusal itself.
public enum Refusal: Error, Hashable, Sendable {
  case door(DoorRefusal, name: String)
  case slip(SlipRefusal)
  case round(RoundRefusal)
  case event(EventRefusal)
  case history(HistoryRefusal)
  case person(PersonRefusal)
  case field(FieldFault)
  case verification(VerificationRefusal)
  case consent(ConsentRefusal)
  case listing(ListingRefusal)
  case register(RegisterRefusal)
  case bundle(BundleRefusal)
  case programme(ProgrammeRefusal)
  case pin(PINRefusal)
  case announcing(AnnouncingRefusal)
  case couple(CoupleRefusal)
  case game(GameRefusal)

  /// Stable, for scripts.
  public var code: String {
    switch self {
    case .door(let refusal, _): refusal.code
    case .slip(let refusal): refusal.code
    case .round(let refusal): refusal.code
    case .event(let refusal): refusal.code
    case .history(let refusal): refusal.code
    case .person(let refusal): refusal.code
    case .field(let fault): fault.code
    case .verification(let refusal): refusal.code
    case .consent(let refusal): refusal.code
    case .listing(let refusal): refusal.code
    case .register(let refusal): refusal.code
    case .bundle(let refusal): refusal.code
    case .programme(let refusal): refusal.code
    case .pin(let refusal): refusal.code
    case .announcing(let refusal): refusal.code
    case .couple(let refusal): refusal.code
    case .game(let refusal): refusal.code
    }
  }
}

public enum EventRefusal: Error, Hashable, Sendable {
  case codeTaken(String)
  case badCode(String)
  case noTitle
  case longTitle(most: Int)
  case alreadyClosed(String)
  /// Slips are still taken, so they are not deleted yet.
  case stillOpen(String)
  case alreadyArchived(String)
  /// The rule is not built yet.
  case ruleNotYet(PairingRule)
  /// So many people are registered, so it is not taken away.
  case hasGuests(String, count: Int)
  /// So many people are registered, so the pools stay.
  case poolsFixed(count: Int)
  /// So many slips that are in name more people than the limit would allow.
  case slipsTooLong(limit: Int, count: Int)
  /// Badges of another pool than their wearers' sex: to be settled before the picking is closed.
  case misplaced([Badge])
  /// Whoever has two slips that say different things, typed in two places.
  case slipsDiffer([Badge])
  case badCapacity(CapacityFault)
  /// What is wrong with the condition of a special session.
  case badCondition(ConditionFault.Kind)
  /// No time of a day.
  case badStart(String)
  /// Theme, place, host or hotline.
  case longDetail(most: Int)

  public var code: String {
    switch self {
    case .codeTaken: "code-taken"
    case .badCode: "bad-code"
    case .noTitle: "no-title"
    case .longTitle: "too-long"
    case .alreadyClosed: "already-closed"
    case .stillOpen: "still-open"
    case .alreadyArchived: "already-archived"
    case .ruleNotYet: "rule-not-yet"
    case .hasGuests: "has-registrations"
    case .poolsFixed: "pools-fixed"
    case .slipsTooLong: "slips-too-long"
    case .misplaced: "wrong-pool"
    case .slipsDiffer: "slips-differ"
    case .badCapacity: "bad-capacity"
    case .badCondition: "bad-condition"
    case .badStart: "bad-time"
    case .longDetail: "too-long"
    }
  }
}

/// Why a picking round is not opened or closed, or not found.
public enum RoundRefusal: Error, Hashable, Sendable {
  case unknown(Int, of: Int)
  /// The one before the next still takes slips.
  case stillOpen(Int)
  case alreadyClosed(Int)
  /// Typed twice and differently: to be settled by the paper first.
  case differing(Int, [Badge])

  public var code: String {
    switch self {
    case .unknown: "no-such-round"
    case .stillOpen: "round-open"
    case .alreadyClosed: "already-closed"
    case .differing: "slips-differ"
    }
  }
}

public enum HistoryRefusal: Error, Hashable, Sendable {
  case nothingToUndo
  case nothingToRedo
  /// Somebody changed the same thing afterwards; undoing would take that away too.
  case changedSince(ActSummary)
  /// The newest thing done is none that can be taken back; nothing older was touched.
  case irrevocable(ActSummary)
  /// What was meant is not there any more: somebody took back the act that made it.
  case gone

  public var code: String {
    switch self {
    case .nothingToUndo: "nothing-to-undo"
    case .nothingToRedo: "nothing-to-redo"
    case .changedSince: "changed-since"
    case .irrevocable: "cannot-undo"
    case .gone: "gone"
    }
  }
}

/// A person named by what was typed who cannot be told for certain.
public enum PersonRefusal: Error, Hashable, Sendable {
  /// Several fit; `candidates` are told apart as at the door.
  case ambiguous(String, candidates: [String])
  case alreadyRegistered(name: String)
  /// Nobody wears the badge any more: whoever did has another.
  case badgeChanged(Badge, now: Badge)
  /// A sex was said at the door, and the register has the other one.
  case otherSex(name: String, known: Sex)

  public var code: String {
    switch self {
    case .ambiguous: "ambiguous"
    case .alreadyRegistered: "already-registered"
    case .badgeChanged: "badge-changed"
    case .otherSex: "other-sex"
    }
  }
}
