//! What a card asks, and what is right.

use super::{gap::Gap, word::Entry};
use events::{
    PartOfSpeech,
    admin::{Article, Auxiliary, VerbForms},
    thematic_cards::CardKind,
};
use grader::{Expected, Mistake, MistakeKind, Policy, Rating, Span, Verdict, WordForms};
use ids::{CardId, UserId, WordId};
use serde::{Deserialize, Serialize};

/// The kinds that there are, in the order in which a word meets a student. Which of them a word has follows from the word:
/// [`Entry::kinds`].
pub const KINDS: [CardKind; 6] = [
    CardKind::Recognition,
    CardKind::Recall,
    CardKind::Article,
    CardKind::Forms,
    CardKind::Gap,
    CardKind::Dictation,
];

/// The language of a gloss: what the student knows already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum GlossLanguage {
    /// English.
    #[default]
    En,
    /// Russian.
    Ru,
}

impl GlossLanguage {
    const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ru => "ru",
        }
    }
}

/// The card of `student` that asks `word` in this way. Known before the card exists.
pub fn card_id(student: UserId, word: WordId, kind: CardKind) -> CardId {
    CardId::derive(student.as_uuid(), &format!("card/{word}/{kind}"))
}

/// Before a reflexive verb.
const ZICH: &str = "zich ";

/// What a student is shown, and what is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What is shown; empty where something is heard.
    pub prompt: String,
    /// What is right.
    pub expected: String,
    /// What helps: the sentence of a gap, translated.
    pub hint: Option<String>,
    /// Which forms are asked for, in their order; empty where none are.
    pub asks: &'static [&'static str],
}

impl Entry {
    /// The kinds of cards that the word has, in the order in which it meets a student.
    ///
    /// Every word is recognised and recalled. A noun with one article is asked for it; one with a plural, and every verb,
    /// for its forms. A word that stands in an example is asked in its gap, one with a recording by ear.
    pub fn kinds(&self) -> Vec<CardKind> {
        KINDS.into_iter().filter(|kind| self.has(*kind)).collect()
    }

    /// Whether the word has a card that asks in this way.
    pub fn has(&self, kind: CardKind) -> bool {
        match kind {
            CardKind::Recognition | CardKind::Recall => true,
            CardKind::Article => self.articles().len() == 1,
            CardKind::Forms => self.forms().is_some(),
            CardKind::Gap => Gap::of(self).is_some(),
            CardKind::Dictation => self.audio.is_some(),
            CardKind::Unknown => false,
        }
    }

    /// What a card of this kind shows and expects, for a student who knows `language`; none where the word has no such card.
    pub fn question(&self, kind: CardKind, language: GlossLanguage) -> Option<Question> {
        let plain = |prompt: String, expected: String| Question { prompt, expected, hint: None, asks: &[] };
        match kind {
            CardKind::Recognition => Some(plain(self.headword(), self.gloss(language).to_owned())),
            CardKind::Recall => Some(plain(self.gloss(language).to_owned(), self.headword())),
            CardKind::Article => {
                let article = self.only_article()?;
                Some(plain(self.lemma.clone(), article.as_str().to_owned()))
            }
            CardKind::Forms => {
                let forms = self.forms()?;
                let asks = forms.asks();
                Some(Question { asks, ..plain(self.headword(), forms.shown()) })
            }
            CardKind::Gap => {
                let gap = Gap::of(self)?;
                let hint = self.translation(gap.example, language);
                Some(Question { hint, ..plain(gap.sentence, gap.answer) })
            }
            CardKind::Dictation => self.audio.as_ref().map(|_| plain(String::new(), self.headword())),
            CardKind::Unknown => None,
        }
    }

    /// What it means in `language`; a word that lacks the language is shown in English, which every word has.
    pub fn gloss(&self, language: GlossLanguage) -> &str {
        let gloss = self.glosses.get(language.code()).or_else(|| self.glosses.get("en"));
        gloss.map_or("", String::as_str)
    }

