// What in a text is likely to belong to a person, in every spelling, and what only looks like it.
#include "text/personal_data.h"

#include <catch2/catch.hpp>

using namespace wegwijs;

namespace {

/// The pieces that were found, as written, with a letter for their kind.
std::string found_in(std::string_view text) {
  std::string found;
  for (const PersonalData& one : find_personal_data(text)) {
    constexpr std::string_view letters = "BMTR";  // burgerservicenummer, mail, telefoon, rekening
    found += (found.empty() ? "" : "; ") + std::string(1, letters[static_cast<std::size_t>(one.kind)]) + " " +
             std::string(text.substr(one.begin, one.end - one.begin));
  }
  return found;
}

}  // namespace

TEST_CASE("a mobile number is found in every spelling", "[text]") {
  const std::string number = GENERATE(
      values<std::string>({"0612345678", "06 12345678", "06-12345678", "06 - 12 34 56 78", "06 12 34 56 78",
                           "06-12 34 56 78", "06.12.34.56.78", "06/12345678", "06 1234 5678", "06 123 45 678",
                           "06–12345678", "06\u00A012345678", "+31612345678", "+31 6 12345678", "+31 (0)6 12345678",
                           "+31-6-12345678", "0031612345678", "0031 6 1234 5678", "31612345678"}));
  CAPTURE(number);
  CHECK(found_in(number) == "T " + number);
  CHECK(found_in("Bel " + number + ", ook 's avonds.") == "T " + number);
  CHECK(found_in("**" + number + "**") == "T " + number);
  CHECK(personal_data_key(PersonalDataKind::mobile_number, number) == "0612345678");
}

TEST_CASE("a mobile number is found among other signs and numbers", "[text]") {
  CHECK(found_in("(06) 12345678") == "T 06) 12345678");
  CHECK(found_in("tel:0612345678") == "T 0612345678");
  CHECK(found_in("_06-12345678_") == "T 06-12345678");
  CHECK(found_in("In 2024 06 12345678 of 2025.") == "T 06 12345678");
  CHECK(found_in("06-12345678/06-87654321") == "T 06-12345678; T 06-87654321");
  CHECK(found_in("https://wa.me/31612345678") == "T 31612345678");
  CHECK(found_in("naam,06 12345678,12") == "T 06 12345678");
  CHECK(found_in("Bel 06\n  12345678.") == "T 06\n  12345678");
}

TEST_CASE("other numbers are no mobile numbers", "[text]") {
  const std::string text = GENERATE(values<std::string>({"020 123 4567",
                                                         "088 123 4567",
                                                         "0800 0432",
                                                         "0900-1234567",
                                                         "112",
                                                         "14 020",
                                                         "06 1234567",
                                                         "06 123456789",
                                                         "06-12-2026 10.30",
                                                         "2026-06-12 12345678",
                                                         "2026-06-01 2027-06-01",
                                                         "12-06-2026 1030",
                                                         "AB0612345678",
                                                         "0612345678x",
                                                         "12-0612345678",
                                                         "https://school.nl/0612345678/",
                                                         "ISBN 0612345678",
                                                         "0.0612345678",
                                                         "van 06.30 tot 12.45 uur",
                                                         "6 12345678",
                                                         "+32 6 12345678"}));
  CAPTURE(text);
  CHECK(found_in(text) == "");
}

TEST_CASE("a citizen service number is found by its check of eleven", "[text]") {
  CHECK(found_in("123456782") == "B 123456782");
  CHECK(found_in("BSN: 111222333.") == "B 111222333");
  CHECK(found_in("1234.56.782") == "B 1234.56.782");
  CHECK(found_in("123 456 782") == "B 123 456 782");
  CHECK(found_in("012345672") == "B 012345672");
  CHECK(found_in("naam,123456782,3\nmeer,4,111222333\n") == "B 123456782; B 111222333");
  CHECK(found_in("Sinds 2024 123456782") == "B 123456782");
}

TEST_CASE("nine digits that are something else are no citizen service number", "[text]") {
  const std::string text = GENERATE(values<std::string>({"123456789",
                                                         "1234567821",
                                                         "0123456782",
                                                         "A123456782",
                                                         "123456782B01",
                                                         "NL123456782B01",
                                                         "0,123456782 meter",
                                                         "12-123456782",
                                                         "123456782-1",
                                                         "000000000",
                                                         "ISBN 90-1234567-82",
                                                         "ISBN 123456782X",
                                                         "123456782-X",
                                                         "RSIN 123456782",
                                                         "KvK-nummer: 123456782",
                                                         "https://school.nl/123456782",
                                                         "bestand-123456782.pdf",
                                                         "€ 123.456.782",
                                                         "123.456.782 euro",
                                                         "978-90-123456782",
                                                         "12 34 56 78 2",
                                                         "+31 123456782"}));
  CAPTURE(text);
  CHECK(found_in(text) == "");
}

TEST_CASE("an account number is found by its check, in every spelling", "[text]") {
  CHECK(found_in("NL91ABNA0417164300") == "R NL91ABNA0417164300");
  CHECK(found_in("op NL91 ABNA 0417 1643 00.") == "R NL91 ABNA 0417 1643 00");
  CHECK(found_in("nl91abna0417164300") == "R nl91abna0417164300");
  CHECK(found_in("IBAN:BE68 5390 0754 7034") == "R BE68 5390 0754 7034");
  CHECK(found_in("DE89370400440532013000,1") == "R DE89370400440532013000");
  CHECK(personal_data_key(PersonalDataKind::bank_account, "nl91 ABNA 0417.1643.00") == "NL91ABNA0417164300");
}

TEST_CASE("codes that only look like an account number are none, and their digits are no telephone", "[text]") {
  const std::string text =
      GENERATE(values<std::string>({"NL92ABNA0417164300", "NL91ABNA041716430", "NL91 ABNA 0612 3456 78",
                                    "XX91ABNA0417164300", "NL91ABNA04171643001", "24TG04", "AB12"}));
  CAPTURE(text);
  CHECK(found_in(text) == "");
}

TEST_CASE("a mail address at a provider for private persons is found", "[text]") {
  const std::string address = GENERATE(values<std::string>(
      {"jan@gmail.com", "j.de-boer+school@hotmail.nl", "JAN@Outlook.COM", "jan@live.nl", "jan@ziggo.nl",
       "jan@kpnmail.nl", "jan@planet.nl", "jan@xs4all.nl", "jan@icloud.com", "jan@yahoo.co.uk", "jan@me.com",
       "jan@upcmail.nl", "jan@proton.me", "jan@mail.xs4all.nl", "jan@gmail.con"}));
  CAPTURE(address);
  CHECK(found_in(address) == "M " + address);
  CHECK(found_in("[mail](mailto:" + address + ").") == "M " + address);
  CHECK(found_in("a," + address + ",b") == "M " + address);
}

TEST_CASE("an address of a school is no private mail", "[text]") {
  for (const std::string text : {"info@school.nl", "zorg@live.school.nl", "info@welcome.com", "@gmail.com", "M@zl",
                                 "gmail.com", "info@outlookschool.nl", "info@planet.amsterdam"}) {
    CAPTURE(text);
    CHECK(found_in(text) == "");
  }
}

TEST_CASE("searching takes time in proportion to the text", "[text]") {
  // Each of these would take minutes if one piece were looked at again from every place in it.
  for (const std::string piece : {"06 ", "@", "1", "1 ", "http://a@", "NL91 ", "a.", "(", "+"}) {
    std::string text;
    while (text.size() < 200'000) text += piece;
    CHECK(find_personal_data(text).size() < text.size());
  }
}
