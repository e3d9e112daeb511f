#include "commands/command_line.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <charconv>
#include <iostream>
#include <utility>

#include "commands/installed_files.h"
#include "commands/usage_error.h"
#include "text/edit_distance.h"

namespace wegwijs {
namespace {

/// Values that need parsing: CLI11 would parse them with its own messages, in English.
struct WrittenValues {
  std::string language;
  std::string form;
  std::string school_report_form;
  std::string list_form;
  std::string receive_form;
  std::string threads;
  std::string allowed_local_port;
  std::string port;
  std::string keep;
};

constexpr std::array<std::string_view, 2> languages{"nl", "en"};
constexpr std::array<std::string_view, 2> list_forms{"text", "json"};
constexpr std::array<std::string_view, 3> receive_form_names{"text", "json", "html"};  // in order of ReceiveForm
constexpr std::array<std::string_view, 5> listed_kinds{"drafts", "future", "expired", "expiring", "old"};
constexpr std::array<std::string_view, 5> forms{"text", "plain", "json", "sarif", "github"};  // in order of ReportForm
constexpr std::array<std::string_view, 3> school_report_forms{"text", "csv", "json"};  // in order of SchoolReportForm

/// What a Dutch reader, or one who knows another generator, may try.
constexpr std::array<std::pair<std::string_view, std::string_view>, 25> other_names{{
    {"bouw", "build"},         {"bouwen", "build"},     {"maak", "build"},       {"publiceer", "publish"},
    {"publiceren", "publish"}, {"deploy", "publish"},   {"controleer", "check"}, {"test", "check"},
    {"bekijk", "serve"},       {"toon", "serve"},       {"start", "serve"},      {"preview", "serve"},
    {"nieuw", "new"},          {"uitleg", "explain"},   {"leg-uit", "explain"},  {"rapport", "report"},
    {"ontvang", "receive"},    {"formulier", "form"},   {"hernoem", "rename"},   {"verplaats", "rename"},
    {"move", "rename"},        {"verwijder", "remove"}, {"delete", "remove"},    {"exporteer", "export"},
    {"help", "--help"},
}};

/// Declares what can be asked, and reads it.
class ArgumentReader {
 public:
  ArgumentReader(Language language, const std::string& version)
      : language_(language),
        program_(in({"Wegwijs maakt een doorzoekbare site van Markdown en YAML.",
                     "Wegwijs makes a searchable site of Markdown and YAML."}),
                 "wegwijs") {
    program_.get_formatter()->label("Usage", in({"Gebruik", "Usage"}));
    program_.get_formatter()->label("OPTIONS", in({"OPTIES", "OPTIONS"}));
    program_.get_formatter()->label("SUBCOMMAND", in({"OPDRACHT", "COMMAND"}));
    program_.get_formatter()->label("Positionals", in({"Wat erbij hoort", "Arguments"}));
    program_.get_formatter()->label("REQUIRED", in({"(verplicht)", "(required)"}));
    program_.footer(
        in({"Meer over een opdracht: wegwijs help OPDRACHT", "More about a command: wegwijs help COMMAND"}));
    program_.require_subcommand(0, 1);  // we report when there is none
    program_.option_defaults()->group(in({"Opties", "Options"}));
    program_.set_help_flag("-h,--help", in({"Toon deze uitleg", "Show this explanation"}));
    program_.set_version_flag("--version", "wegwijs " + version)
        ->description(in({"Toon het versienummer", "Show the version"}));
    add_build();
    add_check();
    add_serve();
    add_new();
    add_list();
    add_explain();
    add_school_report();
    add_show();
    add_receive();
    add_form();
    add_register();
    add_rename();
    add_remove();
    add_publish();
    add_config();
    add_init();
    add_export();
  }

