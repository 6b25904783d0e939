// Slow hashes of short secrets, by the system's crypt(3).

#ifndef CCRYPT_H
#define CCRYPT_H

// Hashes `secret` as `setting` says: a prefix with rounds and salt, or a hash made before.
//
// Returns 0 and the hash in `hash`, of at most `room` bytes with its end; -1 where the system cannot.
int ccrypt_hash(const char *secret, const char *setting, char *hash, int room);

#endif
