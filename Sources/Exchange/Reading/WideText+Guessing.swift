extension WideText {
  /// What the sample can be read as where no mark says it; nil where it is no such text.
  ///
  /// Judged by what comes out: the characters people write, with line ends or separators among them.
  /// Every one of those has a zero byte in it, so a sample without any is none. Zeros alone tell too
  /// little: 一 and 开 have one on the other side.
  init?(withoutMark sample: ArraySlice<UInt8>) {
    guard sample.contains(0) else { return nil }
    var best: (kind: WideText, sense: Sense)?
    for size in [2, 4] {
      for isBigEndian in [false, true] {
        let kind = WideText(size: size, isBigEndian: isBigEndian)
        let sense = Sense(sample, read: kind)
        guard sense.isText else { continue }
        if best.map({ sense.share < $0.sense.share }) ?? true { best = (kind, sense) }
      }
    }
    guard let best else { return nil }
    self = best.kind
  }

  /// How much sense bytes make as units.
  private struct Sense {
    private var units = 0
    /// Line ends and what stands between cells.
    private var marks = 0
    /// Units that nobody writes.
    private var odd = 0

    /// Of the units that nobody writes.
    var share: Double { Double(odd) / Double(max(1, units)) }
    var isText: Bool { marks > 0 && odd * 20 <= units }

    init(_ sample: ArraySlice<UInt8>, read kind: WideText) {
      let bytes = sample.span
      var isHigh = false
      var at = 0
      while at + kind.size <= bytes.count {
        let unit = kind.unit(bytes, at: at)
        at += kind.size
        units += 1
        switch unit {
        case 0x0a, 0x0d, 0x09, 0x2c, 0x3b, 0x7c: marks += 1
        case 0xd800...0xdbff where kind.size == 2: if isHigh { odd += 1 }
        case 0xdc00...0xdfff where kind.size == 2: if !isHigh { odd += 1 }
        default: if !Sense.isWritten(unit) || isHigh { odd += 1 }
        }
        isHigh = kind.size == 2 && (0xd800...0xdbff).contains(unit)
      }
    }

    /// Letters of Europe, marks and signs, and what Chinese, Japanese and Korean are written with.
    private static func isWritten(_ unit: UInt32) -> Bool {
      switch unit {
      case 0x20...0x7e, 0xa0...0x24f, 0x370...0x52f, 0x2010...0x2049, 0x20a0...0x27bf,
        0x2e80...0x33ff,
        0x3400...0x4dbf, 0x4e00...0x9fff, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe10...0xfe6f,
        0xff00...0xffef, 0x1f000...0x1faff, 0x20000...0x3ffff, 0xfeff:
        true
      default: false
      }
    }
  }
}
