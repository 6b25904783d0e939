import Testing

@testable import Printing

@Suite struct `Sheets and offsets` {
  @Test(arguments: Sheet.allCases)
  func `all pieces of a sheet are on the paper and none lies upon another`(sheet: Sheet) {
    let places = sheet.places
    #expect(places.count == sheet.count)
    for (number, box) in places.enumerated() {
      #expect(box.x >= -0.001 && box.right <= Page.width + 0.001)
      #expect(box.y >= -0.001 && box.bottom <= Page.height + 0.001)
      for other in places[..<number] {
        let isApart =
          other.right <= box.x + 0.001 || box.right <= other.x + 0.001
          || other.bottom <= box.y + 0.001 || box.bottom <= other.y + 0.001
        #expect(isApart)
      }
    }
  }

  @Test func `labels stand where the makers' templates have them`() {
    func first(_ sheet: Sheet) -> [Double] {
      sheet.places.prefix(1).flatMap { [$0.x, $0.y] }
    }
    #expect(first(.label90x54) == [15, 13.5])
    #expect(first(.label90x60) == [15, 28.5])
    #expect(first(.label80x50) == [17.5, 13.5])
    #expect(Sheet.label80x50.places[3].x == 112.5)
    #expect(Sheet.label80x50.places[3].y == 68.5)
  }

  @Test func `lines to cut along are between pieces, never at the paper's edge`() {
    #expect(Sheet.a4.cuts.isEmpty)
    #expect(Sheet.a5.cuts.count == 1)
    #expect(Sheet.a6.cuts.count == 2)
    #expect(Sheet.a7.cuts.count == 4)
    #expect(Sheet.label90x54.cuts.count == 3 + 6)
    // With white between the labels each has lines of its own.
    #expect(Sheet.label80x50.cuts.count == 4 + 10)
  }

  @Test(arguments: [
    ("1.5,-2", 1.5, -2.0), ("0,0", 0, 0), ("-20,20", -20, 20), (" 1 , 2", 1, 2), ("1，2", 1, 2),
    ("+.5,-.25", 0.5, -0.25), ("−1,2", -1, 2),
  ])
  func `an offset is two numbers of millimetres`(text: String, x: Double, y: Double) throws {
    let offset = try #require(Offset(text))
    #expect(offset.x == x)
    #expect(offset.y == y)
  }

  @Test(arguments: [
    ("100", 100.0), ("101.5", 101.5), (" 98 % ", 98), ("99%", 99), ("102％", 102), ("90", 90),
    ("110", 110),
    ("+101", 101), ("100.25", 100.25), ("98.", 98),
  ])
  func `a scale is a percentage`(text: String, percent: Double) throws {
    #expect(try #require(Scale(text)).percent == percent)
  }

  @Test(arguments: [
    "", "%", "89.9", "110.1", "0", "-100", "1", "1.02", "nan", "inf", "1e2", "0x64", "100,5",
    "100 100",
    "100%%", "百", "100mm", "1000000000000000000000",
  ])
  func `anything else is no scale`(text: String) { #expect(Scale(text) == nil) }

  @Test(arguments: [
    "", ",", "1", "1,", ",1", "1,2,3", "a,b", "nan,0", "inf,0", "1e1,0", "0x1,0", "20.01,0",
    "0,-21",
    "1000000,0", "1;2", "1 2", "1mm,2mm", "1.2.3,0", "--1,0", "1,2\n",
  ])
  func `anything else is no offset`(text: String) { #expect(Offset(text) == nil) }
}
