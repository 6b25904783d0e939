internal import CData

/// Surnames with readings of their own, and compound surnames.
struct Surnames: Sendable {
  static let shared = Surnames()

  /// The readings by surname: `尉迟` → `yu`, `chi`; the first, where families differ.
  private let readings: [String: [String]]
  let longest: Int

  private init() {
    let table = queqiao_surnames()
    let text = String(
      decoding: UnsafeRawBufferPointer(start: table.bytes, count: table.count), as: UTF8.self)
    var readings: [String: [String]] = [:]
    var longest = 1
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let words = line.split(separator: " ").map(String.init)
      guard let surname = words.first else { continue }
      if readings[surname] == nil { readings[surname] = Array(words.dropFirst()) }
      longest = max(longest, surname.count)
    }
    self.readings = readings
    self.longest = longest
  }

  /// How many characters at the head are the surname, and how they are read if unlike elsewhere.
  ///
  /// The longest compound surname that leaves a given name wins: 单于飞 is 单于 and 飞.
  func head(of characters: [Character]) -> (count: Int, readings: [String]?) {
    guard characters.count > 1 else { return (characters.count, nil) }
    for count in stride(from: min(longest, characters.count), through: 1, by: -1) {
      // Two characters that are a compound surname and nothing else are read as that surname.
      if count == characters.count, count == 1 { continue }
      if let known = readings[String(characters[..<count])] { return (count, known) }
    }
    return (1, nil)
  }
}
