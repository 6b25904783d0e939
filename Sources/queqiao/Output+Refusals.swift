import Exchange
import Matchmaking
import Wording

/// What was not done and what is doubtful, a line each on standard error: what it is, the code that
/// scripts know, where or whom it is about, and the sentence.
extension Output {
  /// - Parameter row: of a file; 0 for none.
  static func refuse(_ refusal: Refusal, row: Int = 0) {
    let place = row > 0 ? Phrase("第 \(row) 行 ", "row \(row): ") : .empty
    refuse(refusal.code, about: place, refusal.phrase(Invocation.clock))
  }

  /// Somebody of several who was left out, by what was typed of them.
  static func refuse(_ refusal: Refusal, of person: String) {
    let whom = Masking.numbers(in: person.cleanedLine) + ": "
    refuse(refusal.code, about: .verbatim(whom), refusal.phrase(Invocation.clock))
  }

  static func refuse(_ code: String, about: Phrase = .empty, _ sentence: Phrase) {
    report("refused", code, about: about, sentence)
  }

  /// A problem of a file.
  static func report(_ problem: ImportProblem) {
    let isKept = problem.code == .handCorrected
    let mark =
      problem.isRefusal
      ? "refused" : isKept ? "kept" : problem.wantsMending ? "doubtful" : "note"
    let place = problem.row > 0 || !problem.isRefusal ? problem.place + .verbatim(": ") : .empty
    report(mark, problem.code.rawValue, about: place, problem.phrase)
  }

  private static func report(_ mark: String, _ code: String, about: Phrase, _ sentence: Phrase) {
    message("\(mark): \(code): \((about + sentence)(Invocation.language))")
  }
}
