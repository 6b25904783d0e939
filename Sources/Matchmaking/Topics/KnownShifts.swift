/// Shifts that a search of a moment does not find.
enum KnownShifts {
  /// Of each round, the shift of each column; empty where none are known.
  static func shifts(tables: Int, columns: Int) -> [[Int]] {
    tables == 12 && columns <= 12 ? twelve.map { Array($0.prefix(columns)) } : []
  }

  /// A difference matrix over the group of two by two by three, as `TopicGroup` counts its elements: between any two
  /// rounds the shift changes differently for each of twelve columns.
  ///
  /// Johnson, Dulmage and Mendelsohn ("Orthomorphisms of groups and orthogonal Latin squares", 1961) showed that there
  /// are six such rounds; these come of going through all 16,512 orthomorphisms of the group.
  private static let twelve = [
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
    [0, 2, 4, 6, 1, 3, 10, 8, 7, 5, 11, 9],
    [0, 3, 8, 11, 10, 9, 7, 4, 5, 6, 1, 2],
    [0, 4, 11, 1, 8, 6, 2, 9, 3, 7, 5, 10],
    [0, 5, 7, 10, 3, 11, 4, 1, 9, 2, 6, 8],
  ]
}
