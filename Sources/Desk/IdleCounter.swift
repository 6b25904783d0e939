#if canImport(Glibc)
  import Glibc
#endif

/// Tells a file how many keys were taken, whenever all they asked for is done and drawn.
///
/// Tests wait for this instead of for a time.
struct IdleCounter {
  private let descriptor: Int32

  init?(path: String) {
    descriptor = open(path, O_CREAT | O_WRONLY | O_CLOEXEC, 0o600)
    if descriptor < 0 { return nil }
  }

  func report(keys: Int) {
    let digits = String(keys)
    let line = String(repeating: "0", count: max(0, 10 - digits.utf8.count)) + digits + "\n"
    _ = line.withCString { pwrite(descriptor, $0, 11, 0) }
  }
}
