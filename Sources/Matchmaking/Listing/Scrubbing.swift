internal import Characters

/// Free text without what tells who wrote it.
///
/// Hidden are the member's name, the employer's, numbers one can call or look up, dates of birth,
/// addresses of e-mail and the web, and whatever stands behind 微信, QQ and their like. In doubt more is
/// hidden than needed: a figure missing on a card can be asked for, a phone number cannot be taken back.
/// Digits count in every script and spelling, also with spaces, dots or dashes between them.
public struct Scrubbed: Hashable, Sendable {
  /// What stands in the place of something hidden.
  public static let mark = "***"

  public let text: String
  /// How many places were hidden.
  public let hidden: Int

  public init(_ raw: String, of member: Member) {
    let written = Written(raw)
    var isHidden = [Bool](repeating: false, count: written.count)
    func hide(_ ranges: [Range<Int>]) {
      for range in ranges { for place in range { isHidden[place] = true } }
    }
    for word in Scrubbed.names(of: member) { hide(WordFinder.places(of: word, in: written)) }
    hide(NumberFinder(written).places)
    hide(AddressFinder(written).places)
    var text = ""
    var hidden = 0
    for place in 0..<written.count {
      if !isHidden[place] {
        text.unicodeScalars.append(
          contentsOf: written.substring(place..<(place + 1)).unicodeScalars)
      } else if place == 0 || !isHidden[place - 1] {
        text += Scrubbed.mark
        hidden += 1
      }
    }
    self.text = text
    self.hidden = hidden
  }

  /// The member's name, and the employer's as it is written, without brackets, and without the words
  /// every company has at its end.
  private static func names(of member: Member) -> [String] {
    var names = [member.name]
    names += [member.texts[.wechat], member.texts[.matchmaker]].compactMap(\.self)
    for text in [member.texts[.employer], member.texts[.union]].compactMap(\.self) {
      names.append(text)
      var core = text
      for bracket in ["（", "("] { core = String(core.prefix { String($0) != bracket }) }
      names.append(core)
      for ending in endings where core.hasSuffix(ending) {
        core = String(core.dropLast(ending.count))
        names.append(core)
      }
    }
    return names.filter { $0.unicodeScalars.count >= 2 }
      .sorted { $0.unicodeScalars.count > $1.unicodeScalars.count }
  }

  private static let endings = [
    "工会委员会", "总工会", "工会", "股份有限公司", "有限责任公司", "有限公司", "集团公司", "集团", "公司", "分公司",
  ]
}

/// Finds a word also where spaces or dots were put between its characters, and its letters with other
/// marks or none.
enum WordFinder {
  static func places(of word: String, in text: Written) -> [Range<Int>] {
    let word = Written(word).scalars.filter { !isGap($0) }.flatMap(letters)
    guard word.count >= 2 else { return [] }
    let text = text.scalars.map { (scalar: $0, letters: letters($0)) }
    var found: [Range<Int>] = []
    var start = 0
    while start < text.count {
      if let end = end(of: word, in: text, from: start) {
        found.append(start..<end)
        start = end
      } else {
        start += 1
      }
    }
    return found
  }

  private static func end(
    of word: [UInt32], in text: [(scalar: UInt32, letters: [UInt32])], from start: Int
  ) -> Int? {
    guard text[start].letters.first == word[0] else { return nil }
    var (place, next) = (start, 0)
    while next < word.count {
      guard place < text.count else { return nil }
      let (scalar, letters) = text[place]
      if word[next...].starts(with: letters), !letters.isEmpty {
        next += letters.count
      } else if next == 0 || !(letters.isEmpty || isGap(scalar)) {
        return nil
      }
      place += 1
    }
    // A mark behind the last letter is of the word as well.
    while place < text.count, text[place].letters.isEmpty { place += 1 }
    return place
  }

  /// None for a mark.
  private static func letters(_ scalar: UInt32) -> [UInt32] {
    var letters: [UInt32] = []
    PlainLetters.append(scalar, to: &letters)
    return letters.map(NameKey.withoutUmlaut)
  }

  /// Spaces, dots, dashes, underscores, and characters that show nothing.
  static func isGap(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x2d, 0x2e, 0x5f, 0xb7, 0x2022, 0x30fb, 0x3002, 0x2a, 0x7c, 0x2f, 0x2c, 0x3001, 0x7e:
      true
    case 0x0a, 0x0d, 0xad, 0x200b...0x200f, 0x2060...0x2064, 0xfe0e, 0xfe0f, 0x20e3, 0xfeff: true
    default: false
    }
  }
}
