//! What is asked of a word, and what is right.

use super::{context::Context, entry::Entry};
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
                    Some((context.id, context.sentence.gapped()?, context.sentence.filling()))
                };
                let chosen = contexts.iter().filter(|one| Some(one.id) == context).find_map(gap);
                match chosen.or_else(|| contexts.iter().find_map(gap)) {
                    Some((id, prompt, filling)) => {
                        Self { prompt, fields: vec![Field::gap(filling)], context: Some(id) }
                    }
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
            [] => Expected::variants(&headword),
            _ => Expected::noun(articles, &entry.lemma),
        };
        Self { form: Form::Word, shown: headword, expected, policy: Policy::dutch() }
    }

    fn gap(filling: String) -> Self {
        // A capital is that of the sentence.
        let policy = Policy::dutch().case(Case::Ignored);
        Self { form: Form::Word, expected: Expected::variants(&filling), shown: filling, policy }
    }

    fn forms(entry: &Entry) -> Vec<Self> {
        let noun = entry.noun.as_ref();
        let verb = entry.verb.as_ref();
        let plural = noun.and_then(|noun| noun.plural.as_deref());
        let past = verb.and_then(|verb| verb.past_singular.as_deref());
        let participle = verb.and_then(|verb| verb.participle.as_deref());
        let named = [
            (Form::Plural, "(de) ", plural),
            (Form::Past, "", past),
            (Form::Participle, "(heeft/is) ", participle),
        ];
        let field = |(form, before, shown): (Form, &str, Option<&str>)| {
            let shown = shown?;
            let expected = Expected::variants(&format!("{before}{shown}"));
            Some(Self { form, shown: shown.to_owned(), expected, policy: Policy::dutch() })
        };
        named.into_iter().filter_map(field).collect()
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
    use events::{PartOfSpeech, admin::Article};
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

    #[test]
    fn a_verb_is_written_with_past_and_participle() {
        let mut verb = entry();
        verb.lemma = "lopen".to_owned();
        verb.noun = None;
        verb.verb = Some(Verb {
            past_singular: Some("liep".to_owned()),
            participle: Some("gelopen".to_owned()),
            ..Verb::default()
        });
        let question = Question::of(&verb, &[], Ask::Write, "en", None);
        let given =
            |participle| [(Form::Word, "lopen"), (Form::Past, "liep"), (Form::Participle, participle)];
        for participle in ["gelopen", "heeft gelopen", "is gelopen"] {
            assert!(judged(&question, &given(participle)).correct, "{participle}");
        }
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
