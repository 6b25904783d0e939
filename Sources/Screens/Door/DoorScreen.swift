import Canvas
import Matchmaking
import Pinyin
import Wording

/// The door (签到): one field that is always ready, and Enter acts on the marked line.
struct DoorScreen: Screen {
  private(set) var field = TextField()
  /// The best matches, best first; all of them are counted in `total`.
  private(set) var found: [RegistrationID] = []
  private(set) var total = 0
  private(set) var marked: RegistrationID?
  /// A whole phone number was typed, of which the door sees only a part.
  private(set) var isByPhone = false
  /// What was typed is one person's beyond doubt: a scanner's line end may act on it.
  private(set) var isCertain = false
  /// What was typed fits several people equally well, so that none of them is marked by itself.
  private(set) var doubt: Doubt?
  /// A number was typed that its wearer has changed for another.
  private(set) var changedBadge: Phrase?
  /// Why the last Enter did nothing, said beside the field until the next key.
  private(set) var refusal: Phrase?
  /// The last act is over, so the next character begins with somebody else.
  private var startsAnew = false

  /// Several people of whom Enter must not take the first.
  enum Doubt: Hashable, Sendable {
    case namesakes(String, count: Int)
    /// Who share a phone's last four digits, or whose names are read alike.
    case others(count: Int)
    /// Nobody has the badge that was typed, though others' begin like it.
    case noWearer(Badge, count: Int)
  }

  private static let limit = 200

  /// What the list shows: the matches, or while nothing is typed those who came last.
  ///
  /// Where bystanders can see it, nobody before something is typed.
  func listed(_ open: OpenEvening, in environment: Environment) -> [RegistrationID] {
    field.isEmpty ? (environment.setting.isLocked ? [] : open.recent) : found
  }

  // MARK: - What is done

