//! What the service does, between the routes or topics and the tables.

pub mod ask_again;
pub mod ask_erasure;
pub mod ask_export;
pub mod assemble_export;
pub mod finish_erasure;
pub mod open_archive;
mod own_part;
pub mod read_name;
pub mod remove_archive;
pub mod replay_erasures;
pub mod take_intake;
mod tell;
pub mod verify_audit;
