import Testing

/// What is asked of an event after its closing says that it is closed, and how to open it again.
@Suite struct `An event that is closed` {
  let home: Home

  init() throws {
    home = try Home()
    for (name, sex) in [("王芳", "F"), ("李强", "M"), ("赵敏", "F")] {
      try home.run("member", "add", "--name", name, "--sex", sex, "--birth", "1995-01-01")
    }
    try home.run("event", "create", "SP1", "--title", "春", "--date", "2026-11-27")
    try home.run("event", "register", "SP1", "王芳", "李强")
    try home.run("checkin", "SP1", "王芳", "李强")
    try home.run("ballot", "add", "SP1", "F1 1")
    try home.run("event", "close", "SP1")
  }

  private static let acts: [[String]] = [
    ["event", "register", "SP1", "赵敏"], ["event", "unregister", "SP1", "王芳"],
    ["event", "decline", "SP1", "王芳"], ["event", "badge", "SP1", "王芳", "F9"],
    ["checkin", "SP1", "王芳"], ["checkin", "SP1", "--undo", "王芳"],
    ["checkin", "SP1", "赵敏", "--walk-in"], ["ballot", "add", "SP1", "M1 1"],
    ["ballot", "add", "SP1", "F1 1", "--replace"], ["event", "close", "SP1"],
    ["event", "edit", "SP1", "--capacity", "5"], ["event", "edit", "SP1", "--rule", "best"],
    ["event", "edit", "SP1", "--pools", "one"], ["event", "remove", "SP1"],
  ]

  @Test(arguments: acts) func `refuses an act and says how to open it again`(act: [String]) throws {
    let before = try home.run("event", "show", "SP1", "--format", "json").output
    for (language, said) in [
      ("zh", ["已结束", "先撤销“结束互选”", "queqiao undo"]),
      ("en", ["closed", "undo the closing first", "queqiao undo"]),
    ] {
      let ran = try home.begin(["--lang", language] + act).end()
      #expect(ran.status == 65)
      for words in said { #expect(ran.errors.contains(words), "\(ran.errors)") }
      #expect(!ran.errors.contains("turned away") && !ran.errors.contains("未准入场"))
    }
    #expect(try home.run("event", "show", "SP1", "--format", "json").output == before)
  }

  @Test(arguments: acts.filter { $0[1] != "close" && $0 != ["event", "remove", "SP1"] })
  func `takes the closing back and is asked again`(act: [String]) throws {
    try home.run("undo")
    let ran = try home.begin(["--lang", "en"] + act).end()
    #expect(!ran.errors.contains("closed"), "\(ran.errors)")
  }

  @Test func `lets people go home, once`() throws {
    #expect(try home.begin(["checkin", "SP1", "--left", "王芳"]).end().status == 0)
    let again = try home.begin(["--lang", "en", "checkin", "SP1", "--left", "王芳"]).end()
    #expect(again.status == 65 && again.errors.contains("is not here: never checked in, or left"))
  }
}
