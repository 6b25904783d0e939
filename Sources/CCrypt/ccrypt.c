#define _GNU_SOURCE 1
#include "include/ccrypt.h"

#include <crypt.h>
#include <string.h>

int ccrypt_hash(const char *secret, const char *setting, char *hash, int room) {
  struct crypt_data data;
  memset(&data, 0, sizeof data);
  const char *made = crypt_r(secret, setting, &data);
  int result = -1;
  // What cannot be hashed comes back as "*0" or "*1".
  if (made != NULL && made[0] == '$' && strlen(made) < (size_t)room) {
    strcpy(hash, made);
    result = 0;
  }
  explicit_bzero(&data, sizeof data);
  return result;
}
