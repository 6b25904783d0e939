@testable import Exchange

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers from the same seed, on every machine.
struct Dice: RandomNumberGenerator {
  var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  mutating func text(_ alphabet: [Character], upTo length: Int) -> String {
    String((0..<Int.random(in: 0...length, using: &self)).map { _ in pick(alphabet) })
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &self)]
  }
}

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
