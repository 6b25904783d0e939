import Canvas
import Matchmaking
import Wording

/// Registering members for an event (报名): found in the register as at the door, one Enter each.
struct RegistrationForm: Sendable {
  let event: EventID
  private(set) var field = TextField()
  /// Of the question to the register whose answer counts; nil while none is open.
  private var asked: Int?
  private(set) var found: [Member] = []
  private(set) var total = 0
  private(set) var marked = 0
  /// Whose of `found` are guests already.
  private(set) var guests: [MemberID: RegistrationID] = [:]
  /// Registered here, newest first; who was taken back since is left out when drawing.
  private(set) var added: [MemberID] = []
  private var addedGuests: [MemberID: RegistrationID] = [:]

  static let rows = 40

  init(event: EventID) { self.event = event }

  var isAsking: Bool { asked != nil }
  var markedMember: Member? { found.indices.contains(marked) ? found[marked] : nil }

  func waits(for generation: Int) -> Bool { asked == generation }

  /// - Returns: whether the text changed, so that the register has to be asked.
  mutating func type(_ key: Key) -> Bool {
    let before = field.text
    field.type(key)
    return field.text != before
  }

  mutating func ask(generation: Int) -> [Effect] {
    found = []
    total = 0
    marked = 0
    guard !field.text.trimmed.isEmpty else {
      asked = nil
      return []
    }
    asked = generation
    return [.loadMembers(query: field.text, rows: 0..<Self.rows, generation: generation)]
  }

  mutating func take(_ page: MemberPage, _ evening: Evening?) {
    asked = nil
    found = page.rows
    total = page.total
    follow(evening)
  }

  mutating func giveUpAsking() { asked = nil }

  mutating func follow(_ evening: Evening?) {
    guests = evening?.registrations(of: found.map(\.id)) ?? [:]
    addedGuests = evening?.registrations(of: added) ?? [:]
  }

  mutating func move(_ move: Move, page: Int) {
    marked = move.place(from: marked, count: found.count, page: page) ?? 0
  }

  mutating func mark(row: Int) {
    if found.indices.contains(row) { marked = row }
  }

  /// The marked one is in: the field is ready for the next.
  mutating func take(_ member: MemberID, _ evening: Evening?) {
    added.removeAll { $0 == member }
    added.insert(member, at: 0)
    field.clear()
    found = []
    total = 0
    follow(evening)
  }

  /// Those registered here who still are, newest first.
  func registered(_ evening: Evening) -> [Guest] {
    added.compactMap { addedGuests[$0].flatMap { evening.guest($0) } }
  }
}
