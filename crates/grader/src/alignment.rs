//! Which words of an answer stand for which expected words.

use crate::mistakes::mistakes;
use crate::pairs::Pairs;
use crate::variant::Variant;
use crate::words::Word;
use crate::{Mistake, MistakeKind};

/// A longer answer is not compared word by word.
const MOST_WORDS: usize = 100;

/// A step through both texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// An expected word and a given one stand for each other.
    Both,
    /// So many given words stand for one expected word.
    Apart(usize),
    /// One given word stands for so many expected words.
    Together(usize),
    /// An expected word is missing.
    Missing,
    /// A given word is too much.
    Extra,
}

/// All steps. Of those that weigh the same the first is taken.
const STEPS: [Step; 7] = [
    Step::Both,
    Step::Apart(2),
    Step::Apart(3),
    Step::Together(2),
    Step::Together(3),
    Step::Missing,
    Step::Extra,
];

impl Step {
    /// Expected and given words that it passes.
    pub fn length(self) -> (usize, usize) {
        match self {
            Self::Both => (1, 1),
            Self::Apart(given) => (1, given),
            Self::Together(expected) => (expected, 1),
            Self::Missing => (1, 0),
            Self::Extra => (0, 1),
        }
    }
}

/// An answer against one variant.
pub(crate) struct Alignment {
    /// How far they are apart; 0 is equal.
    pub weight: u32,
    /// What is wrong; `None` when nothing of the answer is like the variant.
    pub mistakes: Option<Vec<Mistake>>,
}

/// Compare word by word: the least weight over all ways to pair the words in order (Wagner & Fischer, 1974), where a word may
/// also stand for two or three that should be one. Words that are right and elsewhere are found afterwards, among those that
/// are missing and too much.
pub(crate) fn align(variant: Variant<'_>, given: &[Word]) -> Alignment {
    if variant.words.len() > MOST_WORDS || given.len() > MOST_WORDS {
        return Alignment { weight: u32::MAX, mistakes: None };
    }
    let pairs = Pairs::new(variant, given);
    let (weight, steps) = cheapest_path(&pairs);
    let mistakes = mistakes(&pairs, &steps);
    let weight = mistakes.as_ref().map_or(weight, |mistakes| mistakes.iter().map(Mistake::weight).sum());
    Alignment { weight, mistakes }
}

#[derive(Clone, Copy)]
struct Cell {
    weight: u32,
    /// The last step to here.
    step: Step,
}

/// The steps of the least weight, from the beginning.
fn cheapest_path(pairs: &Pairs<'_>) -> (u32, Vec<Step>) {
    let (rows, columns) = (pairs.expected().len() + 1, pairs.given.len() + 1);
    let mut table = vec![vec![Cell { weight: 0, step: Step::Both }; columns]; rows];
    for row in 0..rows {
        for column in 0..columns {
            let reached = STEPS.into_iter().filter_map(|step| reach(pairs, &table, row, column, step));
            if let Some(cell) = reached.min_by_key(|cell| cell.weight) {
                table[row][column] = cell;
            }
        }
    }
    (table[rows - 1][columns - 1].weight, steps_back(&table))
}

/// A place of the table when it is reached by this step.
fn reach(pairs: &Pairs<'_>, table: &[Vec<Cell>], row: usize, column: usize, step: Step) -> Option<Cell> {
    let (expected, given) = step.length();
    let (from_row, from_column) = (row.checked_sub(expected)?, column.checked_sub(given)?);
    let weight = match step {
        Step::Both => {
            pairs.slips(from_row, from_column).map_or(MistakeKind::Wrong.weight(), |slips| slips.weight())
        }
        Step::Apart(_) => pairs.apart(from_row, from_column..column)?.weight(),
        Step::Together(_) => pairs.together(from_row..row, from_column)?.weight(),
        Step::Missing if pairs.misses_article(from_row) => MistakeKind::Article.weight(),
        Step::Missing => MistakeKind::MissingWord.weight(),
        Step::Extra if pairs.is_superfluous_article(from_column) => MistakeKind::Article.weight(),
        Step::Extra => MistakeKind::ExtraWord.weight(),
    };
    Some(Cell { weight: table[from_row][from_column].weight + weight, step })
}

fn steps_back(table: &[Vec<Cell>]) -> Vec<Step> {
    let mut row = table.len() - 1;
    let mut column = table[row].len() - 1;
    let mut steps = Vec::with_capacity(row + column);
    while row > 0 || column > 0 {
        let step = table[row][column].step;
        let (expected, given) = step.length();
        row -= expected;
        column -= given;
        steps.push(step);
    }
    steps.reverse();
    steps
}
