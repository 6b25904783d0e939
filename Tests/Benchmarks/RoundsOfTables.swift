import Foundation
import Matchmaking
import Sample

/// Rounds by the best meetings beside HiGHS on the same weights, and topic tables beside a genetic search.
enum RoundsOfTables {
  private static let rounds = 12

  static func run(_ ground: Ground) throws {
    try best(150, under: 0.5, runs: 15, in: ground.folder)
    try best(1_000, under: 0.2, runs: 3, in: ground.folder)
    leaver()
    topics()
  }

  /// Some people are liked by many, as it is.
  private static func weights(_ people: Int) -> [Int] {
    var dice = Dice(seed: 5)
    let men = (0..<people).map { _ in dice.below(300) }
    let women = (0..<people).map { _ in dice.below(300) }
    return (0..<people * people).map { place in
      men[place / people] + women[place % people] + dice.below(400)
    }
  }

  private static func twoPools(_ people: Int) -> [Badge] {
    (1...people).map { Badge(.men, $0) } + (1...people).map { Badge(.women, $0) }
  }

  private static func plan(_ task: RoundsTask, _ weights: [Int], _ people: Int) -> RoundsPlan {
    RoundsPlan.make(task) { weights[($0.number - 1) * people + $1.number - 1] }
  }

  private static func best(
    _ people: Int, under limit: Double, runs: Int, in folder: String
  ) throws {
    let weights = weights(people)
    let task = RoundsTask(people: twoPools(people), rounds: rounds)
    var samples = Samples()
    var report: RoundsReport?
    for _ in 0..<runs {
      let (time, plan) = spent { Self.plan(task, weights, people) }
      samples.add(time)
      report = plan.report
    }
    let name = "best for \(people) + \(people), \(rounds) rounds"
    guard let report else { return }
    guard let peer = try highs(weights, people, in: folder) else {
      Report.note(name, samples.text)
      return Report.peer("HiGHS: peer missing", "pip install highspy")
    }
    guard report.isOptimal, report.totalFit == peer.total else {
      throw BenchFailure("\(name): \(report.totalFit), HiGHS has \(peer.total)")
    }
    Report.figure(
      name + ", of HiGHS's time", samples.median / peer.time, under: limit, "×",
      samples.text + ", with rounds and tables")
    Report.peer(
      "HiGHS, the choice of meetings alone",
      "\(Report.number(peer.time)) ms, the same total \(peer.total)")
  }

  /// The choice of meetings as a linear programme, whose corners are whole.
  private static func highs(
    _ weights: [Int], _ people: Int, in folder: String
  ) throws -> (total: Int, time: Double)? {
    let (input, output) = (folder + "/weights", folder + "/highs")
    let text = weights.map { "\($0)" }.joined(separator: " ")
    try "\(people) \(rounds)\n\(text)".write(toFile: input, atomically: true, encoding: .utf8)
    try? FileManager.default.removeItem(atPath: output)
    let child = try Child.run(["/usr/bin/env", "python3", "-c", programme, input, output])
    guard child.status == 0 else { return nil }
    let words = try String(contentsOfFile: output, encoding: .utf8).split(separator: " ")
    guard words.count == 2, let total = Int(words[0]), let time = Double(words[1]) else {
      return nil
    }
    return (total, time)
  }

  private static let programme = """
    import sys, time, numpy, highspy
    with open(sys.argv[1]) as file:
        people, rounds = map(int, file.readline().split())
        weights = numpy.array(file.read().split(), dtype=float)
    pairs = people * people
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = pairs, 2 * people
    model.sense_ = highspy.ObjSense.kMaximize
    model.col_cost_ = weights
    model.col_lower_, model.col_upper_ = numpy.zeros(pairs), numpy.ones(pairs)
    model.row_lower_ = model.row_upper_ = numpy.full(2 * people, float(rounds))
    model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    model.a_matrix_.start_ = numpy.arange(0, 2 * pairs + 1, 2, dtype=numpy.int32)
    index = numpy.empty(2 * pairs, dtype=numpy.int32)
    index[0::2] = numpy.repeat(numpy.arange(people), people)
    index[1::2] = people + numpy.tile(numpy.arange(people), people)
    model.a_matrix_.index_, model.a_matrix_.value_ = index, numpy.ones(2 * pairs)
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.passModel(model)
    start = time.perf_counter()
    solver.run()
    spent = 1000 * (time.perf_counter() - start)
    total = round(solver.getInfo().objective_function_value)
    open(sys.argv[2], "w").write(f"{total} {spent}")
    """

  private static func leaver() {
    let people = 150
    let weights = weights(people)
    var task = RoundsTask(people: twoPools(people), rounds: rounds)
    let first = Self.plan(task, weights, people)
    task.past = Array(first.rounds.prefix(rounds / 2))
    task.announced = Array(first.rounds.dropFirst(rounds / 2))
    task.rounds = rounds - rounds / 2
    var samples = Samples()
    var moved = 0
    for number in stride(from: 1, through: people, by: 10) {
      task.people = twoPools(people).filter { $0 != Badge(.men, number) }
      let (time, anew) = spent { Self.plan(task, weights, people) }
      samples.add(time)
      moved += RoundsChange.between(task.announced, and: anew.rounds, first: 7).count
    }
    Report.figure(
      "planning anew for one leaver of 150 + 150, worst", samples.worst, under: 200, "ms",
      samples.text + ", \(moved / samples.values.count) of 1,800 places change")
  }

  private static func topics() {
    let (people, size, rounds) = (300, 10, 8)
    let task = TopicsTask(people: twoPools(people / 2), rounds: rounds, size: size)
    var samples = Samples()
    var repeats = 0
    for _ in 0..<15 {
      let (time, plan) = spent { TopicsPlan.make(task) }
      samples.add(time)
      repeats = plan.report.repeats
    }
    Report.figure(
      "topic tables of 300 in 8 rounds", samples.worst, under: 100, "ms",
      samples.text + ", \(repeats) repeats")
    if repeats > 0 {
      Report.figure("topic tables of 300 in 8 rounds, repeats", Double(repeats), under: 1, "")
    }
    for time in [samples.worst, 1_000] {
      var golfers = GeneticTables(people: people, size: size)
      golfers.run(rounds: rounds, milliseconds: time)
      Report.peer(
        "good-enough-golfers' method in \(Report.number(time)) ms", "\(golfers.repeats) repeats")
    }
  }
}
