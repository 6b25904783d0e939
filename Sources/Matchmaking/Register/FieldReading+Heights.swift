internal import Characters

// Heights as they are said: 一米八, 一米七五, 一百七十五, 5'11".

extension FieldReading {
  /// Whole centimetres, however the height is put into words.
  public static func spokenHeight(_ text: String) -> Int? {
    if let height = height(text) { return height }
    guard text.utf8.count <= 40 else { return nil }
    var plain = ""
    for scalar in text.unicodeScalars.lazy.map(\.narrowed) where !scalar.isBlank {
      plain.unicodeScalars.append(scalar)
    }
    plain = plain.lowercased()
    for start in ["净身高", "裸高", "身高", ":", "净高"] where plain.hasPrefix(start) {
      plain.removeFirst(start.count)
    }
    for end in ["(净身高)", "(裸高)", "(净)", "。"] where plain.hasSuffix(end) {
      plain.removeLast(end.count)
    }
    if let feet = heightInFeet(plain) { return feet }
    for unit in ["inches", "inch", "in.", "in", "英寸", "吋", "\"", "″", "”"]
    where plain.hasSuffix(unit) {
      return height(inches: String(plain.dropLast(unit.count)))
    }
    return height(inDigits(plain)) ?? height(plain)
  }

  /// Inches, under a head that says so.
  public static func height(inches text: String) -> Int? {
    guard text.utf8.allSatisfy({ (48...57).contains($0) || $0 == 46 }), let inches = Double(text),
      (48...90).contains(inches)
    else { return nil }
    return plausible(inches * 2.54)
  }

  /// Han numerals as digits: 一米八 is `1米8`, 一米零五 `1米05`, 一百七十五 `175`, 一七五 `175`.
  private static func inDigits(_ text: String) -> String {
    let written = Written(text)
    if let number = Numeral(written, at: 0), !number.isMultiplied, let whole = number.whole,
      heights.contains(whole)
    {
      return "\(whole)" + text.dropFirst(number.end)
    }
    guard let metre = text.firstIndex(where: { $0 == "米" || $0 == "m" }) else { return text }
    let behind = text[text.index(after: metre)...]
    // 一米七十五 is said as well; 一米七十 is 170.
    let tens = String(behind).replacing("十", with: behind.hasSuffix("十") ? "零" : "")
    return digits(text[..<metre]) + "米" + digits(tens[...])
  }

  private static func digits(_ text: Substring) -> String {
    String(text.map { character in hanDigits[character].map { Character("\($0)") } ?? character })
  }

  private static let hanDigits: [Character: Int] = [
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]

  /// `5'11"`, `5ft11in`, `5英尺11英寸`, `6呎`. 尺 may be a Chinese one and is not read.
  private static func heightInFeet(_ text: String) -> Int? {
    guard let feet = text.first?.wholeNumberValue, (4...7).contains(feet) else { return nil }
    var rest = text.dropFirst()
    let marks = ["feet", "foot", "ft.", "ft", "英尺", "呎", "'", "’", "′"]
    guard let mark = marks.first(where: rest.hasPrefix) else { return nil }
    rest.removeFirst(mark.count)
    let figures = rest.prefix { $0.isASCII && $0.isNumber }
    rest.removeFirst(figures.count)
    guard
      ["", "inches", "inch", "in.", "in", "英寸", "吋", "\"", "”", "″", "''"].contains(String(rest)),
      figures.count <= 2, rest.isEmpty || !figures.isEmpty
    else { return nil }
    let inches = Int(figures) ?? 0
    guard inches < 12 else { return nil }
    return plausible(Double(feet * 12 + inches) * 2.54)
  }

  private static func plausible(_ centimetres: Double) -> Int? {
    let whole = Int(centimetres.rounded())
    return heights.contains(whole) ? whole : nil
  }
}
