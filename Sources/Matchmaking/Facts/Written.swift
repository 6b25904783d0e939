/// A text as the rules read it: half-width and lower case, scalar by scalar, so that every place is
/// one in the text as written.
struct Written: Sendable {
  let text: String
  let scalars: [UInt32]
  /// The place of every scalar in `text`, and its end.
  let places: [String.Index]

  init(_ text: String) {
    self.text = text
    var scalars: [UInt32] = []
    var places: [String.Index] = []
    scalars.reserveCapacity(text.utf8.count / 2)
    places.reserveCapacity(text.utf8.count / 2)
    var place = text.startIndex
    while place < text.endIndex {
      scalars.append(Written.folded(text.unicodeScalars[place].value))
      places.append(place)
      place = text.unicodeScalars.index(after: place)
    }
    places.append(text.endIndex)
    self.scalars = scalars
    self.places = places
  }

  var count: Int { scalars.count }

  subscript(place: Int) -> UInt32 { scalars.indices.contains(place) ? scalars[place] : 0 }

  func range(_ range: Range<Int>) -> Range<String.Index> {
    places[range.lowerBound]..<places[range.upperBound]
  }

  func substring(_ range: Range<Int>) -> Substring { text[self.range(range)] }

  /// As the rules read it.
  var folded: String { folded(0..<count) }

  func folded(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range].compactMap(Unicode.Scalar.init)))
  }

  func contains(_ word: String) -> Bool {
    let word = word.unicodeScalars.map(\.value)
    guard !word.isEmpty, word.count <= count else { return false }
    return (0...(count - word.count)).contains {
      scalars[$0..<($0 + word.count)].elementsEqual(word)
    }
  }

  func containsAny(_ words: [String]) -> Bool { words.contains(where: contains) }

  /// Half-width, lower case; the many dashes, waves and spaces are one each.
  static func folded(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5a: scalar + 32
    case 0xff21...0xff3a: scalar - 0xfee0 + 32
    case 0xff5e, 0x301c, 0x223c: 0x7e  // ~
    case 0xff01...0xff5d: scalar - 0xfee0
    case 0x3000, 0xa0, 0x09, 0x2009: 0x20
    case 0x2010...0x2015, 0x2212: 0x2d  // -
    case 0x3007: 0x96f6  // 〇 is 零
    case 0x2264: 0x2264
    default: scalar
    }
  }

  static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }
  static func isLetter(_ scalar: UInt32) -> Bool { (0x61...0x7a).contains(scalar) }
}
