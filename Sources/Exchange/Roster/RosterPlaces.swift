internal import Matchmaking

/// Where each column of a roster goes in a draft.
struct RosterPlaces: Sendable {
  struct Column: Hashable, Sendable {
    let kind: RosterHead.Column
    /// Among the fields; negative for a column that is passed over.
    let slot: Int
    /// The longest text that is kept, in graphemes.
    let longest: Int
  }

  let columns: [Column]
  let fields: [DraftField]

  init(_ head: RosterHead) {
    var fields: [DraftField] = []
    var slots: [DraftField: Int] = [:]
    columns = head.columns.map { kind in
      guard let field = kind.draftField else { return Column(kind: kind, slot: -1, longest: 0) }
      // The whole resident number and its last digits are two columns for one field.
      let slot = slots[field] ?? fields.count
      if slot == fields.count { fields.append(field) }
      slots[field] = slot
      return Column(kind: kind, slot: slot, longest: kind.longest)
    }
    self.fields = fields
  }
}

extension RosterHead {
  static let longestExtra = 4000
  static let longestNumber = 32
}

extension RosterHead.Column {
  fileprivate var draftField: DraftField? {
    switch self {
    case .complaints: nil
    case .extra(let head): .extra(head)
    case .field(.number): .number
    case .field(.name): .name
    case .field(.sex): .sex
    case .field(.birth): .birth
    case .field(.phone): .phone
    case .field(.height): .height
    case .field(.verification): .verification
    case .field(.resident): .text(.residentDigits)
    case .field(.text(let text)): .text(text)
    }
  }

  fileprivate var longest: Int {
    switch self {
    case .extra: RosterHead.longestExtra
    case .field(.text(let text)): text.longest
    case .field(.number): RosterHead.longestNumber
    case .complaints, .field: 0
    }
  }
}
