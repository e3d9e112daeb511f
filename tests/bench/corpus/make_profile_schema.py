"""Prints the schema of the corpus's profiles: ten kinds of support with the same four fields each."""
support = ("dyslexie dyscalculie faalangsttraining trajectvoorziening huiswerkbegeleiding schoolmaatschappelijk_werk "
           "rolstoeltoegankelijk hoogbegaafdheid nt2 medische_handelingen").split()


def field(name, kind, more=""):
    return "{id: %s, type: %s, label: {nl: %s}%s}" % (name, kind, name, more)


def block(name, kind, fields, indent):
    pad = " " * indent
    return "\n".join([pad + "- id: " + name, pad + "  type: " + kind, pad + "  label: {nl: %s}" % name, pad + "  fields:"] +
                     [pad + "    - " + one if not one.startswith(" ") else one for one in fields])


print("label: {nl: Scholen}\nlabel_one: {nl: School}\nfields:")
for name, kind in [("brin", "text"), ("naam", "text"), ("bestuur", "text"), ("soort", "text"), ("denominatie", "text"),
                   ("niveaus", "texts"), ("leerlingen", "number"), ("klassengrootte", "number"), ("bijgewerkt", "date"),
                   ("omschrijving", "text")]:
    role = {"naam": ", role: title", "bijgewerkt": ", role: updated", "omschrijving": ", role: summary"}.get(name, "")
    print("  - " + field(name, kind, role))
print(block("contact", "row", [field("telefoon", "phone"), field("email", "mail_address"), field("website", "web_address"),
                               field("coordinator", "text")], 2))
print(block("locaties", "rows", [field(name, "text") for name in "naam straat postcode plaats wijk".split()], 2))
values = [field("waarde", "text"), field("toelichting", "text"), field("bron", "text"), field("datum", "date")]
print(block("ondersteuning", "row", [block(name, "row", values, 6) for name in support], 2))