  /// Throws `UsageError`.
  ParsedArguments read(int argument_count, const char* const* arguments) {
    const std::vector<const char*> in_order =
        with_command_first(with_help_last({arguments, arguments + argument_count}));
    try {
      program_.parse(static_cast<int>(in_order.size()), in_order.data());
    } catch (const CLI::ParseError& error) {
      if (error.get_exit_code() != 0) throw usage_error(error);
      program_.exit(error, std::cout, std::cerr);
      parsed_.exit = ExitCode::good;
      return std::move(parsed_);
    }
    if (program_.get_subcommands().empty()) throw UsageError(with_choices({"Welke opdracht?", "Which command?"}));
    read_values();
    const CLI::App& chosen_command = *program_.get_subcommands().front();
    parsed_.command_line.command = chosen_command.get_name();
    const CLI::Option* const root = chosen_command.get_option_no_throw("--root");
    if (root != nullptr && root->count() == 0) line().root = root_from_here();
    if (root != nullptr && root->count() > 0 && !line().portal_list.empty()) {
      throw UsageError({"--root hoort bij één portaal en kan niet samen met --all.",
                        "--root is for one portal and cannot go with --all."});
    }
    return std::move(parsed_);
  }

 private:
  std::string in(BilingualText text) const { return std::string(text.in(language_)); }

  CLI::App* add_command(const std::string& name, BilingualText description) {
    CLI::App* command = program_.add_subcommand(name, in(description));
    command->group(in({"Opdrachten", "Commands"}));
    command->get_help_ptr()->group(in({"Opties", "Options"}));
    return command;
  }

  void add_root(CLI::App& command) {
    command.add_option("--root", line().root, in({"Map van het portaal (met site.yaml)", "Folder with site.yaml"}))
        ->type_name(in({"MAP", "FOLDER"}));
  }

  void add_site_options(CLI::App& command) {
    add_root(command);
    command
        .add_option("--theme", line().theme,
                    in({"Map van het thema (anders: themes/ in het portaal, of het thema van Wegwijs)",
                        "Folder of the theme (else: themes/ in the portal, or the theme of Wegwijs)"}))
        ->type_name(in({"MAP", "FOLDER"}));
    command
        .add_option("--base-url", line().base_address,
                    in({"Adres waarop de site komt te staan", "Address at which the site will stand"}))
        ->type_name(in({"ADRES", "ADDRESS"}));
    command
        .add_option("--clock", line().clock,
                    in({"Bouw alsof het deze dag is (2026-11-23)", "Build as if it were this day (2026-11-23)"}))
        ->type_name(in({"DAG", "DAY"}));
    command
        .add_option("-j,--jobs", written_.threads,
                    in({"Aantal draden tegelijk (anders: zoveel als de machine heeft)",
                        "Number of threads (else: as many as the machine has)"}))
        ->type_name(in({"AANTAL", "NUMBER"}));
    command.add_flag("-D,--drafts", line().drafts,
                     in({"Ook klad, toekomstige en verlopen pagina's", "Drafts, future and expired pages too"}));
    command.add_flag("-q,--quiet", line().quiet, in({"Zeg alleen wat er mis is", "Say only what is wrong"}));
    command.add_flag("-v,--verbose", line().verbose,
                     in({"Zeg eerst waar het programma van uitgaat", "Say first what the program believes"}));
  }

  void add_language(CLI::App& command) {
    command
        .add_option("--lang", written_.language,
                    in({"Taal van wat het programma zegt: nl of en (anders: 'taal' in site.yaml)",
                        "Language of what the program says: nl or en (else: 'taal' in site.yaml)"}))
        ->type_name(in({"TAAL", "LANGUAGE"}));
  }

  void add_report_options(CLI::App& command) {
    command
        .add_option("--format", written_.form,
                    in({"Vorm van de meldingen: text, of voor programma's plain, json, sarif of github (op "
                        "standaarduitvoer)",
                        "Form of the messages: text, or for programs plain, json, sarif or github (on standard "
                        "output)"}))
        ->type_name(in({"VORM", "FORM"}));
    command.add_flag("--strict", line().strict,
                     in({"Een waarschuwing telt als fout: er wordt niets gepubliceerd",
                         "A warning counts as an error: nothing is published"}));
  }

