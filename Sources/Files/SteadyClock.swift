import Foundation

/// The machine's clock that nobody can set and that goes on while it sleeps.
public enum SteadyClock {
  /// Which start of the machine it counts from, and milliseconds; nil where the system tells no start.
  public static func reading() -> (boot: String, milliseconds: Int64)? {
    guard let boot else { return nil }
    var time = timespec()
    guard clock_gettime(clock, &time) == 0 else { return nil }
    return (boot, Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  #if canImport(Darwin)
    // On Apple's systems this one counts sleep, too.
    private static let clock = CLOCK_MONOTONIC_RAW
    private static let boot: String? = {
      var bytes = [CChar](repeating: 0, count: 64)
      var size = bytes.count
      guard sysctlbyname("kern.bootsessionuuid", &bytes, &size, nil, 0) == 0 else { return nil }
      return text(bytes)
    }()
  #else
    // Source: clock_gettime(2): as CLOCK_MONOTONIC, and it includes the time the system is suspended.
    private static let clock = CLOCK_BOOTTIME
    private static let boot: String? = {
      guard let file = fopen("/proc/sys/kernel/random/boot_id", "r") else { return nil }
      defer { fclose(file) }
      var bytes = [CChar](repeating: 0, count: 64)
      guard fgets(&bytes, Int32(bytes.count), file) != nil else { return nil }
      let line = text(bytes).trimmingCharacters(in: .whitespacesAndNewlines)
      return line.isEmpty ? nil : line
    }()
  #endif

  private static func text(_ bytes: [CChar]) -> String {
    String(decoding: bytes.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
