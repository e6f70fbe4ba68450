"""Messages of stories, and of the commands of agreements and stories; English and Dutch."""

from __future__ import annotations

# fmt: off
STORY_MESSAGES: tuple[tuple[str, str], ...] = (
    ("a story has at most {most} views, not {count}", "een verhaal heeft hoogstens {most} beelden, geen {count}"),
    ("changing stories needs the token of an editor", "verhalen wijzigen kan met de sleutel van een redacteur"),
    ("{story} is the title of several stories; there are: {known}", "{story} is de titel van meer dan één verhaal; er zijn: {known}"),
    ("{story} is no story; there are: {known}", "{story} is geen verhaal; er zijn: {known}"),
    ("{story} is no story; there are none yet", "{story} is geen verhaal; er zijn er nog geen"),
    ("somebody else has changed this story meanwhile; load it again", "iemand anders heeft dit verhaal intussen gewijzigd; laad het opnieuw"),
    ("steps is missing; send a list of views, each with its address", "steps ontbreekt; stuur een lijst van beelden, elk met zijn adres"),
    ("the story {title} has no views yet; add one first", "het verhaal {title} heeft nog geen beelden; voeg er eerst een toe"),
    ("there is no such story; perhaps it was deleted", "dit verhaal is er niet; misschien is het verwijderd"),
    ("view {place} is no object with title, text and address", "beeld {place} is geen object met title, text en address"),
    ("view {place}: {name} is no text", "beeld {place}: {name} is geen tekst"),
    ("view {place} has no title; write at least a word", "beeld {place} heeft geen titel; schrijf ten minste een woord"),
    ("view {place}: {name} has {letters:,} letters; at most {most:,} will do", "beeld {place}: {name} heeft {letters} letters; hoogstens {most} mag"),
    ("the story's title is no text", "de titel van het verhaal is geen tekst"),
    ("the story has no title; write at least a word", "het verhaal heeft geen titel; schrijf ten minste een woord"),
    ("the story's title has {letters:,} letters; at most {most:,} will do", "de titel van het verhaal heeft {letters} letters; hoogstens {most} mag"),
    ("{file}: a story is a file that ends in .html", "{file}: een verhaal is een bestand dat eindigt op .html"),
    # The commands.
    ("list who introduces whom to whom, by when, and what came of it", "noem wie wie aan wie voorstelt, wanneer, en wat ervan kwam"),
    ("only those in this state; all if left out", "alleen die in deze toestand; anders alle"),
    ("write a story that was saved as one file that plays without internet", "schrijf een bewaard verhaal als één bestand dat zonder internet afspeelt"),
    ("its id or its title", "zijn kenmerk of zijn titel"),
    ("the file to write", "het bestand dat wordt geschreven"),
)
# fmt: on
