#ifndef QUEQIAO_CPRINTING_OWN_H
#define QUEQIAO_CPRINTING_OWN_H

#include "cprinting.h"

// What the libraries' functions take and give, by no more than what is used of it.
typedef void *surface, *context, *layout, *description, *options, *pango_context, *language;

/// Source: qrencode.h, `QRcode`.
typedef struct {
  int version;
  int width;
  unsigned char *data;
} qr_code;

/// One line for each function: the library, what it gives, its name, what it takes.
#define QUEQIAO_FUNCTIONS(REQUIRED, OPTIONAL) \
  REQUIRED(CAIRO, surface, cairo_pdf_surface_create_for_stream, \
    (int (*)(void *, const unsigned char *, unsigned), void *, double, double)) \
  REQUIRED(CAIRO, context, cairo_create, (surface)) \
  REQUIRED(CAIRO, int, cairo_status, (context)) \
  REQUIRED(CAIRO, int, cairo_surface_status, (surface)) \
  REQUIRED(CAIRO, void, cairo_destroy, (context)) \
  REQUIRED(CAIRO, void, cairo_surface_finish, (surface)) \
  REQUIRED(CAIRO, void, cairo_surface_destroy, (surface)) \
  REQUIRED(CAIRO, void, cairo_show_page, (context)) \
  REQUIRED(CAIRO, void, cairo_set_source_rgb, (context, double, double, double)) \
  REQUIRED(CAIRO, void, cairo_set_line_width, (context, double)) \
  REQUIRED(CAIRO, void, cairo_move_to, (context, double, double)) \
  REQUIRED(CAIRO, void, cairo_line_to, (context, double, double)) \
  REQUIRED(CAIRO, void, cairo_rectangle, (context, double, double, double, double)) \
  REQUIRED(CAIRO, void, cairo_fill, (context)) \
  REQUIRED(CAIRO, void, cairo_stroke, (context)) \
  REQUIRED(CAIRO, options, cairo_font_options_create, (void)) \
  REQUIRED(CAIRO, void, cairo_font_options_destroy, (options)) \
  REQUIRED(CAIRO, void, cairo_font_options_set_hint_style, (options, int)) \
  REQUIRED(CAIRO, void, cairo_font_options_set_hint_metrics, (options, int)) \
  OPTIONAL(CAIRO, void, cairo_pdf_surface_set_metadata, (surface, int, const char *)) \
  REQUIRED(GOBJECT, void, g_object_unref, (void *)) \
  REQUIRED(PANGO, description, pango_font_description_new, (void)) \
  REQUIRED(PANGO, void, pango_font_description_free, (description)) \
  REQUIRED(PANGO, void, pango_font_description_set_family, (description, const char *)) \
  REQUIRED(PANGO, void, pango_font_description_set_weight, (description, int)) \
  REQUIRED(PANGO, void, pango_font_description_set_absolute_size, (description, double)) \
  REQUIRED(PANGO, language, pango_language_from_string, (const char *)) \
  REQUIRED(PANGO, pango_context, pango_layout_get_context, (layout)) \
  REQUIRED(PANGO, void, pango_context_set_language, (pango_context, language)) \
  OPTIONAL(PANGO, void, pango_context_set_round_glyph_positions, (pango_context, int)) \
  REQUIRED(PANGO, void, pango_layout_context_changed, (layout)) \
  REQUIRED(PANGO, void, pango_layout_set_font_description, (layout, description)) \
  REQUIRED(PANGO, void, pango_layout_set_text, (layout, const char *, int)) \
  REQUIRED(PANGO, void, pango_layout_set_width, (layout, int)) \
  REQUIRED(PANGO, void, pango_layout_set_wrap, (layout, int)) \
  REQUIRED(PANGO, void, pango_layout_set_alignment, (layout, int)) \
  REQUIRED(PANGO, void, pango_layout_set_auto_dir, (layout, int)) \
  REQUIRED(PANGO, void, pango_layout_get_size, (layout, int *, int *)) \
  REQUIRED(PANGO, int, pango_layout_get_baseline, (layout)) \
  REQUIRED(PANGO, int, pango_layout_get_line_count, (layout)) \
  REQUIRED(PANGO, int, pango_layout_get_unknown_glyphs_count, (layout)) \
  REQUIRED(PANGOCAIRO, layout, pango_cairo_create_layout, (context)) \
  REQUIRED(PANGOCAIRO, void, pango_cairo_context_set_font_options, (pango_context, options)) \
  REQUIRED(PANGOCAIRO, void, pango_cairo_show_layout, (context, layout)) \
  REQUIRED(QRENCODE, qr_code *, QRcode_encodeString, (const char *, int, int, int, int)) \
  REQUIRED(QRENCODE, void, QRcode_free, (qr_code *))

#define QUEQIAO_FIELD(library, gives, name, takes) gives(*name) takes;

struct queqiao_press {
  QUEQIAO_FUNCTIONS(QUEQIAO_FIELD, QUEQIAO_FIELD)
};

#endif
