//! What a grader must know of Dutch: how it is spelt, which words are not open to change, how forms are made by mistake.
//!
//! No dictionary. What depends on a word comes with the answer that is expected (`crate::WordForms`).

pub(crate) mod forms;
pub(crate) mod lists;
pub(crate) mod spelling;