    /// The word as it is learnt: a noun with its article, `het brood`; with both, `de/het`; a verb with its *zich*.
    pub fn headword(&self) -> String {
        let articles = self.articles().iter().map(|article| article.as_str()).collect::<Vec<_>>().join("/");
        let reflexive = self.verb.as_ref().is_some_and(|verb| verb.reflexive);
        if !articles.is_empty() {
            format!("{articles} {}", self.lemma)
        } else if reflexive && !self.lemma.starts_with(ZICH) {
            format!("{ZICH}{}", self.lemma)
        } else {
            self.lemma.clone()
        }
    }

    fn articles(&self) -> &[Article] {
        self.noun.as_ref().map_or(&[], |noun| noun.articles.as_slice())
    }

    /// The article of a noun that has one and not both.
    fn only_article(&self) -> Option<Article> {
        match self.articles() {
            [only] => Some(*only),
            _ => None,
        }
    }

    fn forms(&self) -> Option<AskedForms<'_>> {
        let plural = self.noun.as_ref().and_then(|noun| noun.plural.as_deref()).map(AskedForms::Plural);
        plural.or_else(|| self.verb.as_ref().map(AskedForms::Verb))
    }

    fn translation(&self, example: usize, language: GlossLanguage) -> Option<String> {
        let translations = &self.examples.get(example)?.translations;
        translations.get(language.code()).or_else(|| translations.get("en")).cloned()
    }

    /// Grades a typed answer.
    pub fn grade(&self, kind: CardKind, language: GlossLanguage, given: &str) -> Verdict {
        let dutch = |expected: &Expected| grader::grade(expected, given, &Policy::dutch());
        match kind {
            CardKind::Recall => dutch(&self.expected_dutch()),
            CardKind::Article => self.grade_article(given),
            CardKind::Forms => match self.forms() {
                Some(forms) => dutch(&self.naming(Expected::variants(&forms.accepted()))),
                None => dutch(&self.expected_dutch()),
            },
            CardKind::Gap => match Gap::of(self) {
                Some(gap) => dutch(&self.naming(gap.expected())),
                None => dutch(&self.expected_dutch()),
            },
            CardKind::Dictation => dutch(&self.expected_by_ear()),
            CardKind::Recognition | CardKind::Unknown => {
                grader::grade(&Expected::variants(self.gloss(language)), given, &Policy::gloss())
            }
        }
    }

    /// Grades an answer that was chosen from a few. What is offered is right or wrong; nothing of it is nearly right.
    pub fn grade_choice(&self, kind: CardKind, language: GlossLanguage, chosen: &str) -> Verdict {
        let verdict = self.grade(kind, language, chosen);
        if verdict.correct {
            return verdict;
        }
        let expected = self.question(kind, language).map_or_else(String::new, |question| question.expected);
        let what = if kind == CardKind::Article { MistakeKind::Article } else { MistakeKind::Wrong };
        wrong(what, chosen, expected)
    }

    /// The article alone is asked, so that another one is not nearly right.
    fn grade_article(&self, given: &str) -> Verdict {
        let articles = self.articles().iter().map(|article| article.as_str()).collect::<Vec<_>>().join("/");
        let expected = Expected::variants(&format!("{articles} ({})", self.lemma));
        let verdict = grader::grade(&expected, given, &Policy::dutch());
        if verdict.correct { verdict } else { wrong(MistakeKind::Article, given, articles) }
    }

    fn expected_dutch(&self) -> Expected {
        let articles = self.articles().iter().map(|article| article.as_str());
        self.naming(match self.part_of_speech {
            PartOfSpeech::Noun => Expected::noun(articles, &self.lemma),
            _ => Expected::variants(&with_zich_optional(&self.headword())),
        })
    }

    /// A recording says the article, which need not be written.
    fn expected_by_ear(&self) -> Expected {
        let articles = self.articles().iter().map(|article| article.as_str()).collect::<Vec<_>>().join("/");
        if articles.is_empty() {
            self.expected_dutch()
        } else {
            self.naming(Expected::variants(&format!("({articles}) {}", self.lemma)))
        }
    }

    /// The same, so that a wrong form of the word is named.
    fn naming(&self, expected: Expected) -> Expected {
        match self.word_forms() {
            Some(forms) => expected.of(&forms),
            None => expected,
        }
    }

    /// The forms of a noun or a verb, as the grader knows them.
    fn word_forms(&self) -> Option<WordForms> {
        let noun = self.noun.as_ref().map(|noun| grader::NounForms {
            articles: noun.articles.iter().map(|article| article.as_str().to_owned()).collect(),
            singular: self.lemma.clone(),
            plurals: noun.plural.iter().cloned().collect(),
        });
        let verb = self.verb.as_ref().map(|verb| grader::VerbForms {
            infinitive: self.lemma.clone(),
            past_singular: verb.past_singular.clone(),
            past_plural: verb.past_plural.clone(),
            participle: verb.participle.clone(),
            auxiliaries: graded_auxiliaries(verb).collect(),
            particle: verb.particle.clone(),
        });
        noun.map(WordForms::from).or_else(|| verb.map(WordForms::from))
    }
}

