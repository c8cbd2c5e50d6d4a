//! What the fields of other people's decks seem to be.

use decks::{Columns, Limits, Mapping, TABLE, read};

/// What was guessed: dutch, gloss, sentence, translation.
fn guessed(table: &str) -> [Option<String>; 4] {
    let package = read(table.as_bytes(), &Limits::default()).expect("a table");
    let mut mapping = Mapping::guess(&package);
    let Columns { dutch, gloss, sentence, translation, .. } =
        mapping.note_types.remove(TABLE).expect("the table");
    [dutch, gloss, sentence, translation]
}

fn names(names: [&str; 4]) -> [Option<String>; 4] {
    names.map(|name| Some(name.to_owned()).filter(|name| !name.is_empty()))
}

#[test]
fn names_decide() {
    let table = "Lesson;Vertaling;Woord;Voorbeeldzin;Sentence translation\n1;house;het huis;Ik woon in een huis.;I live in a house.\n";
    assert_eq!(guessed(table), names(["Woord", "Vertaling", "Voorbeeldzin", "Sentence translation"]));
}

#[test]
fn without_names_the_words_decide() {
    let there = "de fiets;the bicycle\nhet huis;the house\nlopen;to walk\n";
    let back = "the bicycle;de fiets\nthe house;het huis\nto walk;lopen\n";
    assert_eq!(guessed(there), names(["1", "2", "", ""]));
    assert_eq!(guessed(back), names(["2", "1", "", ""]));
    assert_eq!(guessed("велосипед;fiets\nдом;huis\n"), names(["2", "1", "", ""]));
    assert_eq!(guessed("huis;haus\nboom;baum\nkat;katze\n"), names(["1", "2", "", ""]));
}

#[test]
fn sentences_are_told_from_words() {
    let table = "1;de fiets;bicycle;De fiets staat voor het huis.;The bicycle is in front of the house.\n\
        2;het brood;bread;Ik eet elke dag een boterham met kaas.;I eat a sandwich with cheese every day.\n";
    assert_eq!(guessed(table), names(["2", "3", "4", "5"]));
}

#[test]
fn a_deck_of_sentences_is_learnt_as_sentences() {
    let table = "De fiets staat voor het huis.;The bicycle is in front of the house.\nIk eet een boterham met kaas.;I eat a sandwich with cheese.\n";
    assert_eq!(guessed(table), names(["1", "2", "", ""]));
}

#[test]
fn a_list_of_words_alone_is_a_list_of_words() {
    assert_eq!(guessed("fiets\nhuis\nboom\n"), names(["1", "", "", ""]));
}

#[test]
fn decks_become_lists_without_what_they_share() {
    let lists = |decks: &[&str]| -> Vec<Option<String>> {
        let lines: String = decks
            .iter()
            .enumerate()
            .map(|(number, deck)| format!("{deck}\twoord{number}\tword{number}\n"))
            .collect();
        let package = read(format!("#separator:tab\n#deck column:1\n{lines}").as_bytes(), &Limits::default())
            .expect("a table");
        decks::rows(&package, &Mapping::guess(&package))
            .expect("a mapping")
            .rows
            .into_iter()
            .map(|row| row.list)
            .collect()
    };
    let some = |name: &str| Some(name.to_owned());
    assert_eq!(lists(&["NL::A1::Thuis", "NL::A1::Straat"]), [some("Thuis"), some("Straat")]);
    assert_eq!(lists(&["NL", "NL::A1::Thuis"]), [None, some("A1 / Thuis")]);
    assert_eq!(lists(&["NL::A1"]), [some("A1")]);
    assert_eq!(lists(&["Dutch 625"]), [some("Dutch 625")]);
    assert_eq!(lists(&["A", "B", ""]), [some("A"), some("B"), None]);
}

#[test]
fn a_mapping_goes_over_the_wire() {
    let package = read(b"nl;en\nde fiets;bicycle\n", &Limits::default()).expect("a table");
    let mapping = Mapping::guess(&package);
    let json = serde_json::to_value(&mapping).expect("JSON");
    assert_eq!(json["noteTypes"]["table"]["dutch"], "nl");
    assert_eq!(serde_json::from_value::<Mapping>(json).expect("a mapping"), mapping);
    let short = serde_json::json!({ "noteTypes": { "table": { "dutch": "nl" } } });
    let short: Mapping = serde_json::from_value(short).expect("what is not named is nothing");
    assert_eq!(decks::rows(&package, &short).expect("a mapping").rows[0].gloss, "");
}
