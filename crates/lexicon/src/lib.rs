#![doc = include_str!("../README.md")]
#![deny(missing_docs)]

mod adjective;
mod analysis;
mod compound;
mod context;
#[cfg(test)]
mod hostile;
mod lemma;
mod level;
mod lexicon;
mod noun;
mod pack;
mod rivals;
mod spelling;
mod split;
mod tables;
mod text;
mod token;
mod verb;
mod word;

pub use adjective::Adjective;
pub use analysis::{Analysis, SplitVerb, Word};
pub use compound::Compound;
pub use lemma::{Form, LemmaCandidate};
pub use level::{Level, LevelEstimate, TextLevel};
pub use lexicon::{Forms, Gloss, Lexicon};
pub use noun::ArticleGuess;
pub use pack::{Facts, Pack, PackError, PackKind, PackWriter};
pub use tables::Abbreviation;
pub use text::key;
pub use token::{Token, TokenKind};
pub use verb::Verb;
pub use word::{Article, Auxiliary, PartOfSpeech, Source};
