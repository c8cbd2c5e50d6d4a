//! What is asked of a word, and what is right.

use super::{
    context::{Context, Sentence},
    entry::{Entry, ZICH},
};
use grader::{Case, Expected, Mistake, Policy, Rating, Verdict, grade};
use ids::WordContextId;
use scheduler::cohort::Ask;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A question.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// What is shown.
    pub prompt: String,
    /// What is to be answered, the word itself first.
    pub fields: Vec<Field>,
    /// The sentence that the gap is in; none where it is no gap.
    pub context: Option<WordContextId>,
}

/// One thing that is to be answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Which.
    pub form: Form,
    /// What is right, as it is shown.
    pub shown: String,
    expected: Expected,
    policy: Policy,
}

/// Which form of a word an answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// The word itself, its meaning, or what fills the gap.
    Word,
    /// The plural of a noun.
    Plural,
    /// The past of a verb.
    Past,
    /// The participle of a verb.
    Participle,
}

/// What is wrong with an answer, and in which form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FormMistake {
    /// In which.
    pub form: Form,
    /// What.
    #[serde(flatten)]
    pub mistake: Mistake,
}

/// What an answer to all of a question is worth.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// That of the worst form.
    pub rating: Rating,
    /// Whether nothing is wrong.
    pub correct: bool,
    /// All mistakes.
    pub mistakes: Vec<FormMistake>,
}

impl Question {
    /// What `ask` asks of a word, of a student who answers from `language`, in this sentence or the first with a gap.
    ///
    /// A word that has no sentence with it is asked as in recall instead of in a gap; one whose forms nobody knows is written
    /// without them.
    pub fn of(
        entry: &Entry,
        contexts: &[Context],
        ask: Ask,
        language: &str,
        context: Option<WordContextId>,
    ) -> Self {
        match ask {
            Ask::See => Self {
                prompt: entry.headword(),
                fields: vec![Field::meaning(entry.gloss(language))],
                context: None,
            },
            Ask::Recall | Ask::Echo => Self::recall(entry, language, Vec::new()),
            Ask::Write => Self::recall(entry, language, Field::forms(entry)),
            Ask::Use => {
                let gap = |context: &Context| {
                    let prompt = context.sentence.gapped()?;
                    let fields = vec![Field::gap(entry, &context.sentence)];
                    Some(Self { prompt, fields, context: Some(context.id) })
                };
                let chosen = contexts.iter().filter(|one| Some(one.id) == context).find_map(gap);
                match chosen.or_else(|| contexts.iter().find_map(gap)) {
                    Some(question) => question,
                    None => Self::recall(entry, language, Vec::new()),
                }
            }
        }
    }

    fn recall(entry: &Entry, language: &str, forms: Vec<Field>) -> Self {
        let mut fields = vec![Field::dutch(entry)];
        fields.extend(forms);
        Self { prompt: entry.gloss(language).to_owned(), fields, context: None }
    }

    /// What is right, in one line, to be shown.
    pub fn answer(&self) -> String {
        self.fields.iter().map(|field| field.shown.as_str()).collect::<Vec<_>>().join(", ")
    }

    /// Judges an answer, form by form; a form that is missing is empty.
    pub fn judge(&self, given: impl Fn(Form) -> Option<String>) -> Judgement {
        let verdicts = self.fields.iter().map(|field| {
            let given = given(field.form).unwrap_or_default();
            (field.form, grade(&field.expected, &given, &field.policy))
        });
        let verdicts: Vec<(Form, Verdict)> = verdicts.collect();
        let mistakes = verdicts.iter().flat_map(|(form, verdict)| {
            verdict.mistakes.iter().map(|mistake| FormMistake { form: *form, mistake: mistake.clone() })
        });
        Judgement {
            rating: verdicts.iter().map(|(_, verdict)| verdict.rating).min().unwrap_or(Rating::Again),
            correct: verdicts.iter().all(|(_, verdict)| verdict.correct),
            mistakes: mistakes.collect(),
        }
    }
}

