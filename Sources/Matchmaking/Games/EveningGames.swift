/// The red thread and hearts in step at one evening: what the one who runs them looks at.
public struct EveningGames: Hashable, Sendable {
  /// The last one last.
  public var draws: [ThreadDraw]
  public var questions: [HeartsQuestion]
  /// Which question is on the big screen, counted from 0.
  public var shown: Int?
  public var answers: [RegistrationID: String]

  public init(
    draws: [ThreadDraw] = [], questions: [HeartsQuestion] = [], shown: Int? = nil,
    answers: [RegistrationID: String] = [:]
  ) {
    self.draws = draws
    self.questions = questions
    self.shown = shown
    self.answers = answers
  }
}

/// Who has nobody yet, and who of the others fits them.
public struct WaitingGuest: Hashable, Sendable {
  public let guest: Guest
  /// Best first.
  public let fits: [Badge]

  public init(_ guest: Guest, fits: [Badge]) {
    self.guest = guest
    self.fits = fits
  }
}
