import Characters

/// Bytes from a terminal, made keys one by one.
///
/// Feed what was read, in pieces of any size. What is not complete waits for the rest; `wait` says how
/// long that may take, and `giveUp` ends it.
public struct KeyDecoder: Sendable {
  /// What the bytes that came so far wait for.
  public enum Wait: Hashable, Sendable {
    /// Whether an Esc was pressed or a sequence begins with it: some milliseconds tell.
    case escape
    /// The rest of a character or of a key's sequence. It is on its way, nobody types half of one: over
    /// a slow line it may take a second.
    case rest
    /// The end of a paste, which may have been lost: a second in which nothing comes tells.
    case pasteEnd
  }

  /// Longest text a paste may hold, in bytes. One that is longer comes with as much as soon as it is
  /// there; the rest of it is dropped, for as keys it would do what nobody asked for.
  public let pasteLimit: Int

  /// The column of the last report of where the cursor is; such a report is no key.
  public private(set) var reportedColumn: Int?

  var waiting: [UInt8] = []
  /// The bytes of a paste that has begun and not ended.
  private var pasted: [UInt8]?
  /// It was too long, and what could be kept of it has been told.
  private var isCut = false

  public init(pasteLimit: Int = 1 << 20) {
    self.pasteLimit = pasteLimit
  }

  /// Whether bytes wait for what may follow: an Esc alone, half a character.
  public var isWaiting: Bool { pasted == nil && !waiting.isEmpty }

  /// Whether a paste has begun whose end has not come.
  public var isPasting: Bool { pasted != nil }

  /// What is waited for; nil where nothing is.
  public var wait: Wait? {
    if isPasting { return .pasteEnd }
    guard isWaiting else { return nil }
    return Self.isInDoubt(waiting[...]) ? .escape : .rest
  }

  /// The keys in what was waited for too long.
  ///
  /// A paste ends with the text that has come, so that the keyboard works again.
  public mutating func giveUp() -> [Key] { isPasting ? endPaste() : flush() }

  /// The keys that are complete with these bytes.
  public mutating func feed(_ bytes: some Collection<UInt8>) -> [Key] {
    waiting.append(contentsOf: bytes)
    return decode(final: false)
  }

  /// The keys in what was waiting, taken as it stands: a lone ESC is the Esc key.
  ///
  /// Does nothing inside a paste; see `endPaste`.
  public mutating func flush() -> [Key] {
    pasted == nil ? decode(final: true) : []
  }

  /// Ends a paste whose closing sequence never came, so that the keyboard works again.
  public mutating func endPaste() -> [Key] {
    guard let bytes = pasted else { return [] }
    let rest = waiting.prefix(pasteLimit - bytes.count)
    let keys = isCut ? [] : [Self.paste(Self.whole(bytes + rest))]
    (pasted, isCut, waiting) = (nil, false, [])
    return keys
  }

  /// What the bytes at the front turned out to be.
  enum Found {
    /// More bytes are needed to tell.
    case incomplete
    /// A key and the bytes it took; nil for a sequence that means nothing here.
    case key(Key?, length: Int)
    case pasteBegins(length: Int)
    /// Where the cursor is, as the terminal was asked.
    case report(column: Int, length: Int)
  }

  private mutating func decode(final: Bool) -> [Key] {
    var keys: [Key] = []
    var start = 0
    while start < waiting.count {
      if pasted != nil {
        let end = takePaste(from: start)
        if let bytes = pasted, !isCut, end != nil || bytes.count >= pasteLimit {
          keys.append(Self.paste(bytes.count >= pasteLimit ? Self.whole(bytes) : bytes))
          isCut = true
        }
        guard let end else { return Self.joined(keys) }
        start = end
        (pasted, isCut) = (nil, false)
        continue
      }
      switch Self.find(in: waiting[start...], final: final) {
      case .incomplete:
        waiting.removeFirst(start)
        return Self.joined(keys)
      case .key(let key, let length):
        if let key { keys.append(key) }
        start += length
      case .pasteBegins(let length):
        pasted = []
        start += length
      case .report(let column, let length):
        reportedColumn = column
        start += length
      }
    }
    waiting.removeFirst(start)
    return Self.joined(keys)
  }

  private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)
  /// Of a second paste that began though the first has not ended: no text of either.
  private static let pasteBegin: [UInt8] = Array("\u{1B}[200~".utf8)

  /// Moves pasted bytes out of `waiting`; the index after the end of the paste.
  ///
  /// Before the end came it is nil, and `waiting` keeps only what may be the beginning of it.
  private mutating func takePaste(from start: Int) -> Int? {
    var place = start
    while place < waiting.count {
      if waiting[place] == 0x1B {
        let tail = waiting[place...].prefix(Self.pasteEnd.count)
        if tail.elementsEqual(Self.pasteEnd) { return place + Self.pasteEnd.count }
        if tail.elementsEqual(Self.pasteBegin) {
          place += Self.pasteBegin.count
          continue
        }
        if Self.pasteEnd.starts(with: tail) || Self.pasteBegin.starts(with: tail) { break }
      }
      if let taken = pasted?.count, taken < pasteLimit { pasted?.append(waiting[place]) }
      place += 1
    }
    waiting.removeFirst(place)
    return nil
  }

  /// Without the half of a character at the end of a text that was cut.
  private static func whole(_ bytes: [UInt8]) -> [UInt8] {
    guard let lead = bytes.suffix(4).lastIndex(where: { !(0x80...0xBF).contains($0) }),
      case .incomplete = character(bytes[lead...], final: false)
    else { return bytes }
    return Array(bytes[..<lead])
  }

  private static func paste(_ bytes: [UInt8]) -> Key {
    .paste(String(decoding: bytes, as: UTF8.self).cleaned(keepingNewlines: true))
  }

  /// Joins marks that came with the character they belong to into one grapheme.
  private static func joined(_ keys: [Key]) -> [Key] {
    var joined: [Key] = []
    for key in keys {
      if case .character(let mark) = key, case .character(let base)? = joined.last,
        mark.unicodeScalars.first.map({ $0.value >= 0x300 }) == true
      {
        let both = String(base) + String(mark)
        if let single = both.first, both.count == 1 {
          joined[joined.count - 1] = .character(single)
          continue
        }
      }
      joined.append(key)
    }
    return joined
  }
}
