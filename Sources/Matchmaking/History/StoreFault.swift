/// Something that is nobody's mistake at the keyboard: the disk, the file, the rights.
///
/// Each becomes one sentence with a next step, at a desk and at a command (`Wording`).
public enum StoreFault: Error, Hashable, Sendable {
  /// Written by a newer version; the file was not touched.
  case newerVersion(path: String)
  /// No file of ours.
  case notAStore(path: String)
  /// The file was left as it is; `backup` is the newest backup that is whole.
  case damaged(path: String, backup: String?)
  case readOnly(path: String)
  case diskFull(path: String)
  /// `code` is what the system said; nil where only SQLite knows it.
  case cannotCreate(path: String, code: Int32?)
  /// Another process held the file for longer than anyone should wait.
  case busy(path: String, holder: Holder? = nil)
  case noBackup(path: String)
  /// It belongs to somebody else, who lets us not use it.
  case foreign(path: String, owner: String)
  /// There is no file, or an empty one, where there was one with something in it: `backup` is the best
  /// of it, and what belonged to the file stands there still.
  case missing(path: String, isEmptied: Bool, backup: String?)
  /// There is a file already, where a new one was to be begun.
  case exists(path: String)
  /// Something happened to the file while it was open. `rescued` is a file that holds everything that
  /// was acknowledged; nil where that could not be written.
  case lost(path: String, Mishap, rescued: String?)
  case other(path: String, reason: String)
}

/// What can happen to the file of a store while somebody has it open.
public enum Mishap: Error, Hashable, Sendable {
  /// Its name leads nowhere; it may be put back.
  case moved
  /// Its name leads to another file.
  case replaced
  /// It was cut or written over in its place.
  case overwritten
  /// One of the files that belong to it was taken away or replaced.
  case companion(String)
  /// Its write-ahead log was cut or written over in its place.
  case log
}
