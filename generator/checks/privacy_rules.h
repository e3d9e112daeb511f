#pragma once

#include <array>

#include "diagnostic/diagnostic.h"

namespace wegwijs {

// Rules of what belongs to a person and not on a public site. Their ids all begin with "privacy-".

inline constexpr Rule private_citizen_number{
    "privacy-bsn",
    Severity::warning,
    {"'{0}' kan een burgerservicenummer zijn: het klopt met de elfproef.",
     "'{0}' may be a citizen service number: it passes the check of eleven."},
    {"Een burgerservicenummer hoort nooit op de site. Haal het weg. Is het een ander nummer? Zet dan ervoor wat het "
     "is, "
     "als 'RSIN', 'KvK' of 'ISBN'.",
     "A citizen service number never belongs on the site. Remove it. Is it another number? Then say before it what it "
     "is, such as 'RSIN', 'KvK' or 'ISBN'."}};

inline constexpr Rule private_mail_address{
    "privacy-mail",
    Severity::warning,
    {"'{0}' is een mailadres van een persoon, niet van een school of dienst.",
     "'{0}' is a mail address of a person, not of a school or service."},
    {"Gebruik het algemene adres van de school. Is het toch van een dienst? Zet het bij 'diensten' in site.yaml.",
     "Use the general address of the school. Does it belong to a service? Then add it to 'diensten' in site.yaml."}};

inline constexpr Rule private_mobile_number{
    "privacy-mobiel",
    Severity::warning,
    {"'{0}' is een mobiel nummer: dat is meestal van een persoon.",
     "'{0}' is a mobile number: mostly that of a person."},
    {"Gebruik het vaste nummer van de school. Is het van een dienst? Zet het bij 'diensten' in site.yaml.",
     "Use the fixed number of the school. Does it belong to a service? Then add it to 'diensten' in site.yaml."}};

inline constexpr Rule private_bank_account{
    "privacy-rekening",
    Severity::warning,
    {"'{0}' is een rekeningnummer.", "'{0}' is a bank account number."},
    {"Haal het weg. Is het van een dienst? Zet het bij 'diensten' in site.yaml.",
     "Remove it. Does it belong to a service? Then add it to 'diensten' in site.yaml."}};

inline constexpr std::array privacy_rules{&private_citizen_number, &private_mail_address, &private_mobile_number,
                                          &private_bank_account};

}  // namespace wegwijs
