// `wegwijs register`: the file of DUO beside the schools of the site.
#include <xlsxwriter.h>

#include <catch2/catch.hpp>
#include <sstream>

#include "deliver/portal.h"
#include "files/disk.h"

using namespace wegwijs;

namespace {

constexpr std::string_view head =
    "PROVINCIE;INSTELLINGSCODE;VESTIGINGSCODE;VESTIGINGSNAAM;STRAATNAAM;HUISNUMMER-TOEVOEGING;POSTCODE;PLAATSNAAM;"
    "GEMEENTENAAM;DENOMINATIE;TELEFOONNUMMER;INTERNETADRES;ONDERWIJSSTRUCTUUR\r\n";

std::string line(std::string_view code, std::string_view street, std::string_view phone, std::string_view site,
                 std::string_view municipality = "AMSTERDAM") {
  return "Noord-Holland;" + std::string(code.substr(0, 4)) + ";" + std::string(code) + ";Naam; " + std::string(street) +
         ";31;1017 RV;'S-GRAVENHAGE;" + std::string(municipality) + ";Openbaar;" + std::string(phone) + ";" +
         std::string(site) + ";VWO\r\n";
}

class RegisterPortal : public SchoolPortal {
 public:
  RegisterPortal()
      : SchoolPortal(
            "naam: De Brug\nbrin: \"21AB\" # van DUO\nvestiging: \"00\"\nadres: Weteringschans 31\n"
            "telefoon: 020 626 3396\nwebsite: \"https://www.brug.example/\"\nlift: [{status: ja, bron: "
            "{titel: Gids}}]\n") {
    folder().put("scholen/_schema.yaml", R"(
fields:
  - {id: naam, type: text, role: title, required: true, label: {nl: Naam}}
  - {id: brin, type: text, label: {nl: Brin}}
  - {id: vestiging, type: text, label: {nl: Vestiging}}
  - {id: adres, type: text, label: {nl: Adres}}
  - {id: plaats, type: text, label: {nl: Plaats}}
  - {id: telefoon, type: phone, label: {nl: Telefoon}}
  - {id: website, type: web_address, label: {nl: Website}}
  - {id: lift, type: claim, label: {nl: Lift}}
)");
    folder().put("scholen/de-sluis.yaml", "naam: De Sluis\nbrin: 99ZZ\nvestiging: \"01\"\n");
  }
  ProgramRun compare(const std::string& rows, std::vector<std::string> options = {}) const {
    put("duo.csv", std::string(head) + rows);
    options.insert(options.begin(), {"register", path("duo.csv"), "--gemeente", "Amsterdam"});
    return run(std::move(options));
  }
};

/// The bytes of an .xlsx with the cells of `rows`, separated by semicolons.
std::string workbook_of(const RegisterPortal& portal, const std::string& rows) {
  portal.put("vestigingen.xlsx", "");
  const std::string path = portal.path("vestigingen.xlsx");
  lxw_workbook* workbook = workbook_new(path.c_str());
  lxw_worksheet* sheet = workbook_add_worksheet(workbook, "vestigingen");
  std::istringstream lines(rows);
  lxw_row_t row = 0;
  for (std::string one; std::getline(lines, one); ++row) {
    std::istringstream cells(one.substr(0, one.find('\r')));
    lxw_col_t column = 0;
    for (std::string cell; std::getline(cells, cell, ';'); ++column)
      worksheet_write_string(sheet, row, column, cell.c_str(), nullptr);
  }
  REQUIRE(workbook_close(workbook) == LXW_NO_ERROR);
  return read_file(path);
}

bool has(const ProgramRun& run, std::string_view words) {
  return run.output.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("the register is told beside the site, and spelling is no difference", "[deliver]") {
  const RegisterPortal portal;
  const std::string before = portal.profile();
  const ProgramRun run =
      portal.compare(line("21AB00", "Weteringschans", "0206263396", "www.brug.example") +
                     line("30XX00", "Dam", "0612345678", "") + line("40YY00", "Ver", "", "", "UTRECHT"));
  INFO(run.output << run.errors);
  CHECK(run.exit_code == 0);
  CHECK(has(run,
            "Vestigingen in het register: 2. Anders: 1; niet op de site: 1; op de site en niet in het register: 1."));
  CHECK(has(run, "Plaats (plaats): nog niets → 's-Gravenhage\n"));
  CHECK(has(run, "- 30XX00 Naam, Dam 31, 's-Gravenhage\n"));
  CHECK(has(run, "- 99ZZ01 De Sluis\n"));
  CHECK_FALSE(has(run, "Telefoon"));
  CHECK_FALSE(has(run, "Website"));
  CHECK(portal.profile() == before);
}

TEST_CASE("what the register changed is written, and claims and comments are left alone", "[deliver]") {
  const RegisterPortal portal;
  const std::string row = line("21AB00", "Nieuwe Gracht", "0201112233", "brug.example");
  CHECK(portal.compare(row, {"--apply", "--leave", "plaats"}).exit_code == 0);
  CHECK(portal.profile() ==
        "naam: De Brug\nbrin: \"21AB\" # van DUO\nvestiging: \"00\"\nadres: Nieuwe Gracht 31\ntelefoon: "
        "0201112233\nwebsite: "
        "\"https://www.brug.example/\"\nlift: [{status: ja, bron: {titel: Gids}}]\n");
}

TEST_CASE("the register is read in both encodings and with both line ends", "[deliver]") {
  std::string rows = line("21AB00", "Lombok\xEBnstraat", "", "");
  const RegisterPortal portal;
  CHECK(has(portal.compare(rows), "Weteringschans 31 → Lombokënstraat 31"));
  std::erase(rows, '\r');
  rows.replace(rows.find('\xEB'), 1, "ë");
  CHECK(has(portal.compare(rows), "Weteringschans 31 → Lombokënstraat 31"));
}

TEST_CASE("the register is read as a spreadsheet saves it: text in UTF-16, or a workbook", "[deliver]") {
  const RegisterPortal portal;
  const std::string rows = std::string(head) + line("21AB00", "Lomboksstraat", "", "");
  std::string wide = "\xFF\xFE";
  for (const char c : rows) wide += {c == ';' ? '\t' : c, '\0'};
  portal.put("duo.txt", wide);
  CHECK(has(portal.run({"register", portal.path("duo.txt"), "--gemeente", "Amsterdam"}),
            "Weteringschans 31 → Lomboksstraat 31"));
  portal.put("duo.xlsx", workbook_of(portal, rows));
  CHECK(has(portal.run({"register", portal.path("duo.xlsx"), "--gemeente", "Amsterdam"}),
            "Weteringschans 31 → Lomboksstraat 31"));
  portal.put("duo.xlsx", workbook_of(portal, rows).substr(0, 400));
  const ProgramRun spoilt = portal.run({"register", portal.path("duo.xlsx"), "--gemeente", "Amsterdam"});
  CHECK(spoilt.exit_code == 1);
  CHECK(spoilt.output.find("kolom") == std::string::npos);
}

TEST_CASE("another file, and a municipality that is not in it, are told in one sentence", "[deliver]") {
  const RegisterPortal portal;
  CHECK(has(portal.compare(line("21AB00", "X", "", "", "UTRECHT")), "geen vestiging in 'Amsterdam'"));
  // One of two: the schools of the other would all seem to be gone.
  const std::string both = line("21AB00", "X", "", "") + line("30XX00", "Dam", "", "", "DIEMEN");
  CHECK(has(portal.compare(both, {"--gemeente", "Diemn"}), "geen vestiging in 'Diemn'; bedoelde u 'DIEMEN'? Schrijf"));
  CHECK(has(portal.compare(both, {"--gemeente", "diemen"}), "Vestigingen in het register: 2"));
  portal.put("x.csv", "a;b\n1;2\n");
  const ProgramRun run = portal.run({"register", portal.path("x.csv"), "--gemeente", "Amsterdam"});
  CHECK(run.exit_code == 1);
  CHECK(has(run, "de kolom 'VESTIGINGSCODE' ontbreekt"));
}

TEST_CASE("register speaks English where the user or the site does", "[deliver]") {
  const RegisterPortal portal;
  const std::string row = line("21AB00", "Nieuwe Gracht", "", "");
  const ProgramRun told = portal.compare(row, {"--lang", "en"});
  CHECK(has(told, "Schools in the register: 1. Different: 1; not on the site: 0; on the site"));
  CHECK(has(told, "Nothing has changed yet. Take in what differs with --apply; leave a field with --leave.\n"));
  CHECK(has(portal.compare(line("21AB00", "X", "", "", "UTRECHT"), {"--lang", "en"}), "has no school in 'Amsterdam'"));
  CHECK(has(portal.compare(row, {"--lang", "en", "--apply"}), " changed.\n"));
}
