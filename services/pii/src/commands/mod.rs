//! What the service does, between the routes or topics and the tables.

pub mod read_name;
pub mod take_intake;
pub mod verify_audit;
