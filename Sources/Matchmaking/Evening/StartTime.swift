import Characters

extension EventDetails {
  /// `HH:MM` of a time as organizers type it; nil where it is none, or could be two.
  ///
  /// `19:30`, `19.30`, `1930`, `7:30pm`, `晚上7点半`, `下午两点一刻`, `十九点三十分`, in full width too. An hour that is told
  /// (`7点半`) and not written as a clock shows it is in the evening as likely as in the morning: it needs a word for the part
  /// of the day.
  public static func start(typed text: String) -> String? {
    var reading = StartReading(text)
    return reading.run()
  }
}

/// Goes over a time once, from the part of the day to the last mark.
private struct StartReading {
  private enum Part {
    case morning, noon, afternoon
  }

  private static let parts: [(word: String, part: Part)] = [
    ("凌晨", .morning), ("清晨", .morning), ("早晨", .morning), ("早上", .morning), ("上午", .morning),
    ("早", .morning), ("中午", .noon), ("下午", .afternoon), ("午后", .afternoon), ("傍晚", .afternoon),
    ("晚上", .afternoon), ("晚间", .afternoon), ("夜里", .afternoon), ("夜晚", .afternoon),
    ("当晚", .afternoon), ("今晚", .afternoon), ("晚", .afternoon),
  ]
  private var rest: Substring
  private var part: Part?

  init(_ text: String) {
    let narrowed = String.UnicodeScalarView(text.unicodeScalars.map(\.narrowed))
    rest = String(narrowed).lowercased().filter { !$0.isWhitespace }[...]
  }

  mutating func run() -> String? {
    if let known = Self.parts.first(where: { rest.hasPrefix($0.word) }) {
      rest.removeFirst(known.word.count)
      part = known.part
    }
    guard let (hour, minute) = figures() ?? told() else { return nil }
    if part == nil { takeLatinPart(hour) }
    guard rest.isEmpty, let hour = self.hour(hour), (0..<60).contains(minute) else { return nil }
    return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
  }

  /// `19:30`, `19.30`, `19:30:00`, `1930`, `930`, `7pm`.
  private mutating func figures() -> (hour: Int, minute: Int)? {
    let before = rest
    let digits = takeDigits()
    guard let number = Int(digits) else { return restore(before) }
    if digits.count == 3 || digits.count == 4 {
      return isAtEnd ? (number / 100, number % 100) : restore(before)
    }
    guard digits.count < 3 else { return restore(before) }
    if take(":") || take(".") {
      let minutes = takeDigits()
      guard minutes.count == 2, let minute = Int(minutes) else { return restore(before) }
      if take(":"), takeDigits() != "00" { return restore(before) }
      return isAtEnd ? (number, minute) : restore(before)
    }
    // A bare hour is a time with a word for the part of the day alone.
    return rest.hasPrefix("am") || rest.hasPrefix("pm") || rest.hasPrefix("a.m")
      || rest.hasPrefix("p.m") ? (number, 0) : restore(before)
  }

  /// `7点`, `七点半`, `19时30分`, `7点3刻`, `十九点整`.
  private mutating func told() -> (hour: Int, minute: Int)? {
    guard let hour = takeNumber(), take("点") || take("时") else { return nil }
    _ = take("钟")
    // Who says it in words says no 24 hours before noon.
    guard part != nil || hour > 11 else { return nil }
    if take("半") { return ended((hour, 30)) }
    if rest.isEmpty || take("整") { return ended((hour, 0)) }
    guard let number = takeNumber() else { return nil }
    if take("刻") { return (1...3).contains(number) ? ended((hour, 15 * number)) : nil }
    _ = take("分")
    return ended((hour, number))
  }

  private func ended(_ time: (hour: Int, minute: Int)) -> (hour: Int, minute: Int)? {
    rest.isEmpty ? time : nil
  }

  /// The hour of the day; nil where the word and the number do not go together.
  private func hour(_ hour: Int) -> Int? {
    switch part {
    case nil: (0...23).contains(hour) ? hour : nil
    case .morning: (0...11).contains(hour) ? hour : hour == 12 && isLatin ? 0 : nil
    case .noon: [11, 12].contains(hour) ? hour : (1...2).contains(hour) ? hour + 12 : nil
    case .afternoon:
      switch hour {
      case 1...11: hour + 12
      case 12: isLatin ? 12 : nil
      case 13...23: hour
      default: nil
      }
    }
  }

  private var isLatin = false

  private mutating func takeLatinPart(_ hour: Int) {
    for (words, part) in [
      (["a.m.", "a.m", "am"], Part.morning), (["p.m.", "p.m", "pm"], .afternoon),
    ] {
      guard let word = words.first(where: { rest.hasPrefix($0) }) else { continue }
      rest.removeFirst(word.count)
      isLatin = true
      self.part = part
    }
  }

  private var isAtEnd: Bool {
    rest.isEmpty || ["am", "pm", "a.m", "p.m"].contains { rest.hasPrefix($0) }
  }

  private mutating func takeDigits() -> String {
    let digits = rest.prefix { $0.plainDigit != nil }
    rest.removeFirst(digits.count)
    return String(digits)
  }

  /// In digits or in Han numerals up to ninety-nine.
  private mutating func takeNumber() -> Int? {
    let digits = takeDigits()
    if !digits.isEmpty { return digits.count < 3 ? Int(digits) : nil }
    guard let number = Numeral(Written(String(rest)), at: 0), number.upper == nil,
      !number.isMultiplied, let whole = number.whole, whole < (number.isSpelled ? 10 : 100)
    else { return nil }
    rest.removeFirst(number.end)
    return whole
  }

  private mutating func take(_ mark: Character) -> Bool {
    guard rest.first == mark else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func restore(_ before: Substring) -> (hour: Int, minute: Int)? {
    rest = before
    return nil
  }
}
