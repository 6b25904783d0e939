/// One column of the screen.
///
/// A wide character takes a `lead` cell and the `tail` to its right; a tail never stands alone.
public struct Cell: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    /// A grapheme of one or two columns, at most a base and four combining marks; already
    /// cleaned of control characters.
    case lead(Character, width: UInt8)
    /// The right half of the wide character in the column before.
    case tail
  }

  public var content: Content
  public var style: Style

  public init(_ content: Content, _ style: Style = .plain) {
    self.content = content
    self.style = style
  }

  public static let blank = Cell(.lead(" ", width: 1))
}
