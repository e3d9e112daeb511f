"""Reads the YAML of profiles and source documents: block maps and lists, lists and maps on one line, plain and quoted
texts. Not all of YAML, on purpose: every value stays the text that was typed, and anything else is an error."""
import re

KEY = re.compile(r"([A-Za-z0-9_-]+):(?: +(.*))?$")


class NotRead(Exception):
    pass


def read(text):
    """The value of a file as maps, lists and texts."""
    lines = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.lstrip().startswith("#"):
            lines.append((number, len(line) - len(line.lstrip(" ")), line.strip()))
    value, end = block(lines, 0, 0)
    if end != len(lines):
        raise NotRead(f"line {lines[end][0]}: {lines[end][2]}")
    return value


def block(lines, at, indent):
    """The map or list whose lines stand at `indent`, and the number of the first line after it."""
    return (block_list if lines[at][2].startswith("- ") else block_map)(lines, at, indent)


def block_map(lines, at, indent):
    value = {}
    while at < len(lines) and lines[at][1] == indent and not lines[at][2].startswith("- "):
        number, _, words = lines[at]
        found = KEY.match(words)
        if not found or found[1] in value:
            raise NotRead(f"line {number}: {words}")
        at += 1
        if found[2]:
            value[found[1]], at = folded(lines, at, found[2], indent)
        elif at < len(lines) and (lines[at][1] > indent or lines[at][1] == indent and lines[at][2].startswith("- ")):
            value[found[1]], at = block(lines, at, lines[at][1])
        else:
            value[found[1]] = ""
    return value, at


def folded(lines, at, words, indent):
    """A value behind its key: on one line, or `>-` with the lines below it."""
    if words not in (">", ">-"):
        return inline(words), at
    parts = []
    while at < len(lines) and lines[at][1] > indent:
        parts.append(lines[at][2])
        at += 1
    return " ".join(parts), at


def block_list(lines, at, indent):
    value = []
    while at < len(lines) and lines[at][1] == indent and lines[at][2].startswith("- "):
        number, _, words = lines[at]
        rest = words[2:].lstrip()
        if KEY.match(rest):
            inner = indent + len(words) - len(rest)
            lines[at] = (number, inner, rest)
            one, at = block_map(lines, at, inner)
        else:
            one, at = inline(rest), at + 1
        value.append(one)
    return value, at


def inline(words):
    value, rest = inline_value(words, "")
    if rest.strip() and not rest.strip().startswith("#"):
        raise NotRead(words)
    return value


def inline_value(words, ends):
    """The value at the start of `words`, and what follows it. A plain text ends at one of the characters `ends`."""
    words = words.lstrip()
    if words[:1] in "\"'" and words:
        quote, at, text = words[0], 1, ""
        while at < len(words) and words[at] != quote:
            if quote == '"' and words[at] == "\\":
                at += 1
            text += words[at]
            at += 1
        return text, words[at + 1 :]
    if words.startswith("["):
        return inline_list(words[1:])
    if words.startswith("{"):
        return inline_map(words[1:])
    end = min((words.find(mark) for mark in ends if mark in words), default=len(words))
    plain = re.split(r" #", words[:end])[0]
    return plain.strip(), words[end:]


def inline_list(words):
    value = []
    while not words.lstrip().startswith("]"):
        if not words.strip():
            raise NotRead("a list without ]")
        one, words = inline_value(words, ",]")
        value.append(one)
        words = words.lstrip().removeprefix(",")
    return value, words.lstrip()[1:]


def inline_map(words):
    value = {}
    while not words.lstrip().startswith("}"):
        key, colon, words = words.lstrip().partition(":")
        if not colon:
            raise NotRead("a map without }")
        value[key.strip()], words = inline_value(words, ",}")
        words = words.lstrip().removeprefix(",")
    return value, words.lstrip()[1:]
