//! How a file is read, as clients write it and previews show it.

use decks::{Columns, Delimiter, Header, Mapping, TableShape};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use utoipa::ToSchema;

/// Which field of which kind of note is what.
#[derive(Clone, Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[schema(as = WordFileMapping)]
pub(crate) struct MappingView {
    /// By the name of the kind of note; a table has one, `table`. Notes of a kind that is not named give no words.
    note_types: BTreeMap<String, ColumnsView>,
    /// By the full name of a deck, what its words are tagged with.
    lists: BTreeMap<String, String>,
    /// Tags that do not come along.
    #[schema(value_type = Vec<String>)]
    dropped_tags: BTreeSet<String>,
}

/// What the fields of a kind of note are, by their names.
#[derive(Clone, Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[schema(as = WordFileColumns)]
pub(crate) struct ColumnsView {
    /// The word. Without it, the gaps of `sentence` are the words, where the kind has gaps.
    #[serde(skip_serializing_if = "Option::is_none")]
    dutch: Option<String>,
    /// Its meaning.
    #[serde(skip_serializing_if = "Option::is_none")]
    gloss: Option<String>,
    /// A sentence with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    sentence: Option<String>,
    /// The sentence in the language of the meaning.
    #[serde(skip_serializing_if = "Option::is_none")]
    translation: Option<String>,
    /// Anything else that is said of it: becomes the note.
    #[serde(skip_serializing_if = "Option::is_none")]
    remark: Option<String>,
    /// What it is tagged with, before that of its deck.
    #[serde(skip_serializing_if = "Option::is_none")]
    list: Option<String>,
    /// Its tags, beside those of the note.
    #[serde(skip_serializing_if = "Option::is_none")]
    tags: Option<String>,
}

/// How a table is written.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = WordTableShape)]
pub(crate) struct ShapeView {
    /// A label of the Encoding Standard: `UTF-8`, `UTF-16LE`, `windows-1252`.
    #[schema(max_length = 40, example = "windows-1252")]
    encoding: String,
    /// What stands between cells: `tab`, `semicolon`, `comma`.
    #[schema(value_type = String, example = "semicolon")]
    delimiter: Delimiter,
    /// Whether the first line is one of headings (`first`) or not (`none`).
    #[schema(value_type = String, example = "first")]
    header: Header,
}

impl From<MappingView> for Mapping {
    fn from(view: MappingView) -> Self {
        let note_types = view.note_types.into_iter().map(|(name, columns)| (name, columns.into()));
        Self { note_types: note_types.collect(), lists: view.lists, dropped_tags: view.dropped_tags }
    }
}

impl From<Mapping> for MappingView {
    fn from(mapping: Mapping) -> Self {
        let note_types = mapping.note_types.into_iter().map(|(name, columns)| (name, columns.into()));
        Self { note_types: note_types.collect(), lists: mapping.lists, dropped_tags: mapping.dropped_tags }
    }
}

impl From<ColumnsView> for Columns {
    fn from(view: ColumnsView) -> Self {
        let ColumnsView { dutch, gloss, sentence, translation, remark, list, tags } = view;
        Self { dutch, gloss, sentence, translation, remark, list, tags }
    }
}

impl From<Columns> for ColumnsView {
    fn from(columns: Columns) -> Self {
        let Columns { dutch, gloss, sentence, translation, remark, list, tags } = columns;
        Self { dutch, gloss, sentence, translation, remark, list, tags }
    }
}

impl From<ShapeView> for TableShape {
    fn from(view: ShapeView) -> Self {
        Self { encoding: view.encoding, delimiter: view.delimiter, header: view.header }
    }
}

impl From<TableShape> for ShapeView {
    fn from(shape: TableShape) -> Self {
        Self { encoding: shape.encoding, delimiter: shape.delimiter, header: shape.header }
    }
}
