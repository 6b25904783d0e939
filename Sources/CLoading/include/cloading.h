#ifndef QUEQIAO_CLOADING_H
#define QUEQIAO_CLOADING_H

#include <stdbool.h>

// Libraries that are loaded when something of theirs is wanted: a start takes no time for them, and a
// laptop that lacks one goes without what it does.

#ifdef __APPLE__
#define QUEQIAO_LIBRARY(stem, version) "lib" stem "." version ".dylib"
#else
#define QUEQIAO_LIBRARY(stem, version) "lib" stem ".so." version
#endif

/// NULL where it is not installed. It stays loaded.
void *queqiao_library_load(const char *name);

/// Puts a function in its place, which must be a pointer to a function of its type.
bool queqiao_library_find(void *library, const char *name, void *place);

#endif
