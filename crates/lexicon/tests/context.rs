//! Lemmas that the sentence decides, with our own lists alone.

use lexicon::Lexicon;

#[test]
fn the_sentence_decides() {
    let lexicon = Lexicon::own();
    let lines = include_str!("context.tsv").lines().filter(|line| !line.starts_with('#'));
    let mut wrong = Vec::new();
    for line in lines {
        let [sentence, form, wanted]: [&str; 3] = line.split('\t').collect::<Vec<_>>().try_into().unwrap();
        let analysis = lexicon.analyse(sentence);
        let place = analysis.words.iter().position(|word| word.text == form).unwrap();
        if analysis.lemma(place) != Some(wanted) {
            wrong.push(format!("{sentence}: {form} is {:?}, not {wanted}", analysis.lemma(place)));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
