/// Member numbers, column by column: the first symbols of all, then the second of all, and so on.
///
/// So sixteen numbers are compared at once, and a query that finds every number costs no more than
/// one that finds none.
struct Numbers: Sendable {
  /// Longer numbers are kept aside and looked at one by one.
  static let longest = 24
  static let lanes = 16

  /// Filled up with zeros to whole vectors.
  private(set) var columns: [[UInt8]] = []
  private(set) var lengths: [UInt8] = []
  /// Where the first digit stands that is not 0: letters and zeros before it may be left out.
  private(set) var leads: [UInt8] = []
  private(set) var long: [Int: [UInt8]] = [:]
  private(set) var count = 0

  mutating func reserve(_ capacity: Int) {
    lengths.reserveCapacity(capacity + Self.lanes)
    leads.reserveCapacity(capacity + Self.lanes)
  }

  mutating func append(_ number: [UInt8]) {
    if count == lengths.count {
      let more = repeatElement(UInt8(0), count: Self.lanes)
      lengths += more
      leads += more
      for column in columns.indices { columns[column] += more }
    }
    count += 1
    replace(count - 1, with: number)
  }

  /// Appends many at once, column by column.
  ///
  /// - Parameter shown: columns, each as long as `lengths`.
  mutating func append(
    lengths: UnsafeRawBufferPointer, leads: UnsafeRawBufferPointer,
    columns shown: [UnsafeRawBufferPointer], long: [Int: [UInt8]]
  ) {
    for (ordinal, number) in long { self.long[count + ordinal] = number }
    let old = count
    count += lengths.count
    while columns.count < shown.count {
      columns.append(column(of: old))
    }
    Self.fill(&self.lengths, from: old, to: count, with: lengths)
    Self.fill(&self.leads, from: old, to: count, with: leads)
    for place in columns.indices {
      let new = place < shown.count ? shown[place] : nil
      Self.fill(&columns[place], from: old, to: count, with: new)
    }
  }

  /// Puts new values behind the old ones, and zeros behind those up to a whole vector.
  ///
  /// Static, for a second reference to the columns would have each of them copied.
  private static func fill(
    _ values: inout [UInt8], from old: Int, to count: Int, with new: UnsafeRawBufferPointer?
  ) {
    values.removeLast(values.count - old)
    if let new { values += new }
    let room = (count + lanes - 1) / lanes * lanes
    values += repeatElement(0, count: room - values.count)
  }

  /// Zeros, with room for as many as there is of the others.
  private func column(of count: Int) -> [UInt8] {
    var column: [UInt8] = []
    column.reserveCapacity(lengths.capacity)
    column += repeatElement(0, count: count)
    return column
  }

  mutating func replace(_ ordinal: Int, with number: [UInt8]) {
    let isLong = number.count > Self.longest
    if isLong || !long.isEmpty { long[ordinal] = isLong ? number : nil }
    let shown = isLong ? [] : number
    while columns.count < shown.count {
      columns.append(column(of: lengths.count))
    }
    for column in columns.indices {
      columns[column][ordinal] = column < shown.count ? shown[column] : 0
    }
    lengths[ordinal] = UInt8(shown.count)
    leads[ordinal] = UInt8(Self.lead(of: shown))
  }

  static func lead(of number: [UInt8]) -> Int {
    number.firstIndex { 0x31...0x39 ~= $0 } ?? number.count
  }

  var byteCount: Int {
    columns.reduce(lengths.capacity + leads.capacity) { $0 + $1.capacity }
  }
}
