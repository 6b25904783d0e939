import Testing

@Suite struct `Finding people by command` {
  let home: Home

  init() throws {
    home = try Home()
    for (number, name, phone) in [
      ("N1", "Yvonne", "15400000001"), ("N2", "Jürgen Groß", "15400000002"), ("N3", "Sylvia", ""),
      ("N4", "Ольга", ""), ("N5", "贠晓明", ""), ("N6", "谌晓明", ""), ("N7", "王志超", "15400000007"),
    ] {
      try home.run(
        ["member", "add", "--name", name, "--sex", "M", "--number", number]
          + (phone.isEmpty ? [] : ["--phone", phone]))
    }
    try home.run("event", "create", "QX", "--title", "x", "--date", "2026-08-19", "--pools", "one")
    try home.run("event", "register", "QX", "N1", "N2", "N4", "N7")
  }

  @Test(arguments: [
    ("Yvonne", "N1"), ("yvonne", "N1"), ("Jürgen", "N2"), ("jurgen", "N2"), ("juergen", "N2"),
    ("JÜRGEN", "N2"), ("gross", "N2"), ("Sylvia", "N3"), ("ольга", "N4"), ("yunxiaoming", "N5"),
    ("yxm", "N5"), ("shenxiaoming", "N6"), ("chenxiaoming", "N6"), ("0001", "N1"),
    ("15400000001", "N1"), ("154 0000 0001", "N1"), ("154-0000-0001", "N1"),
    ("+8615400000001", "N1"), ("+86 154 0000 0001", "N1"), ("008615400000001", "N1"),
    ("１５４０００００００１", "N1"),
  ])
  func `the search finds`(query: String, number: String) throws {
    let ran = try home.run("search", query, "--format", "csv")
    #expect(ran.status == 0)
    #expect(ran.lines.dropFirst().first?.hasPrefix(number + ",") == true, "\(ran.output)")
    #expect(ran.errors.isEmpty, "\(ran.errors)")
  }

  @Test(arguments: ["15400000099", "154 0000 0099", "+8615400000099"])
  func `nobody has another phone`(query: String) throws {
    #expect(try home.run("search", query).status == 1)
  }

  @Test(arguments: [
    ("yvonne", "N1"), ("JURGEN GROSS", "N2"), ("juergen gross", "N2"), ("ОЛЬГА", "N4"),
    ("154 0000 0002", "N2"), ("+8615400000007", "N7"), ("008615400000007", "N7"),
    ("wangzhichao", "N7"),
  ])
  func `the door finds`(who: String, number: String) throws {
    let ran = try home.run("checkin", "QX", who, "--format", "csv")
    #expect(ran.status == 0, "\(ran.errors)")
    #expect(ran.lines.last?.contains(",\(number),") == true)
  }

  /// Only one is called so: a beginning of the name is not the name.
  @Test(arguments: ["王", "王志", "wang", "wzc", "志超", "Yv", "Jürgen", "154"])
  func `nobody is checked in by a part of a name`(who: String) throws {
    let ran = try home.run("checkin", "QX", who)
    #expect(ran.status == 1 && ran.errors.hasPrefix("nobody found for "), "\(ran.errors)")
  }

  @Test(arguments: ["YVONNE", "jurgen gross", "Jürgen-Groß", "154 0000 0007"])
  func `a list names people in other letters too`(who: String) throws {
    try home.run("event", "create", "Q2", "--title", "x", "--date", "2026-08-19")
    try home.write("member\n\(who)\n", to: "list.csv")
    let ran = try home.run("event", "register", "Q2", "--from", "list.csv")
    #expect(ran.status == 0, "\(ran.errors)")
  }
}

@Suite struct `A mistyped command` {
  @Test(arguments: [
    (["chekin", "QX"], "checkin"), (["checkn"], "checkin"),
    (["chcekin", "QX", "--all"], "checkin"),
    (["check"], "checkin"), (["CheckIn"], "checkin"), (["serach", "x"], "search"),
    (["pair", "QX"], "pairs"), (["members"], "member"), (["evnet", "list"], "event"),
    (["event", "creat"], "event create"), (["event", "lst"], "event list"),
    (["ballot", "ad", "QX"], "ballot add"), (["store", "bakup"], "store backup"),
    (["member", "improt", "x"], "member import"), (["import", "x.csv"], "member import"),
    (["register", "QX"], "event register"), (["unod"], "undo"), (["stroe", "path"], "store"),
  ])
  func `is named with the nearest`(words: [String], meant: String) throws {
    let home = try Home()
    for (language, asks) in [("en", "did you mean "), ("zh", "是不是 ")] {
      let ran = try home.begin(words, changes: ["QUEQIAO_LANG": language]).end()
      #expect(ran.status == 64 && ran.output.isEmpty)
      #expect(ran.errors.contains(asks + meant), "\(ran.errors)")
    }
  }

  @Test(arguments: [["xyzzy"], ["event", "xyzzy"], ["中文"], ["-"], ["123"]])
  func `that resembles none is said to be none`(words: [String]) throws {
    let home = try Home()
    let ran = try home.begin(words).end()
    #expect(ran.status == 64 && !ran.errors.isEmpty && !ran.errors.contains("did you mean"))
  }

  @Test(arguments: [
    ["help", "checkin"], ["checkin", "--help"], ["event"], ["help"], ["--version"],
  ])
  func `is none of these`(words: [String]) throws {
    let home = try Home()
    #expect(try home.begin(words).end().status == 0)
  }
}
