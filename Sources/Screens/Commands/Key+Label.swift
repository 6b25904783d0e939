public import Canvas

extension Key {
  /// As the line of keys and the manual show it: `F2`, `↵`, `Ctrl-R`.
  public func label(isPlain: Bool = false) -> String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let letter): "Ctrl-\(letter.uppercased())"
    case .alt(let character): "Alt-\(character)"
    case .named(let named): named.label(isPlain: isPlain)
    case .paste: "paste"
    case .mouse: "mouse"
    }
  }
}

extension Key.Named {
  func label(isPlain: Bool) -> String {
    switch self {
    case .enter: isPlain ? "Enter" : "↵"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .insert: "Ins"
    case .up: isPlain ? "Up" : "↑"
    case .down: isPlain ? "Down" : "↓"
    case .left: isPlain ? "Left" : "←"
    case .right: isPlain ? "Right" : "→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .f1, .f2, .f3, .f4, .f5, .f6, .f7, .f8, .f9, .f10, .f11, .f12: rawValue.uppercased()
    }
  }
}
