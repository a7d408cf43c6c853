"""Pages of many shapes and any size, to see that reading one takes time in proportion to its size.

A page of twice the size should take about twice the time, whether it is read or refused.
"""
MONTHS = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
          "novembre", "décembre"]
TABLE = "# P\n\n## Programme 2027\n\n| Session | Date | Horaires |\n|--|--|--|\n"
DETAILS = TABLE + "| R | 3 mai | 9h-12h |\n\n"
AGENDA = "# P\n\n## Agenda\n\n"


def day(at):
    return f"{at % 28 + 1} {MONTHS[at // 28 % 12]}"


def numbered(line, head="# P\n\n"):
    """Lines as many as fit, each with its number."""
    def shape(size):
        parts, left, at = [head], size - len(head.encode()), 0
        while (left := left - len((text := line(at)).encode())) > 0:
            parts.append(text)
            at += 1
        return "".join(parts)
    return shape


def again(line, head="# P\n\n"):
    """The same lines over and over."""
    return lambda size: head + line * ((size - len(head.encode())) // len(line.encode()))


def indented(size):
    """A list as deep as half the size allows, and blank lines below it."""
    lines, left, depth = [], size // 2, 0
    while left > 0:
        lines.append("  " * depth + "- a\n")
        left -= len(lines[-1])
        depth += 1
    return "".join(lines) + "\n" * (size // 2 - 4 * depth)


def columns(size):
    header = "| Session | Date " + "| x " * 1998 + "|\n" + "|--" * 2000 + "|\n"
    return again("| a | 3 mai " + "| x " * 1998 + "|\n", header)(size)


SHAPES = {
    "rows": numbered(lambda at: f"| Rencontre {at} | {day(at)} | 9h-12h |\n", TABLE),
    "rows of one date": again("| Rencontre du soir | 3 mai | 9h-12h |\n", TABLE),
    "rows without a year": numbered(lambda at: f"| R{at} | {day(at)} |\n", "| Session | Date |\n|--|--|\n"),
    "rows of audiences": numbered(lambda at: f"| R | 3 mai | Groupe {at} |\n", "| Session | Date | Public |\n|--|--|--|\n"),
    "rows of a month": again("| Rencontre | du 1er au 31 mai | 9h-12h |\n", TABLE),
    "rows of another table": numbered(lambda at: f"| {at} | Ville de Nantes | 44000 |\n", "| No | Ville | Code |\n|--|--|--|\n"),
    "struck rows": again("| ~~Rencontre~~ (annulé) | ~~3 mai~~ | ~~9h-12h~~ |\n", TABLE),
    "2,000 columns": columns,
    "long cells of hours": again("| a | 3 mai | " + "9h-10h DIG, " * 1200 + " |\n", TABLE),
    "long cells of numbers": again("| a | " + "1," * 8000 + " | 9h |\n", TABLE),
    "long titles": again("| " + "(a) " * 4000 + " | 3 mai | 9h |\n", TABLE),
    "sessions": numbered(lambda at: f"## {day(at)} {2000 + at // 336}\n\n- 9h - 10h : accueil {at}\n- 10h - 12h : atelier\n\n"),
    "details of one date": numbered(lambda at: f"### Session du 3 mai {at}\n", DETAILS),
    "headings": again("## Une suite de mots\n"),
    "headings with a year": numbered(lambda at: f"## Programme {1990 + at % 100}\n### Session du 3 mai\n"),
    "headings with a time": again("## 9h30 : un atelier\n"),
    "hours": numbered(lambda at: f"- {9 + at % 3}h - {10 + at % 3}h : un atelier\n"),
    "ideas": numbered(lambda at: f"- idée numéro {at} à creuser\n", "# P\n\n## Idées d'ateliers\n\n"),
    "addresses": numbered(lambda at: f"[agenda](https://exemple.fr/{at})\n", AGENDA),
    "one address": again("webcal://exemple.fr/agenda\n", AGENDA),
    "dates in prose": numbered(lambda at: f"Rendez-vous le {day(at)} {1900 + at // 336 % 300}.\n\n", DETAILS),
    "prose": again("Le programme réunit les mentors et les fellows le jeudi 15 octobre 2026.\n\n"),
    "one line": again("9h-10h ", ""),
    "lines of hours": again("9h - 10h " * 1700 + "\n"),
    "lines of numbers": again("1," * 8000 + "\n"),
    "deep lists in a line": lambda size: "- " * 8000 + "a\n" + "\n" * (size - 16_002),
    "deep lists by indentation": indented,
    "deep quotes": again("> " * 8000 + "a\n", ""),
    "emphasis": again("*a" * 100 + "\n", ""),
    "brackets": again("[" * 100 + "\n", ""),
    "definitions of links": numbered(lambda at: f"[a{at}]: https://exemple.fr/{at}\n", ""),
}
