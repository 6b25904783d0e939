internal import CZlib

/// Makes zip archives, honest and other.
package struct ZipMaker {
  package struct Part {
    package var name: String
    package var bytes: [UInt8]
    package var isDeflated = true
    package var isEncrypted = false
    /// What the directory says instead of the truth.
    package var claimedSize: Int?
    package var claimedChecksum: UInt32?

    package init(
      name: String, bytes: [UInt8], isDeflated: Bool = true, isEncrypted: Bool = false
    ) {
      self.name = name
      self.bytes = bytes
      self.isDeflated = isDeflated
      self.isEncrypted = isEncrypted
    }
  }

  package var parts: [Part] = []
  package var isWide = false
  package var comment: [UInt8] = []
  package var before: [UInt8] = []

  package init() {}

  package var bytes: [UInt8] {
    var out = before
    var directory: [UInt8] = []
    for part in parts {
      let packed = part.isDeflated ? Self.deflated(part.bytes) : part.bytes
      let sum = part.claimedChecksum ?? Self.checksum(part.bytes)
      let size = part.claimedSize ?? part.bytes.count
      let offset = out.count - before.count
      let flags = part.isEncrypted ? 1 : 0
      let method = part.isDeflated ? 8 : 0
      let facts = { (wide: Bool) -> [UInt8] in
        Self.le(20, 2) + Self.le(flags, 2) + Self.le(method, 2) + Self.le(0, 4)
          + Self.le(Int(sum), 4) + Self.le(wide ? 0xffff_ffff : packed.count, 4)
          + Self.le(wide ? 0xffff_ffff : size, 4) + Self.le(part.name.utf8.count, 2)
      }
      out += Self.le(0x0403_4b50, 4) + facts(false) + Self.le(0, 2) + Array(part.name.utf8) + packed
      let extra =
        isWide
        ? Self.le(1, 2) + Self.le(24, 2) + Self.le(size, 8) + Self.le(packed.count, 8)
          + Self.le(offset, 8) : []
      directory += Self.le(0x0201_4b50, 4) + Self.le(20, 2) + facts(isWide)
      directory += Self.le(extra.count, 2) + Self.le(0, 10)
      directory += Self.le(isWide ? 0xffff_ffff : offset, 4) + Array(part.name.utf8) + extra
    }
    return out + directory + end(directory.count, at: out.count)
  }

  private func end(_ size: Int, at place: Int) -> [UInt8] {
    let offset = place - before.count
    var out: [UInt8] = []
    if isWide {
      out += Self.le(0x0606_4b50, 4) + Self.le(44, 8) + Self.le(45, 2) + Self.le(45, 2)
      out += Self.le(0, 8) + Self.le(parts.count, 8) + Self.le(parts.count, 8)
      out += Self.le(size, 8) + Self.le(offset, 8)
      out += Self.le(0x0706_4b50, 4) + Self.le(0, 4) + Self.le(place + size, 8) + Self.le(1, 4)
    }
    let count = isWide ? 0xffff : parts.count
    out += Self.le(0x0605_4b50, 4) + Self.le(0, 4) + Self.le(count, 2) + Self.le(count, 2)
    out += Self.le(isWide ? 0xffff_ffff : size, 4) + Self.le(isWide ? 0xffff_ffff : offset, 4)
    return out + Self.le(comment.count, 2) + comment
  }

  package static func le(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  package static func checksum(_ bytes: [UInt8]) -> UInt32 {
    UInt32(truncatingIfNeeded: crc32(0, bytes, UInt32(bytes.count)))
  }

  /// Without the two bytes before and the four behind that zlib puts around it.
  package static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var size = compressBound(UInt(bytes.count))
    var packed = [UInt8](repeating: 0, count: Int(size))
    guard compress2(&packed, &size, bytes, UInt(bytes.count), 9) == Z_OK else { return [] }
    return Array(packed[2..<Int(size) - 4])
  }
}
