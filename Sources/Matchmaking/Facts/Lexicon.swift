/// Words and what they mean; the longest that stands at a place is the one that is read.
struct Lexicon<Meaning: Sendable>: Sendable {
  private struct Entry: Sendable {
    let word: [UInt32]
    let meaning: Meaning
  }

  /// By the first two scalars, longest word first.
  private let entries: [UInt64: [Entry]]

  /// - Parameter words: groups of words between spaces, each with its meaning. `_` is a space inside
  ///   a word.
  init(_ words: [(String, Meaning)]) {
    var entries: [UInt64: [Entry]] = [:]
    for (group, meaning) in words {
      for word in group.split(separator: " ") {
        let scalars = word.unicodeScalars.map { $0 == "_" ? 0x20 : Written.folded($0.value) }
        guard let first = scalars.first else { continue }
        let start = Lexicon.start(first, scalars.count > 1 ? scalars[1] : 0)
        entries[start, default: []].append(Entry(word: scalars, meaning: meaning))
      }
    }
    // A stable order: of equal words the one named first.
    self.entries = entries.mapValues { list in
      list.enumerated().sorted {
        ($1.element.word.count, $0.offset) < ($0.element.word.count, $1.offset)
      }.map(\.element)
    }
  }

  private static func start(_ first: UInt32, _ second: UInt32) -> UInt64 {
    UInt64(first) << 32 | UInt64(second)
  }

  func match(_ text: Written, at place: Int) -> (length: Int, meaning: Meaning)? {
    let (first, second) = (text[place], text[place + 1])
    return longest(Lexicon.start(first, second), text, place)
      ?? longest(Lexicon.start(first, 0), text, place)
  }

  private func longest(
    _ start: UInt64, _ text: Written, _ place: Int
  ) -> (length: Int, meaning: Meaning)? {
    guard let list = entries[start] else { return nil }
    for entry in list where place + entry.word.count <= text.count {
      guard isThere(entry.word, text, place) else { continue }
      return (entry.word.count, entry.meaning)
    }
    return nil
  }

  /// Latin words stand alone: `ma` is not in `man`.
  private func isThere(_ word: [UInt32], _ text: Written, _ place: Int) -> Bool {
    for offset in word.indices where text.scalars[place + offset] != word[offset] { return false }
    let end = place + word.count
    if let last = word.last, Written.isLetter(last), Written.isLetter(text[end]) { return false }
    if Written.isLetter(word[0]), place > 0, Written.isLetter(text[place - 1]) { return false }
    return true
  }

  /// Every word in the text from the left, none inside another.
  func all(in text: Written) -> [(range: Range<Int>, meaning: Meaning)] {
    var found: [(range: Range<Int>, meaning: Meaning)] = []
    var place = 0
    while place < text.count {
      if let (length, meaning) = match(text, at: place) {
        found.append((place..<(place + length), meaning))
        place += length
      } else {
        place += 1
      }
    }
    return found
  }
}
