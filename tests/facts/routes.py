"""Compares the facts about routes with the words that procedures.tsv says they have on a page: every row of the newer table
has at least one, or stands in afwijkingen.tsv with the reason. That the words are on the page, a test of the site says."""
from schools import table


def uncovered(repository, tables):
    words = [row["bronwoorden"] for row in table(repository / "tests/facts/procedures.tsv") if row["bron"] == "feiten-2"]
    left_out = {(row["school"], row["tekst"]) for row in table(repository / "tests/facts/afwijkingen.tsv")}
    rows = table(tables / "procedure-facts-2.tsv")
    missing = [
        f"{row['route']}: no page has this fact: {row['feit']}"
        for row in rows
        if not any(part in row["feit"] for part in words) and (row["route"], row["feit"]) not in left_out
    ]
    return missing, len(rows)