  var contexts: [Context] { [.door, .list] }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    guard let open = environment.open else { return nil }
    if let move = Move(id) {
      refusal = nil
      marked = listed(open, in: environment).moved(move, from: marked, page: environment.screenRows)
      return []
    }
    switch id {
    case .walkIn: return [.open(WalkInForm(typed: field.text))]
    case .clear:
      clear()
      return []
    default: break
    }
    guard let guest = markedGuest(open) else { return nil }
    switch id {
    case .checkIn: return [.change(.checkIn(guest.id, overriding: false))]
    case .changeBadge: return [.open(BadgeForm(guest, at: open.event))]
    // Somebody who left comes back; somebody who is here left early, or was checked in by mistake; somebody
    // who has not come does not.
    case .leaveEvent, .cancelRegistration: return [.open(LeaveChoice(guest))]
    default: return nil
    }
  }

  mutating func type(_ key: Key, in environment: Environment) -> [Intent] {
    guard let open = environment.open else { return [] }
    // A whole code takes the place of what stood there: what is left of another is no part of it.
    if key.isScan { startsAnew = true }
    type(key, open)
    // A scanner in paste mode ends the code with a line end: that is its Enter, where the code is
    // one person's. A pasted name of two people only fills the field.
    guard key.isScan else { return [] }
    startsAnew = !isCertain
    return isCertain ? [.run(.checkIn)] : []
  }

  /// Enter that took nobody ends what was typed all the same: the next scan is somebody else.
  mutating func wasBarred(_ id: Command.ID, in environment: Environment) {
    if id == .checkIn, !field.isEmpty { startsAnew = true }
  }

  private mutating func type(_ key: Key, _ open: OpenEvening) {
    let before = field.text
    refusal = nil
    if startsAnew, key.beginsAnew { field.clear() }
    startsAnew = false
    guard field.type(key), field.text != before else { return }
    marked = nil
    search(open)
  }

  private mutating func clear() { self = DoorScreen() }

  mutating func take(
    _ outcome: Outcome, of change: Change, in environment: Environment
  ) -> [Intent] {
    guard case .refused(let refusal) = outcome else { return [] }
    return change.followUp(to: refusal, in: environment)
  }

  /// The field is ready for the next in the queue.
  mutating func follow(_ change: Change, in environment: Environment) -> [Intent] {
    switch change {
    case .checkIn, .walkIn: clear()
    case .takeBackCheckIn, .leave, .changeBadge, .unregister, .decline:
      refusal = nil
      startsAnew = true
    case .undo, .redo: refusal = nil
    default: break
    }
    return []
  }

  mutating func hear(_ notice: any Notice, in environment: Environment) -> [Intent]? {
    guard let notice = notice as? DoorNotice else { return nil }
    switch notice {
    case .refused(let sentence):
      refusal = sentence
      startsAnew = true
    case .nobodyStandsThere: refusal = nil
    }
    return []
  }

  // MARK: - Looking for somebody

  /// Looks again; whoever was marked stays so while still found.
  private mutating func search(_ open: OpenEvening) {
    isByPhone = false
    isCertain = false
    doubt = nil
    changedBadge = nil
    if let phone = PhoneNumber(field.text), find(phone, open) { return }
    let matches = open.index.search(field.text, limit: Self.limit)
    let guests = open.evening.guests
    let best = matches.best.filter { guests.indices.contains($0.ordinal) }
    total = matches.total
    // Of those who fit equally well, whoever is not here yet is the one at the door.
    found.removeAll(keepingCapacity: true)
    var here: [RegistrationID] = []
    var kind: MatchKind?
    for match in best {
      if match.kind != kind {
        found += here
        here.removeAll(keepingCapacity: true)
        kind = match.kind
      }
      if guests[match.ordinal].isHere {
        here.append(guests[match.ordinal].id)
      } else {
        found.append(guests[match.ordinal].id)
      }
    }
    found += here
    let former = findFormer(open)
    isCertain = former != nil || found.count == 1 || best.count { $0.kind.isExact } == 1
    let exact = best.count { $0.kind.isExact }
    if !isCertain || exact == 0 { doubt = doubtByBadge(exact, former, open) }
    if doubt != nil { isCertain = false }
    if !isCertain, doubt == nil { doubt = doubt(exact, open) }
    markFirst()
  }

  private mutating func markFirst() {
    if let marked, found.contains(marked) { return }
    marked = doubt == nil ? found.first : nil
  }

  /// A badge that was scanned is its wearer's and nobody else's, so M7 never takes in M70.
  private func doubtByBadge(_ exact: Int, _ former: Guest?, _ open: OpenEvening) -> Doubt? {
    guard exact == 0, former == nil, !found.isEmpty, field.text.last?.wholeNumberValue != nil,
      field.text.first?.wholeNumberValue == nil,
      let badge = Badge(typed: field.text, in: open.event.pools)
    else { return nil }
    return .noWearer(badge, count: total)
  }

  /// - Parameter exact: how many are found beyond doubt by what was typed.
  private func doubt(_ exact: Int, _ open: OpenEvening) -> Doubt? {
    guard let name = found.first.flatMap({ open.evening.guest($0) })?.name else { return nil }
    let same = Namesakes(of: name)
    let namesakes = found.count { open.evening.guest($0).map { same.contain($0.name) } ?? false }
    if namesakes > 1, exact <= namesakes { return .namesakes(name, count: namesakes) }
    return exact > 1 ? .others(count: exact) : nil
  }

  /// Puts first who had the badge that was typed: its digits may begin those of others.
  private mutating func findFormer(_ open: OpenEvening) -> Guest? {
    guard let badge = Badge(typed: field.text, in: open.event.pools),
      let guest = open.evening.guest(formerly: badge), let now = guest.badge
    else { return nil }
    let facts = PersonFacts(of: guest, at: open.evening)
    changedBadge =
      badge.changedPhrase(to: now) + Phrase("：", ": ")
      + .verbatim([guest.name, facts.text].filter { !$0.isEmpty }.joined(separator: " "))
    if !found.contains(guest.id) { total += 1 }
    found.removeAll { $0 == guest.id }
    found.insert(guest.id, at: 0)
    return guest
  }

  /// By a whole number: the door knows its first three and last four digits only.
  private mutating func find(_ phone: PhoneNumber, _ open: OpenEvening) -> Bool {
    let masked = phone.masked
    let fitting = open.evening.guests.filter { $0.maskedPhone == masked }.map(\.id)
    guard !fitting.isEmpty else { return false }
    isByPhone = true
    isCertain = fitting.count == 1
    doubt = isCertain ? nil : .others(count: fitting.count)
    total = fitting.count
    found = Array(fitting.prefix(Self.limit))
    markFirst()
    return true
  }

  /// Digits that are neither the last four nor a whole phone number yet.
  var isPartOfPhone: Bool {
    let digits = field.text.filter { $0 != " " && $0 != "-" }
    return (5...10).contains(digits.count) && digits.allSatisfy { $0.wholeNumberValue != nil }
  }

  mutating func followEvening(in environment: Environment) {
    if !field.isEmpty, let open = environment.open { search(open) }
  }

  mutating func mark(row: Int, in environment: Environment) -> [Intent] {
    refusal = nil
    let listed = environment.open.map { self.listed($0, in: environment) } ?? []
    if listed.indices.contains(row) { marked = listed[row] }
    return []
  }

  func markedGuest(_ open: OpenEvening) -> Guest? { marked.flatMap { open.evening.guest($0) } }

  func obstacle(to id: Command.ID, in environment: Environment) -> Obstacle? {
    guard let open = environment.open else { return .useless(.noEvening) }
    switch id {
    case .checkIn, .changeBadge, .leaveEvent, .cancelRegistration:
      return open.obstacle ?? personalObstacle(to: id, open).map { .first($0) }
    case .walkIn: return open.obstacle
    default: return nil
    }
  }

  /// Why a command that concerns one guest does nothing now.
  private func personalObstacle(to id: Command.ID, _ open: OpenEvening) -> Phrase? {
    guard let guest = markedGuest(open) else {
      if let doubt { return doubt.phrase }
      return field.isEmpty
        ? Phrase("请先输入两三个字找人", "Type a few letters to find somebody")
        : Phrase("没有这个人；按 F2 现场报名", "Nobody found; F2 enters a walk-in")
    }
    let hasCome = guest.registration.status.hasAttended
    if id == .leaveEvent, !hasCome {
      return Phrase(
        "\(guest.name) 还没有签到；不来了请按 Ctrl-X 取消报名",
        "\(guest.name) has not checked in yet; Ctrl-X cancels a registration")
    }
    if id == .cancelRegistration, hasCome {
      return Phrase(
        "\(guest.name) 已签到，报名不能取消；按 F4 记离场或撤回签到",
        "\(guest.name) has checked in, so the registration stays; F4 notes that they left")
    }
    return nil
  }
}

extension DoorScreen.Doubt {
  /// How many they are, and how to say who is meant.
  var phrase: Phrase {
    switch self {
    case .namesakes(let name, let count):
      Phrase(
        "有 \(count) 位 \(name)：按 ↓ 选准再回车", "\(count) are called \(name): ↓ marks one, then Enter")
    case .others(let count):
      Phrase("符合的有 \(count) 人：按 ↓ 选准再回车", "\(count) people fit: ↓ marks one, then Enter")
    case .noWearer(let badge, let count):
      Phrase(
        "没有人戴 \(badge.phrase.chinese)；号码相近的有 \(count) 人：按 ↓ 选准再回车",
        "nobody has \(badge); \(count) with numbers like it: ↓ marks one, then Enter")
    }
  }
}

extension Key {
  /// A code as a scanner gives it in one piece, with its line end.
  fileprivate var isScan: Bool {
    if case .paste(let text) = self { text.last?.isNewline == true } else { false }
  }

  fileprivate var beginsAnew: Bool {
    switch self {
    case .character, .paste: true
    default: false
    }
  }
}
