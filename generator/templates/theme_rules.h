#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

// Rules of a theme that plain Mustache does not have.

inline constexpr Rule raw_variable{
    "sjabloon-rauw",
    Severity::error,
    {"'{0}' zou zonder beveiliging op de pagina komen; dat mag niet.",
     "'{0}' would be put on the page without escaping, which is not allowed."},
    {"Schrijf {{{0}}}. Opgemaakte tekst blijft daarmee opgemaakt.", "Write {{{0}}}. Formatted text stays formatted."}};

inline constexpr Rule changed_delimiters{
    "sjabloon-scheidingstekens",
    Severity::error,
    {"In een thema mogen de scheidingstekens niet worden veranderd.", "A theme may not change the delimiters."},
    {"Gebruik overal {{ en }}.", "Use {{ and }} everywhere."}};

inline constexpr Rule text_outside_block{
    "sjabloon-tekst-buiten-blok",
    Severity::error,
    {"Dit staat buiten de blokken en komt daarom nergens terecht.", "This stands outside the blocks and is lost."},
    {"Zet het in een blok, of haal het weg.", "Put it in a block, or remove it."}};

inline constexpr std::array theme_rules{&raw_variable, &changed_delimiters, &text_outside_block};

}  // namespace wegwijs
