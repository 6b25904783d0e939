import Pinyin
import Testing

@Suite struct `Searching by badge and digits` {
  var index = SearchIndex()

  init() {
    index.append(name: "王芳", badge: "F07", number: "QD-000123", lastFour: "0007")
    index.append(name: "王强", badge: "M07", number: "QD-000007", lastFour: "1234")
    index.append(name: "李雷", badge: "M17", number: "QD-001230", lastFour: "0071")
    index.append(name: "马超", badge: "M112", number: "QD-000456", lastFour: nil)
  }

  func found(_ query: String) -> [Match] { index.search(query).best }

  @Test(arguments: ["M07", "m7", "男7", "男07", "Ｍ０７", "男 07", "m07号", "M007"])
  func `a badge is found by`(query: String) {
    #expect(found(query).first == Match(ordinal: 1, kind: .badge))
  }

  @Test func `a badge typed in part finds those that begin so`() {
    #expect(found("m1").map(\.ordinal) == [2, 3])
    #expect(found("m0").map(\.ordinal) == [1])
    #expect(found("f1").isEmpty)
  }

  @Test func `a number without a pool finds both badges`() {
    #expect(found("07").filter { $0.kind == .codePrefix }.map(\.ordinal) == [0, 1])
  }

  @Test func `the last four digits come first`() {
    #expect(found("0007").first == Match(ordinal: 0, kind: .lastFour))
    #expect(found("００７１").first == Match(ordinal: 2, kind: .lastFour))
    #expect(found("00").first == Match(ordinal: 0, kind: .codePrefix))
    #expect(found("234").map(\.kind) == [.codeInside])
  }

  @Test(arguments: ["QD-000456", "qd000456", "QD 000456", "456", "000456", "0456"])
  func `a member number is found by`(query: String) {
    #expect(found(query).first?.ordinal == 3)
  }

  @Test func `a number without its zeros is exact`() {
    #expect(found("123").first == Match(ordinal: 0, kind: .number))
    #expect(found("qd-000123").first == Match(ordinal: 0, kind: .number))
  }

  @Test func `a name and the last four digits tell namesakes apart`() {
    for query in ["王0007", "wang 0007", "wf0007", "王芳 0007"] {
      #expect(found(query) == [Match(ordinal: 0, kind: .nameAndLastFour)])
    }
    #expect(found("李0007").isEmpty)
  }

  @Test func `letters alone are a name, never a badge`() {
    #expect(found("m").map(\.ordinal) == [3])
  }

  @Test func `an entry without codes is found by its name only`() {
    var bare = SearchIndex()
    bare.append(name: "王芳", badge: "no badge", number: "", lastFour: "12")
    #expect(bare.search("12").total == 0)
    #expect(bare.search("0").total == 0)
    #expect(bare.search("15").total == 0)
    #expect(bare.search("wf").total == 1)
  }
}

@Suite struct `An index that follows changes` {
  @Test func `a replaced entry is found by what it says now`() {
    var index = index(of: ["王芳", "李雷"])
    index.replace(0, name: "阿卜杜拉·买买提", badge: "M03", number: "9", lastFour: "4321")
    #expect(index.search("wf").total == 0)
    #expect(index.search("abdl").best.map(\.ordinal) == [0])
    #expect(index.search("m3").best.map(\.ordinal) == [0])
    #expect(index.search("4321").best.map(\.ordinal) == [0])
    #expect(index.search("ll").best.map(\.ordinal) == [1])
    index.replace(0, name: "王芳")
    #expect(index.search("m3").total == 0)
    #expect(index.search("wf").best.map(\.ordinal) == [0])
  }

  @Test func `a removed entry is found by nothing`() {
    var index = index(of: ["王芳", "李雷"])
    index.replace(0, name: "王芳", badge: "M01", number: "77", lastFour: "1111")
    index.remove(0)
    for query in ["王芳", "w", "m1", "77", "1111", "1"] {
      #expect(index.search(query).total == 0)
    }
    #expect(index.append(name: "王芳") == 2)
  }

  @Test func `thousands of changes leave no more behind than is of use`() {
    var index = index(of: Array(repeating: "王芳", count: 2_000))
    for round in 0..<20 {
      for ordinal in 0..<2_000 {
        index.replace(
          ordinal, name: String(repeating: "买", count: 2 + (round + ordinal) % 5),
          number: String(repeating: "7", count: (round * ordinal) % 9))
      }
    }
    #expect(index.search("买").total == 2_000)
    #expect(index.search("买买买买买买").total == 400)
    #expect(index.byteCount < 400_000)
  }
}

@Suite struct `Emphasis in a name` {
  @Test(arguments: [
    ("wang", "王志超", 0..<1), ("wz", "王志超", 0..<2), ("zc", "王志超", 1..<3),
    ("志超", "王志超", 1..<3), ("maiti", "阿卜杜拉·买买提", 6..<8),
    ("lamai", "阿卜杜拉·买买提", 3..<6), ("wf0007", "王芳", 0..<2), ("hong", "张𬭎", 1..<2),
  ]) func `shows the characters that were found`(query: String, name: String, range: Range<Int>) {
    #expect(Emphasis(query: query).range(in: name) == range)
  }

  @Test func `shows nothing where the name was not what matched`() {
    #expect(Emphasis(query: "0007").range(in: "王芳") == nil)
    #expect(Emphasis(query: "").range(in: "王芳") == nil)
    #expect(Emphasis(query: "wf").range(in: "") == nil)
  }
}
