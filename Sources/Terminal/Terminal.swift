import CTerm
import Characters
public import Canvas

/// The terminal the program was started in: shows frames, tells keys.
///
/// One a process. Bytes are read with `read(2)` past curses: `wgetch` draws when it is called, waits by
/// itself and keeps bytes where `poll` cannot see them, so a loop that also watches another
/// descriptor would sleep over typed keys. Curses then never sees input, and the size is taken from
/// the kernel after SIGWINCH.
public final class Terminal {
  public nonisolated struct Options: Hashable, Sendable {
    /// What the terminal makes of ambiguous characters; nil asks it, see `awaitWidth`.
    public var ambiguous: Width.Ambiguous?
    public var mouse: Bool

    public init(ambiguous: Width.Ambiguous? = nil, mouse: Bool = true) {
      self.ambiguous = ambiguous
      self.mouse = mouse
    }
  }

  /// How this terminal counts columns; every frame shown here is to be made with it.
  public private(set) var width: Width
  /// False on a bare Linux console, whose font has no Han characters.
  public let showsHan: Bool

  var decoder = KeyDecoder()
  /// When the last bytes came.
  var lastInput = ContinuousClock.now
  /// The question for the width is out and not answered.
  var isAsking = false
  /// What happened while the terminal was asked for its width.
  var early: [TerminalEvent] = []
  private var shown: Frame?
  private var glyphs: [cterm_glyph] = []

  /// Takes over the terminal until `end`, the end of the process, or a signal that kills it.
  ///
  /// - Throws: `TerminalRefusal`, with the terminal left as it was.
  public init(_ options: Options = Options()) throws(TerminalRefusal) {
    switch Int(cterm_start(options.mouse)) {
    case CTERM_STARTED: break
    case CTERM_NOT_A_TERMINAL: throw .notATerminal
    case CTERM_NO_UTF8_LOCALE: throw .noUnicodeLocale
    case CTERM_UNKNOWN_TERMINAL: throw .unknownTerminal
    case CTERM_NO_CURSOR_ADDRESSING: throw .noCursorAddressing
    default: throw .outOfMemory
    }
    showsHan = !cterm_is_linux_console()
    width = Width(.narrow)
    if options.ambiguous == nil, showsHan {
      Self.askWidth()
      isAsking = true
    }
    if options.ambiguous == .wide { becomeWide() }
  }

  func becomeWide() {
    width = Width(.wide)
    Self.widen()
    // Curses is to see every row anew.
    shown = nil
    cterm_redraw_all()
  }

  public var size: Size {
    Size(columns: Int(cterm_columns()), rows: Int(cterm_rows()))
  }

  /// Shows a frame: rows that changed since the last one, in one update, and nothing if none did.
  public func show(_ frame: Frame) {
    let comparable = shown?.size == frame.size ? shown : nil
    var isNew = comparable == nil || comparable?.cursor != frame.cursor
    for row in 0..<min(frame.size.rows, size.rows) {
      if let comparable, comparable.row(row) == frame.row(row) { continue }
      put(frame.row(row), row: row)
      isNew = true
    }
    guard isNew else { return }
    shown = frame
    flush(frame.cursor)
  }

  private func flush(_ cursor: Point?) {
    cterm_flush(Int32(clamping: cursor?.row ?? -1), Int32(clamping: cursor?.column ?? -1))
  }

  private func put(_ cells: ArraySlice<Cell>, row: Int) {
    // A local array while it grows: the class's own would be checked for access at every glyph.
    var glyphs = glyphs
    self.glyphs = []
    glyphs.removeAll(keepingCapacity: true)
    let columnsHere = size.columns
    var column = 0
    for cell in cells {
      guard case .lead(let character, let columns) = cell.content else { continue }
      column += Int(columns)
      // A window that shrank before the frame was made anew.
      guard column <= columnsHere else { break }
      glyphs.append(cterm_glyph(character, columns, cell.style))
    }
    cterm_put_row(Int32(row), glyphs, Int32(glyphs.count))
    self.glyphs = glyphs
  }

  /// The title of the terminal's window, where it has one.
  public func setTitle(_ title: String) {
    guard showsHan else { return }
    cterm_set_title(title.cleaned())
  }

  /// The signal that asked the program to leave; that of a hang-up where the terminal just went.
  public var leavingSignal: Int32 { cterm_leaving_signal() }

  /// Gives the terminal to `body`, an editor say, and draws everything anew after it.
  ///
  /// The size may be another afterwards, and no event tells of that.
  public func withSuspendedTerminal<Outcome>(_ body: () throws -> Outcome) rethrows -> Outcome {
    cterm_leave()
    defer { cterm_return() }
    return try body()
  }

  /// Stops the program until the shell continues it.
  ///
  /// Returns the size, which may be another by then.
  ///
  /// - Parameter wholeJob: stops the shell's whole job, as Ctrl-Z does; false for this process alone,
  ///   to which somebody sent the signal.
  @discardableResult
  public func suspend(wholeJob: Bool = true) -> Size {
    withSuspendedTerminal { cterm_stop(wholeJob) }
    return size
  }

  /// Draws everything anew, after something else wrote on the screen.
  public func redraw() {
    guard let frame = shown else { return }
    cterm_redraw_all()
    flush(frame.cursor)
  }

  /// Gives the terminal back as it was found.
  public func end() {
    cterm_end()
  }
}

extension cterm_glyph {
  init(_ character: Character, _ columns: UInt8, _ style: Style) {
    self.init()
    self.columns = columns
    attributes = style.attributes.rawValue
    foreground = style.foreground == .standard ? -1 : Int8(style.foreground.rawValue)
    background = style.background == .standard ? -1 : Int8(style.background.rawValue)
    // Most of a screen is blanks, frames and digits.
    let bytes = character.utf8
    if bytes.count == 1, let byte = bytes.first {
      scalars.0 = UInt32(byte)
      return
    }
    var marks = character.unicodeScalars.makeIterator()
    scalars.0 = marks.next()?.value ?? 0x20
    scalars.1 = marks.next()?.value ?? 0
    scalars.2 = marks.next()?.value ?? 0
    scalars.3 = marks.next()?.value ?? 0
    scalars.4 = marks.next()?.value ?? 0
  }
}
