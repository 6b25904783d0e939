import Foundation
import Sample
import Store
import Pinyin
import Desk

/// What commands do with the big store; for information.
enum Commands {
  static func run(_ ground: Ground) throws {
    let store = try Ground.open(ground.store)
    var register = Samples()
    var backup = Samples()
    for _ in 0..<5 { register.add(try spent { try RegisterIndex(store) }.0) }
    for _ in 0..<3 {
      backup.add(try spent { try store.backUp(to: ground.folder + "/backup.sqlite") }.0)
    }
    let workers = SampleRoster.workers(Ground.members)
    var index = Samples()
    for _ in 0..<5 {
      index.add(
        spent {
          var index = SearchIndex(capacity: workers.count)
          for worker in workers {
            index.append(name: worker.name, number: worker.number, lastFour: worker.lastFour)
          }
          return index
        }.0)
    }
    Report.note("pinyin index of 103,986 names", index.text)
    Report.note("the same, read from the store", register.text)
    Report.note("backup of the store", backup.text)
  }
}