  void add_portal_list(CLI::App& command) {
    command
        .add_option("--all", line().portal_list,
                    in({"Alle portalen die dit bestand noemt (portalen: [utrecht, zeeland]), met één verslag",
                        "All portals that this file names (portalen: [utrecht, zeeland]), with one report"}))
        ->type_name(in({"BESTAND", "FILE"}));
  }

  void add_build() {
    CLI::App* build = add_command("build", {"Bouw de site in public/", "Build the site in public/"});
    add_site_options(*build);
    add_language(*build);
    add_report_options(*build);
    add_portal_list(*build);
    build
        ->add_option("-o,--output-dir", line().output_folder,
                     in({"Map voor de gebouwde site (anders: public/ in het portaal)",
                         "Folder for the built site (else: public/ in the portal)"}))
        ->type_name(in({"MAP", "FOLDER"}));
    build->add_flag("--metrics", line().metrics,
                    in({"Zeg ook wat elk onderdeel kostte", "Also say what each stage cost"}));
    build->add_flag("!--no-memory", line().memory,
                    in({"Maak alles, ook als er sinds de vorige bouw niets veranderd is",
                        "Make everything, also when nothing changed since the last build"}));
    build
        ->add_option("--explain", line().explained_page,
                     in({"Zeg waarom de pagina op dit adres opnieuw gemaakt wordt, of niet",
                         "Say why the page at this address is made anew, or not"}))
        ->type_name(in({"ADRES", "ADDRESS"}));
  }

  void add_check() {
    CLI::App* check = add_command("check", {"Kijk alles na en schrijf niets", "Check everything and write nothing"});
    add_site_options(*check);
    add_language(*check);
    add_report_options(*check);
    add_portal_list(*check);
    check->add_flag("--external", line().external,
                    in({"Vraag ook elk webadres buiten de site op; kan minuten duren",
                        "Ask every web address outside the site too; may take minutes"}));
    // Not shown in the help: only the tests have a server on this machine.
    check->add_option("--allow-local-port", written_.allowed_local_port)->group("");
  }

  void add_serve() {
    CLI::App* serve = add_command("serve", {"Bekijk de site op deze computer; vernieuwt bij elke wijziging",
                                            "Show the site on this computer; made anew at every change"});
    add_site_options(*serve);
    add_language(*serve);
    serve->add_flag("--edit", line().edit, in({"Ook bewerken, in de browser", "Edit too, in the browser"}));
    serve->add_option("-p,--port", written_.port, in({"Poort op 127.0.0.1 (anders: 1313)", "Port (else: 1313)"}))
        ->type_name(in({"NUMMER", "NUMBER"}));
  }

  void add_rename() {
    CLI::App* rename = add_command("rename", {"Geef een stuk een ander adres; schrijft niets zonder --apply",
                                              "Give an entry another address; writes nothing without --apply"});
    rename
        ->add_option("stuk", line().moved,
                     in({"Adres (/scholen/de-brug/) of bestand (schoolprofiles/de-brug.yaml)",
                         "Address (/scholen/de-brug/) or file (schoolprofiles/de-brug.yaml)"}))
        ->type_name("")
        ->required();
    rename
        ->add_option(
            "nieuw", line().new_name,
            in({"Nieuwe naam: kleine letters, cijfers en streepjes", "New name: small letters, digits, hyphens"}))
        ->type_name("")
        ->required();
    add_site_options(*rename);
    add_language(*rename);
    rename->add_flag("--apply", line().apply,
                     in({"Verander het bestand en alles wat ernaar verwijst; het oude adres leidt naar het nieuwe",
                         "Change the file and all that refers to it; the old address leads to the new one"}));
  }

  void add_remove() {
    CLI::App* remove = add_command("remove", {"Haal een stuk weg met alles wat ernaar verwijst; schrijft niets zonder "
                                              "--apply",
                                              "Take an entry away with all that refers to it; writes nothing without "
                                              "--apply"});
    remove
        ->add_option("stuk", line().moved,
                     in({"Adres (/scholen/de-brug/) of bestand (schoolprofiles/de-brug.yaml)",
                         "Address (/scholen/de-brug/) or file (schoolprofiles/de-brug.yaml)"}))
        ->type_name("")
        ->required();
    remove
        ->add_option("--to", line().redirect_target,
                     in({"Waar het oude adres heen leidt (anders: de lijst waarin het stond)",
                         "Where the old address leads (else: the list that it was in)"}))
        ->type_name(in({"ADRES", "ADDRESS"}));
    add_site_options(*remove);
    add_language(*remove);
    remove->add_flag("--apply", line().apply,
                     in({"Haal het bestand weg en verander alles wat ernaar verwijst",
                         "Take the file away and change all that refers to it"}));
  }

