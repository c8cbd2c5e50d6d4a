//! The rules of learning cards. No database, no Kafka, no HTTP.

pub mod answer;
pub mod cohort;
pub mod context;
pub mod entry;
pub mod fault;
pub mod import;
pub mod lexical;
pub mod list;
pub mod question;
pub mod row;
pub mod run;
pub mod shared_list;
pub mod sitting;
pub mod stamp;
pub mod student;
pub mod word;
