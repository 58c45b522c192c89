// What Files needs of libsodium.
#include <sodium.h>
