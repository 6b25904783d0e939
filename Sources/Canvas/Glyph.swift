import Characters

/// What one lead cell shows: a base and up to four marks, and the columns it takes.
public struct Glyph: Hashable, Sendable {
  public let character: Character
  public let columns: Int
}

extension Width {
  /// The text as the cells of a screen, in order.
  ///
  /// Controls and zero-width characters are left out, a line end or tab is one space. A rare Han
  /// character glibc cannot measure and one of private use become `〓` and the code point, so that no
  /// name is ever blank. An emoji sequence becomes its first emoji and a flag `〓`, because terminals
  /// disagree about their widths.
  public func glyphs(_ text: some StringProtocol) -> Glyphs {
    Glyphs(scalars: String(text).unicodeScalars.makeIterator(), width: self)
  }
}

/// The glyphs of a text, one after another.
///
/// ncurses keeps five code points a cell, so marks past the fourth are dropped. Cut by code points
/// and not by graphemes, for ncurses gives every spacing code point a cell of its own.
public struct Glyphs: Sequence, IteratorProtocol, Sendable {
  private var scalars: String.UnicodeScalarView.Iterator
  private let width: Width
  private var held: Unicode.Scalar?
  /// Reversed: the code point of a character that cannot be shown, digit by digit.
  private var spelled: [Character] = []

  static let marksPerCell = 4
  static let placeholder = Glyph(character: "〓", columns: 2)

  init(scalars: String.UnicodeScalarView.Iterator, width: Width) {
    self.scalars = scalars
    self.width = width
  }

  public mutating func next() -> Glyph? {
    if !spelled.isEmpty, let digit = spelled.popLast() {
      return Glyph(character: digit, columns: 1)
    }
    while let scalar = take() {
      // Nearly everything is ASCII or Han followed by the same, which needs no further look.
      if scalar.isPlain {
        held = scalars.next()
        if held?.isPlain ?? true {
          return Glyph(character: Character(scalar), columns: scalar.isASCII ? 1 : 2)
        }
      }
      if scalar.isUnseen {
        if scalar.endsLine || scalar == "\t" {
          return Glyph(character: " ", columns: 1)
        }
        continue
      }
      return glyph(startingWith: scalar)
    }
    return nil
  }

  private mutating func take() -> Unicode.Scalar? {
    if let scalar = held {
      held = nil
      return scalar
    }
    return scalars.next()
  }

  private mutating func glyph(startingWith base: Unicode.Scalar) -> Glyph {
    switch Width.kind(base.value) {
    case .unprintable:
      spelled = "U+\(String(base.value, radix: 16, uppercase: true))".reversed()
      return Self.placeholder
    case .zero:
      // A mark with nothing to stand on is shown on Unicode's dotted circle.
      held = base
      return withMarks("\u{25CC}", columns: 1)
    case .narrow:
      if base.isRegionalIndicator { return flag() }
      return withMarks(base, columns: 1)
    case .wide:
      return withMarks(base, columns: 2)
    case .ambiguous:
      return withMarks(base, columns: width.ambiguous == .wide ? 2 : 1)
    }
  }

  /// Two regional indicators are a flag to some terminals and two letters to others.
  private mutating func flag() -> Glyph {
    if let second = scalars.next(), !second.isRegionalIndicator { held = second }
    return Self.placeholder
  }

  private mutating func withMarks(_ base: Unicode.Scalar, columns: Int) -> Glyph {
    var cluster: String.UnicodeScalarView?
    var marks = 0
    while let scalar = take() {
      if scalar == "\u{200D}", !base.isASCII, base.properties.isEmoji {
        // A joined emoji belongs to the one before it.
        if let joined = take(), !joined.properties.isEmoji { held = joined }
        continue
      }
      if scalar.isSkinTone, base.properties.isEmoji, !base.isASCII { continue }
      // The keycap's frame makes a digit an emoji of no agreed width.
      if scalar == "\u{20E3}" || (scalar.isUnseen && !scalar.breaksText) { continue }
      guard scalar.value >= 0x300, !scalar.isUnseen, Width.kind(scalar.value) == .zero else {
        held = scalar
        break
      }
      if marks < Self.marksPerCell {
        if cluster == nil { cluster = String.UnicodeScalarView([base]) }
        cluster?.append(scalar)
        marks += 1
      }
    }
    guard let cluster else { return Glyph(character: Character(base), columns: columns) }
    return Glyph(character: Self.single(cluster), columns: columns)
  }

  /// A `Character` of all the scalars, or of the first ones that make one grapheme.
  private static func single(_ cluster: String.UnicodeScalarView) -> Character {
    String(cluster).first ?? " "
  }
}

extension Unicode.Scalar {
  /// ASCII that shows, or Han of the main blocks: never a mark, never hostile, of known width.
  var isPlain: Bool {
    (0x20...0x7E).contains(value) || (0x3400...0x9FFF).contains(value)
  }
  /// Never written to a terminal: some draw a variation selector as a cell of its own.
  var isUnseen: Bool { isHostile || isVariationSelector }
  var isRegionalIndicator: Bool { (0x1F1E6...0x1F1FF).contains(value) }
  var isSkinTone: Bool { (0x1F3FB...0x1F3FF).contains(value) }
  /// Whether a space takes its place on a screen.
  var breaksText: Bool { endsLine || self == "\t" }
}
