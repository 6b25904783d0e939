/// What the bytes beyond ASCII have the look of: letters with accents, as the code page of Western Windows
/// has them, or Han characters, as GBK has them.
///
/// The bytes of `Müller` are M黮ler in GBK: the ü takes the l with it. But Han characters come several
/// together, nearly all of them with both their bytes beyond ASCII, and most of them are among the common
/// ones; letters with accents stand alone among others.
struct HighBytes {
  /// Letters with an accent, as it seems.
  private var accents = 0
  /// Characters of GBK with both bytes beyond ASCII.
  private var pairs = 0
  /// Those of them that lie behind all common characters.
  private var rare = 0

  var areAccents: Bool { accents > pairs }
  /// Nobody writes nearly nothing but rare characters; small Cyrillic letters would be such.
  var mayBeHan: Bool { pairs < 3 || rare * 4 <= pairs * 3 }

  init(_ bytes: Span<UInt8>) {
    var at = 0
    while at < bytes.count {
      let start = at
      while at < bytes.count, bytes[at] >= 0x80 { at += 1 }
      if at == start { at += 1 } else { take(bytes, start..<at) }
    }
  }

  /// Takes a run of bytes beyond ASCII.
  private mutating func take(_ bytes: Span<UInt8>, _ run: Range<Int>) {
    let isBehindLetter = run.lowerBound > 0 && Self.isLetter(bytes[run.lowerBound - 1])
    let isBeforeLetter = run.upperBound < bytes.count && Self.isLetter(bytes[run.upperBound])
    switch run.count {
    case 1 where isBehindLetter || isBeforeLetter:
      if Windows1252.isLetter(bytes[run.lowerBound]) { accents += 1 }
    case 2 where isBehindLetter || isBeforeLetter:
      let isWithin = isBehindLetter && isBeforeLetter
      if areLetters(bytes, run, within: isWithin) { accents += 1 } else { pairs += 1 }
    default:
      pairs += run.count / 2
      for lead in stride(from: run.lowerBound, to: run.upperBound - 1, by: 2)
      where bytes[lead] >= Self.behindCommon { rare += 1 }
    }
  }

  /// Whether two bytes beside a letter are two such as öö and no Han character: within a word of letters, or
  /// at its edge where the character would be a rare one.
  private func areLetters(_ bytes: Span<UInt8>, _ run: Range<Int>, within isWithin: Bool) -> Bool {
    run.allSatisfy { Windows1252.isLetter(bytes[$0]) }
      && (isWithin || bytes[run.lowerBound] >= Self.behindCommon)
  }

  /// The first byte of what lies behind the common characters.
  private static let behindCommon: UInt8 = 0xd8

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
  }
}
