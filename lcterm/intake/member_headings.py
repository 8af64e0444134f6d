"""Which column of a member list holds what, by its heading.

The words are those of exports seen in the wild (Eventbrite, Google and Microsoft Forms, Zoom, Teams, Mailchimp,
address books) in the languages people are likely to have them in.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from lcterm.core.text import unaccented


def phrases(listed: str) -> tuple[str, ...]:
    """The phrases in a list with commas between them, over as many lines as it takes."""
    return tuple(" ".join(phrase.split()) for phrase in listed.split(","))


_WHOLE = phrases("""
    name original name, full name, fullname, complete name, name, names, display name, your full name, your name,
    preferred name, member name, participant name, attendee name, name of member, name of participant,
    vollstandiger name, anzeigename, nom complet, nom et prenom, nom prenom, prenom et nom, nom d affichage,
    nombre completo, nombre y apellidos, nombre y apellido, nome completo, nome e cognome, cognome e nome,
    volledige naam, weergavenaam, imie i nazwisko, namn, navn, naam
""")
_GIVEN = phrases("""
    first name, firstname, first, given name, givenname, given names, forename, fname, vorname, rufname, prenom, nombre,
    nombres, nome, voornaam, imie, fornavn, fornamn, etunimi
""")
_MIDDLE = phrases("""
    middle name, middle names, middlename, additional name, middle initial, zweiter vorname, tussenvoegsel
""")
_FAMILY = phrases("""
    last name, lastname, last, surname, family name, familyname, second name, lname, nachname, familienname, zuname,
    nom, nom de famille, apellido, apellidos, cognome, sobrenome, achternaam, nazwisko, efternavn, etternavn, efternamn,
    sukunimi
""")
_LOOSE = phrases("""
    member, members, participant, participants, attendee, attendees, people, person, nickname, teilnehmer, teilnehmerin,
    teilnehmende, mitglied, mitglieder, participante, participantes
""")
"""Headings that may as well stand in a list as what somebody is."""

_AREA = phrases("""
    area, area of practice, practice area, practice, field, field of practice, field of work, profession, occupation,
    role, job title, jobtitle, job, position, function, department, team, organisation, organization, organisation name,
    organization name, company, company name, employer, workplace, affiliation, institution, school, agency,
    bereich, arbeitsbereich, praxisfeld, beruf, funktion, abteilung, einrichtung, firma, schule, trager,
    domaine, metier, fonction, poste, structure, organisme, entreprise, etablissement, ecole, service,
    puesto, cargo, profesion, organizacion, empresa, escuela, area de practica, ruolo, professione, organizzazione,
    ente, funcao, organizacao, functie, beroep, organisatie, afdeling
""")
_ANSWERS = phrases("""
    rsvp, attending, going, coming, response, are you coming, will you attend, will you come, zusage, teilnahme
""")
_OTHER = phrases("""
    email, e mail, mail, email address, e mail address, user email, phone, telephone, mobile, cell phone, date,
    timestamp, start time, id, number, address, city, postcode, notes, comments, guest, join time, duration,
    telefon, adresse, correo, telefono, courriel
""")
_OTHERS_NAME = frozenset(
    phrases("""
    company, organisation, organization, school, event, ticket, file, user, group, team, project, session, course,
    product, emergency, contact, parent, guardian, mother, father, street, city, buyer, purchaser, bank, account, host,
    meeting, domain, device, manager, supervisor, department, employer, reference, billing, card
""")
)
"""A heading with one of these asks for the name of somebody or something else."""

_KNOWN = frozenset((*_WHOLE, *_GIVEN, *_LOOSE, *_MIDDLE, *_FAMILY, *_AREA, *_ANSWERS, *_OTHER))
_COLUMNS_MAX = 300
_SAME_WORD_FOR_BOTH = frozenset(("name", "nom", "naam", "namn", "navn"))


class Columns(NamedTuple):
    """Where the parts of a name stand (indexes, in the order they are joined), the area, and what tells who is out."""

    name: tuple[int, ...]
    area: int | None
    status: tuple[int, ...]


def columns(cells: Sequence[str], *, on_top: bool = True) -> Columns | None:
    """What the cells mean if they are headings and one of them is for names; otherwise None. Below the first row
    (`on_top` false) two headings must be known, or the text of a plain list would be taken for one."""
    if len(cells) > _COLUMNS_MAX:
        return None
    heads = [heading_key(cell) for cell in cells]
    name = _name_columns(heads)
    known = sum(head in _KNOWN or "status" in head.split() for head in heads)
    if not name or (known < 2 and (not on_top or (heads[name[0]] in _LOOSE and name[0] > 0))):
        return None
    status = tuple(place for place, head in enumerate(heads) if "status" in head.split() or head in _ANSWERS)
    area = _find(heads, _AREA)
    return Columns(name, None if area in name else area, status)


def nameless(cells: Sequence[str]) -> bool:
    """Whether this is a row of headings in which none is for names."""
    if not 1 < len(cells) <= _COLUMNS_MAX:
        return False
    return columns(cells) is None and any(heading_key(cell) in _OTHER for cell in cells)


def _name_columns(heads: Sequence[str]) -> tuple[int, ...]:
    whole, given, family = _find(heads, _WHOLE), _find(heads, _GIVEN), _find(heads, _FAMILY)
    if len(heads) > 1:
        given = _find_within(heads, ("first name", "given name", "forename")) if given is None else given
        family = _find_within(heads, ("last name", "surname", "family name")) if family is None else family
    middle = _find(heads, _MIDDLE)
    if given is not None and family is None and whole is not None and heads[whole] in _SAME_WORD_FOR_BOTH:
        family, whole = whole, None  # Vorname, Name
    if whole is not None:
        return (whole,)
    if given is not None:
        return tuple(place for place in (given, middle, family) if place is not None)
    asked = _find_within(heads, ("name",)) if len(heads) > 1 else None
    left = next((place for place in (family, asked, _find(heads, _LOOSE)) if place is not None), None)
    return () if left is None else (left,)


def _find(heads: Sequence[str], wanted: Sequence[str]) -> int | None:
    """The column whose heading comes first among those wanted."""
    return next((heads.index(head) for head in wanted if head in heads), None)


def _find_within(heads: Sequence[str], wanted: Sequence[str]) -> int | None:
    """The first column with these words in its heading, if it asks for the person's own name."""
    for place, head in enumerate(heads):
        if any(f" {words} " in f" {head} " for words in wanted) and not _OTHERS_NAME & set(head.split()):
            return place
    return None


def heading_key(cell: str) -> str:
    """A heading for comparing: words in small letters, without accents and signs; `FirstName` is two words."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", cell.strip().replace("#", " number"))
    return " ".join(re.sub(r"[^\w]+|_", " ", unaccented(apart)).split())
