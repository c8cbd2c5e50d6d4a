//! Files of other programs, in and out.

mod anki_files;
mod hostile;
mod mappings;
mod round_trip;
mod support;
mod tables;