  void add_new() {
    CLI::App* create = add_command("new", {"Maak een nieuw bestand met alle velden van het schema",
                                           "Make a new file with all fields of the schema"});
    create
        ->add_option("soort", line().new_kind,
                     in({"Verzameling: activiteit, school, pagina, of de naam uit site.yaml",
                         "Collection: activiteit, school, pagina, or the name in site.yaml"}))
        ->type_name("")
        ->required();
    create
        ->add_option("id", line().new_id,
                     in({"Naam van het bestand en het adres, bijvoorbeeld 'de-brug'",
                         "Name of the file and the address, for example 'de-brug'"}))
        ->type_name("")
        ->required();
    add_root(*create);
    add_language(*create);
  }

  void add_list() {
    CLI::App* list = add_command(
        "list", {"Noem wat niet gepubliceerd is, of wat oud is", "Name what is not published, or what is old"});
    list->add_option(
            "wat", line().listed,
            in({"drafts (klad), future (nog niet aan de beurt), expired (verlopen), expiring (verdwijnt binnen twee "
                "weken) of old (ouder dan 24 maanden)",
                "drafts, future, expired, expiring (within two weeks) or old (more than 24 months)"}))
        ->type_name("")
        ->required();
    add_root(*list);
    list->add_option("--clock", line().clock,
                     in({"Kijk alsof het deze dag is (2026-11-23)", "Look as if it were this day (2026-11-23)"}))
        ->type_name(in({"DAG", "DAY"}));
    list->add_option("--format", written_.list_form,
                     in({"text, of json voor programma's", "text, or json for programs"}))
        ->type_name(in({"VORM", "FORM"}));
    add_language(*list);
  }

  void add_explain() {
    CLI::App* explain =
        add_command("explain", {"Leg een melding uit, met een voorbeeld", "Explain a message, with an example"});
    explain
        ->add_option("melding", line().rule,
                     in({"De naam tussen [ ] achter de melding (anders: een lijst van alle)",
                         "The name between [ ] behind the message (else: a list of all)"}))
        ->type_name("");
    add_root(*explain);
    add_language(*explain);
  }

  void add_school_report() {
    CLI::App* report = add_command("report", {"Zeg per school wat er in haar profiel ontbreekt of beter kan",
                                              "Say of each school what its profile lacks"});
    add_site_options(*report);
    add_language(*report);
    report->add_option("--school", line().school, in({"Alleen deze school (anders: alle)", "This school (else: all)"}))
        ->type_name("ID");
    report
        ->add_option("--format", written_.school_report_form,
                     in({"Vorm: text (een mail per school, in het Nederlands), csv of json",
                         "Form: text (a mail to each school, in Dutch), csv or json"}))
        ->type_name(in({"VORM", "FORM"}));
    report
        ->add_option("--to", line().reports_folder,
                     in({"Map voor een mail per school", "Folder for a mail per school"}))
        ->type_name(in({"MAP", "FOLDER"}));
  }

