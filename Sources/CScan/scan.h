#pragma once
#include <stdint.h>
#include <string.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// What Swift cannot say: one bit for each of 64 bytes. Its SIMD types have no movemask; SSE2 is in every x86-64, and
// elsewhere the compiler makes what it can of the plain loop.

struct scan_marks {
    uint64_t delimiter, line_feed, carriage_return, quote;
};

/// Where among 64 bytes those stand that cut a table into rows and fields. All 64 must be readable.
static inline struct scan_marks scan_marks_of(const uint8_t *bytes, uint8_t delimiter) {
    struct scan_marks marks = {0, 0, 0, 0};
#if defined(__SSE2__)
    const __m128i delimiters = _mm_set1_epi8((char)delimiter), feeds = _mm_set1_epi8('\n');
    const __m128i returns = _mm_set1_epi8('\r'), quotes = _mm_set1_epi8('"');
    for (int part = 0; part < 4; part++) {
        const __m128i here = _mm_loadu_si128((const __m128i *)(bytes + 16 * part));
        const int shift = 16 * part;
        marks.delimiter |= (uint64_t)(uint16_t)_mm_movemask_epi8(_mm_cmpeq_epi8(here, delimiters)) << shift;
        marks.line_feed |= (uint64_t)(uint16_t)_mm_movemask_epi8(_mm_cmpeq_epi8(here, feeds)) << shift;
        marks.carriage_return |= (uint64_t)(uint16_t)_mm_movemask_epi8(_mm_cmpeq_epi8(here, returns)) << shift;
        marks.quote |= (uint64_t)(uint16_t)_mm_movemask_epi8(_mm_cmpeq_epi8(here, quotes)) << shift;
    }
#else
    for (int index = 0; index < 64; index++) {
        marks.delimiter |= (uint64_t)(bytes[index] == delimiter) << index;
        marks.line_feed |= (uint64_t)(bytes[index] == '\n') << index;
        marks.carriage_return |= (uint64_t)(bytes[index] == '\r') << index;
        marks.quote |= (uint64_t)(bytes[index] == '"') << index;
    }
#endif
    return marks;
}

/// Eight bytes as a number whose lowest byte is the first.
static inline uint64_t scan_eight(const uint8_t *bytes) {
    uint64_t value;
    memcpy(&value, bytes, 8);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    value = __builtin_bswap64(value);
#endif
    return value;
}
