// What Document needs of cmark-gfm.
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
