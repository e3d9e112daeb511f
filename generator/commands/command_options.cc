#include "commands/command_options.h"

#include <CLI/CLI.hpp>

namespace wegwijs {
namespace {

class CommandOptions {
 public:
  CommandOptions(CLI::App& program, Language language, CommandLine& line, WrittenValues& written)
      : program_(program), language_(language), line_(line), written_(written) {}

  void add_all() {
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

 private:
  std::string in(BilingualText text) const { return std::string(text.in(language_)); }

  CLI::App* add_command(const std::string& name, BilingualText description) {
    CLI::App* command = program_.add_subcommand(name, in(description));
    command->group(in({"Opdrachten", "Commands"}));
    command->get_help_ptr()->group(in({"Opties", "Options"}));
    return command;
  }

  void add_root(CLI::App& command) {
    command.add_option("--root", line_.root, in({"Map van het portaal (met site.yaml)", "Folder with site.yaml"}))
        ->type_name(in({"MAP", "FOLDER"}));
  }

  void add_site_options(CLI::App& command) {
    add_root(command);
    command
        .add_option("--theme", line_.theme,
                    in({"Map van het thema (anders: themes/ in het portaal, of het thema van Wegwijs)",
                        "Folder of the theme (else: themes/ in the portal, or the theme of Wegwijs)"}))
        ->type_name(in({"MAP", "FOLDER"}));
    command
        .add_option("--base-url", line_.base_address,
                    in({"Adres waarop de site komt te staan", "Address at which the site will stand"}))
        ->type_name(in({"ADRES", "ADDRESS"}));
    command
        .add_option("--clock", line_.clock,
                    in({"Bouw alsof het deze dag is (2026-11-23)", "Build as if it were this day (2026-11-23)"}))
        ->type_name(in({"DAG", "DAY"}));
    command
        .add_option("-j,--jobs", written_.threads,
                    in({"Aantal draden tegelijk (anders: zoveel als de machine heeft)",
                        "Number of threads (else: as many as the machine has)"}))
        ->type_name(in({"AANTAL", "NUMBER"}));
    command.add_flag("-D,--drafts", line_.drafts,
                     in({"Ook klad, toekomstige en verlopen pagina's", "Drafts, future and expired pages too"}));
    command.add_flag("-q,--quiet", line_.quiet, in({"Zeg alleen wat er mis is", "Say only what is wrong"}));
    command.add_flag("-v,--verbose", line_.verbose,
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
    command.add_flag("--strict", line_.strict,
                     in({"Een waarschuwing telt als fout: er wordt niets gepubliceerd",
                         "A warning counts as an error: nothing is published"}));
  }

  void add_portal_list(CLI::App& command) {
    command
        .add_option("--all", line_.portal_list,
                    in({"Alle portalen die dit bestand noemt (portalen: [utrecht, zeeland]), met één verslag",
                        "All portals that this file names (portalen: [utrecht, zeeland]), with one report"}))
        ->type_name(in({"BESTAND", "FILE"}));
  }

  void add_metrics(CLI::App& command) {
    command.add_flag("--metrics", line_.metrics,
                     in({"Zeg ook wat elk onderdeel kostte", "Also say what each stage cost"}));
  }

  void add_build() {
    CLI::App* build = add_command("build", {"Bouw de site in public/", "Build the site in public/"});
    add_site_options(*build);
    add_language(*build);
    add_report_options(*build);
    add_portal_list(*build);
    build
        ->add_option("-o,--output-dir", line_.output_folder,
                     in({"Map voor de gebouwde site (anders: public/ in het portaal)",
                         "Folder for the built site (else: public/ in the portal)"}))
        ->type_name(in({"MAP", "FOLDER"}));
    add_metrics(*build);
    build->add_flag_callback(
        "--no-memory", [&memory = line_.memory] { memory = false; },
        in({"Maak alles, ook als er sinds de vorige bouw niets veranderd is",
            "Make everything, also when nothing changed since the last build"}));
    build
        ->add_option("--explain", line_.explained_page,
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
    check->add_flag("--external", line_.external,
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
    add_metrics(*serve);
    serve->add_flag("--edit", line_.edit, in({"Ook bewerken, in de browser", "Edit too, in the browser"}));
    serve->add_option("-p,--port", written_.port, in({"Poort op 127.0.0.1 (anders: 1313)", "Port (else: 1313)"}))
        ->type_name(in({"NUMMER", "NUMBER"}));
  }

  void add_rename() {
    CLI::App* rename = add_command("rename", {"Geef een stuk een ander adres; schrijft niets zonder --apply",
                                              "Give an entry another address; writes nothing without --apply"});
    rename
        ->add_option("stuk", line_.moved,
                     in({"Adres (/scholen/de-brug/) of bestand (schoolprofiles/de-brug.yaml)",
                         "Address (/scholen/de-brug/) or file (schoolprofiles/de-brug.yaml)"}))
        ->type_name("")
        ->required();
    rename
        ->add_option(
            "nieuw", line_.new_name,
            in({"Nieuwe naam: kleine letters, cijfers en streepjes", "New name: small letters, digits, hyphens"}))
        ->type_name("")
        ->required();
    add_site_options(*rename);
    add_language(*rename);
    rename->add_flag("--apply", line_.apply,
                     in({"Verander het bestand en alles wat ernaar verwijst; het oude adres leidt naar het nieuwe",
                         "Change the file and all that refers to it; the old address leads to the new one"}));
  }

  void add_remove() {
    CLI::App* remove = add_command("remove", {"Haal een stuk weg met alles wat ernaar verwijst; schrijft niets zonder "
                                              "--apply",
                                              "Take an entry away with all that refers to it; writes nothing without "
                                              "--apply"});
    remove
        ->add_option("stuk", line_.moved,
                     in({"Adres (/scholen/de-brug/) of bestand (schoolprofiles/de-brug.yaml)",
                         "Address (/scholen/de-brug/) or file (schoolprofiles/de-brug.yaml)"}))
        ->type_name("")
        ->required();
    remove
        ->add_option("--to", line_.redirect_target,
                     in({"Waar het oude adres heen leidt (anders: de lijst waarin het stond)",
                         "Where the old address leads (else: the list that it was in)"}))
        ->type_name(in({"ADRES", "ADDRESS"}));
    add_site_options(*remove);
    add_language(*remove);
    remove->add_flag("--apply", line_.apply,
                     in({"Haal het bestand weg en verander alles wat ernaar verwijst",
                         "Take the file away and change all that refers to it"}));
  }

  void add_new() {
    CLI::App* create = add_command("new", {"Maak een nieuw bestand met alle velden van het schema",
                                           "Make a new file with all fields of the schema"});
    create
        ->add_option("soort", line_.new_kind,
                     in({"Verzameling: activiteit, school, pagina, of de naam uit site.yaml",
                         "Collection: activiteit, school, pagina, or the name in site.yaml"}))
        ->type_name("")
        ->required();
    create
        ->add_option("id", line_.new_id,
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
            "wat", line_.listed,
            in({"drafts (klad), future (nog niet aan de beurt), expired (verlopen), expiring (verdwijnt binnen twee "
                "weken) of old (ouder dan 24 maanden)",
                "drafts, future, expired, expiring (within two weeks) or old (more than 24 months)"}))
        ->type_name("")
        ->required();
    add_root(*list);
    list->add_option("--clock", line_.clock,
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
        ->add_option("melding", line_.rule,
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
    report->add_option("--school", line_.school, in({"Alleen deze school (anders: alle)", "This school (else: all)"}))
        ->type_name("ID");
    report
        ->add_option("--format", written_.school_report_form,
                     in({"Vorm: text (een mail per school, in het Nederlands), csv of json",
                         "Form: text (a mail to each school, in Dutch), csv or json"}))
        ->type_name(in({"VORM", "FORM"}));
    report
        ->add_option("--to", line_.reports_folder, in({"Map voor een mail per school", "Folder for a mail per school"}))
        ->type_name(in({"MAP", "FOLDER"}));
  }

  void add_receive() {
    CLI::App* receive = add_command("receive", {"Neem formulieren van scholen in; schrijft niets zonder --apply",
                                                "Take in forms of schools; writes nothing without --apply"});
    receive
        ->add_option("bestand", line_.received,
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
    receive->add_flag("--apply", line_.apply,
                      in({"Schrijf wat nieuw, gewijzigd of bevestigd is in de profielen",
                          "Write what is new, changed or confirmed into the profiles"}));
    receive->add_flag("--reply", line_.reply,
                      in({"Toon de mail terug aan de school", "Print the mail back to the school"}));
    receive
        ->add_option("--accept", line_.accepted,
                     in({"Neem dit onderwerp over, ook al spreekt het tegen (mag vaker)",
                         "Take in this row although it contradicts (repeatable)"}))
        ->type_name(in({"VELD", "FIELD"}))
        ->allow_extra_args(false);
    receive
        ->add_option("--leave", line_.left,
                     in({"Neem dit onderwerp niet over (mag vaker)", "Do not take in this row (repeatable)"}))
        ->type_name(in({"VELD", "FIELD"}))
        ->allow_extra_args(false);
  }

  void add_form() {
    CLI::App* form = add_command(
        "form", {"Maak per school een werkboek om in te vullen", "Make a workbook for each school to fill in"});
    form->add_option("--xlsx", line_.forms_folder, in({"Map voor de werkboeken", "Folder for the workbooks"}))
        ->type_name(in({"MAP", "FOLDER"}))
        ->required();
    form->add_option("--school", line_.school, in({"Alleen deze school (anders: alle)", "This school (else: all)"}))
        ->type_name("ID");
    add_site_options(*form);
    add_language(*form);
  }

  void add_register() {
    CLI::App* reg =
        add_command("register", {"Vergelijk de scholen met het register van DUO; schrijft niets zonder --apply",
                                 "Compare the schools with the register; writes nothing without --apply"});
    reg->add_option("bestand", line_.register_file,
                    in({"Bestand van DUO met alle vestigingen (csv)", "File of the register with all sites (csv)"}))
        ->type_name("")
        ->required();
    reg->add_option("--gemeente", line_.municipalities, in({"Gemeente (mag vaker)", "Municipality (repeatable)"}))
        ->type_name(in({"NAAM", "NAME"}))
        ->allow_extra_args(false)
        ->required();
    add_site_options(*reg);
    add_language(*reg);
    reg->add_flag("--apply", line_.apply,
                  in({"Schrijf wat veranderd is in de profielen; de beweringen blijven zoals ze zijn",
                      "Write what changed into the profiles; claims are left alone"}));
    reg->add_option("--leave", line_.left,
                    in({"Laat dit veld zoals het is (mag vaker)", "Leave this field (repeatable)"}))
        ->type_name(in({"VELD", "FIELD"}))
        ->allow_extra_args(false);
  }

  void add_init() {
    CLI::App* init = add_command(
        "init", {"Maak een nieuw portaal dat meteen gebouwd kan worden", "Make a new portal that builds at once"});
    init->add_option("map", line_.new_portal,
                     in({"Map voor het portaal; die mag nog niet bestaan, of leeg zijn",
                         "Folder for the portal; it must not exist yet, or be empty"}))
        ->type_name("")
        ->required();
    init->add_option("--name", line_.portal_name, in({"Naam van het portaal", "Name of the portal"}))
        ->type_name(in({"NAAM", "NAME"}));
    init->add_flag("--primary", line_.is_primary,
                   in({"Voor basisscholen (anders: voor middelbare scholen)",
                       "For primary schools (else: for secondary schools)"}));
    init->add_option("--from", line_.register_file,
                     in({"Bestand van DUO met alle vestigingen (csv): een profiel voor elke school",
                         "File of the register with all sites (csv): a profile for each school"}))
        ->type_name(in({"BESTAND", "FILE"}));
    init->add_option("--gemeente", line_.municipalities,
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
        ->add_option("-o,--output", line_.output_folder,
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
        ->add_option("plaats", line_.publish_target,
                     in({"Een map, ssh://naam@server/map of s3://emmer/map (anders: 'publiceren' in site.yaml)",
                         "A folder, ssh://name@server/folder or s3://bucket/folder (else: 'publiceren' in site.yaml)"}))
        ->type_name("");
    publish->add_flag("--dry-run", line_.dry_run,
                      in({"Zeg wat er zou veranderen en verander niets", "Say what would change and change nothing"}));
    publish->add_flag("--accept-gone", line_.accept_gone,
                      in({"Adressen mogen verdwijnen zonder dat het gevraagd wordt",
                          "Addresses may vanish without being asked for"}));
    publish->add_flag("--rollback", line_.roll_back,
                      in({"Geef lezers weer de vorige versie", "Give readers the release before this one again"}));
    publish->add_flag("--releases", line_.lists_releases,
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
    show->add_option("adres", line_.shown_address,
                     in({"Adres van de pagina, bijvoorbeeld /scholen/", "Address of the page, for example /scholen/"}))
        ->type_name("")
        ->required();
    show->add_flag("--data", line_.with_data,
                   in({"Ook alles wat het sjabloon verteld wordt", "All that the template is told, too"}));
    add_site_options(*show);
    add_language(*show);
  }

  CLI::App& program_;
  Language language_;
  CommandLine& line_;
  WrittenValues& written_;
};

}  // namespace

void add_commands(CLI::App& program, Language language, CommandLine& line, WrittenValues& written) {
  CommandOptions(program, language, line, written).add_all();
}

}  // namespace wegwijs
