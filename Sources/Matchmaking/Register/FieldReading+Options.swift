internal import Characters

// Survey sites write the letter of an option before what was chosen: `A.女`, `B、已婚`, `①男`.

extension FieldReading {
  /// The text without the letter or number of an option before it; of several choices each.
  ///
  /// Only before a Han character, so that neither `1.75` nor `B.A.` loses anything; a letter before a figure as
  /// well (`C、8000-10000元`).
  public static func withoutOptionLetter(_ text: String) -> String {
    guard mayHaveOption(text.utf8.first) else { return text }
    guard text.unicodeScalars.contains(choiceMark) else { return withoutOneLetter(text) }
    return text.unicodeScalars.split(separator: choiceMark, omittingEmptySubsequences: false)
      .map { withoutOneLetter(String($0).trimmed) }.joined(separator: String(choiceMark))
  }

  /// What survey sites put between several choices.
  package static let choiceMark: Unicode.Scalar = "┋"

  /// Whether an option's letter may stand there, by the first byte; wrong only to the safe side.
  package static func mayHaveOption(_ first: UInt8?) -> Bool {
    guard let first else { return false }
    return switch first {
    case 0x28, 0x31...0x39, 0x41...0x48, 0x5b, 0x61...0x68, 0xe2, 0xe3, 0xef: true
    default: false
    }
  }

  private static func withoutOneLetter(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var at = 0
    func plain(_ place: Int) -> Unicode.Scalar? {
      scalars.indices.contains(place) ? scalars[place].narrowed : nil
    }
    if let first = plain(0), (0x2460...0x2473).contains(first.value) {
      at = 1
    } else {
      let isBracketed = plain(0) == "(" || plain(0) == "[" || plain(0) == "【"
      if isBracketed { at = 1 }
      guard let letter = plain(at), isOption(letter), let mark = plain(at + 1) else { return text }
      let marks: [Unicode.Scalar] = isBracketed ? [")", "]", "】"] : [".", "、", ")", ":", "。"]
      guard marks.contains(mark) else { return text }
      at += 2
    }
    while let blank = plain(at), blank.isBlank || (at == 1 && ".、".unicodeScalars.contains(blank)) {
      at += 1
    }
    guard let rest = plain(at),
      rest.isHan || isWord(scalars[at...]) || isLetter(plain(0)) && isFigure(scalars[at...])
    else { return text }
    return String(String.UnicodeScalarView(scalars[at...]))
  }

  private static func isOption(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "A"..."H", "a"..."h", "1"..."9": true
    default: false
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { ("A"..."H").contains($0) } ?? false
  }

  /// `8000-10000元`, `5万以下`: a figure that has more behind it than its digits.
  private static func isFigure(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = rest.first, ("0"..."9").contains(first.narrowed) else { return false }
    return rest.contains { $0.isHan || "-~–—～至".unicodeScalars.contains($0) }
  }

  /// `A. Male`: the words of sex are the only Latin ones an option is taken away before.
  private static func isWord(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    ["male", "female", "yes", "no"].contains(
      String(String.UnicodeScalarView(rest)).trimmed.lowercased())
  }
}

extension FieldReading {
  /// Man or woman, also behind an option's letter or with a note in brackets.
  public static func chosenSex(_ text: String) -> Sex? {
    if let sex = sex(text) { return sex }
    let choices = Set(
      withoutOptionLetter(text).unicodeScalars.split(separator: choiceMark).map {
        spokenSex(String($0).trimmed)
      })
    return choices.count == 1 ? choices.first ?? nil : nil
  }

  private static func spokenSex(_ text: String) -> Sex? {
    if let sex = sex(text) { return sex }
    return switch text.lowercased() {
    case "男生", "男嘉宾", "男方", "男士组", "男同志", "男职工", "man", "boy", "gentleman", "mr", "mr.": .man
    case "女生", "女嘉宾", "女方", "女士组", "女同志", "女职工", "woman", "girl", "lady", "ms", "ms.", "miss",
      "mrs":
      .woman
    default: nil
    }
  }
}
