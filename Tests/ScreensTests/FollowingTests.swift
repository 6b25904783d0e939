import Canvas
import Matchmaking
import Screens
import Testing
import Wording

@Suite struct `What another desk does` {
  private static let size = Size(columns: 80, rows: 24)

  /// Another desk checks somebody in.
  private func arrival(_ hall: Hall, _ index: Int = 99) -> EveningChange? {
    guard var guest = hall.evening.guest(SampleEvening.registration(index)) else { return nil }
    guest.registration.status = .checkedIn
    guest.registration.arrival = Arrival(at: SampleEvening.doors, station: "B")
    return EveningChange(event: hall.evening.event, guests: [guest])
  }

  @Test func `shows at the door at once, in the list and in the counts`() throws {
    var hall = Hall()
    hall.type("1100")
    #expect(hall.shows("已报名"))
    let change = try #require(arrival(hall))
    hall.send(.eveningChanged(change))
    #expect(hall.shows("已签到 18:30 B台"))
    #expect(hall.shows("44/60"))
  }

  @Test func `shows at the door after the evening was read anew`() throws {
    var hall = Hall()
    hall.type("1100")
    var evening = hall.evening
    let change = try #require(arrival(hall))
    for guest in change.guests { evening.take(guest) }
    hall.send(.evening(evening, SampleEvening.index(of: evening)))
    #expect(hall.shows("已签到 18:30 B台"))
    // Whoever was being looked for is still looked for.
    #expect(hall.shows("1100"))
  }

  @Test func `of an evening that is not open changes nothing`() throws {
    var hall = Hall()
    hall.type("1100")
    var change = try #require(arrival(hall))
    change.event = Event(
      id: EventID(high: 9, low: 9), code: "other", title: "另一场", date: SampleEvening.today)
    hall.send(.eveningChanged(change))
    #expect(hall.shows("已报名"))
  }

  @Test(arguments: [true, false])
  func `shows in the form of a walk-in that lies open`(isWhole: Bool) throws {
    var hall = Scene.walkInNamesake.hall(.chinese, Self.size)
    let before = hall.rows()
    // Everybody comes in elsewhere.
    var evening = hall.evening
    var guests: [Guest] = []
    for var guest in evening.guests where guest.registration.status != .checkedIn {
      guest.registration.status = .checkedIn
      guest.registration.arrival = Arrival(at: SampleEvening.doors, station: "B")
      guests.append(guest)
      evening.take(guest)
    }
    if isWhole {
      hall.send(.evening(evening, SampleEvening.index(of: evening)))
    } else {
      hall.send(.eveningChanged(EveningChange(event: evening.event, guests: guests)))
    }
    #expect(hall.rows() != before)
    #expect(hall.rows().filter { $0.contains("│") }.joined().contains("已签到"))
  }

  @Test func `takes the open event away, with every dialogue on it`() {
    for scene in [Scene.walkIn, .badge, .closing, .absentees, .registering, .doorSearch] {
      var hall = scene.hall(.chinese, Self.size)
      let dialogue = hall.rows().first { $0.contains("┌─") }
      #expect((dialogue != nil) == (scene != .doorSearch))
      _ = hall.asked()
      hall.send(.eveningGone)
      let rows = hall.rows()
      #expect(!rows.contains { $0.contains("┌") }, "\(scene)")
      #expect(!rows[0].contains("七夕"), "\(scene)")
      #expect(hall.questions().contains(.loadEvents), "\(scene)")
    }
  }

  @Test func `is asked for whenever the list of events or members is gone to`() {
    var hall = Hall()
    _ = hall.asked()
    hall.press(.alt("2"))
    #expect(hall.questions().contains(.loadEvents))
    hall.press(.alt("1"))
    #expect(hall.questions().contains { if case .browse = $0 { true } else { false } })
    hall.press(.alt("3"))
    _ = hall.asked()
    hall.press(.backTab)
    #expect(hall.questions().contains(.loadEvents))
  }

  @Test func `in the register is read while the register is seen, and only then`() {
    var hall = Hall(tab: .members)
    _ = hall.asked()
    hall.send(.registerChanged)
    #expect(!hall.asked().isEmpty)
    var door = Hall()
    _ = door.asked()
    door.send(.registerChanged)
    #expect(door.asked().isEmpty)
  }

  @Test func `of a thousand keys that wait the first thousand count`() {
    var hall = Hall()
    hall.isSlow = true
    hall.type("1100")
    hall.press(.enter)
    for _ in 0..<999 { hall.press(.end) }
    hall.type("王")
    hall.type("志")
    hall.isSlow = false
    hall.carryOut()
    #expect(hall.rows()[3].contains("王"))
    #expect(!hall.rows()[3].contains("王志"))
  }
}