/// *Zich* may be left out.
fn with_zich_optional(headword: &str) -> String {
    match headword.strip_prefix(ZICH) {
        Some(verb) => format!("(zich) {verb}"),
        None => headword.to_owned(),
    }
}

fn wrong(kind: MistakeKind, given: &str, expected: String) -> Verdict {
    let span = Span { start: 0, end: given.chars().count() };
    Verdict { rating: Rating::Again, correct: false, mistakes: vec![Mistake { kind, span, expected }] }
}

/// The forms that a card asks for.
#[derive(Clone, Copy)]
enum AskedForms<'a> {
    Plural(&'a str),
    Verb(&'a VerbForms),
}

impl AskedForms<'_> {
    const fn asks(self) -> &'static [&'static str] {
        match self {
            Self::Plural(_) => &["plural"],
            Self::Verb(_) => &["pastSingular", "participle"],
        }
    }

    /// As the student sees what is right: `stond op, is opgestaan`; `vergiste zich, heeft zich vergist`.
    fn shown(self) -> String {
        match self {
            Self::Plural(plural) => format!("de {plural}"),
            Self::Verb(verb) => {
                let zich = if verb.reflexive { "zich" } else { "" };
                let perfect = in_a_row([&auxiliaries(verb), zich, &verb.participle]);
                format!("{}, {perfect}", with_zich(&verb.past_singular, zich))
            }
        }
    }

    /// As the grader reads it: the article of a plural, the auxiliary of a participle and *zich* may be left out.
    fn accepted(self) -> String {
        match self {
            Self::Plural(plural) => format!("(de) {plural}"),
            Self::Verb(verb) => {
                let zich = if verb.reflexive { "(zich)" } else { "" };
                let auxiliary = match auxiliaries(verb).as_str() {
                    "" => String::new(),
                    auxiliary => format!("({auxiliary})"),
                };
                in_a_row([&with_zich(&verb.past_singular, zich), &auxiliary, zich, &verb.participle])
            }
        }
    }
}

/// *Zich* stands behind the verb and before its particle: `stelde zich voor`.
fn with_zich(past: &str, zich: &str) -> String {
    let (verb, particle) = past.split_once(' ').unwrap_or((past, ""));
    in_a_row([verb, zich, particle])
}

