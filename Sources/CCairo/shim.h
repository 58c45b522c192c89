// What Drawing needs of cairo, FreeType and HarfBuzz.
#include <stdlib.h>
#include <cairo/cairo.h>
#include <cairo/cairo-ft.h>
#include <hb.h>
#include <hb-ot.h>
#include <hb-subset.h>
#include <ft2build.h>
#include FT_FREETYPE_H

// The font data and the FreeType face that a cairo font face draws from. cairo keeps font faces alive in a
// cache of its own for longer than we hold them, so these end when cairo's face does. A FreeType library
// each: a library must not outlive, nor be used beside, the faces of another thread.
typedef struct {
    FT_Library library;
    FT_Face face;
    hb_blob_t *data;
} shim_face_source;

static inline void shim_face_source_destroy(void *source) {
    shim_face_source *it = (shim_face_source *)source;
    if (it->face) FT_Done_Face(it->face);
    if (it->library) FT_Done_FreeType(it->library);
    if (it->data) hb_blob_destroy(it->data);
    free(it);
}

// A cairo font face over font data, or null if the data is no font. It keeps a reference to the data.
static inline cairo_font_face_t *shim_font_face_create(hb_blob_t *data) {
    static const cairo_user_data_key_t key;
    shim_face_source *it = (shim_face_source *)calloc(1, sizeof *it);
    if (!it) return NULL;
    it->data = hb_blob_reference(data);
    unsigned length = 0;
    const char *bytes = hb_blob_get_data(data, &length);
    if (FT_Init_FreeType(&it->library) != 0
        || FT_New_Memory_Face(it->library, (const FT_Byte *)bytes, length, 0, &it->face) != 0) {
        shim_face_source_destroy(it);
        return NULL;
    }
    cairo_font_face_t *font = cairo_ft_font_face_create_for_ft_face(it->face, 0);
    if (cairo_font_face_set_user_data(font, &key, it, shim_face_source_destroy)
        != CAIRO_STATUS_SUCCESS) {
        cairo_font_face_destroy(font);
        shim_face_source_destroy(it);
        return NULL;
    }
    return font;
}

// Three numbers by reference: simpler to ask here.
static inline unsigned shim_freetype_version(void) {
    FT_Library library;
    int major = 0, minor = 0, patch = 0;
    if (FT_Init_FreeType(&library) != 0) return 0;
    FT_Library_Version(library, &major, &minor, &patch);
    FT_Done_FreeType(library);
    return (unsigned)(major * 10000 + minor * 100 + patch);
}

// The outline of a glyph, in font units, by callbacks.
static inline void shim_glyph_outline(hb_font_t *font, hb_codepoint_t glyph, hb_draw_funcs_t *funcs, void *data) {
#if HB_VERSION_ATLEAST(7, 0, 0)
    hb_font_draw_glyph(font, glyph, funcs, data);
#else
    hb_font_get_glyph_shape(font, glyph, funcs, data);
#endif
}

// What cairo promises never to be null: where something fails it returns an object whose status says so, even without
// memory (https://www.cairographics.org/manual/cairo-error-handling.html).
static inline cairo_t *_Nonnull shim_create(cairo_surface_t *_Nonnull surface) {
    return (cairo_t *_Nonnull)cairo_create(surface);
}

static inline cairo_surface_t *_Nonnull shim_image_surface(cairo_format_t format, int width, int height) {
    return (cairo_surface_t *_Nonnull)cairo_image_surface_create(format, width, height);
}

static inline cairo_surface_t *_Nonnull shim_image_surface_from_png(cairo_read_func_t _Nonnull read, void *_Nullable closure) {
    return (cairo_surface_t *_Nonnull)cairo_image_surface_create_from_png_stream(read, closure);
}
