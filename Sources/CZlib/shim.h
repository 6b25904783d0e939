#ifndef QUEQIAO_CZLIB_H
#define QUEQIAO_CZLIB_H

#include <zlib.h>

/// Begins to inflate bare deflated bytes, as zip archives hold them; `inflateInit2` is a macro.
static inline int queqiao_inflate_begin(z_stream *_Nonnull stream) {
  return inflateInit2(stream, -MAX_WBITS);
}

#endif
