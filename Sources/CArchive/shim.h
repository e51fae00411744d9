#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

// libarchive turns names from and into the calling thread's character set, and a server's is plain ASCII. These do what
// their namesakes do while this thread, and only it, speaks UTF-8.

static inline locale_t utf8_locale_make(void) {
    return newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
}

static inline void utf8_locale_free(locale_t locale) {
    if (locale) freelocale(locale);
}

static inline int archive_next_header_in(locale_t locale, struct archive *archive, struct archive_entry **entry) {
    locale_t before = locale ? uselocale(locale) : (locale_t)0;
    int outcome = archive_read_next_header(archive, entry);
    if (locale) uselocale(before);
    return outcome;
}

static inline int archive_write_header_in(locale_t locale, struct archive *archive, struct archive_entry *entry) {
    locale_t before = locale ? uselocale(locale) : (locale_t)0;
    int outcome = archive_write_header(archive, entry);
    if (locale) uselocale(before);
    return outcome;
}
