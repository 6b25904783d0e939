import Foundation
import Testing

@Suite struct `The tables at the door, by commands` {
  let home: Home

  init() throws {
    home = try Home()
    try home.run("event", "create", "QX", "--title", "七夕", "--date", "2026-12-05")
    let names = [
      "陈静", "单雄信", "仇丽", "王芳", "王芳", "欧阳娜娜", "尉迟恭", "阿卜杜拉·买买提", "Łukasz", "Ольга", "𠮷田", "吕伟",
    ]
    var rows = ["number,name,sex"]
    for (place, name) in names.enumerated() {
      rows.append("\(100 + place),\(name),\(place.isMultiple(of: 2) ? "F" : "M")")
    }
    try home.write(rows.joined(separator: "\n"), to: "r.csv")
    try home.run("member", "import", "r.csv")
    try home.run(["event", "register", "QX"] + names.indices.map { "\(100 + $0)" })
  }

  private func table(_ words: String...) throws -> [String] {
    try home.begin(["event", "tables", "QX", "--format", "csv"] + words).end().lines
  }

  @Test func `are split evenly, kept, and taken away`() throws {
    let none = try home.run("event", "tables", "QX")
    #expect(none.status == 1 && none.errors.contains("--tables N"))
    let split = try table("--tables", "3")
    #expect(split == ["table,initials,expected,arrived", "1,A-P,5,0", "2,Q-X,4,0", "3,Y-Z,3,0"])
    try home.run("checkin", "QX", "103")
    #expect(try table()[2] == "2,Q-X,4,1")
    try home.run("member", "add", "--number", "200", "--name", "白灵", "--sex", "F")
    try home.run("event", "register", "QX", "200")
    #expect(try table()[1] == "1,A-P,6,0")
    try home.run("undo")
    try home.run("event", "edit", "QX", "--place", "金沙湾")
    #expect(try table() == [split[0], split[1], "2,Q-X,4,1", split[3]])
    try home.run("event", "copy", "QX", "QX2", "--date", "2026-12-06")
    #expect(try home.run("event", "tables", "QX2").status == 1)
    #expect(try table("--tables", "1").isEmpty)
    #expect(try home.run("event", "tables", "QX").status == 1)
    try home.run("undo")
    #expect(try table().count == 4)
  }

  @Test(arguments: ["0", "13", "-1", "x", "2.5"])
  func `other numbers are refused`(tables: String) throws {
    #expect(try home.run("event", "tables", "QX", "--tables", tables).status == 64)
  }

  @Test func `a desk is none of those there are not, and needs its event`() throws {
    #expect(try home.run("desk", "--table", "1").status == 64)
    try home.run("event", "close", "QX")
    let closed = try home.run("event", "tables", "QX", "--tables", "2")
    #expect(closed.status == 65 && closed.errors.hasPrefix("refused: already-closed"))
  }
}
