/// Two groups of people and, for each of one with each of the other, what is known of the two.
///
/// Flat, row by row: 1,000 + 1,000 people are a million pairs.
struct MeetingTable {
  /// Fits are kept within this of 0, so that no sum of them overflows.
  static let widest = 1_000_000

  let rows: [Badge]
  let columns: [Badge]
  /// Who never meet.
  private(set) var isForbidden: [Bool]
  /// How often two have met.
  var met: [UInt16]
  private(set) var fit: [Int32]

  var width: Int { columns.count }

  init(
    rows: [Badge], columns: [Badge], forbidden: Set<Meeting>, past: [Round],
    fit: (Badge, Badge) -> Int
  ) {
    self.rows = rows
    self.columns = columns
    let count = rows.count * columns.count
    isForbidden = [Bool](repeating: false, count: count)
    met = [UInt16](repeating: 0, count: count)
    self.fit = [Int32](repeating: 0, count: count)
    let rowOf = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1, $0) })
    let columnOf = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0) })
    for meeting in forbidden {
      if let place = Self.place(of: meeting, rowOf, columnOf) { isForbidden[place] = true }
    }
    for round in past {
      for meeting in round.meetings {
        if let place = Self.place(of: meeting, rowOf, columnOf) { met[place] &+= 1 }
      }
    }
    for (row, one) in rows.enumerated() {
      for (column, other) in columns.enumerated() {
        let place = row * columns.count + column
        guard !isForbidden[place] else { continue }
        self.fit[place] = Int32(max(-Self.widest, min(Self.widest, fit(one, other))))
      }
    }
  }

  /// One pool: everybody is a row and a column, and nobody meets themselves.
  init(
    everyone: [Badge], forbidden: Set<Meeting>, past: [Round], fit: (Badge, Badge) -> Int
  ) {
    let count = everyone.count
    self.init(
      rows: everyone, columns: everyone, forbidden: forbidden, past: past,
      fit: { one, other in one < other ? fit(one, other) : 0 })
    for one in 0..<count {
      isForbidden[one * count + one] = true
      for other in one + 1..<max(count, one + 1) {
        isForbidden[other * count + one] = isForbidden[one * count + other]
        met[other * count + one] = met[one * count + other]
        self.fit[other * count + one] = self.fit[one * count + other]
      }
    }
  }

  private static func place(
    of meeting: Meeting, _ rowOf: [Badge: Int], _ columnOf: [Badge: Int]
  ) -> Int? {
    guard let row = rowOf[meeting.a], let column = columnOf[meeting.b] else { return nil }
    return row * columnOf.count + column
  }
}
