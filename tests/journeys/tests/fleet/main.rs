//! One program, so that the whole client of a fleet is linked once.

mod administration;
mod catalogue;
mod forgotten;
mod kafka_outage;
mod killed_services;
mod mail;
mod one_students_day;
mod one_trace;
mod restored_backup;
mod rotations_under_load;
mod servers_down;
mod stopped_between_steps;
mod ways_in;
