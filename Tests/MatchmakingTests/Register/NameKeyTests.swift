import Testing

@testable import Matchmaking

@Suite struct `Namesakes` {
  @Test(arguments: [
    ("Jürgen Groß", "JÜRGEN GROSS"), ("Jürgen", "Jurgen"), ("Müller", "Mueller"),
    ("Mueller", "müller"),
    ("Müller", "Muller"), ("Åse", "Aase"), ("Søren", "Soeren"), ("Zoë", "zoe"),
    ("Łukasz", "Lukasz"),
    ("José Ñúñez", "jose nunez"), ("Ольга", "ОЛЬГА"), ("Đặng", "dang"), ("Ｙｖｏｎｎｅ", "Yvonne"),
    ("Jean-Luc", "Jean Luc"), ("O’Brien", "O'BRIEN"), ("阿卜杜拉·买买提", "阿卜杜拉•买买提"),
    ("阿卜杜拉·买买提", "阿卜杜拉买买提"), ("王　芳", "王芳"), ("王 芳", "王芳"), ("Mary 王", "MARY王"),
    ("Ju\u{308}rgen", "Jürgen"), ("J. R. Smith", "JR Smith"), ("", ""),
  ])
  func `are one name, however it is written`(one: String, other: String) {
    #expect(one.isNamesake(of: other))
    #expect(other.isNamesake(of: one))
  }

  @Test(arguments: [
    ("王芳", "王方"), ("Müller", "Miller"), ("Yvonne", "Yuonne"), ("吕伟", "吕卫"), ("Ольга", "Olga"),
    ("Zoë", "Zo"),
    ("王芳", "王芳芳"), ("Muller", "Mueler"), ("张三", "張三"), ("Xu", "Xue"),
  ])
  func `are not two names`(one: String, other: String) {
    #expect(!one.isNamesake(of: other))
  }

  @Test(arguments: [
    "王芳", "阿卜杜拉·买买提", "Jürgen Groß", "Ольга", "𬭎", "", "王 芳", "Ｌｉ", "김민수", "\u{f929}",
  ])
  func `have the same bytes as a key`(name: String) {
    var key: [UInt8] = [7]
    var bytes = Array(name.utf8)
    bytes.withUnsafeMutableBufferPointer { NameKey.append(UnsafeBufferPointer($0), to: &key) }
    #expect(key == [7] + Array(NameKey(name).text.utf8))
  }
}
