import Foundation
import TestSupport
import Testing

@Suite struct `Whatever comes in` {
  let home: Home

  init() throws { home = try Home() }

  private static let prepared = Result {
    let home = try Home()
    try home.makeEvening(men: 1, women: 1)
    return home
  }

  static let texts = [
    "\u{1b}[31mred", "\u{7}\u{8}bell", "a\u{202e}b", "\u{200b}\u{feff}", "line\nline", "\t", "-",
    "'; DROP TABLE member", "$(reboot)", "%s%n", "\u{10ffff}", "e\u{301}\u{301}\u{301}",
    String(repeating: "鹊", count: 40_000), "--", "",
  ]

  @Test(arguments: texts)
  func `no argument drives the terminal or stops the program`(text: String) throws {
    let home = try Home(copyOf: Self.prepared.get())
    for words in [
      ["search", text], ["member", "show", text], ["event", "show", text],
      ["checkin", "QX", "--undo=\(text)"], ["checkin", "QX", "--left=\(text)"],
      ["ballot", "add", "QX", text], ["pairs", text], ["event", "register", "QX", text],
      ["event", "create", text, "--title=\(text)", "--date=2026-08-19"],
      ["event", "create", "Q\(text.count)", "--title=\(text)", "--date=2026-08-19"],
      ["event", "create", "QQ", "--title=x", "--date=\(text)"], ["store", "restore", text],
      ["--lang", text, "event", "list"], ["event", "list"],
    ] {
      let ran = try home.begin(words).end()
      #expect([0, 1, 64, 65, 66, 74].contains(ran.status), "\(words[0]) \(ran.errors.prefix(300))")
      for scalar in (ran.output + ran.errors).unicodeScalars where scalar != "\n" && scalar != "\t"
      {
        let isHarmful = scalar.value < 0x20 || scalar.value == 0x7f || scalar == "\u{202e}"
        #expect(!isHarmful, "\(words.first ?? "") said \(scalar.value)")
        if isHarmful { return }
      }
    }
  }

  @Test func `an argument that is no UTF-8 is not found`() throws {
    let ran = try home.shell("queqiao search $'\\xff\\xfe\\xc3' ; queqiao event show $'\\xd6\\xd0'")
    #expect(ran.status == 1)
  }

  @Test func `lists that are no lists are refused whole`() throws {
    try home.makeEvening(men: 1, women: 1)
    for bytes in [
      "\\x00\\x01\\x02\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00", "PK\\x03\\x04zip", "",
    ] {
      let ran = try home.shell("printf '\(bytes)' | queqiao checkin QX --from -")
      #expect(ran.status == 65 && ran.errors.hasPrefix("refused: "), "\(ran.errors)")
    }
  }

  @Test func `a list by name takes line ends of any kind and a byte-order mark`() throws {
    try home.makeEvening(men: 4, women: 0)
    let ran = try home.shell(
      "printf '\\xef\\xbb\\xbfT1000\\r\\n\\r\\nT1001\\rT1002\\n\\n  T1003' "
        + "| queqiao checkin QX --from - --format csv")
    #expect(ran.status == 0 && ran.lines.count == 5, "\(ran.errors)")
  }

  @Test func `a reader that had enough ends a list, and stops the door`() throws {
    try home.makeEvening(men: 300, women: 0)
    let list = try home.shell(
      "set -o pipefail; queqiao member list --format csv | head -1")
    #expect(list.status == 0 && list.lines.count == 1)
    // All it has to say fits into a pipe: so it goes on only when the reader is gone.
    let door = try home.shell(
      """
      set -o pipefail
      { printf 'T1000\nT1001\n'; while [ ! -e gone ]; do sleep 0.05; done; printf 'T1002\nT1003\n'; } \
        | queqiao checkin QX --from - --format csv | { head -3 >/dev/null; exec <&-; touch gone; }
      """)
    #expect(door.status == 74 && door.errors.contains("cannot write the results"))
    // Who was told is in, and after the one that could not be told nobody comes.
    let isIn = try home.run("checkin", "QX", "--list", "--format", "csv").lines.filter {
      $0.hasSuffix(",checked_in")
    }
    #expect(["T1000", "T1001"].allSatisfy { number in isIn.contains { $0.contains(number) } })
    #expect(!isIn.contains { $0.contains("T1003") })
    let closed = try home.shell("queqiao member list >&-")
    #expect(closed.status == 74)
    let full = try home.shell("queqiao member list >/dev/full")
    #expect(full.status == 74 && full.errors.contains("the disk is full"))
  }

