#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The one way in which this program makes a file for somebody: whole and for its owner alone, or not
/// at all.
///
/// It is written beside its place under another name and takes the place when it is done, so that
/// nothing that stands there is ever half overwritten, and no link is followed.
public struct OutputFile: ~Copyable {
  private let place: OutputPlace
  private let file: PrivateFile

  public init(at place: OutputPlace) throws(OutputRefusal) {
    self.place = place
    do {
      file = try PrivateFile(in: PathParts(place.path).folder)
    } catch {
      throw place.refusal(.system(error.code))
    }
  }

  /// For a library that writes to a path of its own opening.
  public var path: String { file.path }

  public func write(_ text: String) throws(OutputRefusal) { try write(bytes: text.utf8) }

  public func write(bytes: some Sequence<UInt8>) throws(OutputRefusal) {
    do {
      try file.write(bytes)
    } catch {
      throw place.refusal(.system(error.code))
    }
  }

  /// Puts it in its place; it is on the disk when this returns.
  public consuming func finish() throws(OutputRefusal) {
    try place.look()
    do {
      try file.take(place: place.path, replacing: place.standing == .replaced)
    } catch {
      throw place.refusal(error.code == EEXIST ? .exists : .system(error.code))
    }
  }
}
