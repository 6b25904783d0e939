/// A question of 心心相映, with what may be answered, A first.
public struct HeartsQuestion: Hashable, Sendable {
  public let text: String
  public let options: [String]

  public static let longestText = 120
  public static let longestOption = 40
  /// One letter each.
  public static let fewestOptions = 2
  public static let mostOptions = 8
  public static let mostQuestions = 50

  public init(_ text: String, _ options: [String]) {
    self.text = text
    self.options = options
  }

  /// `A` for the first option.
  public static func letter(_ place: Int) -> String {
    Unicode.Scalar(UInt32(65 + place)).map { String(Character($0)) } ?? "?"
  }

  public var lastLetter: String { HeartsQuestion.letter(options.count - 1) }
}

/// What somebody answered: a letter for each question, `-` where they gave no answer.
public struct HeartsSheet: Hashable, Sendable {
  public let badge: Badge
  public let letters: String

  public init(_ badge: Badge, _ letters: String) {
    self.badge = badge
    self.letters = letters
  }

  public static let none: Character = "-"
}

/// How often two gave the same answer.
public struct HeartsScore: Hashable, Sendable {
  public let meeting: Meeting
  public let score: Int
  /// How many questions there were.
  public let of: Int

  /// - Parameter letters: nil for whoever gave no sheet.
  public init(_ meeting: Meeting, _ a: String?, _ b: String?, of questions: Int) {
    self.meeting = meeting
    of = questions
    score = zip(a ?? "", b ?? "").prefix(questions).count {
      $0 == $1 && $0 != HeartsSheet.none
    }
  }

  /// The highest first, then in badge order.
  public static func sorted(_ scores: some Sequence<HeartsScore>) -> [HeartsScore] {
    scores.sorted { ($1.score, $0.meeting) < ($0.score, $1.meeting) }
  }
}
