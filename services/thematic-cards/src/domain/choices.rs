//! What a student may choose from: what is right, among what other words of the topic would have been.

use super::{question::GlossLanguage, word::Entry};
use events::thematic_cards::CardKind;
use ids::{CardId, WordId};
use std::collections::HashSet;

/// Wrong ones beside the right one.
const DISTRACTORS: usize = 3;
/// Fewer are no choice.
const FEWEST: usize = 2;

/// What may be chosen for a card, the right one among it: the same for everybody who looks, another order when the card
/// was answered. Empty where nothing fits beside the right one, and for what must be written.
///
/// Others of the same part of speech come first, since *het brood* is not hidden among verbs.
pub fn choices<'a>(
    card: CardId,
    answers: u32,
    kind: CardKind,
    language: GlossLanguage,
    entry: &Entry,
    others: impl IntoIterator<Item = (WordId, &'a Entry)>,
) -> Vec<String> {
    let Some(question) = entry.question(kind, language) else { return Vec::new() };
    match kind {
        CardKind::Article => return vec!["de".to_owned(), "het".to_owned()],
        CardKind::Dictation | CardKind::Unknown => return Vec::new(),
        _ => {}
    }
    let mut others: Vec<_> = others
        .into_iter()
        .map(|(word, other)| {
            let unlike = other.part_of_speech != entry.part_of_speech;
            (unlike, mix(card, answers, word.as_uuid().as_bytes()), other)
        })
        .collect();
    others.sort_by_key(|(unlike, mixed, _)| (*unlike, *mixed));

    let mut seen = HashSet::from([question.expected.to_lowercase()]);
    let distractors = others
        .iter()
        .filter_map(|(_, _, other)| other.question(kind, language))
        .map(|other| other.expected)
        .filter(|text| !text.is_empty() && seen.insert(text.to_lowercase()))
        .filter(|text| !entry.grade(kind, language, text).correct);
    let mut offered: Vec<String> = distractors.take(DISTRACTORS).collect();
    if offered.len() < FEWEST {
        return Vec::new();
    }
    offered.push(question.expected);
    offered.sort_by_cached_key(|text| mix(card, answers, text.as_bytes()));
    offered
}

/// A number that belongs to these: FNV-1a (Fowler, Noll, Vo), finished with murmur3's `fmix64`.
fn mix(card: CardId, answers: u32, other: &[u8]) -> u64 {
    let card = card.as_uuid();
    let bytes = card.as_bytes().iter().chain(other).copied().chain(answers.to_le_bytes());
    let mut hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    for factor in [0xff51_afd7_ed55_8ccd_u64, 0xc4ce_b9fe_1a85_ec53] {
        hash = (hash ^ (hash >> 33)).wrapping_mul(factor);
    }
    hash ^ (hash >> 33)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::samples::{noun, phrase, verb};
    use proptest::prelude::*;
    use uuid::Uuid;

    fn card(n: u128) -> CardId {
        CardId::new(Uuid::from_u128(n))
    }

    fn topic() -> Vec<(WordId, Entry)> {
        let words = [
            noun("het", "brood", Some("broden"), None),
            noun("het", "water", None, None),
            noun("de", "kaas", Some("kazen"), None),
            noun("de", "melk", None, None),
            noun("het", "ei", Some("eieren"), None),
            verb("eten", ["at", "aten"], "gegeten", None),
            verb("drinken", ["dronk", "dronken"], "gedronken", None),
            phrase("eet smakelijk"),
        ];
        (1_u128..).zip(words).map(|(n, word)| (WordId::new(Uuid::from_u128(n)), word)).collect()
    }

    fn offered(n: u128, answers: u32, kind: CardKind, which: usize) -> Vec<String> {
        let topic = topic();
        let others =
            topic.iter().enumerate().filter(|(at, _)| *at != which).map(|(_, (id, word))| (*id, word));
        choices(card(n), answers, kind, GlossLanguage::En, &topic[which].1, others)
    }

    #[test]
    fn nouns_hide_among_nouns() {
        let offered = offered(1, 0, CardKind::Recall, 0);
        assert_eq!(offered.len(), 4);
        assert!(
            offered.iter().all(|text| text.starts_with("de ") || text.starts_with("het ")),
            "{offered:?}"
        );
    }

    #[test]
    fn an_article_is_one_of_two_and_what_is_heard_is_written() {
        assert_eq!(offered(1, 0, CardKind::Article, 0), ["de", "het"]);
        assert_eq!(offered(1, 0, CardKind::Dictation, 0), [""; 0]);
        assert_eq!(offered(1, 0, CardKind::Article, 5), [""; 0], "a verb has no article");
    }

    #[test]
    fn a_topic_of_one_word_offers_nothing() {
        let (_, brood) = &topic()[0];
        assert_eq!(choices(card(1), 0, CardKind::Recall, GlossLanguage::En, brood, []), [""; 0]);
    }

    #[test]
    fn another_word_with_the_same_meaning_is_not_offered() {
        let (_, brood) = &topic()[0];
        let mut twin = noun("de", "boterham", None, None);
        twin.glosses = brood.glosses.clone();
        let mut topic = topic();
        topic.push((WordId::new(Uuid::from_u128(99)), twin));
        let others = topic[1..].iter().map(|(id, word)| (*id, word));
        let offered = choices(card(1), 0, CardKind::Recognition, GlossLanguage::En, brood, others);
        assert_eq!(offered.iter().filter(|text| *text == "brood (en)").count(), 1);
    }

    #[test]
    fn the_right_one_does_not_keep_its_place() {
        let places = (0..40).map(|answers| {
            offered(7, answers, CardKind::Recall, 0)
                .iter()
                .position(|text| text == "het brood")
                .expect("offered")
        });
        assert_eq!(places.collect::<HashSet<_>>().len(), 4);
    }

    proptest! {
        #[test]
        fn exactly_one_is_right_and_all_are_different(n in any::<u128>(), answers in 0_u32..50, which in 0_usize..8) {
            let (_, entry) = &topic()[which];
            for kind in [CardKind::Recognition, CardKind::Recall, CardKind::Forms] {
                let offered = offered(n, answers, kind, which);
                prop_assert_eq!(offered.clone(), self::offered(n, answers, kind, which));
                if offered.is_empty() {
                    continue;
                }
                let right = offered.iter().filter(|text| entry.grade(kind, GlossLanguage::En, text).correct);
                prop_assert_eq!(right.count(), 1);
                prop_assert_eq!(offered.iter().collect::<HashSet<_>>().len(), offered.len());
            }
        }
    }
}
