//! The messages of newer packages, as far as they are read. Field numbers are those of Anki's `proto/anki`.

/// `anki.import_export.PackageMetadata`: the file `meta`.
#[derive(Clone, PartialEq, prost::Message)]
pub(super) struct Metadata {
    #[prost(int32, tag = "1")]
    pub version: i32,
}

/// `anki.import_export.MediaEntries`: the file `media`.
#[derive(Clone, PartialEq, prost::Message)]
pub(super) struct MediaEntries {
    #[prost(message, repeated, tag = "1")]
    pub entries: Vec<MediaEntry>,
}

/// One medium; its place in the list is its name in the archive.
#[derive(Clone, PartialEq, prost::Message)]
pub(super) struct MediaEntry {
    #[prost(string, tag = "1")]
    pub name: String,
    #[prost(uint32, tag = "2")]
    pub size: u32,
}

/// `anki.notetypes.Notetype.Config`: the column `notetypes.config`.
#[derive(Clone, PartialEq, prost::Message)]
pub(super) struct NoteTypeConfig {
    /// 0 for one card a template, 1 for cloze deletions.
    #[prost(int32, tag = "1")]
    pub kind: i32,
}

/// `anki.notetypes.Notetype.Template.Config`: the column `templates.config`.
#[derive(Clone, PartialEq, prost::Message)]
pub(super) struct TemplateConfig {
    #[prost(string, tag = "1")]
    pub question: String,
    #[prost(string, tag = "2")]
    pub answer: String,
}
