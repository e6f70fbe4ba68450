"""The command line: words to calls. What is slow to import is imported where it is used."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NoReturn

from ledwerk.api.agreements_command import AGREEMENTS_HELP, add_agreements_options
from ledwerk.api.analyse_options import add_analyse_options
from ledwerk.api.deciding_options import (
    CONFIRM_HELP,
    WITHDRAW_HELP,
    add_confirm_options,
    add_withdraw_options,
)
from ledwerk.api.history_command import (
    CHANGES_HELP,
    TAKE_BACK_HELP,
    add_changes_options,
    add_take_back_options,
)
from ledwerk.api.language import LANGUAGES, in_words, language_of, say, show, speaking
from ledwerk.api.map_options import MAP_HELP, add_map_options
from ledwerk.api.match_options import MATCH_HELP, add_match_options
from ledwerk.api.new_command import NEW_HELP, add_new_options
from ledwerk.api.person_options import HELP as PERSON_HELP
from ledwerk.api.person_options import add_person_options
from ledwerk.api.read_command import READ_HELP, add_read_options
from ledwerk.api.report_options import add_report_options
from ledwerk.api.search_options import SEARCH_HELP, add_search_options
from ledwerk.api.seen_options import add_seen_options
from ledwerk.api.serve_options import add_serve_options, port
from ledwerk.api.story_options import STORY_HELP, add_story_options
from ledwerk.api.view_options import add_view_options
from ledwerk.api.why_options import WHY_HELP, add_why_options
from ledwerk.api.workshop_options import HELP as WORKSHOP_HELP
from ledwerk.api.workshop_options import add_workshop_options
from ledwerk.schema.errors import LedwerkError, LoadAborted, RemovalRefused

_EPILOG = """\
examples:
  ledwerk load data/led-2016        put a folder of tables into the store
  ledwerk serve                     look at the network in the browser
  ledwerk who "Zuyd Hogeschool"     what is known of one party, and from where
  ledwerk gaps                      small firms without a tie to a campus, and who could help
  ledwerk report report.html        who is central, who is missing, and how sure that is

