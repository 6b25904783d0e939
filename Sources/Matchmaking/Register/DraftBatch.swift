/// Rows of a roster, checked and converted, as the bytes that the register keeps of them.
///
/// The way from file to register for a hundred thousand rows: no string and no dictionary is made of
/// a row that is as it should be. What a field says is its text in the register: `M`, `1992-05`, `178`;
/// a field that says nothing has no bytes. `MemberDraft` is the same for one row as a value.
public struct DraftBatch: Sendable {
  /// Where the text of one field stands in ``DraftBatch/bytes``.
  private struct Place {
    var start: UInt32 = 0
    var end: UInt32 = 0
  }

  /// What the rows can say something about.
  public let fields: [DraftField]
  /// Columns of the file that are read as a field, by their heads: whoever has such a column as it is
  /// from an earlier file, has it no more once the field is said.
  public private(set) var settled: [String: DraftField]
  public private(set) var bytes: [UInt8] = []
  private var rows: [Int32] = []
  private var places: [Place] = []
  private let slots: [DraftField: Int]

  public init(
    _ fields: [DraftField], settling settled: [String: DraftField] = [:], expecting count: Int = 0
  ) {
    self.fields = fields
    self.settled = settled
    slots = Dictionary(uniqueKeysWithValues: zip(fields, fields.indices))
    rows.reserveCapacity(count)
    places.reserveCapacity(count * fields.count)
    bytes.reserveCapacity(count * 192)
  }

  public var count: Int { rows.count }
  public var isEmpty: Bool { rows.isEmpty }

  /// Where a field stands among ``DraftBatch/fields``; nil where no row says anything about it.
  public func slot(_ field: DraftField) -> Int? { slots[field] }

  /// The number of the draft's row in its file.
  public func row(_ draft: Int) -> Int { Int(rows[draft]) }

  /// Empty where nothing is said.
  public func range(_ draft: Int, _ slot: Int) -> Range<Int> {
    let place = places[draft * fields.count + slot]
    return Int(place.start)..<Int(place.end)
  }

  /// As `range`, for a field that the rows may know nothing about.
  public func range(_ draft: Int, _ slot: Int?) -> Range<Int> {
    slot.map { range(draft, $0) } ?? 0..<0
  }

  /// Nil where nothing is said.
  public func text(_ draft: Int, _ slot: Int?) -> String? {
    let range = range(draft, slot)
    // Only UTF-8 is ever taken.
    return range.isEmpty ? nil : String(copying: UTF8Span(unchecked: bytes.span.extracting(range)))
  }
}

// MARK: - Filling

extension DraftBatch {
  /// Begins a draft, about which nothing is said yet.
  public mutating func begin(row: Int) {
    rows.append(Int32(truncatingIfNeeded: row))
    for _ in fields { places.append(Place()) }
  }

  /// Says something in the last draft.
  ///
  /// - Parameter text: UTF-8.
  public mutating func say(_ text: Span<UInt8>, _ slot: Int) {
    let start = bytes.count
    text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    place(slot, from: start)
  }

  public mutating func say(_ text: String, _ slot: Int) {
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    place(slot, from: start)
  }

  /// Takes back what the last draft says of a field.
  public mutating func unsay(_ slot: Int) { place(slot, from: bytes.count) }

  /// Takes the last draft away.
  public mutating func dropLast() {
    rows.removeLast()
    places.removeLast(fields.count)
  }

  /// Takes some drafts away.
  public mutating func remove(_ drafts: Set<Int>) {
    guard !drafts.isEmpty else { return }
    var kept = DraftBatch(fields, settling: settled, expecting: 0)
    for draft in 0..<count where !drafts.contains(draft) {
      kept.rows.append(rows[draft])
      kept.places += places[draft * fields.count..<(draft + 1) * fields.count]
    }
    (rows, places) = (kept.rows, kept.places)
  }

  /// Empties it for other rows, and keeps the room.
  public mutating func removeAll() {
    rows.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  private mutating func place(_ slot: Int, from start: Int) {
    places[places.count - fields.count + slot] = Place(
      start: UInt32(start), end: UInt32(bytes.count))
  }
}

// MARK: - Drafts as values

extension DraftBatch {
  public init(_ drafts: [MemberDraft]) {
    let extras = Set(drafts.flatMap(\.extras.keys)).sorted().map(DraftField.extra)
    self.init(DraftField.known + extras, expecting: drafts.count)
    for draft in drafts {
      begin(row: draft.row)
      for (slot, field) in fields.enumerated() {
        if let text = draft.said(of: field) { say(text, slot) }
      }
    }
  }

  public func draft(_ index: Int) -> MemberDraft {
    let said = { (field: DraftField) in text(index, slots[field]) }
    var draft = MemberDraft(
      row: row(index), number: said(.number), name: said(.name) ?? "",
      sex: said(.sex).flatMap(Sex.init), birth: said(.birth).flatMap { BirthDate($0) },
      phone: said(.phone).flatMap { PhoneNumber($0) }, height: said(.height).flatMap { Int($0) },
      verification: said(.verification).flatMap(Verification.init))
    for (slot, field) in fields.enumerated() {
      switch field {
      case .detail(.text(let kind)): draft.texts[kind] = text(index, slot)
      case .detail(.extra(let head)): draft.extras[head] = text(index, slot)
      case .consent(let purpose):
        draft.consents[purpose] = text(index, slot).flatMap { ConsentAnswer($0) }
      case .verification, .detail(.number), .detail(.name), .detail(.sex), .detail(.birth),
        .detail(.phone), .detail(.height):
        break
      }
    }
    return draft
  }
}

extension MemberDraft {
  /// As the register keeps it; nil where the draft says nothing.
  func said(of field: DraftField) -> String? {
    switch field {
    case .detail(.number): number
    case .detail(.name): name
    case .detail(.sex): sex?.rawValue
    case .detail(.birth): birth?.description
    case .detail(.phone): phone?.digits
    case .detail(.height): height.map { "\($0)" }
    case .detail(.text(let kind)): texts[kind]
    case .detail(.extra(let head)): extras[head]
    case .verification: verification?.rawValue
    case .consent(let purpose): consents[purpose]?.description
    }
  }
}
