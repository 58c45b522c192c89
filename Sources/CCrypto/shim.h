// What Files needs of OpenSSL, and a system call that Swift's Glibc does not import.
#include <fcntl.h>
#include <openssl/evp.h>
#include <sys/syscall.h>
#include <unistd.h>

// Swaps two paths in one step (RENAME_EXCHANGE is 2). Gives 0, or -1 with errno.
static inline int shim_exchange(const char *one, const char *other) {
    return (int)syscall(SYS_renameat2, AT_FDCWD, one, AT_FDCWD, other, 2);
}
