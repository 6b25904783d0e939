import Foundation
import Matchmaking
import Screens
import Store
import Testing

@testable import Desk

@Suite struct `The facts of the register at the desk` {
  private func book(_ members: [[MemberField: String]]) throws -> RegisterBook {
    let store = try Store.inMemory(
      context: StoreContext(
        station: "A", operatorName: "tester", now: { Timestamp(milliseconds: 1_790_000_000_000) },
        random: { UInt64.random(in: .min ... .max) }))
    for member in members { try store.addMember(member) }
    var book = RegisterBook()
    while try book.readOn(store) {}
    return book
  }

  /// A column of the list that is not kept would be sorted by nothing, without a word.
  @Test(arguments: ListColumn.all) func `hold what each column is sorted by`(column: ListColumn)
    throws
  {
    guard case .text(let text) = column else { return }
    let book = try book([[.name: "甲"], [.name: "乙", .text(text): "某处"], [.name: "丙"]])
    #expect(
      book.order(MemberSort(column), on: .fallback).map { book.facts.text(.name, of: Int($0)) }
        == ["乙", "甲", "丙"])
  }

  @Test(arguments: TextKind.allCases)
  func `offer what members say, but nobody's number`(kind: TextKind) throws {
    let book = try book([
      [.name: "甲", .text(kind.text): "跑步"], [.name: "乙", .text(kind.text): "13812345678"],
      [.name: "丙", .text(kind.text): "跑步"], [.name: "丁"],
    ])
    #expect(book.values(kind) == ["跑步"])
  }
}
