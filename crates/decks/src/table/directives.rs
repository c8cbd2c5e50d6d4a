//! The lines with which Anki begins "Notes in Plain Text": `#separator:tab`, `#html:true`, `#tags column:3`.

use super::Delimiter;
use crate::rows::tags_of;
use crate::text::tidy;

/// What the first lines say of the others.
#[derive(Debug, Default)]
pub(super) struct Directives {
    /// How many lines they are.
    pub lines: usize,
    pub delimiter: Option<Delimiter>,
    pub is_html: bool,
    pub columns: Option<Vec<String>>,
    pub deck: Option<String>,
    pub tags: Vec<String>,
    pub guid_column: Option<usize>,
    pub deck_column: Option<usize>,
    pub tags_column: Option<usize>,
    note_type_column: Option<usize>,
}

impl Directives {
    /// The directives of a text, and what follows them.
    pub fn split(text: &str) -> (Self, &str) {
        let mut directives = Self::default();
        let mut columns = None;
        let mut rest = text;
        while let Some((name, value, behind)) = directive(rest) {
            if name == "columns" {
                columns = Some(value);
            } else if !directives.take(&name, value) {
                break;
            }
            directives.lines += 1;
            rest = behind;
        }
        let between = char::from(directives.delimiter.unwrap_or(Delimiter::Tab).byte());
        directives.columns = columns.map(|names| names.split(between).map(str::to_owned).collect());
        (directives, rest)
    }

    /// Whether it is one that is known.
    fn take(&mut self, name: &str, value: &str) -> bool {
        match name {
            "separator" => self.delimiter = delimiter_named(value),
            "html" => self.is_html = value.eq_ignore_ascii_case("true"),
            "deck" => self.deck = Some(tidy(value)).filter(|deck| !deck.is_empty()),
            "tags" => self.tags = tags_of(value),
            "guid column" => self.guid_column = column(value),
            "deck column" => self.deck_column = column(value),
            "tags column" => self.tags_column = column(value),
            "notetype column" => self.note_type_column = column(value),
            "notetype" | "if matches" => {}
            _ => return false,
        }
        true
    }

    /// The columns that are fields of the note.
    pub fn field_columns(&self, width: usize) -> impl Iterator<Item = usize> {
        let special = [self.guid_column, self.deck_column, self.tags_column, self.note_type_column];
        (0..width).filter(move |column| !special.contains(&Some(*column)))
    }
}

/// The directive that a text begins with, and what follows its line.
fn directive(text: &str) -> Option<(String, &str, &str)> {
    let (line, behind) = text.split_once('\n').unwrap_or((text, ""));
    let (name, value) = line.strip_prefix('#')?.split_once(':')?;
    Some((name.trim().to_lowercase(), value.trim_matches([' ', '\r']), behind))
}

fn delimiter_named(name: &str) -> Option<Delimiter> {
    match name.to_lowercase().as_str() {
        "tab" | "\t" | "" => Some(Delimiter::Tab),
        "semicolon" | ";" => Some(Delimiter::Semicolon),
        "comma" | "," => Some(Delimiter::Comma),
        _ => None,
    }
}

/// A column as people count, from 1.
fn column(value: &str) -> Option<usize> {
    value.parse::<usize>().ok()?.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directives_are_taken_and_the_rest_is_the_table() {
        let text = "#separator:Semicolon\n#html:true\n#columns:Nederlands;Engels\n#tags column:3\n#deck:Thuis\n#tags:a b\n#de fiets: x\n";
        let (directives, rest) = Directives::split(text);
        assert_eq!(rest, "#de fiets: x\n");
        assert_eq!(directives.lines, 6);
        assert_eq!(directives.delimiter, Some(Delimiter::Semicolon));
        assert!(directives.is_html);
        assert_eq!(directives.columns, Some(vec!["Nederlands".to_owned(), "Engels".to_owned()]));
        assert_eq!(
            (directives.deck.as_deref(), directives.tags.as_slice()),
            (Some("Thuis"), &["a".to_owned(), "b".to_owned()][..])
        );
        assert_eq!(directives.field_columns(4).collect::<Vec<_>>(), [0, 1, 3]);
    }

    #[test]
    fn a_table_without_directives_is_left_alone() {
        assert_eq!(Directives::split("de fiets;bicycle").1, "de fiets;bicycle");
        assert_eq!(Directives::split("#1: een").1, "#1: een");
    }
}
