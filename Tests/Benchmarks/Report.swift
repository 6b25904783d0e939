import Foundation

/// Many measurements of one thing, in milliseconds.
struct Samples {
  private(set) var values: [Double]

  init(_ values: [Double] = []) { self.values = values }

  mutating func add(_ value: Double) { values.append(value) }

  var median: Double { quantile(0.5) }
  var p99: Double { quantile(0.99) }
  var worst: Double { values.max() ?? .nan }

  /// The smallest value that this share of all does not exceed.
  func quantile(_ share: Double) -> Double {
    guard !values.isEmpty else { return .nan }
    let place = Int((share * Double(values.count)).rounded(.up)) - 1
    return values.sorted()[max(0, place)]
  }

  var text: String {
    "median \(Report.number(median)) ms  p99 \(Report.number(p99)) ms  "
      + "worst \(Report.number(worst)) ms  n \(values.count)"
  }
}

/// Prints figures beside their limits and keeps count of what falls short.
enum Report {
  nonisolated(unsafe) private(set) static var shortfalls: [String] = []  // One thread only.

  /// - Parameter limit: what `value` is to stay under.
  static func figure(
    _ name: String, _ value: Double, under limit: Double, _ unit: String, _ detail: String = ""
  ) {
    let isMet = value < limit
    if !isMet { shortfalls.append(name) }
    let verdict = isMet ? "meets      " : "FALLS SHORT"
    line("\(verdict) \(padded(name)) \(number(value)) \(unit), limit \(number(limit))", detail)
  }

  static func peer(_ name: String, _ detail: String) { line("  peer      \(padded(name))", detail) }

  static func note(_ name: String, _ detail: String) { line("            \(padded(name))", detail) }

  private static func line(_ text: String, _ detail: String) {
    print("  " + text + (detail.isEmpty ? "" : "  (\(detail))"))
    // Seen at once also where it goes into a pipe.
    fflush(nil)
  }

  static var summary: String {
    shortfalls.isEmpty
      ? "\neverything meets its limit"
      : "\nfalls short: " + shortfalls.joined(separator: "; ")
  }

  static func number(_ value: Double) -> String {
    value >= 100
      ? String(format: "%.0f", value)
      : value >= 10 ? String(format: "%.1f", value) : String(format: "%.3f", value)
  }

  private static func padded(_ name: String) -> String {
    name + String(repeating: " ", count: max(0, 46 - name.count))
  }
}

/// Milliseconds since some fixed moment, from the clock that never jumps.
func milliseconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
}

/// How long something takes, in milliseconds.
func spent<Value>(_ body: () throws -> Value) rethrows -> (Double, Value) {
  let start = milliseconds()
  let value = try body()
  return (milliseconds() - start, value)
}

struct BenchFailure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
