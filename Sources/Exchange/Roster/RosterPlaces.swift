internal import Matchmaking

/// Where each column of a roster goes in a draft.
struct RosterPlaces: Sendable {
  struct Column: Hashable, Sendable {
    let kind: RosterHead.Column
    /// Among the fields; negative for a column that is passed over.
    let slot: Int
    /// The longest text that is kept, in graphemes.
    let longest: Int
    let sense: HeadSense?

    /// Whether the letter of an option is taken away before what was chosen.
    var isChoice: Bool { if case .field(.text(let text)) = kind { text.isChoice } else { false } }
  }

  /// The same for the quick way, which is asked once a cell: nothing in it is counted.
  struct Plain: Hashable, Sendable {
    enum Way: UInt8, Sendable {
      case passedOver, text, choice, name, number, phone, height, sex, birth
      /// Always looked at as text.
      case slow
    }

    let way: Way
    let slot: Int32
    let longest: Int32
  }

  let columns: [Column]
  let plain: [Plain]
  let fields: [DraftField]
  /// The head of each column that is read as a field.
  let settled: [String: DraftField]

  init(_ head: RosterHead) {
    var fields: [DraftField] = []
    var settled: [String: DraftField] = [:]
    var slots: [DraftField: Int] = [:]
    func place(_ field: DraftField) -> Int {
      let slot = slots[field] ?? fields.count
      if slot == fields.count { fields.append(field) }
      slots[field] = slot
      return slot
    }
    columns = zip(head.columns.indices, head.columns).map { index, kind in
      guard let field = kind.draftField(head.names[index]) else {
        return Column(kind: kind, slot: -1, longest: 0, sense: nil)
      }
      // The whole resident number and its last digits are two columns for one field.
      let slot = place(field)
      for own in kind.besides { _ = place(own) }
      if case .field = kind, field != .extra(head.names[index]) {
        settled[head.names[index]] = field
      }
      return Column(kind: kind, slot: slot, longest: kind.longest, sense: head.sense(at: index))
    }
    self.fields = fields
    self.settled = settled
    plain = columns.map {
      Plain(way: $0.way, slot: Int32($0.slot), longest: Int32(min($0.longest, 1 << 20)))
    }
  }
}

extension RosterPlaces.Column {
  fileprivate var way: RosterPlaces.Plain.Way {
    switch kind {
    case .passedOver: .passedOver
    case _ where sense != nil: .slow
    case .extra: .text
    case .field(.text(.residentDigits)): .slow
    case .field(.text): isChoice ? .choice : .text
    case .field(.name): .name
    case .field(.number): .number
    case .field(.phone), .field(.contact): .phone
    case .field(.height): .height
    case .field(.sex): .sex
    case .field(.birth): .birth
    case .field(.resident), .field(.familyName), .field(.givenName), .field(.age),
      .field(.answered), .field(.consent), .field(.verification):
      .slow
    }
  }
}

extension MemberText {
  /// Whether a form may offer options for it; of whole sentences nothing is taken away.
  var isChoice: Bool {
    switch self {
    case .introduction, .criteria, .note, .wechat, .residentDigits: false
    default: true
    }
  }
}

extension RosterHead.Column {
  /// Where it goes; nil where nothing of it is kept.
  fileprivate func draftField(_ head: String) -> DraftField? {
    switch self {
    case .passedOver: nil
    case .extra(let head): .extra(head)
    case .field(.familyName), .field(.givenName): .name
    case .field(.contact): .phone
    case .field(.resident): .text(.residentDigits)
    // An age is true for a year only: kept as it was written, as is when it was said.
    case .field(.age), .field(.answered): .extra(head)
    case .field(let field): field.said
    }
  }

  /// What a cell of the column may say besides.
  fileprivate var besides: [DraftField] {
    switch self {
    case .field(.contact): [.text(.wechat)]
    case .field(.resident): [.sex, .birth]
    case .field(.age): [.birth]
    case .passedOver, .extra, .field: []
    }
  }

  fileprivate var longest: Int {
    switch self {
    case .extra(let head): MemberField.extra(head).longest
    case .field(let field): field.longest
    case .passedOver: 0
    }
  }
}
