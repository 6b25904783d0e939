import Canvas
import Matchmaking
import Pinyin
import Screens
import Testing
import Wording

@Suite struct `A desk that is one table at the door` {
  private func hall(
    tables: String? = "FLS", language: Language = .chinese, size: Size = Size(columns: 80, rows: 24)
  ) -> Hall {
    var evening = SampleEvening.evening()
    evening.event.details.doorTables = tables.flatMap { DoorTables($0) }
    var hall = Hall(evening, language: language, size: size)
    _ = hall.asked()
    return hall
  }

  /// Somebody of a table who has not come.
  private func guest(of table: Int, _ hall: Hall) -> Guest? {
    hall.evening.guests.first { guest in
      guest.registration.status == .registered
        && hall.evening.event.details.doorTables?.table(of: Initial(of: guest.name)) == table
    }
  }

  /// Chooses the table by the dialogue.
  private func stand(at table: Int, _ hall: inout Hall) {
    hall.press(.alt("t"))
    hall.press(.tab)
    for _ in 0..<table { hall.press(.right) }
    hall.press(.f2)
  }

  @Test func `shows its letters and its counts in the head, on every tab`() throws {
    var hall = hall()
    stand(at: 2, &hall)
    #expect(hall.changes().isEmpty)
    let tables = try #require(DoorTables("FLS"))
    let count = DoorTally(tables, of: hall.evening, initial: Initial.init(of:)).counts[1]
    #expect(count.expected > 0 && hall.shows("签到桌 2 G-L \(count.arrived)/\(count.expected)"))
    let guest = try #require(self.guest(of: 2, hall))
    hall.type(guest.number)
    hall.press(.enter)
    #expect(hall.shows("签到桌 2 G-L \(count.arrived + 1)/\(count.expected)"))
    hall.press(.f9)
    #expect(hall.shows("签到桌 2 G-L \(count.arrived)/\(count.expected)"))
    hall.press(.alt("1"))
    #expect(hall.shows("签到桌 2 G-L"))
    hall.press(.alt("t"))
    hall.press(.tab)
    hall.press(.left, .left)
    hall.press(.f2)
    #expect(!hall.shows("签到桌 2"))
  }

  @Test(arguments: [Language.chinese, .english])
  func `a guest of another table is told and let in all the same`(language: Language) throws {
    var hall = hall(language: language)
    stand(at: 1, &hall)
    let guest = try #require(self.guest(of: 3, hall))
    hall.type(guest.number)
    let told = language == .chinese ? "签到桌 3（M-S）" : "door table 3 (M-S)"
    #expect(hall.shows(told))
    hall.press(.enter)
    #expect(hall.evening.guest(guest.id)?.registration.status == .checkedIn)
    // Also where a scan acted before anybody could read it.
    #expect(hall.shows(told))
    let own = try #require(self.guest(of: 1, hall))
    hall.type(own.number)
    hall.press(.enter)
    #expect(!hall.shows(told) && hall.evening.guest(own.id)?.isHere == true)
  }

  @Test func `the card names everybody's table`() throws {
    var hall = hall(size: Size(columns: 140, rows: 40))
    let guest = try #require(self.guest(of: 4, hall))
    hall.type(guest.number)
    let size = Size(columns: 140, rows: 40)
    #expect(hall.shows("签到桌", size) && hall.shows("4（T-Z 及其他）", size))
    hall = self.hall(tables: nil, size: size)
    hall.type(guest.number)
    #expect(!hall.shows("签到桌", size))
  }

  @Test
  func `the door is split by the dialogue, evenly, and the split stays while people register`()
    throws
  {
    var hall = hall(tables: nil)
    hall.press(.alt("t"))
    hall.press(.backspace)
    hall.type("3")
    hall.press(.tab)
    hall.press(.right)
    hall.press(.f2)
    let wanted = DoorTables(
      splitting: hall.evening.expected(by: Initial.init(of:)), into: 3)
    #expect(hall.evening.event.details.doorTables == wanted)
    #expect(hall.shows("签到桌 1 \(wanted.letters(of: 1)) "))
    // The same number again leaves them as they are.
    hall.press(.alt("t"))
    _ = hall.asked()
    hall.press(.f2)
    #expect(hall.changes().isEmpty)
    hall.press(.alt("t"))
    hall.press(.backspace)
    hall.type("1")
    hall.press(.f2)
    #expect(hall.evening.event.details.doorTables == nil && !hall.shows("签到桌 1"))
  }

  @Test(arguments: ["0", "13", "x", "-2", "3.5", "", "999999999999999999999"])
  func `another number of tables is told`(typed: String) {
    var hall = hall()
    hall.press(.alt("t"))
    hall.press(.backspace)
    hall.type(typed)
    hall.press(.f2)
    #expect(hall.shows("请写 1 到 12") && hall.changes().isEmpty)
  }

  @Test func `a table that another desk took away is shown no more`() {
    var hall = hall()
    stand(at: 4, &hall)
    var event = hall.evening.event
    event.details.doorTables = DoorTables("M")
    hall.send(.eveningChanged(EveningChange(event: event)))
    #expect(!hall.shows("签到桌 4"))
    event.details.doorTables = DoorTables("FLS")
    hall.send(.eveningChanged(EveningChange(event: event)))
    #expect(hall.shows("签到桌 4 T-Z"))
  }

  @Test(arguments: [Size(columns: 40, rows: 12), Size(columns: 200, rows: 60)])
  func `fits into any window`(size: Size) {
    var hall = hall(size: size)
    hall.press(.alt("t"))
    #expect(hall.shows("签到分桌", size))
    hall.press(.escape)
    stand(at: 2, &hall)
    #expect(hall.shows("签到桌 2", size))
  }
}

extension Guest {
  fileprivate var isHere: Bool { registration.status == .checkedIn }
}
