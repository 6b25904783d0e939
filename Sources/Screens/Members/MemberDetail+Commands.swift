import Canvas
import Matchmaking
import Wording

extension Command.ID {
  public static let showMember = Self("showMember")
}

extension Context {
  public static let member = Self(
    "member", Phrase("单身职工", "Member"), typing: .none, home: .within(.showMember))
}

extension MemberDetail {
  static let commands: [Command] = [
    Command(
      .showMember, in: .members, [.named(.enter)], Phrase("详情", "details"),
      help: Phrase("此人的全部资料", "All that is known of the member"), at: 1,
      unless: Environment.nobodyMarked, does: { $0.onMarked { MemberDetail($0) } }),
    Command(
      .showMember, in: .filtering, [.named(.enter)], Phrase("详情", "details"),
      help: Phrase("此人的全部资料", "All that is known of the member"), at: 1,
      unless: Environment.nobodyMarked, does: { $0.onMarked { MemberDetail($0) } }),

    Command(
      .circle, in: .member, [.named(.f5), .character("c")], Phrase("缘分圈", "circle"),
      help: Phrase("和此人双方都合适的人", "Who fits this member both ways"), at: 3),
    Command(
      .listingCard, in: .member, [.control("l"), .character("v")], Phrase("刊登卡", "listing card"),
      help: Phrase("别人会看到的样子", "As others would see them"), at: 4),
    Command(
      .editMember, in: .member, [.control("e"), .character("e")], Phrase("修改", "edit"),
      help: Phrase("修改此人的资料和状态", "Changes details and status of the member"), at: 1),
    Command(
      .consents, in: .member, [.control("g"), .character("s")], Phrase("授权", "consents"),
      help: Phrase(
        "此人同意的用途：刊登、直播、大屏、照片", "What the member consents to: listing, broadcast, screen, photo"),
      at: 5),
  ]
}
