import Matchmaking
import TestWorkbooks
import Testing

@testable import Exchange

@Suite struct `Workbooks as programs write them` {
  @Test(arguments: WorkbookKind.all)
  func `come in the same, whoever wrote them`(_ kind: WorkbookKind) throws {
    var reader = try RosterReader(ByteSource(kind.bytes))
    var found: [RosterRow] = []
    while let row = try reader.next() { found.append(row) }
    #expect(reader.problems.isEmpty && found.allSatisfy(\.problems.isEmpty))
    #expect(found.map(\.number) == [2, 3, 4])
    for (index, one) in RosterSheet.people.enumerated() where index < found.count {
      let draft = MemberDraft(
        row: index + 2, name: one.name, sex: one.sex == "男" ? .man : .woman,
        birth: BirthDate(RosterSheet.births[index]), phone: PhoneNumber(one.phone),
        height: one.height, texts: one.note.isEmpty ? [:] : [.note: one.note])
      #expect(found[index].draft == draft)
    }
  }

  @Test func `there are many kinds, each its own`() {
    #expect(WorkbookKind.all.count >= 25)
    #expect(Set(WorkbookKind.all.map(\.name)).count == WorkbookKind.all.count)
    #expect(Set(WorkbookKind.all.map(\.bytes)).count >= WorkbookKind.all.count - 1)
  }
}
