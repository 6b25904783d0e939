#include "csqlite.h"

#include <sqlite3.h>

void csqlite_configure(void) {
  // Nobody asks how much memory SQLite has, and counting it takes a lock at every piece.
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  // Small pieces come from a room of the connection's own. The statements we keep fill the usual forty
  // places for good, and all that a check-in needs for a moment would come from malloc.
  sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 1200, 300);
}
