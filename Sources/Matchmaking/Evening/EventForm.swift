/// What an organizer says about an event to be made or changed.
public struct EventForm: Hashable, Sendable {
  public var code: String
  public var title: String
  public var date: Day
  public var kind: EventKind
  public var pools: Pools
  public var maxPicks: Int?
  public var rule: PairingRule
  public var capacity: Capacity
  public var verifiedOnly: Bool
  public var eligible: String?
  public var details: EventDetails

  public init(
    code: String, title: String, date: Day, kind: EventKind = .mixer, pools: Pools = .two,
    maxPicks: Int? = 5, rule: PairingRule = .stable, capacity: Capacity = .unlimited,
    verifiedOnly: Bool = false, eligible: String? = nil, details: EventDetails = EventDetails()
  ) {
    self.code = code
    self.title = title
    self.date = date
    self.kind = kind
    self.pools = pools
    self.maxPicks = maxPicks
    self.rule = rule
    self.capacity = capacity
    self.verifiedOnly = verifiedOnly
    self.eligible = eligible
    self.details = details
  }

  public init(_ event: Event) {
    self.init(
      code: event.code, title: event.title, date: event.date, kind: event.kind,
      pools: event.pools, maxPicks: event.maxPicks, rule: event.rule, capacity: event.capacity,
      verifiedOnly: event.verifiedOnly, eligible: event.eligible, details: event.details)
  }

  public func event(id: EventID) -> Event {
    Event(
      id: id, code: code, title: title, date: date, kind: kind, pools: pools, maxPicks: maxPicks,
      rule: rule, capacity: capacity, verifiedOnly: verifiedOnly, eligible: eligible,
      details: details)
  }
}

extension EventForm {
  /// What no event can be, whatever was there before.
  public func check() throws(EventRefusal) {
    guard Event.accepts(code: code) else { throw .badCode(code) }
    guard !title.isEmpty else { throw .noTitle }
    guard title.count <= Event.longestTitle else { throw .longTitle(most: Event.longestTitle) }
    do { try capacity.check(pools) } catch { throw .badCapacity(error) }
    try details.check()
    if let eligible {
      do throws(ConditionFault) { _ = try Eligibility(eligible) } catch {
        throw .badCondition(error.kind)
      }
    }
  }
}

extension Event {
  /// Why what only an open event takes is refused: a closing can be undone, an archiving cannot.
  public var closedRefusal: Refusal {
    .event(state == .archived ? .alreadyArchived(code) : .alreadyClosed(code))
  }

  /// - Throws: where the slips were deleted, so that nothing can be said of them.
  public func checkSlipsRemain() throws(Refusal) {
    if state == .archived { throw closedRefusal }
  }

  /// The event as an organizer wants it from now on; its code and its state stay.
  ///
  /// Once it is closed its pairs may have been read out, so only what the list of events tells can be
  /// put right: title, day and kind. Slips that are in must still be slips that the limit allows.
  ///
  /// - Parameters:
  ///   - guests: how many are registered, in whatever state.
  ///   - slipsOver: how many slips name more people than so many.
  public func edited(
    to form: EventForm, guests: Int, slipsOver: (Int) throws -> Int
  ) throws -> Event {
    do { try form.check() } catch { throw Refusal.event(error) }
    var edited = form.event(id: id)
    edited.state = state
    guard form.code == code else { throw Refusal.event(.codeTaken(form.code)) }
    guard state == .open || edited.hasSameRules(as: self) else {
      throw closedRefusal
    }
    guard edited.pools == pools || guests == 0 else {
      throw Refusal.event(.poolsFixed(count: guests))
    }
    if let limit = edited.maxPicks, maxPicks.map({ $0 > limit }) ?? true {
      let count = try slipsOver(limit)
      if count > 0 { throw Refusal.event(.slipsTooLong(limit: limit, count: count)) }
    }
    return edited
  }

  /// Whether all is the same that pairs and places come of.
  private func hasSameRules(as other: Event) -> Bool {
    pools == other.pools && maxPicks == other.maxPicks && rule == other.rule
      && capacity == other.capacity && verifiedOnly == other.verifiedOnly
      && eligible == other.eligible
  }
}