impl Field {
    fn meaning(gloss: &str) -> Self {
        Self {
            form: Form::Word,
            shown: gloss.to_owned(),
            expected: Expected::variants(gloss),
            policy: Policy::gloss(),
        }
    }

    fn dutch(entry: &Entry) -> Self {
        let articles = entry.articles().iter().map(|article| article.as_str());
        let headword = entry.headword();
        let expected = match entry.articles() {
            [] => Expected::variants(&with_zich_optional(&headword)),
            _ => Expected::noun(articles, &entry.lemma),
        };
        Self { form: Form::Word, shown: headword, expected: naming(entry, expected), policy: Policy::dutch() }
    }

    fn gap(entry: &Entry, sentence: &Sentence) -> Self {
        let shown = sentence.filling();
        let (before, after) = sentence.around();
        let expected = naming(entry, Expected::variants(&shown)).between(&before, &after);
        // A capital is that of the sentence.
        Self { form: Form::Word, shown, expected, policy: Policy::dutch().case(Case::Ignored) }
    }

    /// The plural of a noun, the past and the participle of a verb. The article of a plural, the auxiliary of a participle and
    /// *zich* may be left out.
    fn forms(entry: &Entry) -> Vec<Self> {
        let field = |form, shown, accepted: String| {
            let expected = naming(entry, Expected::variants(&accepted));
            Self { form, shown, expected, policy: Policy::dutch() }
        };
        let plural = entry.noun.as_ref().and_then(|noun| noun.plural.clone());
        let plural = plural.map(|plural| {
            let accepted = format!("(de) {plural}");
            field(Form::Plural, plural, accepted)
        });
        let is_reflexive = entry.headword().starts_with(ZICH);
        let with_zich = |form: &str, zich, place| match is_reflexive {
            true => with_zich_at(place, form, zich),
            false => form.to_owned(),
        };
        let past = entry.verb.as_ref().and_then(|verb| verb.past_singular.as_deref());
        let past =
            past.map(|past| field(Form::Past, with_zich(past, "zich", 1), with_zich(past, "(zich)", 1)));
        let participle = entry.verb.as_ref().and_then(|verb| {
            let participle = verb.participle.as_deref()?;
            let auxiliaries: Vec<_> =
                verb.graded_auxiliaries().map(grader::Auxiliary::third_person).collect();
            let auxiliaries = auxiliaries.join("/");
            let shown = format!("{auxiliaries} {}", with_zich(participle, "zich", 0));
            // Of a verb whose auxiliary nobody said both are right.
            let accepted = if auxiliaries.is_empty() { "heeft/is" } else { &auxiliaries };
            let accepted = format!("({accepted}) {}", with_zich(participle, "(zich)", 0));
            Some(field(Form::Participle, shown.trim_start().to_owned(), accepted))
        });
        plural.into_iter().chain(past).chain(participle).collect()
    }
}

/// *Zich* may be left out.
fn with_zich_optional(headword: &str) -> String {
    match headword.strip_prefix(ZICH) {
        Some(verb) => format!("(zich) {verb}"),
        None => headword.to_owned(),
    }
}

/// A form with `zich` behind its first words, so many: whether it was written with *zich* or without.
fn with_zich_at(place: usize, form: &str, zich: &str) -> String {
    let mut words: Vec<&str> = form.split_whitespace().filter(|word| *word != "zich").collect();
    words.insert(place.min(words.len()), zich);
    words.join(" ")
}

