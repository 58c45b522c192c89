// What Files needs of libzip.
#include <zip.h>

// A struct with C strings inside and no other use here: only the words of the fault are wanted.
static inline const char *shim_zip_source_words(zip_source_t *source) {
    return zip_error_strerror(zip_source_error(source));
}
