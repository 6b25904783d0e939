#include "cloading.h"

#include <dlfcn.h>
#include <string.h>

void *queqiao_library_load(const char *name) {
  void *library = dlopen(name, RTLD_NOW | RTLD_LOCAL);
#ifdef __APPLE__
  // Homebrew's folders are not looked through; Macs of either kind have one of them.
  static const char *const folders[] = {"/opt/homebrew/lib/", "/usr/local/lib/"};
  for (int folder = 0; !library && folder < 2; folder++) {
    char path[256] = "";
    if (strlen(folders[folder]) + strlen(name) >= sizeof path) return NULL;
    strcat(strcpy(path, folders[folder]), name);
    library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  }
#endif
  return library;
}

bool queqiao_library_find(void *library, const char *name, void *place) {
  void *function = dlsym(library, name);
  if (!function) return false;
  // C has no cast from a pointer to data to one to a function.
  memcpy(place, &function, sizeof function);
  return true;
}
