//! What is right.

use crate::dutch::forms::Known;
use crate::dutch::lists;
use crate::variant::Variant;
use crate::words::{Word, words_of};
use crate::{Answer, Policy, WordForms};

/// The most variants that a text is read as; what goes beyond is not accepted.
pub const MOST_VARIANTS: usize = 32;

/// Everything that is right.
///
/// ```
/// use grader::{Expected, Policy, grade};
///
/// let wash = Expected::variants("(zich) wassen; douchen / baden");
/// for right in ["wassen", "zich wassen", "douchen", "baden"] {
///     assert!(grade(&wash, right, &Policy::dutch()).correct);
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    text: String,
    written: Vec<Word>,
    variants: Vec<Vec<Word>>,
    is_noun: bool,
    known: Option<Known>,
    before: Vec<Word>,
    after: Vec<Word>,
}

impl From<&Answer> for Expected {
    fn from(answer: &Answer) -> Self {
        let expected = match &answer.articles {
            Some(articles) => Self::noun(articles, &answer.text),
            None => Self::variants(&answer.text),
        };
        let expected = expected.between(&answer.before, &answer.after);
        match &answer.word {
            Some(word) => expected.of(word),
            None => expected,
        }
    }
}

impl Expected {
    /// A text with variants: `;` and a `/` with spaces around it separate whole variants, a `/` inside a word separates
    /// variants of that word (`hij/zij loopt`), what stands in brackets may be left out (`(zich) wassen`, `foto('s)`).
    #[must_use]
    pub fn variants(text: &str) -> Self {
        Self::read(text, text.split(';').flat_map(whole_variants), IsNoun::No)
    }

    /// A noun with the articles that are right for it, each alone: none for *Nederland*, two for *de/het soort*.
    #[must_use]
    pub fn noun<A: AsRef<str>>(articles: impl IntoIterator<Item = A>, lemma: &str) -> Self {
        let articles: Vec<A> = articles.into_iter().collect();
        let nouns = || lemma.split(';').flat_map(whole_variants);
        if articles.is_empty() {
            return Self::read(lemma, nouns(), IsNoun::Yes);
        }
        let with_articles =
            articles.iter().flat_map(|article| nouns().map(move |noun| with_article(article, noun)));
        let listed: Vec<&str> = articles.iter().map(AsRef::as_ref).collect();
        Self::read(
            &format!("{} {lemma}", listed.join("/")),
            with_articles.collect::<Vec<_>>().iter(),
            IsNoun::Yes,
        )
    }

    /// These texts, to the letter: no sign in them separates variants or lets a part be left out.
    pub(crate) fn exactly<S: AsRef<str>>(texts: impl IntoIterator<Item = S>) -> Self {
        let texts: Vec<S> = texts.into_iter().take(MOST_VARIANTS).collect();
        let mut variants: Vec<Vec<Word>> = texts.iter().map(|text| words_of(text.as_ref())).collect();
        variants.retain(|words| !words.is_empty());
        let text = texts.first().map_or("", AsRef::as_ref);
        Self { variants, ..Self::read(text, [""], IsNoun::No) }
    }

    /// The same, holding a form of this word: what is wrong with the form can be named.
    #[must_use]
    pub fn of(mut self, word: &WordForms) -> Self {
        self.known = Some(Known::of(word));
        self
    }

    /// The same in the gap of a sentence: what stands around it tells a verb from a noun.
    #[must_use]
    pub fn between(mut self, before: &str, after: &str) -> Self {
        (self.before, self.after) = (words_of(before), words_of(after));
        self
    }

    fn read<S: AsRef<str>>(text: &str, wholes: impl IntoIterator<Item = S>, is_noun: IsNoun) -> Self {
        let mut variants: Vec<Vec<Word>> = Vec::new();
        for whole in wholes {
            let room = MOST_VARIANTS.saturating_sub(variants.len());
            for variant in spelt_out(whole.as_ref(), room) {
                let words = words_of(&variant);
                if !words.is_empty() && !variants.contains(&words) {
                    variants.push(words);
                }
            }
        }
        let is_noun = matches!(is_noun, IsNoun::Yes);
        Self {
            text: text.to_owned(),
            written: words_of(text),
            variants,
            is_noun,
            known: None,
            before: Vec::new(),
            after: Vec::new(),
        }
    }

    /// As an editor wrote it, to be shown.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Characters of the longest thing that is right.
    pub(crate) fn length(&self) -> usize {
        self.text.chars().count()
    }

    /// Whether the answer repeats the text itself, signs and all.
    pub(crate) fn is_as_written(&self, given: &[Word]) -> bool {
        given.iter().map(|word| &word.text).eq(self.written.iter().map(|word| &word.text))
    }