/// The same, so that a wrong form of the word is named.
fn naming(entry: &Entry, expected: Expected) -> Expected {
    match entry.graded_forms() {
        Some(forms) => expected.of(&forms),
        None => expected,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        context::{Part, Sentence},
        entry::{Noun, Verb},
    };
    use chrono::DateTime;
    use events::{
        PartOfSpeech,
        admin::{Article, Auxiliary},
    };
    use grader::MistakeKind;
    use std::collections::BTreeMap;
    use uuid::Uuid;

    fn entry() -> Entry {
        Entry {
            lemma: "brood".to_owned(),
            part_of_speech: PartOfSpeech::Noun,
            noun: Some(Noun { articles: vec![Article::Het], plural: Some("broden".to_owned()) }),
            verb: None,
            glosses: BTreeMap::from([("en".to_owned(), "bread; loaf".to_owned())]),
            ipa: None,
            note: None,
        }
    }

    fn context(id: u128, text: &str, parts: &[(u32, u32)]) -> Context {
        let parts = parts.iter().map(|(start, end)| Part { start: *start, end: *end }).collect();
        Context {
            id: WordContextId::new(Uuid::from_u128(id)),
            sentence: Sentence { text: text.to_owned(), translation: None, parts },
            source_id: None,
            met_at: DateTime::UNIX_EPOCH,
        }
    }

    fn judged(question: &Question, given: &[(Form, &str)]) -> Judgement {
        question.judge(|form| given.iter().find(|(one, _)| *one == form).map(|(_, text)| (*text).to_owned()))
    }

    fn word(question: &Question, text: &str) -> Judgement {
        judged(question, &[(Form::Word, text)])
    }

    #[test]
    fn each_cycle_asks_in_its_own_way() {
        let contexts = [context(1, "Vers brood!", &[(5, 10)])];
        for (ask, prompt, answer) in [
            (Ask::See, "het brood", "bread; loaf"),
            (Ask::Recall, "bread; loaf", "het brood"),
            (Ask::Echo, "bread; loaf", "het brood"),
            (Ask::Write, "bread; loaf", "het brood, broden"),
            (Ask::Use, "Vers …!", "brood"),
        ] {
            let question = Question::of(&entry(), &contexts, ask, "en", None);
            assert_eq!((question.prompt.as_str(), question.answer().as_str()), (prompt, answer));
        }
    }

    #[test]
    fn every_form_counts() {
        let question = Question::of(&entry(), &[], Ask::Write, "en", None);
        let right = judged(&question, &[(Form::Word, "het brood"), (Form::Plural, "de broden")]);
        assert!(right.correct, "{right:?}");
        let lacking = judged(&question, &[(Form::Word, "het brood")]);
        assert_eq!((lacking.correct, lacking.rating), (false, Rating::Again));
        assert!(lacking.mistakes.iter().all(|one| one.form == Form::Plural));
        let article = judged(&question, &[(Form::Word, "de brood"), (Form::Plural, "broden")]);
        assert_eq!(article.rating, Rating::Hard);
        assert_eq!(article.mistakes[0].mistake.kind, MistakeKind::Article);
    }

    fn verb(lemma: &str, past: &str, participle: &str, auxiliaries: &[Auxiliary]) -> Entry {
        let verb = Verb {
            past_singular: Some(past.to_owned()),
            participle: Some(participle.to_owned()),
            auxiliaries: auxiliaries.to_vec(),
            ..Verb::default()
        };
        Entry { lemma: lemma.to_owned(), noun: None, verb: Some(verb), ..entry() }
    }

    fn written(verb: &Entry, past: &str, participle: &str) -> Judgement {
        let question = Question::of(verb, &[], Ask::Write, "en", None);
        let given = [(Form::Word, verb.lemma.as_str()), (Form::Past, past), (Form::Participle, participle)];
        judged(&question, &given)
    }

    fn named(judgement: &Judgement) -> Vec<(Form, MistakeKind)> {
        judgement.mistakes.iter().map(|one| (one.form, one.mistake.kind)).collect()
    }

    #[test]
    fn a_verb_is_written_with_past_and_participle() {
        let opstaan = verb("opstaan", "stond op", "opgestaan", &[Auxiliary::Zijn]);
        let question = Question::of(&opstaan, &[], Ask::Write, "en", None);
        assert_eq!(question.answer(), "opstaan, stond op, is opgestaan");
        for participle in ["opgestaan", "is opgestaan"] {
            assert!(written(&opstaan, "stond op", participle).correct, "{participle}");
        }
        let wrong = written(&opstaan, "stond op", "heeft opgestaan");
        assert_eq!(named(&wrong), [(Form::Participle, MistakeKind::Auxiliary)]);
    }

    #[test]
    fn an_auxiliary_that_nobody_said_may_be_either() {
        let lopen = verb("lopen", "liep", "gelopen", &[]);
        for participle in ["gelopen", "heeft gelopen", "is gelopen"] {
            assert!(written(&lopen, "liep", participle).correct, "{participle}");
        }
    }

    #[test]
    fn zich_may_be_left_out() {
        let plain = verb("vergissen", "vergiste", "vergist", &[Auxiliary::Hebben]);
        let reflexive = plain.verb.clone().map(|verb| Verb { reflexive: true, ..verb });
        let with_zich = verb("zich vergissen", "vergiste zich", "zich vergist", &[Auxiliary::Hebben]);
        for word in [Entry { verb: reflexive, ..plain }, with_zich] {
            let question = Question::of(&word, &[], Ask::Write, "en", None);
            assert_eq!(question.answer(), "zich vergissen, vergiste zich, heeft zich vergist");
            for zich in ["", "zich "] {
                let (lemma, participle) = (format!("{zich}vergissen"), format!("{zich}vergist"));
                let past = format!("vergiste {zich}");
                let given = [
                    (Form::Word, lemma.as_str()),
                    (Form::Past, past.as_str()),
                    (Form::Participle, participle.as_str()),
                ];
                assert!(judged(&question, &given).correct, "{given:?}");
            }
        }
    }

    #[test]
    fn a_wrong_form_is_named() {
        use MistakeKind::{Dt, Participle, Past, Plural};
        let lopen = verb("lopen", "liep", "gelopen", &[Auxiliary::Zijn]);
        let wrong = written(&lopen, "loopte", "is geloopt");
        assert_eq!(named(&wrong), [(Form::Past, Past), (Form::Participle, Participle)]);
        let write = Question::of(&entry(), &[], Ask::Write, "en", None);
        let wrong = judged(&write, &[(Form::Word, "het brood"), (Form::Plural, "broods")]);
        assert_eq!(named(&wrong), [(Form::Plural, Plural)]);
        let contexts = [context(1, "Ik loop naar huis.", &[(3, 7)])];
        let gap = Question::of(&lopen, &contexts, Ask::Use, "en", None);
        assert_eq!(named(&word(&gap, "loopt")), [(Form::Word, Dt)]);
        assert_eq!(named(&word(&gap, "liep")), [(Form::Word, Past)]);
    }

    #[test]
    fn a_gap_is_filled_with_the_form_of_its_sentence() {
        let contexts = [
            context(1, "Niets.", &[]),
            context(2, "Twee broden.", &[(5, 11)]),
            context(3, "Bel me vanavond op.", &[(0, 3), (16, 18)]),
        ];
        let first = Question::of(&entry(), &contexts, Ask::Use, "en", None);
        assert_eq!(first.context, Some(contexts[1].id));
        assert!(word(&first, "broden").correct && !word(&first, "brood").correct);
        let chosen = Question::of(&entry(), &contexts, Ask::Use, "en", Some(contexts[2].id));
        assert!(word(&chosen, "bel op").correct, "a capital is the sentence's");
    }

    #[test]
    fn a_word_without_a_sentence_is_recalled() {
        let question = Question::of(&entry(), &[], Ask::Use, "en", None);
        assert_eq!((question.prompt.as_str(), question.context), ("bread; loaf", None));
    }

    #[test]
    fn a_meaning_is_judged_as_a_meaning() {
        let question = Question::of(&entry(), &[], Ask::See, "en", None);
        for right in ["bread", "Loaf", "the bread"] {
            assert!(word(&question, right).correct, "{right}");
        }
        assert!(!word(&question, "").correct);
    }
}
