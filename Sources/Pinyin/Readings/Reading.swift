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
    let spoken = SpokenName(name)
    return spoken.characters.indices.map(spoken.reading(at:))
  }

  /// The letter a name is looked up under, `A` to `Z`: the first of the surname's reading, or of what stands
  /// first where it is written by sound or in Latin letters (Łukasz under L, Ørsted under O); nil for all
  /// other letters, and for characters without a reading.
  public static func initial(of name: String) -> Character? {
    let spoken = SpokenName(name)
    // Asked for a hundred thousand guests when a great event is opened, so of the first character alone.
    guard !spoken.characters.isEmpty, let scalar = spoken.reading(at: 0).unicodeScalars.first
    else { return nil }
    var units: [UInt32] = []
    Folding.append(scalar.value, to: &units)
    switch units.first {
    case let letter? where (0x61...0x7a).contains(letter):
      return Unicode.Scalar(letter - 0x20).map(Character.init)
    case let unit?:
      return Umlaut.letters(of: unit).flatMap { Unicode.Scalar($0.base - 0x20) }.map(Character.init)
    case nil: return nil
    }
  }

  /// A name in Latin letters as passports divide it, with ü: 欧阳娜娜 → Ouyang Nana, 吕伟 → Lü Wei.
  public static func latin(_ name: String) -> String {
    written(name) { reading, _ in String(reading.map { $0 == "v" ? "ü" : $0 }) }
  }

  /// The same with the marks of the tones, for whoever is to say it: 单晓燕 → Shàn Xiǎoyàn.
  ///
  /// Without a mark where the tone is not known.
  public static func spoken(_ name: String) -> String {
    let characters = SpokenName(name).characters
    let tones = Tones.shared.ofName(characters, head: SpokenName(name).surnameReadings)
    return written(name) { reading, index in ToneMark.marked(reading, tones[index]) }
  }

  private static func written(_ name: String, _ write: (String, Int) -> String) -> String {
    let spoken = SpokenName(name)
    let wordStarts = spoken.wordStarts
    var words: [String] = [""]
    for (index, reading) in ofName(name).enumerated() {
      if index > 0, wordStarts.contains(index) { words.append("") }
      let isHan = !all(of: spoken.characters[index]).isEmpty
      words[words.count - 1] += isHan ? write(reading, index) : reading
    }
    return words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
  }
}

/// A name without its dots and spaces, and how it falls into words.
private struct SpokenName {
  var characters: [Character] = []
  /// If the surname is not read like the same characters elsewhere.
  let surnameReadings: [String]?
  /// The characters of the surname; nil where the name has none in front.
  private let surname: Int?
  /// What stood between dots and spaces.
  private var parts: Set<Int> = []

  init(_ name: String) {
    var hasDot = false
    for character in name {
      guard let scalar = character.unicodeScalars.first else { continue }
      switch Folding(scalar.value) {
      case .units: characters.append(character)
      case .boundary:
        parts.insert(characters.count)
        hasDot = hasDot || !character.isWhitespace
      case .nothing: continue
      }
    }
    // A name with a dot inside is written out by sound and has no surname in front. A space
    // says nothing: names of two characters are often spread out with one.
    guard !hasDot else {
      (surnameReadings, surname) = (nil, nil)
      return
    }
    let head = Surnames.shared.head(of: characters)
    (surnameReadings, surname) = (head.readings, head.count)
  }

  /// Where words begin after the first.
  var wordStarts: Set<Int> {
    guard let surname, characters.allSatisfy({ !Reading.all(of: $0).isEmpty }) else {
      return parts
    }
    return [surname]
  }

  func reading(at index: Int) -> String {
    if let own = surnameReadings, index < own.count { return own[index] }
    return Reading.all(of: characters[index]).first ?? characters[index].lowercased()
  }
}
