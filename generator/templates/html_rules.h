#pragma once

#include "diagnostic/diagnostic.h"
#include "templates/html_context.h"

namespace wegwijs {

/// The rule that a name breaks where `refusal` holds. Arguments: the name, and the attribute in which it stands.
const Rule& rule_for(Refusal refusal);

/// A branch or block that is not self-contained. Argument: its name.
inline constexpr Rule branch_changes_context{
    "sjabloon-context",
    Severity::error,
    {"In '{0}' wordt een tag, aanhalingsteken of commentaar geopend en niet gesloten, of andersom.",
     "In '{0}' a tag, quote or comment is opened and not closed, or the other way round."},
    {"Zet het begin en het einde allebei erin of allebei erbuiten.",
     "Put the beginning and the end both inside or both outside."}};

/// Letters right behind a branch that may have ended a name inside a tag. Argument: the name of the branch.
inline constexpr Rule glued_to_branch{"sjabloon-spatie-ontbreekt",
                                      Severity::error,
                                      {"Naast '{0}' staat binnen een tag tekst die eraan vast kan komen te zitten.",
                                       "Next to '{0}', within a tag, stands text that may become attached to it."},
                                      {"Zet er een spatie tussen.", "Put a space between them."}};

}  // namespace wegwijs
