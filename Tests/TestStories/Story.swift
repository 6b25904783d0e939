public import Matchmaking
public import Screens

/// What is asked of a store, step by step, and what it has to answer: the same of the real one and of the one
/// that the screens' tests use, so that the one cannot drift from the other.
public struct Story: Sendable, CustomStringConvertible {
  /// What is asked, knowing the evening as the news have told it so far.
  public enum Request: Sendable {
    case ask(Question)
    case change(Change)
  }

  public struct Step: Sendable {
    let request: @Sendable (Scenery) -> Request?
    /// As `Message.told` says it.
    let answers: [String]
  }

  public let description: String
  let steps: [Step]
}

/// Where a story is told: an event with guests of whom none has come, and members who are no guests.
public struct Scenery: Sendable {
  public var evening: Evening
  public let outsiders: [MemberID]

  public init(_ evening: Evening, outsiders: [MemberID]) {
    self.evening = evening
    self.outsiders = outsiders
  }

  var event: EventID { evening.event.id }
  var form: EventForm { EventForm(evening.event) }

  /// The guests of a pool in the order of their numbers.
  private func guests(_ pool: Pool) -> [Guest] {
    evening.guests.filter { $0.registration.pool == pool }.sorted { $0.number < $1.number }
  }

  func man(_ place: Int) -> Guest? { place < guests(.men).count ? guests(.men)[place] : nil }
  func woman(_ place: Int) -> Guest? { place < guests(.women).count ? guests(.women)[place] : nil }

  /// What the news say now holds.
  mutating func take(_ message: Message) {
    switch message {
    case .evening(let evening, _), .answered(_, .evening(let evening, _)): self.evening = evening
    case .eveningChanged(let change):
      evening.event = change.event
      for guest in change.guests { evening.take(guest) }
      for (key, slip) in change.slips { evening.take(slip, of: key) }
    default: break
    }
  }
}

extension Story {
  /// Tells it to a store.
  ///
  /// - Parameter answers: what a store says to one request, all of it.
  /// - Returns: where it answered otherwise than it has to.
  public func told(
    in scenery: Scenery, answers: (Effect) throws -> [Message]
  ) rethrows -> [String] {
    var scenery = scenery
    var differences: [String] = []
    for (place, step) in steps.enumerated() {
      let id = RequestID(1_000 + place)
      guard let request = step.request(scenery) else {
        return differences + ["step \(place + 1) has nobody to be about"]
      }
      let messages = try answers(request.effect(id))
      let told = messages.compactMap { $0.told(id, in: scenery) }
      for message in messages { scenery.take(message) }
      if told != step.answers {
        differences.append("step \(place + 1): \(told) in the place of \(step.answers)")
      }
    }
    return differences
  }
}

extension Story.Request {
  fileprivate func effect(_ id: RequestID) -> Effect {
    switch self {
    case .ask(let question): .ask(question, id)
    case .change(let change): .change(change, id)
    }
  }
}

extension Message {
  /// What it says, as far as both stores can; nil where only one of them can.
  fileprivate func told(_ id: RequestID, in scenery: Scenery) -> String? {
    switch self {
    case .eveningChanged(let change)
    where change.guests.isEmpty && change.slips.isEmpty && change.event == scenery.evening.event:
      nil
    case .answered(id, let answer): "answer \(name(of: answer))"
    case .done(id, let outcome): outcome.told
    case .answered(let other, _), .done(let other, _), .progress(let other, _):
      "request \(other.number)"
    // The whole evening, or what changed in it: both tell how it is now.
    case .evening, .eveningChanged: "news of the evening"
    case .eveningGone: "the event is gone"
    case .events, .registerChanged, .programmeChanged, .key, .resized, .widened, .waiting: nil
    case .noticed(let fault): "noticed \(fault)"
    }
  }

  private func name(of answer: Answer) -> String {
    if case .register(let news) = answer { return "register \(head(of: news))" }
    return head(of: answer)
  }

  private func head(of value: some Any) -> String { String("\(value)".prefix { $0 != "(" }) }
}

extension Outcome {
  fileprivate var told: String {
    switch self {
    case .saved(let act): "saved \(act.kind == .original ? "\(act.summary.verb)" : "\(act.kind)")"
    case .unchanged: "unchanged"
    case .imported: "imported"
    case .refused(let refusal): "refused \(refusal.code)"
    case .failed(let fault): "failed \(fault)"
    }
  }
}