  void add_receive() {
    CLI::App* receive = add_command("receive", {"Neem formulieren van scholen in; schrijft niets zonder --apply",
                                                "Take in forms of schools; writes nothing without --apply"});
    receive
        ->add_option("bestand", line().received,
                     in({"Wat de school stuurde: het bestand van het formulier, of een werkboek (xlsx, ods) of csv",
                         "What the school sent: the file of the form, or a workbook (xlsx, ods) or csv"}))
        ->type_name("")
        ->required();
    add_site_options(*receive);
    add_language(*receive);
    receive
        ->add_option("--format", written_.receive_form,
                     in({"Vorm: text, json, of html (een pagina om te bekijken); in het Nederlands",
                         "Form: text, json or html (a page to look at); in Dutch"}))
        ->type_name(in({"VORM", "FORM"}));
    receive->add_flag("--apply", line().apply,
                      in({"Schrijf wat nieuw, gewijzigd of bevestigd is in de profielen",
                          "Write what is new, changed or confirmed into the profiles"}));
    receive->add_flag("--reply", line().reply,
                      in({"Toon de mail terug aan de school", "Print the mail back to the school"}));
    receive
        ->add_option("--accept", line().accepted,
                     in({"Neem dit onderwerp over, ook al spreekt het tegen (mag vaker)",
                         "Take in this row although it contradicts (repeatable)"}))
        ->type_name(in({"VELD", "FIELD"}))
        ->allow_extra_args(false);
    receive
        ->add_option("--leave", line().left,
                     in({"Neem dit onderwerp niet over (mag vaker)", "Do not take in this row (repeatable)"}))
        ->type_name(in({"VELD", "FIELD"}))
        ->allow_extra_args(false);
  }

  void add_form() {
    CLI::App* form = add_command(
        "form", {"Maak per school een werkboek om in te vullen", "Make a workbook for each school to fill in"});
    form->add_option("--xlsx", line().forms_folder, in({"Map voor de werkboeken", "Folder for the workbooks"}))
        ->type_name(in({"MAP", "FOLDER"}))
        ->required();
    form->add_option("--school", line().school, in({"Alleen deze school (anders: alle)", "This school (else: all)"}))
        ->type_name("ID");
    add_site_options(*form);
    add_language(*form);
  }

  void add_register() {
    CLI::App* reg =
        add_command("register", {"Vergelijk de scholen met het register van DUO; schrijft niets zonder --apply",
                                 "Compare the schools with the register; writes nothing without --apply"});
    reg->add_option("bestand", line().register_file,
                    in({"Bestand van DUO met alle vestigingen (csv)", "File of the register with all sites (csv)"}))
        ->type_name("")
        ->required();
    reg->add_option("--gemeente", line().municipalities, in({"Gemeente (mag vaker)", "Municipality (repeatable)"}))
        ->type_name(in({"NAAM", "NAME"}))
        ->allow_extra_args(false)
        ->required();
    add_site_options(*reg);
    add_language(*reg);
    reg->add_flag("--apply", line().apply,
                  in({"Schrijf wat veranderd is in de profielen; de beweringen blijven zoals ze zijn",
                      "Write what changed into the profiles; claims are left alone"}));
    reg->add_option("--leave", line().left,
                    in({"Laat dit veld zoals het is (mag vaker)", "Leave this field (repeatable)"}))
        ->type_name(in({"VELD", "FIELD"}))
        ->allow_extra_args(false);
  }

  void add_init() {
    CLI::App* init = add_command(
        "init", {"Maak een nieuw portaal dat meteen gebouwd kan worden", "Make a new portal that builds at once"});
    init->add_option("map", line().new_portal,
                     in({"Map voor het portaal; die mag nog niet bestaan, of leeg zijn",
                         "Folder for the portal; it must not exist yet, or be empty"}))
        ->type_name("")
        ->required();
    init->add_option("--name", line().portal_name, in({"Naam van het portaal", "Name of the portal"}))
        ->type_name(in({"NAAM", "NAME"}));
    init->add_flag("--primary", line().is_primary,
                   in({"Voor basisscholen (anders: voor middelbare scholen)",
                       "For primary schools (else: for secondary schools)"}));
    init->add_option("--from", line().register_file,
                     in({"Bestand van DUO met alle vestigingen (csv): een profiel voor elke school",
                         "File of the register with all sites (csv): a profile for each school"}))
        ->type_name(in({"BESTAND", "FILE"}));
    init->add_option("--gemeente", line().municipalities,
                     in({"Met --from: gemeente (mag vaker)", "With --from: municipality (repeatable)"}))
        ->type_name(in({"NAAM", "NAME"}))
        ->allow_extra_args(false);
    add_language(*init);
  }

