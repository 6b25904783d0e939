/// Why the red thread is not drawn, or questions and answers are not taken.
public enum GameRefusal: Error, Hashable, Sendable {
  /// The willing make no pair: nobody of the other pool is among them, or only people who never meet.
  case nobodyToPair(willing: Int)
  /// Went home; nobody could stand beside whoever is drawn with them.
  case left(Badge)
  case badSeed(String)
  case noDraw
  /// A file that holds no list; what stands there.
  case badFile(String)
  case noQuestions
  case noQuestion(Int, questions: Int)
  case noBadge
  /// A question in a file, by its row, that lacks its text or its options.
  case badQuestion(row: Int, text: String)
  case tooManyQuestions(most: Int)
  case longQuestion(row: Int, most: Int)
  /// Answers are in, so what was asked stays.
  case answersIn(count: Int)
  case answerCount(Badge, given: Int, questions: Int)
  /// Counted from 1.
  case badAnswer(Badge, question: Int, text: String, last: String)
  /// Other answers of this person are in.
  case answered(Badge)

  /// Stable, for scripts.
  public var code: String {
    switch self {
    case .nobodyToPair: "nobody-to-pair"
    case .left: "left"
    case .badSeed: "bad-seed"
    case .noDraw: "no-draw"
    case .badFile: "bad-file"
    case .noQuestions: "no-questions"
    case .noQuestion: "no-question"
    case .noBadge: "no-badge"
    case .badQuestion: "bad-question"
    case .tooManyQuestions: "too-many"
    case .longQuestion: "too-long"
    case .answersIn: "answers-in"
    case .answerCount: "answer-count"
    case .badAnswer: "bad-answer"
    case .answered: "already-in"
    }
  }
}
