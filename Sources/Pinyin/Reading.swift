/// How Han characters and names are read: toneless pinyin, ü as `v`.
public enum Reading {
  /// Every common reading of a character, best first; empty for what is not Han.
  public static func all(of character: Character) -> [String] {
    guard let scalar = character.unicodeScalars.first else { return [] }
    return ReadingTable.shared.syllables(of: scalar.value)
  }

  /// One reading for each character of a name, the surname's own first: 单雄信 → shan xiong xin.
  ///
  /// Dots and spaces are left out; letters and digits stand for themselves, lower-case.
  public static func ofName(_ name: String) -> [String] {
    let characters = spokenCharacters(of: name)
    // A name with a dot inside is written out by sound and has no surname.
    let hasDot = characters.count < name.count
    let head = hasDot ? (count: 0, readings: nil) : Surnames.shared.head(of: characters)
    return characters.enumerated().map { index, character in
      if let own = head.readings, index < own.count { return own[index] }
      return all(of: character).first ?? character.lowercased()
    }
  }

  /// A name in Latin letters as passports divide it, with ü: 欧阳娜娜 → Ouyang Nana, 吕伟 → Lü Wei.
  public static func latin(_ name: String) -> String {
    var words: [String] = [""]
    let readings = ofName(name)
    let characters = spokenCharacters(of: name)
    var breaks: Set<Int> = []
    if characters.count == name.count {
      breaks = [Surnames.shared.head(of: characters).count]
    } else {
      var index = 0
      for character in name {
        if isSpoken(character) { index += 1 } else { breaks.insert(index) }
      }
    }
    for (index, reading) in readings.enumerated() {
      if index > 0, breaks.contains(index) { words.append("") }
      words[words.count - 1] += reading.replacingUmlaut
    }
    return words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
  }

  private static func spokenCharacters(of name: String) -> [Character] {
    name.filter(isSpoken)
  }

  private static func isSpoken(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    if case .unit = Folding(scalar.value) { return true }
    return false
  }
}

extension String {
  fileprivate var replacingUmlaut: String { String(map { $0 == "v" ? "ü" : $0 }) }
}