/// The words that there are, with a space between.
fn in_a_row<const N: usize>(words: [&str; N]) -> String {
    words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// As they stand with *hij*: `heeft`, `is`, `heeft/is`.
fn auxiliaries(verb: &VerbForms) -> String {
    graded_auxiliaries(verb).map(grader::Auxiliary::third_person).collect::<Vec<_>>().join("/")
}

/// The auxiliaries of a verb, as the grader knows them.
fn graded_auxiliaries(verb: &VerbForms) -> impl Iterator<Item = grader::Auxiliary> {
    verb.auxiliaries.iter().map(|auxiliary| match auxiliary {
        Auxiliary::Hebben => grader::Auxiliary::Hebben,
        Auxiliary::Zijn => grader::Auxiliary::Zijn,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::samples::{adjective, noun, phrase, verb};
    use events::admin::{Audio, Example};
    use std::collections::BTreeMap;

    fn brood() -> Entry {
        let examples = vec![Example {
            text: "Ik eet brood.".into(),
            translations: BTreeMap::from([("en".into(), "I eat bread.".into())]),
        }];
        Entry { examples, ..noun("het", "brood", Some("broden"), Some("broodje")) }
    }

    fn heard(entry: Entry) -> Entry {
        Entry { audio: Some(Audio { url: "/media/brood.opus".into(), synthetic: true }), ..entry }
    }

    fn opstaan() -> Entry {
        verb("opstaan", ["stond op", "stonden op"], "opgestaan", Some("op"))
    }

    fn rated(entry: &Entry, kind: CardKind, given: &str) -> (bool, Rating) {
        let verdict = entry.grade(kind, GlossLanguage::En, given);
        (verdict.correct, verdict.rating)
    }

    #[test]
    fn the_kinds_follow_from_the_word() {
        use CardKind::{Article, Dictation, Forms, Gap, Recall, Recognition};
        assert_eq!(brood().kinds(), [Recognition, Recall, Article, Forms, Gap]);
        assert_eq!(heard(brood()).kinds(), [Recognition, Recall, Article, Forms, Gap, Dictation]);
        assert_eq!(noun("de/het", "soort", None, None).kinds(), [Recognition, Recall]);
        assert_eq!(noun("", "Nederland", None, None).kinds(), [Recognition, Recall]);
        assert_eq!(opstaan().kinds(), [Recognition, Recall, Forms]);
        assert_eq!(adjective("groot", Some("groter")).kinds(), [Recognition, Recall]);
    }

    #[test]
    fn a_word_has_a_question_of_each_of_its_kinds_and_no_other() {
        for entry in
            [heard(brood()), opstaan(), phrase("tot ziens"), noun("de", "fiets", Some("fietsen"), None)]
        {
            for kind in CardKind::ALL {
                let question = entry.question(*kind, GlossLanguage::En);
                assert_eq!(question.is_some(), entry.kinds().contains(kind), "{kind} of {}", entry.lemma);
            }
        }
    }

    #[test]
    fn what_is_shown_as_right_is_right() {
        for entry in
            [heard(brood()), opstaan(), phrase("tot ziens"), noun("de", "fiets", Some("fietsen"), None)]
        {
            for kind in entry.kinds() {
                let expected = entry.question(kind, GlossLanguage::En).expect("a question").expected;
                assert_eq!(rated(&entry, kind, &expected), (true, Rating::Good), "{kind}: {expected}");
            }
        }
    }

    #[test]
    fn the_other_article_is_forgotten_and_not_nearly_right() {
        assert_eq!(rated(&brood(), CardKind::Article, "het"), (true, Rating::Good));
        assert_eq!(rated(&brood(), CardKind::Article, "het brood"), (true, Rating::Good));
        let verdict = brood().grade(CardKind::Article, GlossLanguage::En, "de");
        assert_eq!((verdict.rating, verdict.mistakes[0].kind), (Rating::Again, MistakeKind::Article));
        assert_eq!(verdict.mistakes[0].expected, "het");
    }

    #[test]
    fn forms_are_right_with_and_without_what_goes_with_them() {
        for given in ["broden", "de broden"] {
            assert_eq!(rated(&brood(), CardKind::Forms, given), (true, Rating::Good), "{given}");
        }
        for given in ["stond op, is opgestaan", "stond op opgestaan", "stond op, opgestaan"] {
            assert_eq!(rated(&opstaan(), CardKind::Forms, given), (true, Rating::Good), "{given}");
        }
        for given in ["stond op, heeft opgestaan", "stond op", "opgestaan"] {
            assert!(!rated(&opstaan(), CardKind::Forms, given).0, "{given}");
        }
        assert_eq!(
            opstaan().question(CardKind::Forms, GlossLanguage::En).expect("a question").asks,
            ["pastSingular", "participle"]
        );
    }

    fn vervelen() -> Entry {
        reflexive(verb("vervelen", ["verveelde", "verveelden"], "verveeld", None))
    }

    fn reflexive(entry: Entry) -> Entry {
        let forms = |verb| VerbForms { reflexive: true, auxiliaries: vec![Auxiliary::Hebben], ..verb };
        Entry { verb: entry.verb.map(forms), ..entry }
    }

    #[test]
    fn a_reflexive_verb_is_shown_with_zich_and_right_without() {
        assert_eq!(vervelen().headword(), "zich vervelen");
        for given in ["zich vervelen", "vervelen"] {
            assert_eq!(rated(&vervelen(), CardKind::Recall, given), (true, Rating::Good), "{given}");
            assert_eq!(
                rated(&heard(vervelen()), CardKind::Dictation, given),
                (true, Rating::Good),
                "{given}"
            );
        }
        let voorstellen = verb("voorstellen", ["stelde voor", "stelden voor"], "voorgesteld", Some("voor"));
        let right =
            |entry: &Entry| entry.question(CardKind::Forms, GlossLanguage::En).expect("forms").expected;
        assert_eq!(right(&vervelen()), "verveelde zich, heeft zich verveeld");
        assert_eq!(right(&reflexive(voorstellen)), "stelde zich voor, heeft zich voorgesteld");
        for given in
            ["verveelde, verveeld", "verveelde zich, heeft zich verveeld", "verveelde, heeft verveeld"]
        {
            assert_eq!(rated(&vervelen(), CardKind::Forms, given), (true, Rating::Good), "{given}");
        }
    }

    fn named(entry: &Entry, kind: CardKind, given: &str) -> Vec<MistakeKind> {
        let verdict = entry.grade(kind, GlossLanguage::En, given);
        verdict.mistakes.iter().map(|mistake| mistake.kind).collect()
    }

    #[test]
    fn a_wrong_form_is_named() {
        use MistakeKind::{Dt, Participle, Past, Plural, Separable};
        let kind = noun("het", "kind", Some("kinderen"), None);
        assert_eq!(named(&kind, CardKind::Forms, "kinds"), [Plural]);
        assert_eq!(named(&kind, CardKind::Recall, "het kinderen"), [Plural]);
        assert_eq!(named(&heard(kind), CardKind::Dictation, "kinderen"), [Plural]);
        let lopen = verb("lopen", ["liep", "liepen"], "gelopen", None);
        assert_eq!(named(&lopen, CardKind::Forms, "loopte, is gelopen"), [Past]);
        assert_eq!(named(&lopen, CardKind::Forms, "liep, is geloopt"), [Participle]);
        assert_eq!(named(&opstaan(), CardKind::Recall, "staan"), [Separable]);
        let examples = vec![Example { text: "Ik wandel graag.".into(), translations: BTreeMap::new() }];
        let wandelen = verb("wandelen", ["wandelde", "wandelden"], "gewandeld", None);
        let wandelen = Entry { examples, ..wandelen };
        assert_eq!(named(&wandelen, CardKind::Gap, "wandelt"), [Dt], "by the subject beside the gap");
        assert_eq!(named(&wandelen, CardKind::Gap, "wandelde"), [Past]);
    }

    #[test]
    fn a_gap_is_shown_with_its_translation() {
        let question = brood().question(CardKind::Gap, GlossLanguage::Ru).expect("a question");
        assert_eq!((question.prompt.as_str(), question.expected.as_str()), ("Ik eet ___.", "brood"));
        assert_eq!(question.hint.as_deref(), Some("I eat bread."), "in English, where there is no Russian");
        assert_eq!(rated(&brood(), CardKind::Gap, "brood"), (true, Rating::Good));
        assert!(!rated(&brood(), CardKind::Gap, "broden").0);
    }

    #[test]
    fn what_is_heard_may_be_written_without_its_article() {
        for given in ["brood", "het brood"] {
            assert_eq!(rated(&heard(brood()), CardKind::Dictation, given), (true, Rating::Good));
        }
        assert!(!rated(&heard(brood()), CardKind::Dictation, "de brood").0);
    }

    #[test]
    fn a_choice_is_right_or_wrong() {
        let right = brood().grade_choice(CardKind::Recall, GlossLanguage::En, "het brood");
        assert_eq!((right.correct, right.rating), (true, Rating::Good));
        let near = brood().grade_choice(CardKind::Recall, GlossLanguage::En, "de brood");
        assert_eq!((near.correct, near.rating), (false, Rating::Again));
        assert_eq!(near.mistakes[0].expected, "het brood");
    }
}
