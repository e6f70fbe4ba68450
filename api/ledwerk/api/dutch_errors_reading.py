"""What `ledwerk read` says, and why a publication cannot be read, in English and in Dutch."""

from __future__ import annotations

# Each message stands on one line, however long, so that both languages are seen side by side.
# fmt: off
READING_MESSAGES: tuple[tuple[str, str], ...] = (
    ("read a publication and propose what it states, as tables to look through", "lees een publicatie en stel voor wat erin staat, als tabellen om na te kijken"),
    ("a text (.txt, .md), a PDF or a .docx", "een tekst (.txt, .md), een pdf of een .docx"),
    ("where to write the tables", "waar de tabellen komen"),
    ("the dataset's name; default made from the file's", "de naam van de dataset; standaard een uit de bestandsnaam"),
    ("replace tables that are there", "vervang tabellen die er al zijn"),
    ("compare with the tables of somebody who read the same text: precision and recall of each kind of fact", "vergelijk met de tabellen van iemand die dezelfde tekst las: precisie en volledigheid per soort feit"),
    ("list all that was wrong or missed", "noem alles wat fout was of gemist werd"),
    ("scores as one line of JSON a kind", "scores als één regel JSON per soort"),
    ("say where the tables go with --out FOLDER, or compare with --against", "zeg met --out MAP waar de tabellen komen, of vergelijk met --against"),
    ("{folder} is a file; give a folder", "{folder} is een bestand; geef een map"),
    ("{folder} has something in it; another folder, or --force to replace its tables", "in {folder} staat al iets; een andere map, of --force om de tabellen te vervangen"),
    ("nothing was found that a person would look through", "er is niets gevonden om na te kijken"),
    ("look through the tables, put your name in the column accepted of each row that is right", "kijk de tabellen na en zet je naam in de kolom accepted van elke rij die klopt"),
    ("then: ledwerk load {folder} (it takes the accepted rows; --unreviewed takes all of them)", "daarna: ledwerk load {folder} (dat neemt de aanvaarde rijen; --unreviewed neemt ze allemaal)"),
    ("kind of fact                      right  wrong missed  precision  recall", "soort feit                         goed   fout gemist   precisie volledig"),
    ("-: not looked for; the sum of what is read leaves it out", "-: daar wordt niet naar gezocht; de som van wat wel gelezen wordt, laat het weg"),
    ("wrong, {kind}:", "fout, {kind}:"),
    ("missed, {kind}:", "gemist, {kind}:"),
    ("  and {count} more; --list shows all", "  en nog {count}; --list toont alles"),
    ("there is no such file; {right:words}", "dat bestand is er niet; {right}"),
    ("a text (.txt, .md), a PDF or a Word file (.docx) can be read", "een tekst (.txt, .md), een pdf of een Word-bestand (.docx) is te lezen"),
    ("{size:,} bytes; at most {most:,} bytes are read", "{size} bytes; er worden er hoogstens {most} gelezen"),
    ("an old Word file (.doc), or a protected one; save it as .docx", "een oud Word-bestand (.doc), of een beveiligd; bewaar het als .docx"),
    ("there is no text in it; {right:words}, and a scan needs OCR first", "er staat geen tekst in; {right}, en een scan moet eerst door tekstherkenning (OCR)"),
    ("this is no text that can be read; {right:words}", "dit is geen tekst die te lezen is; {right}"),
    ("a broken file ({error}); save or send it again", "een kapot bestand ({error}); bewaar of stuur het opnieuw"),
    ("it is protected by a password; save it without one", "het is beveiligd met een wachtwoord; bewaar het zonder"),
    ("it would be {size:,} bytes in {parts:,} parts unpacked; at most {most:,} bytes in {parts_most:,} parts are read", "uitgepakt zou het {size} bytes in {parts} delen zijn; er worden hoogstens {most} bytes in {parts_most} delen gelezen"),
    ("a ZIP file that is no Word file; a .docx can be read", "een ZIP-bestand dat geen Word-bestand is; een .docx is te lezen"),
    ("its streams would be more than {most:,} bytes unpacked, which is the most that is read", "uitgepakt zou het meer dan {most} bytes zijn, en meer wordt er niet gelezen"),
    ("a broken Word file ({error}); save it again", "een kapot Word-bestand ({error}); bewaar het opnieuw"),
    ("{pages:,} pages; at most {most:,} are read", "{pages} bladzijden; er worden er hoogstens {most} gelezen"),
    ("a broken PDF ({kind}: {error})", "een kapotte pdf ({kind}: {error})"),
)
