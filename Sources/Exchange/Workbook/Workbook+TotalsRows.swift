extension Workbook {
  /// The rows below tables of a sheet that sum them up (ECMA-376, `table`, `totalsRowCount`).
  ///
  /// None where the parts that tell cannot be read: then the words in the row have to.
  func totalsRows(of sheet: Sheet) -> Set<Int> {
    guard let relationships = try? Relationships(sheet.path, in: archive, limits) else { return [] }
    var rows: Set<Int> = []
    for relationship in relationships.inOrder.prefix(Self.mostTables)
    where relationship.type == "table" {
      guard let part = archive[relationship.target], let head = head(of: part),
        let count = head.attribute("totalsRowCount").flatMap({ Int($0) }), (1...9).contains(count),
        let cells = head.attribute("ref").flatMap({ MergedCells(String($0)) })
      else { continue }
      for row in (cells.rows.upperBound - count + 1)...cells.rows.upperBound { rows.insert(row) }
    }
    return rows
  }

  private static let mostTables = 200

  /// The beginning of a part, up to the end of its first element. By text and not by ``XMLName``, for
  /// which `totalsRowCount` and `totalsRowShown` are one.
  private func head(of part: ZipArchive.Part) -> String? {
    guard let inflater = try? Inflater(part, of: archive, limits: limits.inflater) else {
      return nil
    }
    var bytes: [UInt8] = []
    while bytes.count < 1 << 16, let piece = try? inflater.next().bytes, !piece.isEmpty {
      bytes += piece
    }
    let text = String(decoding: bytes.prefix(1 << 16), as: UTF8.self)
    guard let start = text.firstRange(of: "<table")?.lowerBound,
      let end = text[start...].firstIndex(of: ">")
    else { return nil }
    return String(text[start..<end])
  }
}

extension String {
  /// The value of an attribute of the one element that the text is.
  fileprivate func attribute(_ name: String) -> Substring? {
    for quote in ["\"", "'"] {
      guard let found = firstRange(of: " \(name)=\(quote)") else { continue }
      return self[found.upperBound...].prefix { String($0) != quote }
    }
    return nil
  }
}
