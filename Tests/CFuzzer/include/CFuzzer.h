#ifndef QUEQIAO_CFUZZER_H
#define QUEQIAO_CFUZZER_H

#include <stddef.h>
#include <stdint.h>

/// libFuzzer as a library: the package manager gives every program a main of its own.
int LLVMFuzzerRunDriver(int *_Nonnull count, char *_Nullable *_Nonnull *_Nonnull words,
                        int (*_Nonnull test)(const uint8_t *_Nullable data, size_t size));

#endif
