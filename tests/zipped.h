#pragma once

#include <map>
#include <string>

/// An archive with these parts, made by libzip; encrypted when a password is given.
std::string zipped(const std::map<std::string, std::string>& parts, const char* password = nullptr);