  void add_export() {
    CLI::App* exported =
        add_command("export", {"Schrijf wat het zoeken van elke pagina weet, voor een zoekmachine elders",
                               "Write what the search knows of each page, for a search engine elsewhere"});
    add_site_options(*exported);
    add_language(*exported);
    exported
        ->add_option("-o,--output", line().output_folder,
                     in({"Bestand, een regel JSON per pagina (anders: standaarduitvoer)",
                         "File, a line of JSON per page (else: standard output)"}))
        ->type_name(in({"BESTAND", "FILE"}));
  }

  void add_config() {
    CLI::App* config = add_command(
        "config", {"Zeg waar het programma van uitgaat, en waarom", "Say what the program believes, and why"});
    add_site_options(*config);
    add_language(*config);
  }

  void add_publish() {
    CLI::App* publish = add_command("publish", {"Bouw de site en breng haar naar de plaats waar lezers haar vinden",
                                                "Build the site and bring it to where readers find it"});
    publish
        ->add_option("plaats", line().publish_target,
                     in({"Een map, ssh://naam@server/map of s3://emmer/map (anders: 'publiceren' in site.yaml)",
                         "A folder, ssh://name@server/folder or s3://bucket/folder (else: 'publiceren' in site.yaml)"}))
        ->type_name("");
    publish->add_flag("--dry-run", line().dry_run,
                      in({"Zeg wat er zou veranderen en verander niets", "Say what would change and change nothing"}));
    publish->add_flag("--accept-gone", line().accept_gone,
                      in({"Adressen mogen verdwijnen zonder dat het gevraagd wordt",
                          "Addresses may vanish without being asked for"}));
    publish->add_flag("--rollback", line().roll_back,
                      in({"Geef lezers weer de vorige versie", "Give readers the release before this one again"}));
    publish->add_flag("--releases", line().lists_releases,
                      in({"Noem de versies die er zijn", "Name the releases that there are"}));
    publish
        ->add_option("--keep", written_.keep,
                     in({"Aantal versies dat blijft staan (anders: 5)", "Number of releases that stay (else: 5)"}))
        ->type_name(in({"AANTAL", "NUMBER"}));
    add_site_options(*publish);
    add_language(*publish);
    add_report_options(*publish);
  }

  void add_show() {
    CLI::App* show = add_command("show", {"Zeg waar een pagina vandaan komt en welk sjabloon haar maakt",
                                          "Say where a page comes from and which template makes it"});
    show->add_option("adres", line().shown_address,
                     in({"Adres van de pagina, bijvoorbeeld /scholen/", "Address of the page, for example /scholen/"}))
        ->type_name("")
        ->required();
    show->add_flag("--data", line().with_data,
                   in({"Ook alles wat het sjabloon verteld wordt", "All that the template is told, too"}));
    add_site_options(*show);
    add_language(*show);
  }

  /// `wegwijs help build` asks the same as `wegwijs build --help`.
  std::vector<const char*> with_help_last(std::vector<const char*> arguments) const {
    if (arguments.size() < 2 || std::string_view(arguments[1]) != "help") return arguments;
    arguments.erase(arguments.begin() + 1);
    const bool names_command = arguments.size() > 1 && arguments[1][0] != '-';
    const std::vector<std::string> known = commands();
    if (names_command && std::find(known.begin(), known.end(), arguments[1]) == known.end())
      throw unknown_word(arguments[1], program_);
    arguments.insert(arguments.begin() + (names_command ? 2 : 1), "--help");
    return arguments;
  }

  /// Options may also come before the command they belong to, as they do in other programs.
  std::vector<const char*> with_command_first(std::vector<const char*> arguments) const {
    std::size_t place = 1;
    while (place < arguments.size()) {
      const std::string_view word = arguments[place];
      if (!word.starts_with('-')) break;
      if (word == "--" || word == "-h" || word == "--help" || word == "--version") return arguments;
      place += takes_next_word(word) ? 2U : 1U;
    }
    if (place <= 1 || place >= arguments.size()) return arguments;
    const std::vector<std::string> names = commands();
    if (std::find(names.begin(), names.end(), arguments[place]) == names.end()) return arguments;
    std::rotate(arguments.begin() + 1, arguments.begin() + static_cast<std::ptrdiff_t>(place),
                arguments.begin() + static_cast<std::ptrdiff_t>(place) + 1);
    return arguments;
  }

