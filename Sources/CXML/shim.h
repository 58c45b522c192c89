// What Reading needs of libxml2. Debian builds libxml2 with ICU, whose headers clash with
// Foundation's own copy in debug builds: its ICU part is switched off before the other headers.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/relaxng.h>
#include <libxml/xmlschemastypes.h>
#include <libxml/xmlwriter.h>

// xmlFree is a global variable, which strict concurrency refuses.
static inline void shim_xmlFree(void *pointer) { xmlFree(pointer); }
