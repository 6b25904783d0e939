internal import CZlib

/// Unpacks one part of a zip archive, piece by piece, never more than a bomb's worth.
final class Inflater {
  /// One piece, and how many packed bytes it took to come so far.
  struct Piece: Sendable {
    var bytes: [UInt8] = []
    var packed = 0
  }

  struct Limits: Sendable {
    /// Beyond so many bytes the ratio is looked at: the sheet of an honest roster unpacks to seven
    /// times its size, one of nothing but empty, formatted cells to some hundred times.
    var free = 64 << 20
    var ratio = 300
    /// More than a full sheet of 1,048,576 rows with twenty columns.
    var total = 4 << 30
  }

  static let pieceSize = 1 << 18

  private let stored: StoredBytes
  private let part: ZipArchive.Part
  private let limits: Limits
  private var stream = z_stream()
  private var isOpen = false
  private var position: Int
  private let end: Int
  private var packed: [UInt8] = []
  /// How much of `packed` is used up.
  private var used = 0
  private var produced = 0
  private var checksum: UInt = 0
  /// Whether more can be unpacked only of more input: what was put in may come to more than one piece.
  private var isHungry = true
  /// The packed stream said that it ends; nothing behind it is looked at.
  private var isAtEnd = false
  private var isDone = false

  init(
    _ part: ZipArchive.Part, of archive: ZipArchive, limits: Limits = Limits()
  ) throws(WorkbookFault) {
    if part.isEncrypted { throw .encrypted }
    guard part.method == 0 || part.method == 8 else { throw .damaged }
    stored = archive.stored
    self.part = part
    self.limits = limits
    position = try archive.start(of: part)
    guard part.compressedSize <= stored.count, position <= stored.count - part.compressedSize
    else { throw .damaged }
    end = position + part.compressedSize
    if part.method == 8 {
      guard queqiao_inflate_begin(&stream) == Z_OK else { throw .damaged }
      isOpen = true
    }
  }

  deinit {
    if isOpen { inflateEnd(&stream) }
  }

  /// The next piece; empty at the end, which is reached only where size and checksum are right.
  func next() throws(WorkbookFault) -> Piece {
    if isDone { return Piece() }
    let bytes = part.method == 0 ? try copied() : try inflated()
    produced += bytes.count
    let done = position - (packed.count - used) - (end - part.compressedSize)
    if produced > limits.total || (produced > limits.free && produced / limits.ratio > done) {
      throw .oversized
    }
    bytes.withUnsafeBufferPointer { room in
      checksum = crc32(checksum, room.baseAddress, UInt32(room.count))
    }
    if bytes.isEmpty {
      isDone = true
      guard produced == part.size, UInt32(truncatingIfNeeded: checksum) == part.checksum else {
        throw .damaged
      }
    }
    return Piece(bytes: bytes, packed: done)
  }

  private func copied() throws(WorkbookFault) -> [UInt8] {
    let bytes = try stored.bytes(at: position, count: min(Self.pieceSize, end - position))
    if bytes.isEmpty, position < end { throw .damaged }
    position += bytes.count
    return bytes
  }

  private func inflated() throws(WorkbookFault) -> [UInt8] {
    while !isAtEnd {
      if used == packed.count, isHungry {
        packed = try stored.bytes(at: position, count: min(1 << 16, end - position))
        used = 0
        position += packed.count
        if packed.isEmpty { throw .damaged }
      }
      let (piece, answer) = inflatePiece()
      isAtEnd = answer == Z_STREAM_END
      isHungry = piece.count < Self.pieceSize
      guard isAtEnd || answer == Z_OK || answer == Z_BUF_ERROR else { throw .damaged }
      if !piece.isEmpty { return piece }
    }
    return []
  }

  private func inflatePiece() -> (piece: [UInt8], answer: Int32) {
    var answer = Z_OK
    let piece = [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { room, filled in
      packed.withUnsafeMutableBufferPointer { input in
        stream.next_out = room.baseAddress
        stream.avail_out = UInt32(room.count)
        while stream.avail_out > 0 {
          stream.next_in = input.baseAddress.map { $0 + used }
          stream.avail_in = UInt32(input.count - used)
          answer = inflate(&stream, Z_NO_FLUSH)
          used = input.count - Int(stream.avail_in)
          if answer != Z_OK || stream.avail_in == 0 { break }
        }
        filled = room.count - Int(stream.avail_out)
      }
    }
    return (piece, answer)
  }
}
