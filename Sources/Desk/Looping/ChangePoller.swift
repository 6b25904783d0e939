import Store

/// When to ask the store whether anything changed.
///
/// Four times a second it looks at the file from outside, which costs no transaction and wakes no
/// other thread. Whatever it sees, the store itself is asked every two seconds.
struct ChangePoller {
  private let store: Store
  private var last: ContinuousClock.Instant
  private var seen: FileStamp?
  private var looks = 0

  private static let pause = Duration.milliseconds(240)
  private static let looksBetweenQuestions = 8

  init(_ store: Store) {
    self.store = store
    last = ContinuousClock.now
  }

  /// Whether the store should be asked now.
  mutating func seesNews(_ now: ContinuousClock.Instant) -> Bool {
    guard now - last > Self.pause else { return false }
    last = now
    looks += 1
    let stamp = store.stamp()
    let isNews = stamp != seen
    // What is not settled yet is looked at again, or a write within the same tick would be missed.
    seen = stamp.isSettled ? stamp : nil
    return isNews || looks % Self.looksBetweenQuestions == 0
  }
}
