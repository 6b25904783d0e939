/// How many columns text takes, and text fitted to columns.
///
/// glibc's `wcwidth` decides, through `widthTable`, because ncurses lays out by it. Characters that
/// Unicode calls ambiguous (`·` in names, quotes, `…`, `●`, box lines, pinyin's tone marks) are one
/// column in most terminals and two in some, so a `Width` knows which terminal it measures for.
public struct Width: Hashable, Sendable {
  public enum Ambiguous: String, Hashable, Sendable, CaseIterable {
    case narrow, wide
  }

  /// What a code point does to the row it stands in.
  enum Kind: UInt32 {
    case zero = 0
    case narrow = 1
    case wide = 2
    /// glibc gives -1, or private use: never written to a terminal as it is.
    case unprintable = 3
    case ambiguous = 4
  }

  public let ambiguous: Ambiguous

  public init(_ ambiguous: Ambiguous = .narrow) {
    self.ambiguous = ambiguous
  }

  /// Columns `text` takes when written to a frame, rare characters spelled out included.
  public func columns(_ text: some StringProtocol) -> Int {
    var total = 0
    for byte in text.utf8 {
      // Names and labels are mostly ASCII or Han; ASCII alone needs no segmentation.
      guard byte >= 0x20, byte < 0x7F else { return glyphs(text).reduce(0) { $0 + $1.columns } }
      total += 1
    }
    return total
  }

  /// Columns `character` takes.
  public func columns(_ character: Character) -> Int {
    columns(String(character))
  }

  /// The sign that text was cut: `…`, or two dots where `…` would take two columns.
  public var ellipsis: String { ambiguous == .wide ? ".." : "…" }

  static func kind(_ code: UInt32) -> Kind {
    if code >= 0x20, code < 0x7F { return .narrow }
    // Han, kana's and yi's neighbours: one long run in the table.
    if code >= 0x3400, code <= 0x9FFF { return .wide }
    var low = 0
    var high = widthTable.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if widthTable[middle] >> 3 <= code { low = middle } else { high = middle }
    }
    return Kind(rawValue: widthTable[low] & 7) ?? .unprintable
  }

  /// The ambiguous code points, as flat pairs of first and last: for the terminal's own `wcwidth`.
  public static let ambiguousRanges: [UInt32] = {
    var ranges: [UInt32] = []
    for (index, entry) in widthTable.enumerated() where entry & 7 == Kind.ambiguous.rawValue {
      let next = index + 1 < widthTable.count ? widthTable[index + 1] >> 3 : 0x110000
      ranges += [entry >> 3, next - 1]
    }
    return ranges
  }()
}