  @Test func `a file that may not grow is said to be full, and what was saved is there`() throws {
    try home.makeEvening(men: 60, women: 0)
    let size = try #require(
      try FileManager.default.attributesOfItem(atPath: home.store)[.size] as? Int)
    let ran = try home.shell(
      "ulimit -f \(size / 1024 + 40); seq 1000 1059 | sed s/^/T/ "
        + "| queqiao checkin QX --from - --format csv")
    #expect(ran.status == 74 && ran.errors.contains("the disk is full"), "\(ran.errors)")
    let printed = ran.lines.dropFirst()
    let kept = Set(try home.run("checkin", "QX", "--list", "--format", "csv").lines)
    #expect(printed.allSatisfy(kept.contains))
    #expect(try home.run("checkin", "QX", "--all").status == 0)
  }

  @Test(.enabled(if: SmallDisk.way != nil, "no small disk can be mounted here"))
  func `a full disk is said, and once there is room all goes on`() throws {
    try home.write(
      """
      set -e
      mkdir disk
      mount -t tmpfs -o size=1400k tmpfs disk
      trap 'umount -l disk' EXIT
      set +e
      export QUEQIAO_STORE=disk/store.sqlite
      queqiao() { "$PROGRAM" "$@"; }
      queqiao event create QX --title x --date 2026-08-19 >/dev/null
      head -c 2000k /dev/zero > disk/filler 2>/dev/null
      { echo 编号,姓名,性别; seq 4000 | sed 's/.*/Z&,王&,男/'; } > big.csv
      queqiao member import big.csv; echo "status $?"
      queqiao --store other.sqlite member import big.csv 2>/dev/null
      queqiao --store other.sqlite bundle export --to other.bundle
      queqiao bundle merge other.bundle --format csv; echo "merged $?"
      rm disk/filler
      queqiao bundle conflicts; queqiao member list | head -3
      queqiao event list --format csv
      queqiao store verify; echo "status $?"
      """, to: "full.sh")
    let way = try #require(SmallDisk.way)
    let ran = try home.shell("PROGRAM='\(Home.program)' \(way)bash full.sh")
    #expect(ran.output.contains("status 74"), "\(ran.output) \(ran.errors)")
    #expect(ran.output.contains("merged 74"), "\(ran.output) \(ran.errors)")
    #expect(!ran.output.contains("Z1"))
    #expect(ran.errors.contains("the disk is full"))
    #expect(ran.output.contains("QX,x,"))
    #expect(ran.output.hasSuffix("ok\nstatus 0\n"))
  }

  @Test func `a damaged file is never a crash`() throws {
    try home.makeEvening(men: 30, women: 30)
    try home.run("checkin", "QX", "--all")
    try home.run("ballot", "add", "QX", "M01 1 2", "F01 1")
    let whole = try Data(contentsOf: URL(fileURLWithPath: home.store))
    var dice = Dice(seed: 7)
    for _ in 0..<10 {
      var bytes = whole
      for _ in 0..<40 { bytes[dice.roll(100...bytes.count - 1)] = UInt8(dice.roll(256)) }
      try bytes.write(to: URL(fileURLWithPath: home.folder + "/bad.sqlite"))
      for words in [
        ["event", "list"], ["checkin", "QX", "--list"], ["member", "list"], ["log"],
        ["pairs", "QX"], ["store", "verify"], ["search", "王"], ["undo"],
        ["checkin", "QX", "--left", "M02"],
      ] {
        let ran = try home.begin(words + ["--store", "bad.sqlite"]).end()
        #expect([0, 1, 65, 74].contains(ran.status), "\(words) \(ran.status) \(ran.errors)")
      }
    }
  }
}
