@testable import Exchange

func rows(_ bytes: [UInt8], limits: CSVLimits = CSVLimits()) throws -> [TextRow] {
  try rows(ByteSource(bytes), limits: limits)
}

func rows(_ text: String) throws -> [TextRow] { try rows(Array(text.utf8)) }

func rows(_ source: ByteSource, limits: CSVLimits = CSVLimits()) throws -> [TextRow] {
  var reader = try CSVReader(source, limits: limits)
  var rows: [TextRow] = []
  while let row = try reader.next() { rows.append(row) }
  return rows
}

func rosterRows(_ text: String) throws -> [RosterRow] { try rosterRows(Array(text.utf8)) }

func rosterRows(_ bytes: [UInt8]) throws -> [RosterRow] {
  var reader = try RosterReader(ByteSource(bytes))
  var rows: [RosterRow] = []
  while let row = try reader.next() { rows.append(row) }
  return rows
}
