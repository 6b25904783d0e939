/// A query as steps from place to place, one step for each character of a name.
///
/// A name matches where its consecutive characters lead from place 0 to the end of the query. All
/// readings of a character are tried side by side: places are bits of a word, so a polyphonic
/// character costs one more `or`, not another string.
struct NamePattern: Sendable {
  /// Where one syllable leads from one place.
  struct Step: Hashable, Sendable {
    /// After the complete syllable.
    var whole: UInt64 = 0
    /// After its initial, or at the end of the query inside it.
    var part: UInt64 = 0

    var all: UInt64 { whole | part }
  }

  let query: Query
  let end: Int
  /// The place at the end, where the whole query has been used.
  let goal: UInt64
  /// By syllable, then place.
  private(set) var steps: [Step]
  /// By syllable: the places it can be typed at.
  private(set) var places: [UInt64]
  let isHan: Bool

  init(_ query: Query, spellings: Spellings) {
    self.query = query
    end = query.units.count
    goal = 1 << UInt64(query.units.count)
    isHan = !query.units.contains { Query.isLetter($0) || Query.isDigit($0) }
    steps = Array(repeating: Step(), count: spellings.syllableCount * end)
    places = Array(repeating: 0, count: spellings.syllableCount)
    for place in query.units.indices where Query.isLetter(query.units[place]) {
      let (run, endsQuery) = query.run(from: place)
      for entry in spellings.beginning(with: query.spelling[place]) {
        add(entry, at: place, run: run, endsQuery: endsQuery)
      }
    }
  }

  /// Where a unit of a name leads by being what was typed at a place.
  func ownStep(of unit: UInt32, at place: Int) -> UInt64 {
    let typed = query.units[place]
    if typed == unit { return 1 << UInt64(place + 1) }
    guard let umlaut = Umlaut.letters(of: unit), typed == umlaut.base else { return 0 }
    let isLong = place + 1 < end && query.units[place + 1] == umlaut.second
    return 1 << UInt64(place + 1) | (isLong ? 1 << UInt64(place + 2) : 0)
  }

  /// The units that lead somewhere so.
  var ownUnits: Set<UInt32> {
    let typed = Set(query.units)
    return typed.union(
      Umlaut.all.filter { unit in Umlaut.letters(of: unit).map { typed.contains($0.base) } == true }
    )
  }

  private mutating func add(
    _ entry: Spellings.Entry, at place: Int, run: Letters, endsQuery: Bool
  ) {
    let common = run.common(with: entry.letters)
    guard common > 0 else { return }
    let length = entry.letters.count
    let initial = entry.letters.initialCount
    var step = steps[entry.syllable * end + place]
    if common == length { step.whole |= 1 << UInt64(place + length) }
    if length > 1 { step.part |= 1 << UInt64(place + 1) }
    if initial == 2, common >= 2 { step.part |= 1 << UInt64(place + 2) }
    if endsQuery, common == run.count, common < length { step.part |= 1 << UInt64(end) }
    steps[entry.syllable * end + place] = step
    places[entry.syllable] |= 1 << UInt64(place)
  }
}
