#include "csqlite.h"

#include <sqlite3.h>

void csqlite_configure(void) {
  // Nobody asks how much memory SQLite has, and counting it takes a lock at every piece.
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
