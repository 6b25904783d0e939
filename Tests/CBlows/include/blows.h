// See blows.c. There is nothing to call: the library is put before a program's own (LD_PRELOAD).
