import Canvas
import Wording

extension Command.ID {
  public static let listingCard = Self("listingCard")
}

extension ListingPage {
  static let commands: [Command] = [
    Command(
      .listingCard, in: .members, [.control("l"), .character("v")], Phrase("刊登卡", "listing card"),
      help: Phrase("别人会看到的样子：没有姓名、电话、单位", "As others would see them: no name, phone or employer"),
      unless: Environment.nobodyMarked, does: { $0.onMarked { ListingPage($0) } })
  ]
}
