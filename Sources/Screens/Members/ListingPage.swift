import Canvas
import Matchmaking
import Wording

/// The card of a member as others would see it: de-identified, with what keeps it from being listed.
struct ListingPage: Dialogue {
  let member: Member
  let face: CardFace
  private var scroll = Scroll()

  init(_ member: Member) {
    self.member = member
    face = CardFace(member)
  }

  var contexts: [Context] { [.reading, .list] }

  mutating func run(_ id: Command.ID, in environment: Environment) -> [Intent]? {
    guard let move = Move(id) else { return nil }
    let room = environment.pageRoom
    let count = lines(environment.look, columns: room.columns).count
    scroll.move(move, count: count, height: room.rows)
    return []
  }

  func draw(in environment: Environment, on sheet: inout Sheet, in area: Area) {
    let look = sheet.look
    let title = look(Phrase("刊登卡（别人看到的）", "Listing card, as others see it"))
    sheet.page(title, scroll, in: area) { lines(look, columns: $0) }
  }

  /// Why it would not be published today, as far as the member says; consents are asked for when an
  /// issue is made.
  private var obstacle: Phrase? {
    if !member.status.isLooking { return ListingRefusal.notLooking(member.status).phrase }
    if member.saysMarried { return ListingRefusal.notLooking(.married).phrase }
    if member.verification != .verified {
      return ListingRefusal.notVerified(member.verification).phrase
    }
    return nil
  }

  private func lines(_ look: Look, columns: Int) -> [Line] {
    let labels = look.language == .chinese ? 10 : 13
    let facts = self.facts(look).flatMap { label, value -> [Line] in
      let text = look.width.wrapped(value, columns: max(1, columns - labels))
      return text.enumerated().map { row, line in
        Line([
          Span(look.width.padded(row == 0 ? look(label) : "", to: labels), Theme.dim), Span(line),
        ])
      }
    }
    return facts + [.blank] + notes(look, columns)
  }

  private func notes(_ look: Look, _ columns: Int) -> [Line] {
    var notes: [(Phrase, Style)] = []
    if let obstacle {
      notes.append((.verbatim(look.marks.refused + " ") + obstacle, Theme.warning))
    }
    if face.hidden > 0 {
      notes.append(
        (
          Phrase(
            "已隐去 \(face.hidden) 处可能认出本人的内容，刊登前请再读一遍",
            "places hidden that might tell who it is: \(face.hidden); read it again before printing"
          ),
          Theme.accent
        ))
    }
    notes.append(
      (
        Phrase(
          "没有姓名、电话、单位和具体生日。刊登须有本人授权。",
          "No name, phone, employer or exact birthday. Listing it takes the member's consent."),
        Theme.dim
      ))
    return notes.flatMap { phrase, style in
      look.width.wrapped(look(phrase), columns: columns).map { Line($0, style) }
    }
  }

  private func facts(_ look: Look) -> [(Phrase, String)] {
    var facts: [(Phrase, Phrase?)] = [
      (Phrase("性别", "Sex"), face.sex?.word),
      (Phrase("出生", "Born"), face.birthYear.map { Phrase("\($0)年", "\($0)") }),
      (Phrase("身高", "Height"), face.height.map { Phrase("\($0)厘米", "\($0) cm") }),
      (Phrase("学历", "Education"), face.education?.phrase),
      (Phrase("工作", "Work"), face.work?.phrase),
      (Phrase("岗位", "Job"), .verbatim(face.job)),
      (Phrase("所在地", "Lives in"), face.place.map { .verbatim($0.fullName) }),
      (Phrase("兴趣", "Interests"), .verbatim(face.interests)),
      (Phrase("自我介绍", "Introduction"), .verbatim(face.introduction)),
      (Phrase("择偶要求", "Hopes for"), .verbatim(face.criteria)),
    ]
    facts.removeAll { $0.1?.isEmpty ?? true }
    return facts.map { ($0.0, $0.1.map { look($0) } ?? "") }
  }
}
