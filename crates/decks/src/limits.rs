/// How much of a stranger's file is read. What goes beyond is refused with an error that says which limit it was.
///
/// The defaults are for a file that somebody uploads: the largest decks that are shared fit in, and reading one stays
/// within some 1 GB of memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub file_bytes: usize,
    /// Bytes of a file that is a table.
    pub table_bytes: usize,
    /// Files inside a package.
    pub entries: usize,
    /// Bytes of a collection, unpacked.
    pub collection_bytes: usize,
    /// Bytes of the list of media, unpacked.
    pub media_list_bytes: usize,
    /// Bytes of one media file, unpacked.
    pub media_bytes: usize,
    /// How many bytes one packed byte may become. Counts from [`Limits::RATIO_FROM`] unpacked bytes on.
    pub ratio: u64,
    /// Steps of SQLite's virtual machine, all queries together.
    pub steps: u64,
    /// Notes of a package, or lines of a table.
    pub notes: usize,
    /// Fields of a note, or columns of a table.
    pub fields_a_note: usize,
    /// Fields of all notes together.
    pub fields: usize,
    /// Bytes of a field. A longer one is a fault of its line, where it is used.
    pub field_bytes: usize,
    /// Cards of all notes together.
    pub cards: usize,
    /// Entries of the review log.
    pub reviews: usize,
}

impl Limits {
    /// Less than this is no bomb, however small it was packed.
    pub const RATIO_FROM: usize = 1 << 20;
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 128 << 20,
            table_bytes: 16 << 20,
            entries: 20_000,
            collection_bytes: 256 << 20,
            media_list_bytes: 4 << 20,
            media_bytes: 32 << 20,
            ratio: 200,
            steps: 500_000_000,
            notes: 100_000,
            fields_a_note: 100,
            fields: 2_000_000,
            field_bytes: 64 << 10,
            cards: 400_000,
            reviews: 2_000_000,
        }
    }
}
