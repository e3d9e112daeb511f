#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "edit/edit_request.h"
#include "edit/edit_site.h"
#include "edit/field_messages.h"
#include "files/file_changes.h"

namespace wegwijs {

inline constexpr unsigned int status_bad_request = 400;
inline constexpr unsigned int status_not_found = 404;
inline constexpr unsigned int status_changed_meanwhile = 409;
inline constexpr unsigned int status_cannot = 422;
inline constexpr unsigned int status_failed = 500;

EditAnswer as_answer(std::string json);
EditAnswer unknown_entry();
/// For a request that the page never makes.
EditAnswer bad_form();
/// Somebody changed the file since it was opened; with what it says now.
EditAnswer conflict(const EditSite& site, const EntryFile& file);
EditAnswer refused_change(const RefusedChange& refused);

/// A word of the query; empty when it is not there.
std::string text_from(const EditRequest& request, std::string_view name);

/// A JSON object with one more value, which is JSON too.
std::string with_value(const std::string& json, std::string_view name, const std::string& value);
std::string with_messages(const std::string& json, const std::vector<FieldMessage>& messages);

}  // namespace wegwijs
