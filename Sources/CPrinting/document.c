#include "own.h"

#include <stdlib.h>
#include <string.h>

// Names and numbers of the libraries' enumerations, as their documentation has them.
enum { CAIRO_STATUS_SUCCESS = 0, CAIRO_STATUS_WRITE_ERROR = 11 };
enum { HINT_STYLE_NONE = 1, HINT_METRICS_OFF = 1 };
enum { METADATA_TITLE = 0, METADATA_CREATOR = 4 };
enum { ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT };
enum { WRAP_WORD_CHAR = 2 };
/// Units of Pango to a point.
static const double scale = 1024;

struct queqiao_document {
  const queqiao_press *press;
  surface surface;
  context context;
  layout layout;
  description description;
  queqiao_sink sink;
  void *sink_context;
};

static int write_bytes(void *closure, const unsigned char *bytes, unsigned count) {
  queqiao_document *document = closure;
  return document->sink(document->sink_context, bytes, count) ? CAIRO_STATUS_SUCCESS
                                                              : CAIRO_STATUS_WRITE_ERROR;
}

/// Glyphs stand where the font says, at every size, and not on the grid of a screen.
static void unhint(const queqiao_press *press, layout layout, const char *language) {
  pango_context context = press->pango_layout_get_context(layout);
  options options = press->cairo_font_options_create();
  press->cairo_font_options_set_hint_style(options, HINT_STYLE_NONE);
  press->cairo_font_options_set_hint_metrics(options, HINT_METRICS_OFF);
  press->pango_cairo_context_set_font_options(context, options);
  press->cairo_font_options_destroy(options);
  if (press->pango_context_set_round_glyph_positions) {
    press->pango_context_set_round_glyph_positions(context, 0);
  }
  press->pango_context_set_language(context, press->pango_language_from_string(language));
  press->pango_layout_context_changed(layout);
}

queqiao_document *queqiao_document_open(
  const queqiao_press *press, double width, double height, const char *families, const char *language,
  const char *title, queqiao_sink sink, void *sink_context
) {
  queqiao_document *document = calloc(1, sizeof *document);
  if (!document) return NULL;
  document->press = press;
  document->sink = sink;
  document->sink_context = sink_context;
  document->surface = press->cairo_pdf_surface_create_for_stream(write_bytes, document, width, height);
  document->context = press->cairo_create(document->surface);
  if (press->cairo_pdf_surface_set_metadata) {
    press->cairo_pdf_surface_set_metadata(document->surface, METADATA_TITLE, title);
    press->cairo_pdf_surface_set_metadata(document->surface, METADATA_CREATOR, "Queqiao");
  }
  document->layout = press->pango_cairo_create_layout(document->context);
  document->description = press->pango_font_description_new();
  press->pango_font_description_set_family(document->description, families);
  unhint(press, document->layout, language);
  press->pango_layout_set_wrap(document->layout, WRAP_WORD_CHAR);
  // Whatever it begins with, a name stands where its column is.
  press->pango_layout_set_auto_dir(document->layout, 0);
  return document;
}

void queqiao_document_end_page(queqiao_document *document) {
  document->press->cairo_show_page(document->context);
}

bool queqiao_document_close(queqiao_document *document) {
  const queqiao_press *press = document->press;
  bool good = press->cairo_status(document->context) == CAIRO_STATUS_SUCCESS;
  press->pango_font_description_free(document->description);
  press->g_object_unref(document->layout);
  press->cairo_destroy(document->context);
  press->cairo_surface_finish(document->surface);
  good = good && press->cairo_surface_status(document->surface) == CAIRO_STATUS_SUCCESS;
  press->cairo_surface_destroy(document->surface);
  free(document);
  return good;
}

queqiao_extent queqiao_text_measure(queqiao_document *document, const queqiao_text *text) {
  const queqiao_press *press = document->press;
  layout layout = document->layout;
  press->pango_font_description_set_weight(document->description, text->weight);
  press->pango_font_description_set_absolute_size(document->description, text->size * scale);
  press->pango_layout_set_font_description(layout, document->description);
  press->pango_layout_set_text(layout, text->bytes, text->count);
  press->pango_layout_set_width(layout, text->width > 0 ? (int)(text->width * scale) : -1);
  press->pango_layout_set_alignment(
    layout, text->alignment < 0 ? ALIGN_LEFT : text->alignment > 0 ? ALIGN_RIGHT : ALIGN_CENTER);
  int width = 0, height = 0;
  press->pango_layout_get_size(layout, &width, &height);
  return (queqiao_extent){
    .width = width / scale,
    .height = height / scale,
    .baseline = press->pango_layout_get_baseline(layout) / scale,
    .lines = press->pango_layout_get_line_count(layout),
    .unknown = press->pango_layout_get_unknown_glyphs_count(layout),
  };
}

static void dip(queqiao_document *document, queqiao_ink ink) {
  document->press->cairo_set_source_rgb(document->context, ink.red, ink.green, ink.blue);
}

void queqiao_text_draw(queqiao_document *document, double x, double y, queqiao_ink ink) {
  dip(document, ink);
  document->press->cairo_move_to(document->context, x, y);
  document->press->pango_cairo_show_layout(document->context, document->layout);
}

void queqiao_line_draw(
  queqiao_document *document, double x1, double y1, double x2, double y2, double width, queqiao_ink ink
) {
  const queqiao_press *press = document->press;
  dip(document, ink);
  press->cairo_set_line_width(document->context, width);
  press->cairo_move_to(document->context, x1, y1);
  press->cairo_line_to(document->context, x2, y2);
  press->cairo_stroke(document->context);
}

void queqiao_box_draw(
  queqiao_document *document, double x, double y, double w, double h, double width, queqiao_ink ink
) {
  const queqiao_press *press = document->press;
  dip(document, ink);
  press->cairo_rectangle(document->context, x, y, w, h);
  if (width > 0) {
    press->cairo_set_line_width(document->context, width);
    press->cairo_stroke(document->context);
  } else {
    press->cairo_fill(document->context);
  }
}

void queqiao_squares_draw(
  queqiao_document *document, double x, double y, double side, const unsigned char *squares, int across
) {
  const queqiao_press *press = document->press;
  dip(document, (queqiao_ink){0, 0, 0});
  for (int row = 0; row < across; row++) {
    for (int column = 0; column < across; column++) {
      int begin = column;
      while (column < across && squares[row * across + column]) column++;
      if (column == begin) continue;
      press->cairo_rectangle(
        document->context, x + begin * side, y + row * side, (column - begin) * side, side);
    }
  }
  press->cairo_fill(document->context);
}

int queqiao_code(const queqiao_press *press, const char *text, unsigned char *squares, size_t room) {
  enum { LEVEL_Q = 2, MODE_8 = 2 };
  qr_code *code = press->QRcode_encodeString(text, 0, LEVEL_Q, MODE_8, 1);
  if (!code) return 0;
  int across = code->width;
  size_t count = (size_t)across * (size_t)across;
  if (count <= room) {
    // The lowest bit is the colour; the others say what a square is for.
    for (size_t place = 0; place < count; place++) squares[place] = code->data[place] & 1;
  }
  press->QRcode_free(code);
  return count <= room ? across : 0;
}
