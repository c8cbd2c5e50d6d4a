//! One way of being right, and what its words are to each other.

use crate::dutch::forms::{Known, looks_like_participle, looks_like_prefixed_participle};
use crate::dutch::lists;
use crate::words::Word;
use crate::{MistakeKind, Policy};

/// Fewer words are no sentence, in which a word that nothing is known of can be taken for its verb.
const WORDS_OF_A_SENTENCE: usize = 3;

/// Words that are right, under a policy, with what is known of them.
#[derive(Clone, Copy)]
pub(crate) struct Variant<'a> {
    pub words: &'a [Word],
    /// Whether it is a noun that is asked with its article.
    pub is_noun: bool,
    /// The word that is practised.
    pub known: Option<&'a Known>,
    /// The sentence around a gap.
    pub before: &'a [Word],
    pub after: &'a [Word],
    pub policy: &'a Policy,
}

/// What an expected word is.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Role {
    /// Letters, by which it is long enough for a typo.
    pub letters: usize,
    /// The article of what follows.
    pub is_article: bool,
    /// A word that takes the t of a verb or a participle.
    pub is_verb: bool,
    /// A form of the word that is practised.
    pub is_form_of_known: bool,
    /// *Hebben*, *zijn* or *worden* with a participle.
    pub is_auxiliary_of_participle: bool,
    /// A word that looks like a participle, with one of these.
    pub is_participle_of_auxiliary: bool,
}

impl<'a> Variant<'a> {
    /// What each of its words is.
    pub fn roles(&self) -> Vec<Role> {
        let has_auxiliary = self.sentence().any(|word| lists::is_auxiliary(&word.folded));
        let role = |(at, word): (usize, &Word)| match self.policy.is_dutch() {
            true => Role {
                letters: word.letters(),
                is_article: self.is_article(at),
                is_verb: self.is_verb(at),
                is_form_of_known: self.known.is_some_and(|known| known.has_form(&word.bare)),
                is_auxiliary_of_participle: lists::is_auxiliary(&word.folded)
                    && self.has_participle_beside(at),
                is_participle_of_auxiliary: has_auxiliary && looks_like_participle(&word.bare),
            },
            false => Role { letters: word.letters(), ..Role::default() },
        };
        self.words.iter().enumerate().map(role).collect()
    }

    /// All words of the sentence.
    pub fn sentence(&self) -> impl Iterator<Item = &'a Word> + use<'a> {
        self.before.iter().chain(self.words).chain(self.after)
    }

    /// Whether a word is the article of what follows.
    pub fn is_article(&self, at: usize) -> bool {
        let word = self.words[at].folded.as_str();
        if !self.policy.is_dutch() || !lists::is_article(word) {
            return false;
        }
        let Some(next) = self.next(at) else { return false };
        let is_asked = self.is_noun && at == 0;
        is_asked || !matches!(word, "het" | "'t") || !self.is_pronoun_before(at, next)
    }

    /// Whether *het* at this place is a pronoun: *het regent*, *ik heb het gezien*, *ik vind het leuk*.
    fn is_pronoun_before(&self, at: usize, next: &Word) -> bool {
        let ends_perfect = || {
            let is_last = at + 2 >= self.words.len() && self.after.len() <= 1;
            let auxiliary = self.previous(at).is_some_and(|word| lists::is_auxiliary(&word.folded));
            is_last && auxiliary && looks_like_participle(&next.bare)
        };
        let is_found = || self.previous(at).is_some_and(|word| lists::precedes_pronoun(&word.folded));
        lists::follows_pronoun(&next.folded) || ends_perfect() || is_found()
    }

    /// Whether a word takes the t of a verb or a participle. Without a dictionary: by the word that is practised, by its looks,
    /// by the subject beside it, by its place in the sentence.
    fn is_verb(&self, at: usize) -> bool {
        let word = &self.words[at];
        if self.known.and_then(Known::verb).is_some_and(|verb| verb.is_singular_present(&word.bare)) {
            return true;
        }
        let is_form_of_noun = self.known.is_some_and(|known| known.is_noun() && known.has_form(&word.bare));
        if self.is_noun || is_form_of_noun || lists::cannot_be_verb(&word.folded) {
            return false;
        }
        looks_like_participle(&word.bare) || self.has_subject_beside(at) || self.is_in_the_place_of_a_verb(at)
    }

    fn has_subject_beside(&self, at: usize) -> bool {
        let before = self.previous(at).is_some_and(|word| match word.folded.as_str() {
            "het" | "'t" => lists::follows_pronoun(&self.words[at].folded),
            other => lists::can_be_subject(other),
        });
        before || self.next(at).is_some_and(|word| lists::can_be_subject(&word.folded))
    }

    /// Not after what a noun stands after, and not at the end, save of a clause that puts its verb there.
    fn is_in_the_place_of_a_verb(&self, at: usize) -> bool {
        let Some(previous) = self.previous(at) else { return false };
        let word = previous.folded.as_str();
        let before_noun = lists::is_determiner(word)
            || lists::is_preposition(word)
            || lists::is_coordinating(word)
            || previous.bare.ends_with('e');
        let may_stand_here =
            || self.next(at).is_some() || self.sentence().any(|word| lists::is_subordinating(&word.folded));
        self.sentence().count() >= WORDS_OF_A_SENTENCE && !before_noun && may_stand_here()
    }

    /// Whether another word of the sentence is a participle, by its looks or because it is known.
    fn has_participle_beside(&self, at: usize) -> bool {
        let verb = self.known.and_then(Known::verb);
        let is_participle = |word: &Word| {
            looks_like_participle(&word.bare)
                || looks_like_prefixed_participle(&word.bare)
                || verb.is_some_and(|verb| verb.is_participle(&word.bare))
        };
        let this = &self.words[at];
        self.sentence().any(|word| !std::ptr::eq(word, this) && is_participle(word))
    }

    /// How a word is called that was written apart: a separable verb, or a compound.
    pub fn kind_of_apart(&self, at: usize, first: &Word) -> MistakeKind {
        let word = &self.words[at];
        let particle = first.folded.as_str();
        let verb = self.known.and_then(Known::verb);
        let known = verb.is_some_and(|verb| verb.particle.as_deref() == Some(first.bare.as_str()));
        let is_noun = self.is_noun || self.known.is_some_and(Known::is_noun);
        let is_verb = || word.bare.ends_with("en") || ends_as_a_verb(&word.bare) || self.is_verb(at);
        let looks = || lists::is_particle(particle) && !lists::cannot_be_verb(&word.folded) && is_verb();
        if known || (!is_noun && looks()) { MistakeKind::Separable } else { MistakeKind::Compound }
    }

    pub fn previous(&self, at: usize) -> Option<&'a Word> {
        at.checked_sub(1).map_or(self.before.last(), |before| self.words.get(before))
    }

    pub fn next(&self, at: usize) -> Option<&'a Word> {
        self.words.get(at + 1).or(self.after.first())
    }
}

/// *Opstaan*, *afdoen*, *opgebeld*.
fn ends_as_a_verb(bare: &str) -> bool {
    ["gaan", "staan", "slaan", "doen", "zien"].iter().any(|ending| bare.ends_with(ending))
        || looks_like_participle(bare)
}
