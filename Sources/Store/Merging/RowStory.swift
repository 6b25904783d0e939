import GRDB
import Matchmaking

/// Where an act stands in the order that is the same in every file: by its clock, then by its replica and
/// ordinal.
struct Stamp: Comparable {
  let clock: Int64
  let replica: String
  let ordinal: Int64
  /// Within the act.
  let entry: Int64

  static func < (one: Stamp, other: Stamp) -> Bool {
    (one.clock, one.replica, one.ordinal, one.entry)
      < (other.clock, other.replica, other.ordinal, other.entry)
  }
}

/// What one act did to one row.
struct RowEvent {
  let stamp: Stamp
  /// Nil where the row came.
  let before: RowImage?
  /// Nil where it went.
  let after: RowImage?
}

/// What becomes of a row by all that acts did to it, whoever they were and in whatever order they came to be
/// known.
///
/// Invariant: it follows from the set of events alone. They are taken by their stamps: the later one of a
/// column stands. An event tells what it saw; where that is not what stood, it was written apart, and the
/// value it replaced without knowing is told (`lost`). A row that went stays away unless it comes again.
struct RowStory {
  /// A value that stood and that somebody replaced who had not seen it.
  struct Lost: Hashable {
    let column: String
    let ours: DatabaseValue
    let theirs: DatabaseValue
  }

  private let table: LoggedTable
  private(set) var row: RowImage?
  private(set) var lost: [String: Lost] = [:]
  /// - Parameter events: of one row.
  init(_ table: LoggedTable, _ events: [RowEvent]) {
    self.table = table
    for event in events.sorted(by: { $0.stamp < $1.stamp }) { take(event) }
  }

  private mutating func take(_ event: RowEvent) {
    switch (event.before, event.after) {
    case (nil, let image?): row = image.withoutNulls
    case (let before?, nil):
      noteRemoval(before)
      row = nil
    case (let before?, let after?): update(from: before, to: after)
    case (nil, nil): break
    }
  }

  private mutating func noteRemoval(_ seen: RowImage) {
    guard let row, !seen.values.isEmpty else { return }
    for column in row.columns
    where row[column] != seen[column] && !isSettledName(row[column], seen[column], column) {
      lost[column] = Lost(column: column, ours: .null, theirs: row[column])
    }
  }

  private mutating func update(from before: RowImage, to after: RowImage) {
    guard var row else {
      // It went before, and whoever changed it did not know.
      for column in after.columns {
        lost[column] = Lost(column: column, ours: .null, theirs: after[column])
      }
      return
    }
    var columns = Set(after.columns)
    if table == .registration { columns.subtract(updateAttendance(&row, before, after)) }
    for column in columns.sorted() { set(column, &row, before[column], after[column]) }
    self.row = row
  }

  private mutating func set(
    _ column: String, _ row: inout RowImage, _ seen: DatabaseValue, _ value: DatabaseValue
  ) {
    let stood = row[column]
    if stood == value {
      lost[column] = nil
    } else if stood != seen, !isSettledName(stood, seen, column) {
      lost[column] = Lost(column: column, ours: value, theirs: stood)
    } else if lost[column]?.theirs == value {
      lost[column] = nil
    } else if let was = lost[column] {
      lost[column] = Lost(column: column, ours: value, theirs: was.theirs)
    }
    row[column] = value
  }

  /// What a file shows in the place of a value that another row has too (`Settlement`).
  private func isSettledName(
    _ stood: DatabaseValue, _ seen: DatabaseValue, _ column: String
  ) -> Bool {
    if column == "badge" { return seen.isNull }
    guard table.suffixed == column, let name = String.fromDatabaseValue(stood),
      let shown = String.fromDatabaseValue(seen)
    else { return false }
    return shown.hasPrefix(name + LoggedTable.suffix)
  }

  // MARK: - Who came first

  /// What only makes sense together.
  private static let attendance = ["status", "badge", "arrived_at", "arrived_station", "left_at"]

  /// The earlier check-in stands, and with it the badge that was handed out then; who went home is gone all
  /// the same.
  ///
  /// - Returns: the columns that are done with.
  private mutating func updateAttendance(
    _ row: inout RowImage, _ before: RowImage, _ after: RowImage
  ) -> [String] {
    let changed = Self.attendance.filter { after.values[$0] != nil }
    guard !changed.isEmpty else { return [] }
    let isApart = changed.contains {
      row[$0] != before[$0]
        && !($0 == "badge" && before[$0].isNull && before.values["status"] == nil)
    }
    guard isApart, let stood = row.number("arrived_at") else {
      for column in changed { set(column, &row, before[column], after[column]) }
      return changed
    }
    if let comes = after.number("arrived_at") {
      keepEarlier(&row, after, isEarlier: comes < stood)
    } else if after.values["arrived_at"] != nil {
      // A check-in was taken back; the other one stands.
      guard before.number("arrived_at") == stood else { return changed }
      for column in changed { set(column, &row, before[column], after[column]) }
    } else if let seen = before.text("status"), seen != "checked_in", seen != "left" {
      // Whoever was checked in is here, whatever was written of them apart.
      noteOther("status", ours: row["status"], theirs: after["status"])
    } else {
      for column in changed { set(column, &row, before[column], after[column]) }
    }
    return changed
  }

  private mutating func keepEarlier(_ row: inout RowImage, _ after: RowImage, isEarlier: Bool) {
    let badge = row["badge"]
    let other = after.values["badge"] ?? badge
    if isEarlier {
      if row.text("status") != "left" { row["status"] = after["status"] }
      for column in ["badge", "arrived_at", "arrived_station"] {
        if let value = after.values[column] { row[column] = value }
      }
    }
    if badge != other {
      noteOther("badge", ours: row["badge"], theirs: isEarlier ? badge : other)
    }
  }

  private mutating func noteOther(_ column: String, ours: DatabaseValue, theirs: DatabaseValue) {
    lost[column] = Lost(column: column, ours: ours, theirs: theirs)
  }
}

extension RowImage {
  init() { values = [:] }

  subscript(column: String) -> DatabaseValue {
    get { values[column] ?? .null }
    set { values[column] = newValue.isNull ? nil : newValue }
  }

  func text(_ column: String) -> String? { String.fromDatabaseValue(self[column]) }
  func number(_ column: String) -> Int64? { Int64.fromDatabaseValue(self[column]) }

  /// A whole row: a column that it does not name is null.
  var withoutNulls: RowImage {
    var image = self
    image.values = values.filter { !$0.value.isNull }
    return image
  }
}
