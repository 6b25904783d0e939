/// Why what another copy of the file knew was not taken in; nothing was changed.
public enum BundleRefusal: Error, Hashable, Sendable {
  case missing(String)
  case unreadable(String)
  case notABundle
  case newerVersion
  case cutShort
  /// A byte is another than was written, or a line is none of ours.
  case altered
  /// Characters that no file of ours holds.
  case hostile
  /// An act was written by a clock far in the future.
  case clockAhead(Day)
  /// Two files wrote as one, so their acts cannot be told apart.
  case forked
  /// It refers to what it does not hold, or holds what no rule lets stand.
  case contradictory
  case noConflict(String)

  public var code: String {
    switch self {
    case .missing: "no-bundle"
    case .unreadable: "bundle-unreadable"
    case .notABundle: "not-a-bundle"
    case .newerVersion: "newer-version"
    case .cutShort: "bundle-cut-short"
    case .altered: "bundle-altered"
    case .hostile: "bundle-hostile"
    case .clockAhead: "clock-ahead"
    case .forked: "bundle-forked"
    case .contradictory: "bundle-contradictory"
    case .noConflict: "no-conflict"
    }
  }
}
