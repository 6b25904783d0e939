// What of SQLite Swift cannot call: functions with a varying number of arguments, and those that SQLite
// keeps in tables.

#ifndef CSQLITE_H
#define CSQLITE_H

#include <stdbool.h>
#include <stdint.h>

struct sqlite3;

// Settings of the whole process. Only before the first connection; later it does nothing.
void csqlite_configure(void);

// Whether the write-ahead log is left as it is when the connection is closed: nothing of it is moved into
// the file.
void csqlite_leave_log(struct sqlite3 *db, bool leaves);

// How the file and its write-ahead log look through the connection's own descriptors, whatever their
// names lead to by now.
struct csqlite_look {
  int64_t size;        // of the file, in bytes
  bool has_head;       // the file has a header at all
  uint32_t generation; // user_version in the header
  uint32_t cookie;     // of the schema; VACUUM counts it up
  uint32_t owner;      // application_id
  bool has_index;      // the log has an index that can be read: what follows is known
  uint32_t frames;     // in the log
  uint32_t moved;      // of these are in the file already
  uint32_t salt[2];    // of the log
  bool ends_well;      // the log's last frame is the one the index says it is
};

// False where the connection has no file.
bool csqlite_look_at(struct sqlite3 *db, struct csqlite_look *look);

// When a file was made, in nanoseconds since 1970; 0 where the file system does not tell. A copy has another.
int64_t csqlite_birth(const char *path);

#endif
