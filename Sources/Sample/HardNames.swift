/// Names that trip up programs; every sample has them, as far as it is large enough.
///
/// All invented. Two are namesakes of the same sex and year, at different employers.
enum HardNames {
  struct Entry: Sendable {
    var name: String
    var sex: SampleWorker.Sex
    var year: Int
  }

  static let all: [Entry] = [
    entry("张伟", .man, 1995), entry("张伟", .man, 1995),
    entry("王芳", .woman, 1996), entry("王芳", .woman, 1998),
    entry("单晓东", .man, 1993), entry("单雅静", .woman, 1997),
    entry("仇丽", .woman, 1994), entry("仇志鹏", .man, 1992),
    entry("解文博", .man, 1996), entry("解思雨", .woman, 1999),
    entry("曾倩", .woman, 1995), entry("曾乐", .man, 1998),
    entry("吕伟", .man, 1991), entry("吕雅琴", .woman, 1995),
    entry("区静怡", .woman, 1997), entry("查英杰", .man, 1990),
    entry("朴正浩", .man, 1994), entry("翟宁", .woman, 1993),
    entry("欧阳若曦", .woman, 1999), entry("欧阳明", .man, 1992),
    entry("尉迟敏", .woman, 1996), entry("万俟强", .man, 1989),
    entry("令狐雪", .woman, 2000), entry("单于飞", .man, 1997),
    entry("长孙明哲", .man, 1995), entry("澹台莹", .woman, 1994),
    entry("阿迪力江·赛买提", .man, 1996), entry("古丽努尔·艾合买提", .woman, 1997),
    // Beyond the basic plane: 𬭎 U+2CB4E and 𫖯 U+2B5AF, both in the national table of 2013.
    entry("张𬭎", .man, 1998), entry("李𫖯", .woman, 2001),
  ]

  private static func entry(_ name: String, _ sex: SampleWorker.Sex, _ year: Int) -> Entry {
    Entry(name: name, sex: sex, year: year)
  }

  /// Every seventh worker from the fourth, so that they stand apart.
  static func at(_ ordinal: Int) -> Entry? {
    guard ordinal >= 3, (ordinal - 3) % 7 == 0, (ordinal - 3) / 7 < all.count else { return nil }
    return all[(ordinal - 3) / 7]
  }
}
