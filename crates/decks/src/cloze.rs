//! Cloze deletions: `Ik {{c1::loop::to walk}} naar huis.`

/// A text with gaps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cloze {
    /// The text with its gaps filled in.
    pub text: String,
    /// The gaps, in the order in which they end.
    pub gaps: Vec<Gap>,
}

/// What a cloze deletion hides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Its number: gaps with the same one are hidden together. Several where the mark says `c1,2`.
    pub numbers: Vec<u16>,
    /// What is hidden.
    pub answer: String,
    /// What is shown instead, if the author says so.
    pub hint: Option<String>,
}

/// Gaps inside gaps; deeper ones are text.
const DEEPEST: usize = 8;
/// Numbers of one gap.
const MOST_NUMBERS: usize = 8;

struct Open {
    numbers: Vec<u16>,
    start: usize,
    hint: Option<usize>,
}

impl Cloze {
    /// Reads a text. Marks that are not closed are text.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut cloze = Self::default();
        let mut open: Vec<Open> = Vec::new();
        let mut rest = text;
        while let Some(at) = next_mark(rest) {
            cloze.text.push_str(&rest[..at]);
            rest = cloze.mark(&mut open, &rest[at..]);
        }
        cloze.text.push_str(rest);
        cloze
    }

    /// The numbers that hide something, in order.
    #[must_use]
    pub fn numbers(&self) -> Vec<u16> {
        let mut numbers: Vec<u16> = self.gaps.iter().flat_map(|gap| gap.numbers.iter().copied()).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    /// What is hidden under a number, the parts of a split verb with `…` between them.
    #[must_use]
    pub fn answer(&self, number: u16) -> String {
        let answers: Vec<&str> = self.gaps_of(number).map(|gap| gap.answer.as_str()).collect();
        answers.join(" … ")
    }

    /// The hints under a number.
    #[must_use]
    pub fn hint(&self, number: u16) -> Option<String> {
        let hints: Vec<&str> = self.gaps_of(number).filter_map(|gap| gap.hint.as_deref()).collect();
        (!hints.is_empty()).then(|| hints.join("; "))
    }

    fn gaps_of(&self, number: u16) -> impl Iterator<Item = &Gap> {
        self.gaps.iter().filter(move |gap| gap.numbers.contains(&number))
    }

    /// Takes the mark that `text` begins with; gives what follows.
    fn mark<'a>(&mut self, open: &mut Vec<Open>, text: &'a str) -> &'a str {
        if let Some((numbers, rest)) = opening(text).filter(|_| open.len() < DEEPEST) {
            open.push(Open { numbers, start: self.text.len(), hint: None });
            return rest;
        }
        match (text.strip_prefix("::"), text.strip_prefix("}}"), open.last_mut()) {
            (Some(rest), _, Some(last)) if last.hint.is_none() => {
                last.hint = Some(self.text.len());
                return rest;
            }
            (_, Some(rest), Some(_)) => {
                if let Some(last) = open.pop() {
                    self.close(last);
                }
                return rest;
            }
            _ => {}
        }
        let (mark, rest) = text.split_at(2);
        self.text.push_str(mark);
        rest
    }

    fn close(&mut self, open: Open) {
        let end = open.hint.unwrap_or(self.text.len()).max(open.start);
        let hint = open.hint.map(|_| self.text[end..].trim().to_owned()).filter(|hint| !hint.is_empty());
        self.text.truncate(end);
        let answer = self.text[open.start..].trim().to_owned();
        self.gaps.push(Gap { numbers: open.numbers, answer, hint });
    }
}

fn next_mark(text: &str) -> Option<usize> {
    text.as_bytes().windows(2).position(|pair| matches!(pair, b"{{" | b"}}" | b"::"))
}

/// The numbers of `{{c1::` or `{{c1,2::`, and what follows.
fn opening(text: &str) -> Option<(Vec<u16>, &str)> {
    let rest = text.strip_prefix("{{c")?;
    let end = rest.bytes().position(|byte| !byte.is_ascii_digit() && byte != b',')?;
    let (numbers, rest) = (&rest[..end], rest[end..].strip_prefix("::")?);
    let numbers: Vec<u16> =
        numbers.split(',').take(MOST_NUMBERS).map(str::parse).collect::<Result<_, _>>().ok()?;
    Some((numbers, rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn gap(numbers: &[u16], answer: &str, hint: Option<&str>) -> Gap {
        Gap { numbers: numbers.to_vec(), answer: answer.to_owned(), hint: hint.map(str::to_owned) }
    }

    #[test]
    fn gaps_are_filled_in_and_told() {
        let cloze = Cloze::read("Ik {{c1::bel::to phone}} haar {{c1::op}} in {{c2::het huis}}.");
        assert_eq!(cloze.text, "Ik bel haar op in het huis.");
        assert_eq!(cloze.numbers(), [1, 2]);
        assert_eq!((cloze.answer(1), cloze.hint(1)), ("bel … op".to_owned(), Some("to phone".to_owned())));
        assert_eq!((cloze.answer(2), cloze.hint(2)), ("het huis".to_owned(), None));
    }

    #[test]
    fn gaps_may_hold_gaps_and_share_numbers() {
        let cloze = Cloze::read("{{c1::de {{c2::rode}} fiets}} en {{c1,3::ik}}");
        assert_eq!(cloze.text, "de rode fiets en ik");
        assert_eq!(
            cloze.gaps,
            [gap(&[2], "rode", None), gap(&[1], "de rode fiets", None), gap(&[1, 3], "ik", None)]
        );
    }

    #[test]
    fn what_is_no_gap_is_text() {
        for text in ["{{c::a}}", "{{c1:a}}", "{{Front}}", "a::b", "}}", "{{", "{{c99999::a}}", "{{c1"] {
            let cloze = Cloze::read(text);
            assert_eq!((cloze.text.as_str(), cloze.gaps), (text, vec![]), "{text}");
        }
        assert_eq!(Cloze::read("{{c1::nooit dicht").text, "nooit dicht");
    }

    #[test]
    fn gaps_without_end_are_read_in_no_time() {
        let cloze = Cloze::read(&"{{c1::a".repeat(100_000));
        assert!(cloze.gaps.is_empty());
        let closed = format!("{}{}", "{{c1::".repeat(50_000), "}}".repeat(50_000));
        assert_eq!(Cloze::read(&closed).gaps.len(), DEEPEST);
    }

    proptest! {
        #[test]
        fn nothing_in_a_text_makes_it_fail(pieces in prop::collection::vec(
            prop::sample::select(vec!["{{c1::", "{{c2,3::", "::", "}}", "{", "}", ":", "a", "é", "{{"]), 0..20)
        ) {
            let cloze = Cloze::read(&pieces.concat());
            prop_assert!(cloze.text.len() <= pieces.concat().len());
        }
    }
}
