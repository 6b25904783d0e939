import TestWorkbooks
import Testing

@testable import Exchange

@Suite struct `Unpacking a part` {
  /// What is unpacked of a part of so many blanks, as far as limits let it.
  private func unpacked(
    _ count: Int, free: Int = 64 << 20, ratio: Int = 300, total: Int = 4 << 30,
    isDeflated: Bool = true
  ) throws -> Int {
    var zip = ZipMaker()
    let blanks = [UInt8](repeating: 0x20, count: count)
    zip.parts = [ZipMaker.Part(name: "a", bytes: blanks, isDeflated: isDeflated)]
    let archive = try ZipArchive(.bytes(zip.bytes))
    let part = try #require(archive["a"])
    var limits = Inflater.Limits()
    (limits.free, limits.ratio, limits.total) = (free, ratio, total)
    let inflater = try Inflater(part, of: archive, limits: limits)
    var size = 0
    while true {
      let piece = try inflater.next()
      if piece.bytes.isEmpty { return size }
      size += piece.bytes.count
    }
  }

  @Test func `within the limits is whole`() throws {
    #expect(try unpacked(3_000_000) == 3_000_000)
    #expect(try unpacked(3_000_000, isDeflated: false) == 3_000_000)
    #expect(try unpacked(0) == 0)
    // As much as is allowed in all, and no ratio looked at below what is free.
    #expect(try unpacked(1 << 20, free: 1 << 20, ratio: 1, total: 1 << 20) == 1 << 20)
  }

  @Test func `that fills its pieces to the last byte, and some more, is whole`() throws {
    for size in [Inflater.pieceSize, 4 * Inflater.pieceSize] {
      for more in [-1, 0, 1, 2, 257, 258, 259] {
        #expect(try unpacked(size + more) == size + more)
      }
    }
  }

  @Test func `beyond what is allowed in all ends`() {
    #expect(throws: WorkbookFault.oversized) { try unpacked((1 << 20) + 1, total: 1 << 20) }
    #expect(throws: WorkbookFault.oversized) {
      try unpacked((1 << 20) + 1, total: 1 << 20, isDeflated: false)
    }
  }

  @Test func `beyond what is free must not be many times what was packed`() throws {
    // Blanks pack a thousandfold.
    #expect(throws: WorkbookFault.oversized) { try unpacked(2 << 20, free: 1 << 20, ratio: 300) }
    #expect(throws: WorkbookFault.oversized) { try unpacked(2 << 20, free: 1 << 20, ratio: 900) }
    #expect(try unpacked(2 << 20, free: 1 << 20, ratio: 1100) == 2 << 20)
    #expect(try unpacked(2 << 20, free: 2 << 20, ratio: 300) == 2 << 20)
    #expect(try unpacked(2 << 20, free: 1 << 20, ratio: 2, isDeflated: false) == 2 << 20)
  }
}
