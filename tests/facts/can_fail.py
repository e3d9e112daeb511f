"""Spoils one profile or page at a time, in memory, and says which of that the comparison does not notice."""
import copy


def first_claim(school):
    """A claim with a text and a source of the file, and the field that it stands in."""
    for field, claims in school.profile.items():
        if isinstance(claims, list) and claims and isinstance(claims[0], dict) and "status" in claims[0]:
            return field, claims[0]
    return None, None


def claim_is_gone(school):
    field, _ = first_claim(school)
    del school.profile[field]


def text_is_another(school):
    first_claim(school)[1]["toelichting"] += " En meer."


def status_is_another(school):
    claim = first_claim(school)[1]
    claim["status"] = "nee"


def date_is_invented(school):
    first_claim(school)[1]["peildatum"] = "2026-11-28"


def address_is_another(school):
    claim = first_claim(school)[1]
    school.profile["bronnen"][claim["bron"]]["url"] += "anders"


def fact_is_invented(school):
    claim = dict(first_claim(school)[1], toelichting="Dit staat in geen tabel.")
    school.profile["ringleiding"] = [claim]


def page_does_not_show_it(school):
    text = first_claim(school)[1]["toelichting"]
    school.blocks = [block for block in school.blocks if text not in block[1]]


def page_has_no_date(school):
    text = first_claim(school)[1]["toelichting"]
    school.blocks = [(markup, words.replace("datum onbekend", "")) if text in words else (markup, words)
                     for markup, words in school.blocks]  # fmt: skip


def places_are_another(school):
    school.profile["plaatsen"]["groepen"][0] = "1 " + school.profile["plaatsen"]["groepen"][0]


def street_is_another(school):
    school.profile["adres"] = "Elders 1"


def pupils_are_another(school):
    school.profile["leerlingen"]["aantal"] = "1"


def code_is_another(school):
    school.profile["vestiging"] = "99"


WAYS = [claim_is_gone, text_is_another, status_is_another, date_is_invented, address_is_another, fact_is_invented,
        page_does_not_show_it, page_has_no_date, places_are_another, street_is_another, pupils_are_another,
        code_is_another]  # fmt: skip
WITHOUT_TABLES = [date_is_invented, address_is_another, page_does_not_show_it, page_has_no_date]


def unnoticed(comparison, ways):
    """The names of the ways of spoiling that add no message about the spoiled school."""
    school = comparison.schools["Pieter Nieuwland College"]
    unspoiled = copy.deepcopy(school.__dict__)
    names = []
    for way in ways:
        way(school)
        if not any(message.startswith(school.name + ":") for message in comparison.run([school])):
            names.append(way.__name__)
        school.__dict__.update(copy.deepcopy(unspoiled))
    return names
