#pragma once

#include <span>
#include <string>

#include "deliver/review.h"
#include "model/site.h"

namespace wegwijs {

// `language` is the one in which the reviews were made.

/// What was received, for the team: first what needs somebody's head.
std::string reviews_as_text(std::span<const Review> reviews, Language language);
/// The same for programs, with the change sets.
std::string reviews_as_json(std::span<const Review> reviews);
/// The same as one page without script or anything from elsewhere.
std::string reviews_as_html(std::span<const Review> reviews, Language language);
/// The mail back to one school: what is taken in, then questions. It never lists what is missing.
std::string reply_to(const Site& site, const Review& review, Language language);

}  // namespace wegwijs
