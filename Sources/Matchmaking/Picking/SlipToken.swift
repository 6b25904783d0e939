/// One word of a slip being typed, with what can be said of it already.
public struct SlipToken: Hashable, Sendable {
  public enum State: Hashable, Sendable {
    case good
    /// The last word, not right as it stands, but more digits can make it so.
    case unfinished
    /// A bare number that cannot be judged until the line says whose slip it is.
    case waiting
    /// A dash: nobody stands on this line.
    case blank
    case wrong(SlipRefusal)
  }

  /// Where it stands in the line as typed.
  public let range: Range<String.Index>
  /// 0 for the picker, then 1, 2, 3… as the places on the slip go.
  public let position: Int
  /// Whom it names, also when it is wrong; nil while that is not known.
  public let badge: Badge?
  public let state: State

  public var refusal: SlipRefusal? {
    if case .wrong(let refusal) = state { refusal } else { nil }
  }
}