  /// Whether the value of this option is the word after it.
  bool takes_next_word(std::string_view option) const {
    if (option.find('=') != std::string_view::npos || (!option.starts_with("--") && option.size() > 2)) return false;
    for (const CLI::App* command : program_.get_subcommands({})) {
      const CLI::Option* known = command->get_option_no_throw(std::string(option));
      if (known != nullptr) return known->get_items_expected_max() > 0;
    }
    return false;
  }

  /// The words after which CLI11 gave up, as the user should read it.
  UsageError usage_error(const CLI::ParseError& error) const {
    const std::vector<CLI::App*> chosen = program_.get_subcommands();
    const std::vector<std::string> unknown = program_.remaining(true);
    if (!unknown.empty()) return unknown_word(unknown.front(), chosen.empty() ? program_ : *chosen.front());
    if (!chosen.empty()) {
      for (const CLI::Option* option : chosen.front()->get_options()) {
        if (option->get_required() && option->count() == 0) {
          const std::string name = option->get_name();
          return UsageError(
              {fmt::format("Bij '{}' hoort nog '{}': {}.", chosen.front()->get_name(), name, option->get_description()),
               fmt::format("'{}' needs '{}' too: {}.", chosen.front()->get_name(), name, option->get_description())});
        }
      }
    }
    // What is left concerns one option, whose name begins the text of CLI11.
    const std::string words = error.what();
    const std::string option = words.substr(0, words.find_first_of(": "));
    if (!option.starts_with('-')) return UsageError({"Deze opdracht begrijp ik niet.", "This cannot be understood."});
    const bool is_flag = is_flag_of(option, chosen);
    return UsageError({fmt::format("Achter '{}' hoort {}.", option, is_flag ? "geen waarde" : "één waarde"),
                       fmt::format("'{}' takes {}.", option, is_flag ? "no value" : "one value")});
  }

  static bool is_flag_of(const std::string& name, const std::vector<CLI::App*>& chosen) {
    const CLI::Option* option = chosen.empty() ? nullptr : chosen.front()->get_option_no_throw(name);
    return option != nullptr && option->get_items_expected_max() == 0;
  }

  UsageError unknown_word(const std::string& word, const CLI::App& place) const {
    const bool is_option = word.starts_with('-');
    const bool is_command = !is_option && place.get_parent() == nullptr;
    std::vector<std::string> names = is_option    ? options_of(place)
                                     : is_command ? commands()
                                                  : std::vector<std::string>();
    const auto* habit = std::find_if(other_names.begin(), other_names.end(),
                                     [&](const auto& pair) { return is_command && pair.first == word; });
    const std::vector<std::string_view> candidates(names.begin(), names.end());
    const std::string near = habit != other_names.end()
                                 ? std::string(habit->second)
                                 : nearest_word(word.substr(0, word.find('=')), candidates).value_or("");
    const std::string what_nl = is_option ? "geen optie" : is_command ? "geen opdracht" : "hier te veel";
    const std::string what_en = is_option ? "not an option" : is_command ? "not a command" : "one too many here";
    const std::string of = place.get_parent() == nullptr ? "" : fmt::format(" van '{}'", place.get_name());
    const std::string of_en = place.get_parent() == nullptr ? "" : fmt::format(" of '{}'", place.get_name());
    std::string nl = fmt::format("'{}' is {}{}", word, what_nl, is_option ? of : "");
    std::string en = fmt::format("'{}' is {}{}", word, what_en, is_option ? of_en : "");
    if (!near.empty()) {
      return UsageError({nl + fmt::format("; bedoelde u '{}'?", near), en + fmt::format("; did you mean '{}'?", near)});
    }
    if (names.empty()) return UsageError({nl + ".", en + "."});
    return UsageError({nl + "; kies uit: " + joined(names) + ".", en + "; choose from: " + joined(names) + "."});
  }

