// The one thing of SQLite that Swift cannot call: functions with a varying number of arguments.

#ifndef CSQLITE_H
#define CSQLITE_H

// Settings of the whole process. Only before the first connection; later it does nothing.
void csqlite_configure(void);

#endif
