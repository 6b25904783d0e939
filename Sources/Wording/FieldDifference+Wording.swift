public import Matchmaking

extension DraftField {
  /// As a form calls it.
  public var phrase: Phrase { detail?.phrase ?? Phrase("核验", "Verification") }

  /// What it holds, in words where the register keeps a code.
  fileprivate func words(_ text: String) -> Phrase {
    switch self {
    case .detail(.sex): Sex(rawValue: text)?.word ?? .verbatim(text)
    case .verification: Verification(rawValue: text)?.phrase ?? .verbatim(text)
    case .detail, .consent: .verbatim(text)
    }
  }
}

extension FieldDifference {
  /// What stands, as it is shown where others may see it; empty for nothing.
  public var standing: Phrase { field.words(masked.before) }

  /// What the roster says, likewise.
  public var saidByRoster: Phrase { field.words(masked.after) + hiddenDifference }

  /// That two numbers are not the same, where that is hidden; empty otherwise.
  public var hiddenDifference: Phrase {
    let (one, other) = masked
    return one == other && before != after ? Phrase("（中间几位不同）", " (differs between)") : .empty
  }

  /// Both in one line each and shortened so that one sees in what they differ.
  ///
  /// - Parameter limit: characters of each.
  public func excerpts(_ limit: Int) -> (standing: Phrase, saidByRoster: Phrase) {
    let (one, other) = (standing, field.words(masked.after))
    let chinese = String.excerpts(one.chinese, other.chinese, limit)
    let english = String.excerpts(one.english, other.english, limit)
    return (
      Phrase(chinese.0, english.0), Phrase(chinese.1, english.1) + hiddenDifference
    )
  }

  /// `联系电话：138****0001 → 139****0002`.
  public var change: Phrase {
    let (own, others) = excerpts(24)
    return field.phrase + Phrase("：", ": ") + (before.isEmpty ? Phrase("（空）", "(empty)") : own)
      + .verbatim(" → ") + others
  }

  /// Why the roster's word does not stand.
  var keptPhrase: Phrase {
    let (own, others) = excerpts(24)
    let whose = field == .name ? Phrase.empty : Phrase("\(name) ", "\(name): ")
    switch field {
    case .verification:
      return whose
        + Phrase(
          "核验已定为“\(own.chinese)”，名册写“\(others.chinese)”，不采用",
          "decided here to be \(own.english); the roster says \(others.english), which was not taken"
        )
    case _ where before.isEmpty:
      return whose
        + Phrase(
          "此项已手工清空，名册写“\(others.chinese)”，未采用",
          "emptied by hand; the roster says “\(others.english)”, which was not taken")
    default:
      return whose
        + Phrase(
          "手工填的是“\(own.chinese)”，名册写“\(others.chinese)”，保留手工的",
          "“\(own.english)” by hand stays; the roster says “\(others.english)”")
    }
  }
}

extension String {
  /// Two texts cut to a limit, each from a little before where they part if that is far behind.
  fileprivate static func excerpts(_ one: String, _ other: String, _ limit: Int) -> (String, String)
  {
    let (one, other) = (Array(one.inOneLine), Array(other.inOneLine))
    let common = zip(one, other).prefix { $0 == $1 }.count
    let isFar = Swift.max(one.count, other.count) > limit && common > limit / 2
    let start = isFar ? common - limit / 4 : 0
    func cut(_ text: [Character]) -> String {
      let rest = text.dropFirst(start)
      let room = limit - (start > 0 ? 1 : 0)
      let shown = rest.count > room ? String(rest.prefix(room - 1)) + "…" : String(rest)
      return start > 0 ? "…" + shown : shown
    }
    return (cut(one), cut(other))
  }

  private var inOneLine: String { split(whereSeparator: \.isNewline).joined(separator: " / ") }
}

extension ImportSummary {
  /// `联系电话 5，工作单位 7`; empty where nothing changes.
  public var changesPhrase: Phrase {
    let counts = changesByField.map { field, count in
      Phrase("\(field.phrase.chinese) \(count)", "\(field.phrase.english) \(count)")
    }
    return Phrase(
      counts.map(\.chinese).joined(separator: "，"), counts.map(\.english).joined(separator: ", "))
  }

  /// How many corrections made by hand stand against the roster, and how many gave way to it.
  public var correctionsPhrase: Phrase {
    let (stand, gave) = (kept.count, overruled)
    let standing = Phrase(
      "\(stand) 处与手工更正不同，保留手工的",
      "\(stand.counted("correction")) by hand kept")
    let overruled = Phrase(
      "\(gave) 处手工更正按名册改了",
      "\(gave.counted("correction")) by hand overruled")
    switch (stand > 0, gave > 0) {
    case (true, true): return standing + Phrase("；", "; ") + overruled
    case (true, false): return standing
    case (false, true): return overruled
    case (false, false): return .empty
    }
  }
}