Where a command needs a store, it is the one named with --store, or in LEDWERK_STORE,
or a file in your own data folder. A store is a file (sqlite:FILE) or a Neo4j server
(neo4j://HOST:7687), whose user and password are in LEDWERK_NEO4J_USER and
LEDWERK_NEO4J_PASSWORD, or in the file that LEDWERK_NEO4J_PASSWORD_FILE names.

exit codes: 0 it went well; 1 it did not, and the message says why; 2 the command was not understood
"""


_STORE_HELP = "where the network is kept: sqlite:FILE or neo4j://HOST:7687"
_TOKENS_HELP = (
    "where tokens are kept, as hashes; default LEDWERK_TOKENS, or a file in your own data folder"
)
_LANG_HELP = "in which language to speak; default that of the system"
_IN_PARTS = (
    "write in several transactions, for loads beyond the server's memory; until the last is "
    "written, readers see a part of the rows. Stopped in between, the same command goes on"
)
_UNREVIEWED = (
    "take rows that a program read and nobody has accepted yet, marked as such in every answer"
)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {in_words('error')}: {in_words(message)}\n")


def parser() -> argparse.ArgumentParser:
    """The whole command line, in words that need no knowledge of programs."""
    shape = argparse.RawDescriptionHelpFormatter
    top: argparse.ArgumentParser = _Parser(
        "ledwerk",
        description="See, question and mend a regional partner network: who works with whom, "
        "and where the gaps are.",
        epilog=_EPILOG,
        formatter_class=shape,
    )
    top.add_argument("--version", action="store_true", help="print the version and stop")
    top.add_argument("--lang", dest="speaks", choices=LANGUAGES, help=_LANG_HELP)
    commands = top.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    store = argparse.ArgumentParser(add_help=False)
    store.add_argument("--store", metavar="ADDRESS", help=_STORE_HELP)

    def command(name: str, text: str, *, stored: bool = True) -> argparse.ArgumentParser:
        parents = [store] if stored else []
        return commands.add_parser(name, help=text, description=f"{text}.", parents=parents)

    _add_load(command)
    add_new_options(command("new", NEW_HELP, stored=False))
    add_read_options(command("read", READ_HELP, stored=False))
    _add_source(command("check", "look for mistakes in tables without writing anything"))
    add_map_options(command("map", MAP_HELP, stored=False))
    serve = command("serve", "show the network in the browser and answer questions")
    add_serve_options(serve)
    add_workshop_options(command("workshop", WORKSHOP_HELP))
    add_seen_options(_add_gaps(command))
    add_agreements_options(command("agreements", AGREEMENTS_HELP))
    analyse = command("analyse", "reckon measures of the network, every number of them")
    add_analyse_options(add_seen_options(analyse))
    report = command("report", "write what all analyses find as one page, and every number as CSV")
    add_report_options(add_seen_options(report))
    who = add_seen_options(command("who", "say what is known of a party, project, board or person"))
    who.add_argument("name", metavar="NAME", help="its name, alias or id")
    add_search_options(add_seen_options(command("search", SEARCH_HELP)))
    add_why_options(add_seen_options(command("why", WHY_HELP)))
    add_match_options(command("match", MATCH_HELP))
    add_confirm_options(command("confirm", CONFIRM_HELP))
    add_withdraw_options(command("withdraw", WITHDRAW_HELP))
    view = command("view", "write the picture of the network as one file that needs no internet")
    add_view_options(add_seen_options(view))
    add_story_options(command("story", STORY_HELP))
    _add_export(command)
    _add_moving(command)
    add_person_options(command("person", PERSON_HELP))
    _add_token(command)
    _add_assistant(command)
    add_changes_options(command("changes", CHANGES_HELP))
    add_take_back_options(command("take-back", TAKE_BACK_HELP))
    query = add_seen_options(command("query", "ask a question in GraphQL; the answer is JSON"))
    query.add_argument(
        "query",
        metavar="QUERY",
        help="the question, a file that holds it, or - to read it from a pipe",
    )
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns its exit code. Errors are one line each, never a traceback."""
    words = sys.argv[1:] if arguments is None else arguments
    language = language_of(words, os.environ)
    with speaking(language):
        commands = parser()
        if language == "nl":
            from ledwerk.api.dutch_parser import put_in_dutch

            put_in_dutch(commands)
        return _run(commands, commands.parse_args(words))


def _run(top: argparse.ArgumentParser, options: argparse.Namespace) -> int:
    if options.version:
        from importlib.metadata import version

        show(f"ledwerk {version('ledwerk')}")
        return 0
    if not options.command:
        top.print_help()
        return 2
    from ledwerk.api import commands

    try:
        return commands.run(options)
    except LoadAborted as error:
        for problem in error.problems:
            say(str(replace(problem, message=in_words(problem.message))))
        count = len(error.problems)
        say(f"{count} problem{'' if count == 1 else 's'}; nothing was written")
    except RemovalRefused as error:
        say(str(error))
    except LedwerkError as error:
        say(f"ledwerk: {error}")
    except KeyboardInterrupt:
        say("ledwerk: stopped")
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        say(f"ledwerk: {error.filename or ''}: {error.strerror or error}")
    return 1


def _add_load(command: Callable[..., argparse.ArgumentParser]) -> None:
    load = command("load", "put a folder of tables, or a workbook, into the store")
    _add_source(load)
    load.add_argument(
        "--dry-run", action="store_true", help="only say what would be added, changed and removed"
    )
    load.add_argument(
        "--yes", action="store_true", help="agree to removing more than a fifth of what was there"
    )
    load.add_argument("--unreviewed", action="store_true", help=_UNREVIEWED)
    load.add_argument("--in-parts", action="store_true", help=_IN_PARTS)
    load.add_argument(
        "--if-empty", action="store_true", help="do nothing where the store has a dataset already"
    )


def _add_gaps(command: Callable[..., argparse.ArgumentParser]) -> argparse.ArgumentParser:
    gaps = command("gaps", "list parties without a tie to others, and who could introduce them")
    gaps.add_argument(
        "--from",
        dest="from_",
        default="sme",
        metavar="WHO",
        help="sme, a helix or a kind; default sme",
    )
    gaps.add_argument("--to", default="campus", metavar="WHOM", help="the same; default campus")
    return gaps


def _add_export(command: Callable[..., argparse.ArgumentParser]) -> None:
    export = command("export", "write the network out, as tables or for other programs")
    add_seen_options(export)
    export.add_argument(
        "folder",
        metavar="FOLDER|FILE",
        help="a folder of tables, or a file that ends in .xlsx, .csv.zip, .graphml, .gexf (Gephi), "
        ".jsonld or .cypher (Neo4j)",
    )
    export.add_argument("--dataset", metavar="NAME", help="only this dataset; for tables")
    export.add_argument("--force", action="store_true", help="replace a file that is there")
    export.add_argument(
        "--base", metavar="IRI", help="what ids begin with in .jsonld; default urn:ledwerk:"
    )


def _add_moving(command: Callable[..., argparse.ArgumentParser]) -> None:
    backup = command("backup", "write everything in the store, its log included, to one file")
    backup.add_argument("file", metavar="FILE", help="a new file, such as network.ledwerk.gz")
    restore = command("restore", "fill an empty store from a file that backup wrote")
    restore.add_argument("file", metavar="FILE", help="the file that backup wrote")
    copy = command("copy", "move everything from one store to another that is empty", stored=False)
    copy.add_argument("--from", dest="from_", required=True, metavar="ADDRESS", help=_STORE_HELP)
    copy.add_argument("--to", required=True, metavar="ADDRESS", help="the same; it must be empty")


def _add_assistant(command: Callable[..., argparse.ArgumentParser]) -> None:
    assistant = command("mcp", "let an AI assistant ask: a Model Context Protocol server")
    assistant.add_argument(
        "--http", action="store_true", help="over HTTP; without it, over a pipe (stdio)"
    )
    assistant.add_argument(
        "--host", default="127.0.0.1", help="with --http; another than this machine asks for tokens"
    )
    assistant.add_argument("--port", type=port, help="with --http; default 8001")
    assistant.add_argument("--tokens", metavar="FILE", help=_TOKENS_HELP)


def _add_token(command: Callable[..., argparse.ArgumentParser]) -> None:
    token = command(
        "token", "let people and programs in: make, list and revoke tokens", stored=False
    )
    actions = token.add_subparsers(dest="action", metavar="ACTION", title="actions", required=True)
    place = argparse.ArgumentParser(add_help=False)
    place.add_argument("--tokens", metavar="FILE", help=_TOKENS_HELP)
    make = "make a token and print it once; it cannot be shown again"
    add = actions.add_parser("add", help=make, description=f"{make}.", parents=[place])
    add.add_argument("name", metavar="NAME", help="who or what it is for")
    add.add_argument(
        "--role",
        choices=("reader", "participant", "editor"),
        default="reader",
        help="a reader may ask, a participant may also propose, an editor may also change; "
        "default reader",
    )
    add.add_argument("--until", metavar="DATE", help="its last day, such as 2027-01-31")
    shown = "list the tokens: for whom, what they allow, since and until when"
    actions.add_parser("list", help=shown, description=f"{shown}.", parents=[place])
    ended = "revoke a token: it counts no longer, from now on"
    revoke = actions.add_parser("revoke", help=ended, description=f"{ended}.", parents=[place])
    revoke.add_argument("name", metavar="NAME", help="its name, or the id in ledwerk_<id>_…")


def _add_source(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "source",
        nargs="+",
        metavar="FOLDER",
        help="a folder of .csv files, or .xlsx or .ods; with --mapping, files of any shape",
    )
    command.add_argument(
        "--mapping",
        metavar="NAME|FILE.yaml",
        help="what the columns of other people's tables mean; ledwerk map --list shows those that "
        "come along",
    )
    command.add_argument(
        "--dataset", metavar="NAME", help="the dataset's name, if its datapackage.json has none"
    )
