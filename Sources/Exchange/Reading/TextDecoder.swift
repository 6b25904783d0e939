/// Makes UTF-8 of a text in another encoding, piece by piece.
///
/// What is no character of the encoding, or half of one at the end, becomes a byte that is no UTF-8, so
/// that its row is reported like any other that is spoilt.
protocol TextDecoder {
  mutating func decode(_ piece: [UInt8], into text: inout [UInt8])
  /// Nothing follows any more.
  mutating func end(into text: inout [UInt8])
}

enum SpoiltText {
  static let byte: UInt8 = 0xff
}

/// Text in units of two bytes (UTF-16) or of four (UTF-32).
struct WideText: Hashable, Sendable {
  let size: Int
  let isBigEndian: Bool

  init(size: Int, isBigEndian: Bool) {
    self.size = size
    self.isBigEndian = isBigEndian
  }

  /// By the byte-order mark; nil where there is none of them.
  init?(markOf start: ArraySlice<UInt8>) {
    if start.starts(with: [0xff, 0xfe, 0, 0]) {
      self.init(size: 4, isBigEndian: false)
    } else if start.starts(with: [0, 0, 0xfe, 0xff]) {
      self.init(size: 4, isBigEndian: true)
    } else if start.starts(with: [0xff, 0xfe]) {
      self.init(size: 2, isBigEndian: false)
    } else if start.starts(with: [0xfe, 0xff]) {
      self.init(size: 2, isBigEndian: true)
    } else {
      return nil
    }
  }

  var decoder: WideDecoder { WideDecoder(self) }

  /// The unit that begins at an offset, of which the bytes must have enough.
  @inline(__always)
  func unit(_ bytes: Span<UInt8>, at start: Int) -> UInt32 {
    var unit: UInt32 = 0
    for index in 0..<size {
      let byte = UInt32(bytes[start + index])
      unit |= byte << UInt32((isBigEndian ? size - 1 - index : index) * 8)
    }
    return unit
  }
}

/// Decodes UTF-16 and UTF-32, with or without a mark.
struct WideDecoder: TextDecoder {
  private let kind: WideText
  private var isAtStart = true
  /// The beginning of a unit whose end is still to come.
  private var part: [UInt8] = []
  private var high: UInt32?

  init(_ kind: WideText) { self.kind = kind }

  mutating func decode(_ piece: [UInt8], into text: inout [UInt8]) {
    var at = 0
    if !part.isEmpty {
      at = min(kind.size - part.count, piece.count)
      part += piece[..<at]
      guard part.count == kind.size else { return }
      let unit = kind.unit(part.span, at: 0)
      part = []
      take(unit, into: &text)
    }
    let bytes = piece.span
    text.reserveCapacity(text.count + piece.count * 3 / 2)
    while at + kind.size <= bytes.count {
      take(kind.unit(bytes, at: at), into: &text)
      at += kind.size
    }
    if at < bytes.count { part = Array(piece[at...]) }
  }

  mutating func end(into text: inout [UInt8]) {
    if !part.isEmpty || high != nil { text.append(SpoiltText.byte) }
    part = []
    high = nil
  }

  @inline(__always)
  private mutating func take(_ unit: UInt32, into text: inout [UInt8]) {
    defer { isAtStart = false }
    if isAtStart, unit == 0xfeff { return }
    if let before = high {
      high = nil
      if (0xdc00...0xdfff).contains(unit) {
        return UTF8Bytes.append(0x10000 + (before - 0xd800) << 10 + unit - 0xdc00, to: &text)
      }
      text.append(SpoiltText.byte)
    }
    switch unit {
    case 0xd800...0xdbff where kind.size == 2: high = unit
    case 0xd800...0xdfff, 0x11_0000...: text.append(SpoiltText.byte)
    default: UTF8Bytes.append(unit, to: &text)
    }
  }
}

extension ByteSource {
  /// The same text in UTF-8.
  ///
  /// - Parameter count: told how many bytes of the file were taken.
  func decoding(
    _ wide: WideText, count: @escaping (Int) -> Void = { _ in }
  ) -> ByteSource {
    var decoder = wide.decoder
    let pieces = next
    return ByteSource(total: nil) { () throws(FileFault) in
      var text: [UInt8] = []
      while text.isEmpty {
        let piece = try pieces()
        count(piece.count)
        if piece.isEmpty {
          decoder.end(into: &text)
          return text
        }
        decoder.decode(piece, into: &text)
      }
      return text
    }
  }
}
