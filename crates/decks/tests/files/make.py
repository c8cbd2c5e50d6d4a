"""Makes anki-latest.apkg and anki-legacy.apkg with the library of Anki itself: pip install anki==26.9.3; python make.py

The stub for old versions is left out, and the rest is deflated, so that the files stay small.
"""
import base64, os, sys, tempfile, zipfile
from anki.collection import Collection, ExportAnkiPackageOptions
from anki.cards import FSRSMemoryState

PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
DAY = 86_400_000
START = 1_772_600_400_000  # 4 March 2026, 05:00 UTC

# Of each card: (day, button, kind, interval, ease) of every entry of the log. Kinds are those of Anki's revlog.
HISTORIES = {
    "huis": [(0, 3, 0, -600, 0), (0.01, 3, 0, 2, 2500), (2, 3, 1, 11, 2500), (13, 3, 1, 46, 2500)],
    "fiets": [(0, 4, 0, 8, 2500), (9, 1, 1, -600, 2300), (9.01, 3, 2, 1, 2300), (10, 2, 1, 3, 2150), (14, 3, 1, 9, 2150)],
    # Practice in a filtered deck, a date set by hand, and a reset: none of them is an answer that counts.
    "tafel": [(0, 3, 0, 3, 2500), (1, 3, 3, 3, 0), (3, 3, 1, 10, 2500), (5, 0, 4, 20, 2500), (20, 3, 1, 40, 2500)],
    "stoel": [(0, 3, 0, 3, 2500), (3, 3, 1, 10, 2500), (6, 0, 4, 0, 0), (7, 1, 0, -60, 0), (7.01, 3, 0, 1, 2500), (8, 3, 1, 4, 2500)],
}


def main():
    folder = tempfile.mkdtemp()
    col = Collection(os.path.join(folder, "collection.anki2"))
    col.db.execute("update col set crt = ?", START // 1000 - 3600)
    col.close()
    col = Collection(os.path.join(folder, "collection.anki2"))
    col.set_config("fsrs", True)
    col.set_config("creationOffset", 0)
    col.set_config("localOffset", 0)
    col.media.write_data("huis.png", PNG)
    col.media.write_data("huis.mp3", b"ID3\x03\x00\x00\x00\x00\x00\x00")
    deck = col.decks.id("Nederlands::Thuis")
    other = col.decks.id("Nederlands::Straat")
    two_way = col.models.by_name("Basic (and reversed card)")
    for front, back, tags, into in [
        ("het <b>huis</b> [sound:huis.mp3]", 'house <img src="huis.png">', ["thuis", "a1"], deck),
        ("de&nbsp;fiets", "bicycle", ["verkeer"], other),
        ("de tafel<br>de tafels", "table &amp; desk", [], deck),
        ("de stoel", "<script>alert(1)</script>chair", ["leech"], deck),
    ]:
        note = col.new_note(two_way)
        note["Front"], note["Back"], note.tags = front, back, tags
        col.add_note(note, into)
        word = next(word for word in HISTORIES if word in front)
        learn(col, note.cards()[0], HISTORIES[word])
    cloze = col.new_note(col.models.by_name("Cloze"))
    cloze["Text"] = "Ik {{c1::bel::to phone}} haar {{c1::op}} in {{c2::het <i>huis</i>}}."
    col.add_note(cloze, other)
    for legacy, name in [(False, "anki-latest.apkg"), (True, "anki-legacy.apkg")]:
        export(col, legacy, os.path.join(folder, name), name)
    for card in col.find_cards("is:review"):
        print(card, col.get_card(card).memory_state, file=sys.stderr)


number = iter(range(1000))


def learn(col, card, history):
    for day, button, kind, interval, ease in history:
        at = START + int(day * DAY) + next(number)
        col.db.execute("insert into revlog values (?, ?, 0, ?, ?, 0, ?, 4000, ?)", at, card.id, button, interval, ease, kind)
    day, _, _, interval, ease = history[-1]
    card.type = card.queue = 2
    card.ivl, card.due, card.factor, card.reps = interval, int(day) + interval, ease, len(history)
    col.update_card(card)
    computed = col.compute_memory_state(card.id)
    card.memory_state = FSRSMemoryState(stability=computed.stability, difficulty=computed.difficulty)
    col.update_card(card)


def export(col, legacy, made, name):
    options = ExportAnkiPackageOptions(with_scheduling=True, with_media=True, with_deck_configs=True, legacy=legacy)
    col.export_anki_package(out_path=made, options=options, limit=None)
    with zipfile.ZipFile(made) as package, zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as small:
        for entry in package.namelist():
            if entry != "collection.anki2":
                small.writestr(zipfile.ZipInfo(entry), package.read(entry), zipfile.ZIP_DEFLATED, 9)


main()
