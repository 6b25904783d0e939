import Foundation

/// The life of a process without a terminal, as the system counts it.
struct Child {
  let words: [String]
  let milliseconds: Double
  /// The most memory it had at a time.
  let megabytes: Double
  let status: Int32

  /// How long it took; only where it did what it should.
  func needed() throws -> Double {
    guard status == 0 else { throw BenchFailure("\(words.joined(separator: " ")): \(status)") }
    return milliseconds
  }

  static let word = "--child"

  /// The most memory a command needs, in megabytes.
  ///
  /// Started from a small process: Linux counts what the starting process had as the child's own
  /// (`exec_mmap` keeps the high-water mark), and ours has held a hundred thousand guests.
  static func memory(of words: [String], in folder: String) throws -> Double {
    let note = folder + "/memory"
    _ = try run([CommandLine.arguments[0], word, note] + words).needed()
    guard let megabytes = Double(try String(contentsOfFile: note, encoding: .utf8)) else {
      throw BenchFailure("no number in \(note)")
    }
    return megabytes
  }

  /// - Parameter words: the file for the number, and the command.
  static func runApart(_ words: [String]) throws {
    let child = try run(Array(words.dropFirst()))
    _ = try child.needed()
    try "\(child.megabytes)".write(toFile: words[0], atomically: true, encoding: .utf8)
  }

  /// By `posix_spawn` and `wait4`: Foundation's Process looks for the end every fifty milliseconds.
  static func run(_ words: [String], input: String = "/dev/null") throws -> Child {
    var files: posix_spawn_file_actions_t = .init()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    for descriptor: Int32 in 0...2 {
      posix_spawn_file_actions_addopen(
        &files, descriptor, descriptor == 0 ? input : "/dev/null",
        descriptor == 0 ? O_RDONLY : O_WRONLY, 0)
    }
    var arguments = words.map { strdup($0) } + [nil]
    var environment = ProcessInfo.processInfo.environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in arguments + environment { free(text) } }
    var child: pid_t = 0
    var status: Int32 = 0
    var usage = rusage()
    let (time, code) = spent {
      let code = posix_spawn(&child, words[0], &files, nil, &arguments, &environment)
      if code == 0 { while wait4(child, &status, 0, &usage) < 0, errno == EINTR {} }
      return code
    }
    guard code == 0 else { throw BenchFailure("\(words[0]): \(String(cString: strerror(code)))") }
    return Child(
      words: words, milliseconds: time, megabytes: Double(usage.ru_maxrss) / 1024,
      status: status & 0x7f == 0 ? status >> 8 & 0xff : -(status & 0x7f))
  }
}
