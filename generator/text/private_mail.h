#pragma once

#include <string_view>

namespace wegwijs {

/// Whether mail at `domain`, in lower case, is that of a private person: the domain of a provider, or one below it.
bool is_private_mail_domain(std::string_view domain);

}  // namespace wegwijs
