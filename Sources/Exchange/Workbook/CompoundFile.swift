/// What a compound file of Microsoft's ([MS-CFB]) holds, as far as it must be told apart.
enum CompoundFile {
  /// `encrypted` for a workbook behind a password, `xls` for one in the format of 1997, `ole` for others.
  static func kind(_ stored: StoredBytes) throws(FileFault) -> String {
    let names = try directoryNames(stored)
    if names.contains("EncryptedPackage") { return "encrypted" }
    return names.contains("Workbook") || names.contains("Book") ? "xls" : "ole"
  }

  /// The names in the directory, whose sectors are chained through the table of sectors.
  private static func directoryNames(_ stored: StoredBytes) throws(FileFault) -> Set<String> {
    let header = try stored.read(at: 0, count: 512)
    guard let shift = header.number(at: 30, size: 2), shift == 9 || shift == 12,
      var sector = header.number(at: 48, size: 4)
    else { return [] }
    let size = 1 << shift
    var names: Set<String> = []
    // Sixteen sectors of four entries or more: many times what a workbook needs.
    for _ in 0..<16 {
      guard sector < 0xffff_fff0 else { break }
      let entries = try stored.read(at: (sector + 1) << shift, count: size)
      for start in stride(from: 0, to: entries.count - 127, by: 128) {
        names.insert(name(entries, at: start))
      }
      guard let next = try following(sector, header, stored, size) else { break }
      sector = next
    }
    return names
  }

  /// The sector behind one; nil where the table cannot be read.
  private static func following(
    _ sector: Int, _ header: [UInt8], _ stored: StoredBytes, _ size: Int
  ) throws(FileFault) -> Int? {
    let perSector = size / 4
    let index = sector / perSector
    guard index < 109, let table = header.number(at: 76 + index * 4, size: 4),
      table < 0xffff_fff0
    else { return nil }
    let entry = try stored.read(at: (table + 1) * size + sector % perSector * 4, count: 4)
    return entry.number(at: 0, size: 4)
  }

  /// UTF-16 of up to 31 characters; its length in bytes, with the zero at the end, stands behind it.
  private static func name(_ entries: [UInt8], at start: Int) -> String {
    let length = min(entries.number(at: start + 64, size: 2) ?? 0, 64)
    let units = stride(from: 0, to: max(0, length - 2), by: 2).compactMap { offset in
      entries.number(at: start + offset, size: 2).map { UInt16($0) }
    }
    return String(decoding: units, as: UTF16.self)
  }
}
