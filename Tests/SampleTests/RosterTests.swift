import Pinyin
import Testing

@testable import Sample

@Suite struct `The sample roster` {
  let workers = SampleRoster.workers()

  @Test func `is the same for the same seed and another for another`() {
    #expect(SampleRoster.workers(50) == Array(workers.prefix(50)))
    #expect(SampleRoster.workers(50, seed: 1) != Array(workers.prefix(50)))
  }

  @Test func `numbers and phones are all different, and no phone is anybody's`() {
    #expect(Set(workers.map(\.number)).count == 600)
    #expect(Set(workers.map(\.phone)).count == 600)
    for worker in workers {
      #expect(worker.phone.count == 11 && worker.phone.hasPrefix("154"))
      #expect(worker.phone.allSatisfy { $0.isASCII && $0.isNumber })
    }
  }

  @Test func `some phones end in the same four digits`() {
    #expect(Set(workers.map(\.lastFour)).count < 600)
  }

  @Test func `every employer is marked as made up`() {
    #expect(workers.allSatisfy { $0.employer.hasSuffix("（样例）") })
  }

  @Test func `two people share name, sex and year of birth, not the employer`() {
    let namesakes = workers.filter { $0.name == "张伟" && $0.birthYear == 1995 && $0.sex == .man }
    #expect(namesakes.count >= 2)
    #expect(namesakes.first?.employer != namesakes.dropFirst().first?.employer)
  }

  @Test(arguments: HardNames.all.map(\.name)) func `it has`(name: String) {
    #expect(workers.contains { $0.name == name })
  }

  @Test func `every name can be read and found`() {
    var index = SearchIndex(capacity: workers.count)
    for worker in workers {
      index.append(name: worker.name, number: worker.number, lastFour: worker.lastFour)
    }
    for (ordinal, worker) in workers.enumerated() {
      let typed = Reading.ofName(worker.name).joined()
      #expect(index.search(typed).best.contains { $0.ordinal == ordinal && $0.kind.isExact })
    }
  }

  @Test func `ages, heights and weights are those of people`() {
    for worker in workers {
      #expect(1981...2003 ~= worker.birthYear)
      #expect(1...12 ~= worker.birthMonth)
      #expect(145...205 ~= worker.height)
      #expect(35...125 ~= worker.weight)
      #expect(2_800...30_000 ~= worker.income)
    }
  }

  @Test func `every row has a cell for each column`() {
    #expect(workers.allSatisfy { $0.cells.count == SampleWorker.columns.count })
    #expect(workers.contains { $0.introduction.contains("\n") })
    #expect(workers.contains { $0.introduction.contains("\"") })
  }

  @Test func `the union of every worker is in the tree, parents first`() {
    let rows = SampleRoster.unionsCSV().split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    var known: Set<String> = [""]
    for row in rows.dropFirst() {
      #expect(row.count == 3 && known.contains(row[2]), "\(row)")
      known.insert(row[0])
    }
    #expect(known.count == rows.count)
    #expect(workers.allSatisfy { known.contains($0.union) })
  }
}

@Suite struct `Values separated by commas` {
  @Test func `commas, quotes and line ends are quoted`() {
    let text = CSV.text(
      head: ["a", "b"], rows: [["1,2", "say \"x\""], ["two\nlines", ""], ["\r\n", "王"]])
    #expect(text == "a,b\r\n\"1,2\",\"say \"\"x\"\"\"\r\n\"two\nlines\",\r\n\"\r\n\",王\r\n")
  }
}

@Suite struct `Dice` {
  @Test func `follow the published sequence`() {
    var dice = Sample.Dice(seed: 1_234_567)
    let first = (0..<3).map { _ in dice.next() }
    #expect(
      first == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
  }

  @Test func `stay inside their bounds`() {
    var dice = Sample.Dice(seed: 3)
    for _ in 0..<1_000 {
      #expect(0..<7 ~= dice.below(7))
      #expect(2...4 ~= dice.number(in: 2...4))
      #expect(0..<1 ~= dice.unit())
      #expect(abs(dice.normal()) <= 6)
    }
    #expect(dice.below(1) == 0)
  }
}
