//! The tool as it is called.

use std::{
    fs,
    process::{Command, Output},
};

fn lexicon(arguments: &[&str]) -> Output {
    let mut tool = Command::new(env!("CARGO_BIN_EXE_lexicon"));
    tool.arg("--without-packs").args(arguments).output().expect("it runs")
}

fn printed(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).expect("text")
}

fn analysed(bytes: &[u8]) -> Output {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("text.txt");
    fs::write(&file, bytes).expect("a file");
    lexicon(&["analyse", file.to_str().expect("a path")])
}

#[test]
fn a_form_is_looked_up() {
    let liep = printed(&lexicon(&["look-up", "liep"]));
    assert!(liep.starts_with("1. lopen  verb, by List\n   loop; loopt; liep, liepen; "), "{liep}");
    assert!(liep.lines().nth(1).is_some_and(|forms| forms.ends_with(" gelopen")), "{liep}");
    let json = printed(&lexicon(&["look-up", "kinderen", "--json"]));
    let entries: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(
        (&entries[0]["lemma"], &entries[0]["article"]["articles"][0]),
        (&"kind".into(), &"het".into())
    );
}

#[test]
fn a_text_is_analysed_word_by_word() {
    let said = printed(&analysed("Hij staat op.\nZe liep naar huis.".as_bytes()));
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(
        &lines[..4],
        [
            "0\tHij\thij\tpronoun",
            "4\tstaat\topstaan\tverb\tsplit",
            "10\top\topstaan\tpreposition\tsplit",
            "12\t.\t_\t_"
        ]
    );
    assert!(lines.contains(&"17\tliep\tlopen\tverb"), "{said}");
    assert!(said.contains("# 7 words, 6 lemmas, 2 sentences"), "{said}");
}

#[test]
fn a_file_that_is_no_text_is_read_as_far_as_it_goes() {
    let said = printed(&analysed(b"Hij \xff\xfeliep\x00 naar huis."));
    assert!(said.contains("\tliep\tlopen\tverb\n") && said.contains("\thuis\thuis\tnoun\n"), "{said}");
    assert!(printed(&analysed(b"")).starts_with("# 0 words, 0 lemmas, 0 sentences\n"));
}

#[test]
fn a_line_without_an_end_costs_no_more_than_its_length() {
    let one_word = printed(&analysed("a".repeat(1 << 20).as_bytes()));
    assert!(one_word.contains("# 1 words, 1 lemmas, 1 sentences"), "one word of a million letters");
    let one_line = printed(&analysed("huis ".repeat(50_000).as_bytes()));
    assert!(one_line.contains("# 50000 words, 1 lemmas, 1 sentences"), "one line of many words");
}

#[test]
fn what_cannot_be_read_is_said() {
    for (output, reason) in [
        (lexicon(&["analyse", "there/is/none"]), "there/is/none cannot be read"),
        (analysed(&vec![b'a'; (16 << 20) + 1]), "has more than 16777216 bytes"),
    ] {
        assert_eq!(output.status.code(), Some(1));
        assert!(output.stdout.is_empty());
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains(reason), "{said}");
    }
}
