public import Matchmaking

extension Festival {
  public var phrase: Phrase {
    switch self {
    case .springFestival: Phrase("春节", "Spring Festival")
    case .lantern: Phrase("元宵节", "Lantern Festival")
    case .valentine: Phrase("情人节", "Valentine's Day")
    case .womensDay: Phrase("妇女节", "Women's Day")
    case .labourDay: Phrase("劳动节", "Labour Day")
    case .may20: Phrase("5·20", "5·20")
    case .dragonBoat: Phrase("端午节", "Dragon Boat")
    case .qixi: Phrase("七夕", "Qixi")
    case .midAutumn: Phrase("中秋节", "Mid-Autumn")
    case .doubleNinth: Phrase("重阳节", "Double Ninth")
    case .nationalDay: Phrase("国庆节", "National Day")
    case .singlesDay: Phrase("11·11", "Singles' Day")
    }
  }
}
