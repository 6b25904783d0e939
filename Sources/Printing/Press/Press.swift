internal import CPrinting

/// The libraries that draw and write PDF, loaded when something is printed.
public struct Press: Sendable {
  // A table of functions that nobody writes to once it is filled.
  nonisolated(unsafe) let functions: OpaquePointer

  /// - Parameter names: stand in for the libraries' own, for tests.
  public init(loading names: [PressLibrary: String] = [:]) throws(PrintRefusal) {
    let given = PressLibrary.allCases.map { names[$0].map(Self.keep) ?? nil }
    var missing: Int32 = 0
    guard let functions = queqiao_press_load(given, &missing) else {
      throw .missing(PressLibrary(rawValue: Int(missing)) ?? .cairo)
    }
    self.functions = functions
  }

  /// Lives as long as the process, as what is loaded by it does.
  private static func keep(_ name: String) -> UnsafePointer<CChar>? {
    let bytes = Array(name.utf8CString)
    let place = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
    place.initialize(from: bytes, count: bytes.count)
    return UnsafePointer(place)
  }

  /// The squares of a QR code, row by row, 1 for black; empty where a text does not fit into one.
  func code(_ text: String) -> (squares: [UInt8], across: Int) {
    var squares = [UInt8](repeating: 0, count: 177 * 177)
    let across = Int(queqiao_code(functions, text, &squares, squares.count))
    return (Array(squares.prefix(across * across)), across)
  }
}
