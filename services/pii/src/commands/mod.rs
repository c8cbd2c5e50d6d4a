//! What the service does, between the routes or topics and the tables.

pub mod ask_again;
pub mod ask_erasure;
pub mod ask_export;
pub mod asking;
pub mod assemble_export;
pub mod change_fields;
pub mod find_people;
pub mod finish_erasure;
pub mod keep_fields;
pub mod list_accesses;
pub mod list_consents;
pub mod noting;
pub mod open_archive;
pub mod opening;
mod own_part;
pub mod pending_address;
pub mod read_address;
pub mod read_fields;
pub mod read_name;
pub mod record_consent;
pub mod remove_archive;
pub mod replay_erasures;
pub mod rotate_kek;
pub mod standing;
pub mod take_intake;
mod tell;
pub mod verify_audit;
