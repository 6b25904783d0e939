public import Canvas
public import Matchmaking
public import Wording

/// What is fixed when the program starts.
public struct Setting: Hashable, Sendable {
  public var language: Language
  /// Which desk this is, as shown and logged: `A`, `B`, ….
  public var station: String
  /// The file is the sample; every screen says so.
  public var isSample: Bool
  /// Borders and bars in ASCII, because the terminal draws ambiguous characters two columns wide.
  public var isPlain: Bool
  /// For the form of a new event.
  public var today: Day
  /// Minutes east of UTC, for times of day.
  public var minutesFromUTC: Int

  public init(
    language: Language, station: String, isSample: Bool = false, isPlain: Bool = false, today: Day,
    minutesFromUTC: Int = 0
  ) {
    self.language = language
    self.station = station
    self.isSample = isSample
    self.isPlain = isPlain
    self.today = today
    self.minutesFromUTC = minutesFromUTC
  }
}

/// The organizer's desk as a value: all screens, what lies on top of them, and what just happened.
public struct Workspace: Sendable {
  public init(_ setting: Setting) {}

  /// What to do before the first key: what has to be loaded.
  public mutating func start() -> [Effect] { [] }

  public mutating func update(_ happening: Happening) -> [Effect] { [] }

  public func view(_ size: Size) -> Frame { Frame(size: size) }
}
