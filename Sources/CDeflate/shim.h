// What Files needs of libdeflate.
#include <libdeflate.h>
