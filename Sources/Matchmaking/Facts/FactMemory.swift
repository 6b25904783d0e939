/// What texts were read as, for those who read a whole register: most of it is said in few words.
///
/// A text is remembered with its meaning; what it says of a member depends on nothing else.
public struct FactMemory: Sendable {
  struct Column<Value: Hashable & Sendable>: Sendable {
    private var known: [String: Fact<Value>] = [:]

    /// Long texts are not remembered, as nobody else writes the same.
    mutating func read(_ text: String?, _ reading: (Written) -> Value?) -> Fact<Value> {
      guard let text else { return .unsaid }
      guard text.utf8.count <= 60 else { return .read(text, reading) }
      if let fact = known[text] { return fact }
      let fact = Fact.read(text, reading)
      if known.count < 10_000 { known[text] = fact }
      return fact
    }
  }

  var education = Column<Education>()
  var income = Column<MonthlyIncome>()
  var marital = Column<MaritalStatus>()
  var housing = Column<Housing>()
  var places = Column<Region>()
  var work = Column<Work>()
  var texts = TextMemory()

  let readsTexts: Bool

  /// - Parameter readsTexts: false where no words will be asked for, which saves a seventh of the time.
  public init(readsTexts: Bool = true) { self.readsTexts = readsTexts }
}