    /// Whether nothing but an article is asked: to know it almost is not to know it.
    pub(crate) fn is_article_alone(&self) -> bool {
        let is_article =
            |words: &Vec<Word>| matches!(words.as_slice(), [word] if lists::is_article(&word.folded));
        !self.variants.is_empty() && self.variants.iter().all(is_article)
    }

    pub(crate) fn variants_under<'a>(&'a self, policy: &'a Policy) -> impl Iterator<Item = Variant<'a>> {
        self.variants.iter().map(|words| Variant {
            words: policy.without_openers(words),
            is_noun: self.is_noun,
            known: self.known.as_ref(),
            before: &self.before,
            after: &self.after,
            policy,
        })
    }
}

enum IsNoun {
    Yes,
    No,
}

fn with_article(article: &impl AsRef<str>, noun: &str) -> String {
    format!("{} {noun}", article.as_ref())
}

/// The parts between slashes that stand alone.
fn whole_variants(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices('/') {
        let (before, after) = (&text[start..at], &text[at + 1..]);
        let apart = before.ends_with(char::is_whitespace) || after.starts_with(char::is_whitespace);
        if apart {
            parts.push(before);
            start = at + 1;
        }
    }
    parts.push(&text[start..]);
    parts
}

/// Every way to read brackets and slashes inside words, at most `most`; the first has all that may be left out.
fn spelt_out(text: &str, most: usize) -> Vec<String> {
    let mut read = vec![String::new()];
    let mut rest = text;
    while let Some((before, inside, after)) = next_bracket(rest) {
        let (with, without) = (format!("{before}{inside}"), before);
        read = read
            .iter()
            .flat_map(|so_far| [format!("{so_far}{with}"), format!("{so_far}{without}")])
            .take(most)
            .collect();
        rest = after;
    }
    read.iter_mut().for_each(|variant| variant.push_str(rest));
    let mut variants: Vec<String> = Vec::new();
    for variant in read {
        variants.extend(word_variants(&variant, most - variants.len().min(most)));
    }
    variants.truncate(most);
    variants
}

/// The text before, inside and after the first pair of brackets.
fn next_bracket(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('(')?;
    let (inside, after) = rest.split_once(')')?;
    Some((before, inside, after))
}

/// Every choice between the sides of slashes inside words, at most `most`.
fn word_variants(text: &str, most: usize) -> Vec<String> {
    let mut read = vec![String::new()];
    for word in text.split_whitespace() {
        let sides: Vec<&str> = word.split('/').filter(|side| !side.is_empty()).collect();
        if sides.is_empty() {
            continue;
        }
        read = read
            .iter()
            .flat_map(|so_far| sides.iter().map(move |side| format!("{so_far} {side}")))
            .take(most)
            .collect();
    }
    read
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(expected: &Expected) -> Vec<String> {
        let text =
            |words: &Vec<Word>| words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ");
        expected.variants.iter().map(text).collect()
    }

    #[test]
    fn texts_are_read_as_their_variants() {
        for (text, variants) in [
            ("fiets", &["fiets"][..]),
            ("fiets; rijwiel", &["fiets", "rijwiel"]),
            ("de fiets / het rijwiel", &["de fiets", "het rijwiel"]),
            ("fiets/rijwiel", &["fiets", "rijwiel"]),
            ("de/het soort", &["de soort", "het soort"]),
            ("hij/zij/u loopt", &["hij loopt", "zij loopt", "u loopt"]),
            ("(zich) wassen", &["zich wassen", "wassen"]),
            ("foto('s)", &["foto's", "foto"]),
            ("a (b) c (d)", &["a b c d", "a b c", "a c d", "a c"]),
            ("open (", &["open"]),
            (") dicht", &["dicht"]),
            ("a; a / a", &["a"]),
            ("/", &[]),
            ("", &[]),
        ] {
            assert_eq!(read(&Expected::variants(text)), variants, "{text:?}");
        }
    }

    #[test]
    fn a_noun_has_each_of_its_articles() {
        assert_eq!(read(&Expected::noun(["de", "het"], "soort")), ["de soort", "het soort"]);
        assert_eq!(read(&Expected::noun(["de"], "dokter; arts")), ["de dokter", "de arts"]);
        assert_eq!(read(&Expected::noun([""; 0], "Nederland")), ["Nederland"]);
        assert_eq!(Expected::noun(["de", "het"], "soort").text(), "de/het soort");
    }

    #[test]
    fn variants_do_not_multiply_without_end() {
        let brackets = "(a) ".repeat(1000);
        assert!(read(&Expected::variants(&brackets)).len() <= MOST_VARIANTS);
        let slashes = "a/b ".repeat(1000);
        assert!(read(&Expected::variants(&slashes)).len() <= MOST_VARIANTS);
    }
}
