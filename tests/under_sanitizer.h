#pragma once

// Whether the tests watch every access or every thread: all is slower and larger then. GCC says it with a macro, clang with a feature.
#if defined(__SANITIZE_ADDRESS__)
#define WEGWIJS_UNDER_ADDRESS_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define WEGWIJS_UNDER_ADDRESS_SANITIZER 1
#endif
#endif

#if defined(__SANITIZE_THREAD__)
#define WEGWIJS_UNDER_THREAD_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define WEGWIJS_UNDER_THREAD_SANITIZER 1
#endif
#endif

namespace wegwijs {

#if defined(WEGWIJS_UNDER_ADDRESS_SANITIZER)
inline constexpr bool is_under_address_sanitizer = true;
#else
inline constexpr bool is_under_address_sanitizer = false;
#endif

#if defined(WEGWIJS_UNDER_ADDRESS_SANITIZER) || defined(WEGWIJS_UNDER_THREAD_SANITIZER)
inline constexpr bool is_under_sanitizer = true;
#else
inline constexpr bool is_under_sanitizer = false;
#endif

}  // namespace wegwijs