  Argument with_choices(BilingualText question) const {
    return {fmt::format("{} Kies uit: {}.", question.nl, joined(commands())),
            fmt::format("{} Choose from: {}.", question.en, joined(commands()))};
  }

  std::vector<std::string> commands() const {
    std::vector<std::string> names;
    for (const CLI::App* command : program_.get_subcommands({})) names.push_back(command->get_name());
    return names;
  }

  static std::vector<std::string> options_of(const CLI::App& place) {
    std::vector<std::string> names;
    for (const CLI::Option* option : place.get_options()) {
      if (option->get_group().empty()) continue;
      for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    }
    return names;
  }

  template <typename Words>
  static std::string joined(const Words& words) {
    std::string result;
    for (const auto& word : words) {
      if (!result.empty()) result += ", ";
      result += word;
    }
    return result;
  }

  void read_values() {
    if (!written_.form.empty()) line().form = static_cast<ReportForm>(chosen(written_.form, "--format", forms));
    if (!written_.school_report_form.empty())
      line().school_report_form =
          static_cast<SchoolReportForm>(chosen(written_.school_report_form, "--format", school_report_forms));
    if (!written_.receive_form.empty())
      line().receive_form = static_cast<ReceiveForm>(chosen(written_.receive_form, "--format", receive_form_names));
    if (!written_.list_form.empty() && chosen(written_.list_form, "--format", list_forms) == 1)
      line().form = ReportForm::json;
    if (!line().listed.empty()) chosen(line().listed, "'list'", listed_kinds);
    if (!written_.language.empty()) chosen(written_.language, "--lang", languages);
    if (!written_.threads.empty()) line().threads = number(written_.threads, "--jobs", 1, 1024);
    if (!written_.allowed_local_port.empty())
      line().allowed_local_port =
          static_cast<std::uint16_t>(number(written_.allowed_local_port, "--allow-local-port", 1, 65535));
    if (!written_.keep.empty()) line().keep = number(written_.keep, "--keep", 1, 100);
    if (!written_.port.empty()) line().port = static_cast<std::uint16_t>(number(written_.port, "--port", 1, 65535));
  }

  template <std::size_t Size>
  static std::size_t chosen(const std::string& word, std::string_view option,
                            const std::array<std::string_view, Size>& choices) {
    const auto* found = std::find(choices.begin(), choices.end(), word);
    if (found != choices.end()) return static_cast<std::size_t>(found - choices.begin());
    const std::string near = nearest_word(word, choices).value_or("");
    const std::string list = joined(choices);
    throw UsageError({near.empty() ? fmt::format("'{}' kan niet bij {}; kies uit: {}.", word, option, list)
                                   : fmt::format("'{}' kan niet bij {}; bedoelde u '{}'?", word, option, near),
                      near.empty()
                          ? fmt::format("'{}' is not possible at {}; choose from: {}.", word, option, list)
                          : fmt::format("'{}' is not possible at {}; did you mean '{}'?", word, option, near)});
  }

  static unsigned number(const std::string& word, std::string_view option, unsigned least, unsigned most) {
    unsigned value = 0;
    const char* end = word.data() + word.size();
    const auto [stopped, error] = std::from_chars(word.data(), end, value);
    if (error == std::errc() && stopped == end && value >= least && value <= most) return value;
    throw UsageError(
        {fmt::format("'{}' kan niet bij {}; schrijf een heel getal van {} tot {}.", word, option, least, most),
         fmt::format("'{}' is not possible at {}; write a whole number from {} to {}.", word, option, least, most)});
  }

  CommandLine& line() { return parsed_.command_line; }

  Language language_;
  ParsedArguments parsed_;
  WrittenValues written_;
  CLI::App program_;
};

}  // namespace

ParsedArguments read_arguments(int argument_count, const char* const* arguments, const std::string& version,
                               Language language) {
  ParsedArguments parsed = ArgumentReader(language, version).read(argument_count, arguments);
  parsed.command_line.language = language;
  return parsed;
}

}  // namespace wegwijs
